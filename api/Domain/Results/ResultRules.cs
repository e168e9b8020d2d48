using System.Globalization;

namespace Opora.Domain.Results;

/// <summary>A result as somebody sent it, before it is known to be right.</summary>
/// <param name="Year">Calendar year of the assessment.</param>
/// <param name="Assessment">Kind of assessment.</param>
/// <param name="Subject">Code of a <see cref="Results.Subject"/>.</param>
/// <param name="Grade">Grade of the pupils.</param>
/// <param name="Sitting">Empty when the year had one work.</param>
/// <param name="Values">What came out.</param>
public readonly record struct ResultDraft(int Year, Assessment Assessment, string Subject, int Grade, string Sitting, ResultValues Values);

/// <summary>What is wrong with a draft.</summary>
/// <param name="Field">Path in the sender's names, e.g. <c>mean</c>, <c>marks/2</c>, <c>marksPercent</c>.</param>
/// <param name="Code">Stable code of the error.</param>
/// <param name="Message">A Russian sentence that says what to mend.</param>
/// <param name="Value">The value as a plain number or text; null when nothing was sent.</param>
/// <param name="Allowed">What would be right, e.g. <c>0..100</c>; null when it cannot be said in short.</param>
public sealed record ResultFault(string Field, string Code, string Message, string? Value, string? Allowed);

/// <summary>
/// What must hold of a result before it is stored, whichever way it came. All faults of a draft are told, not the first only.
/// Allocates nothing when all is well.
/// </summary>
public static class ResultRules
{
    public const string OutOfRange = "out-of-range";
    public const string SubjectUnknown = "subject-unknown";
    public const string MarksSum = "marks-sum";
    public const string MarksPercentSum = "marks-percent-sum";
    public const string BelowExceedsParticipants = "below-exceeds-participants";
    public const string ValueMissing = "value-missing";

    public const int FirstYear = 2000;
    public const int MaxParticipants = 100_000;

    /// <summary>The faults of a draft; empty when it may be stored.</summary>
    /// <param name="draft">What was sent.</param>
    /// <param name="thisYear">The current calendar year; results may be dated one year ahead at most.</param>
    public static IReadOnlyList<ResultFault> Check(in ResultDraft draft, int thisYear)
    {
        List<ResultFault>? faults = null;
        CheckKey(draft, thisYear, ref faults);
        CheckValues(draft, ref faults);
        if (draft.Values.MarksForm is { } form)
            CheckMarks(draft.Values, form, ref faults);
        return faults ?? (IReadOnlyList<ResultFault>)[];
    }

    static void CheckKey(in ResultDraft draft, int thisYear, ref List<ResultFault>? faults)
    {
        if (draft.Year < FirstYear || draft.Year > thisYear + 1)
            Add(
                ref faults,
                "year",
                OutOfRange,
                $"Год {draft.Year} вне допустимого: от {FirstYear} до {thisYear + 1}",
                Text(draft.Year),
                $"{FirstYear}..{thisYear + 1}"
            );
        var (least, most) = Grades(draft.Assessment);
        if (draft.Grade < least || draft.Grade > most)
            Add(
                ref faults,
                "grade",
                OutOfRange,
                $"Класс {draft.Grade} не подходит: {draft.Assessment.Russian()} проводится в {least}–{most} классах",
                Text(draft.Grade),
                $"{least}..{most}"
            );
        if (draft.Sitting.Length > ExamResult.MaxSittingLength)
            Add(
                ref faults,
                "sitting",
                OutOfRange,
                $"Название работы длиннее {ExamResult.MaxSittingLength} знаков: сократите его",
                draft.Sitting,
                $"0..{ExamResult.MaxSittingLength}"
            );
    }

    static void CheckValues(in ResultDraft draft, ref List<ResultFault>? faults)
    {
        var values = draft.Values;
        var subject = Subject.OfCode(draft.Subject);
        if (subject is null)
            Add(ref faults, "subject", SubjectUnknown, $"Предмет «{draft.Subject}» не найден в справочнике предметов", draft.Subject, null);

        if (values is { MeanThousandths: null, BelowThreshold: null, MarksForm: null })
            Add(
                ref faults,
                "mean",
                ValueMissing,
                "Нет ни среднего балла, ни числа не преодолевших порог, ни отметок: укажите хотя бы одно",
                null,
                null
            );

        if (values.MeanThousandths is { } mean && subject is not null)
        {
            var (least, most) = (subject.MinMean(draft.Assessment), subject.MaxMean(draft.Assessment));
            if (mean < least || mean > most)
                Add(
                    ref faults,
                    "mean",
                    OutOfRange,
                    $"Средний балл {Shown(mean, 1_000)} вне допустимого: {draft.Assessment.Russian()}, {subject.Name} — от {least / 1_000} до {most / 1_000}",
                    Plain(mean, 1_000),
                    $"{least / 1_000}..{most / 1_000}"
                );
        }

        var knownParticipants = values.Participants is null or (>= 0 and <= MaxParticipants);
        if (!knownParticipants)
            OutOf(ref faults, "participants", "Число участников", values.Participants!.Value, MaxParticipants);
        else if (values is { Participants: 0, MeanThousandths: not null })
            Add(
                ref faults,
                "participants",
                OutOfRange,
                "Участников 0, а средний балл указан: оставьте пустым то, чего не было",
                "0",
                $"1..{MaxParticipants}"
            );

        if (values.BelowThreshold is { } below)
        {
            if (below is < 0 or > MaxParticipants)
                OutOf(ref faults, "belowThreshold", "Число не преодолевших порог", below, MaxParticipants);
            else if (knownParticipants && below > values.Participants)
                Add(
                    ref faults,
                    "belowThreshold",
                    BelowExceedsParticipants,
                    $"Не преодолели порог {below}, а участников всего {values.Participants}",
                    Text(below),
                    $"0..{values.Participants}"
                );
        }
    }

    static void CheckMarks(in ResultValues values, MarksForm form, ref List<ResultFault>? faults)
    {
        var counts = form == MarksForm.Counts;
        var field = counts ? "marks" : "marksPercent";
        var most = counts ? MaxParticipants : MarkDistribution.WholePercent;
        var sound =
            Mark(values.Mark2, '2', ref faults)
            & Mark(values.Mark3, '3', ref faults)
            & Mark(values.Mark4, '4', ref faults)
            & Mark(values.Mark5, '5', ref faults);
        if (!sound)
            return;

        var sum = (long)values.Mark2!.Value + values.Mark3!.Value + values.Mark4!.Value + values.Mark5!.Value;
        if (!counts)
        {
            if (Math.Abs(sum - MarkDistribution.WholePercent) > MarkDistribution.PercentTolerance)
                Add(
                    ref faults,
                    field,
                    MarksPercentSum,
                    $"Доли отметок дают в сумме {Shown(sum, 100)}\u00A0%, а должно быть 100\u00A0% (допуск на округление 0,5)",
                    Plain(sum, 100),
                    "99.5..100.5"
                );
        }
        else if (sum == 0)
            Add(
                ref faults,
                field,
                MarksSum,
                "Все четыре числа отметок равны нулю: оставьте пустым то, чего не было",
                "0",
                "1.." + Text(MaxParticipants)
            );
        else if (values.Participants is { } participants && sum != participants)
            Add(
                ref faults,
                field,
                MarksSum,
                $"Отметок {sum}, а участников {participants}: числа должны совпадать",
                Text(sum),
                Text(participants)
            );

        bool Mark(int? value, char mark, ref List<ResultFault>? faults)
        {
            if (value is { } known && known >= 0 && known <= most)
                return true;
            if (value is null)
                Add(ref faults, $"{field}/{mark}", ValueMissing, $"Нет значения для отметки «{mark}»: укажите все четыре", null, null);
            else if (counts)
                OutOf(ref faults, $"{field}/{mark}", $"Число отметок «{mark}»", value.Value, most);
            else
                Add(
                    ref faults,
                    $"{field}/{mark}",
                    OutOfRange,
                    $"Доля отметок «{mark}» {Shown(value.Value, 100)}\u00A0% вне допустимого: от 0 до 100",
                    Plain(value.Value, 100),
                    "0..100"
                );
            return false;
        }
    }

    static (int Least, int Most) Grades(Assessment assessment) =>
        assessment switch
        {
            Assessment.EGE => (11, 12),
            Assessment.OGE => (9, 10),
            _ => (1, 11),
        };

    static void OutOf(ref List<ResultFault>? faults, string field, string name, int value, int most) =>
        Add(ref faults, field, OutOfRange, $"{name} {value} вне допустимого: от 0 до {most}", Text(value), $"0..{most}");

    static void Add(ref List<ResultFault>? faults, string field, string code, string message, string? value, string? allowed) =>
        (faults ??= []).Add(new(field, code, message, value, allowed));

    static string Text(long value) => value.ToString(CultureInfo.InvariantCulture);

    static string Plain(long value, int scale) => ((decimal)value / scale).ToString(CultureInfo.InvariantCulture);

    static string Shown(long value, int scale) => Plain(value, scale).Replace('.', ',');
}
