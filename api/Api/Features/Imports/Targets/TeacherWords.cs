using System.Globalization;
using Opora.Api.Features.Imports.Tables;
using Opora.Domain;
using Opora.Domain.Results;
using Opora.Domain.Training;

namespace Opora.Api.Features.Imports.Targets;

/// <summary>Cells of staff lists as names, subjects, categories and years.</summary>
internal static class TeacherWords
{
    private const int Earliest = 1940;
    private const int MostYears = 80;

    private static readonly CultureInfo Russian = CultureInfo.GetCultureInfo("ru-RU");

    // Taught, but no assessment is held in them: the register keeps subjects of assessments only.
    private static readonly string[] Unassessed =
    [
        "физкультур",
        "физическ",
        "адаптивн",
        "музык",
        "изо",
        "изобразит",
        "мхк",
        "искусств",
        "технолог",
        "труд",
        "обж",
        "обзр",
        "основы",
        "орксэ",
        "однкнр",
        "астроном",
        "родн",
        "начальн",
        "кубановедени",
        "внеурочн",
        "психолог",
        "логопед",
        "дефектолог",
        "хореограф",
        "ритмик",
        "чтение",
        "литературное",
        "экономик",
        "право",
        "черчени",
        "экологи",
        "проект",
    ];

    /// <summary>The full name, its words one space apart; capitals throughout become ordinary writing. Null when it is wrong (then it is told).</summary>
    public static string? Name(MappedItem item, ItemFaults faults)
    {
        var field = item[TeacherField.FullName] is null ? TeacherField.Surname : TeacherField.FullName;
        string?[] cells =
            field == TeacherField.FullName
                ? [item[field]]
                : [item[TeacherField.Surname], item[TeacherField.GivenName], item[TeacherField.Patronymic]];
        var name = string.Join(' ', cells.OfType<string>().SelectMany(c => c.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)));
        if (item[field] is null)
        {
            faults.Required(item.Source(TeacherField.FullName) is null ? TeacherField.Surname : TeacherField.FullName);
            return null;
        }
        var words = SearchText.FoldName(name).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (name.Length > Teacher.NameLength)
            faults.Add(field, "too-long", $"Имя длиннее {Teacher.NameLength} знаков: сократите его.");
        else if (words.Length < 2 || Array.Exists(words, w => w.Length == 1))
            faults.Add(field, "name-incomplete", "Напишите фамилию, имя и отчество полностью: по инициалам человека не узнать.");
        else
            return !name.Any(char.IsLower) ? Russian.TextInfo.ToTitleCase(name.ToLower(Russian)) : name;
        return null;
    }

    /// <summary>Codes of the subjects; null when the cell says nothing.</summary>
    public static IReadOnlyList<string>? Subjects(MappedItem item, ItemFaults faults)
    {
        if (item[TeacherField.Subjects] is not { } text)
            return null;
        var codes = new List<string>();
        foreach (var part in text.Split([',', ';', '/', '\n', '+'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        foreach (var word in Subject.Named(part) is null ? part.Split(" и ", StringSplitOptions.TrimEntries) : [part])
            if (Subject.Named(word) is { } subject)
                codes.Add(subject.Code);
            else if (!Array.Exists(Unassessed, w => word.StartsWith(w, StringComparison.CurrentCultureIgnoreCase)))
                faults.Add(
                    TeacherField.Subjects,
                    "subject-unknown",
                    $"Предмет «{word}» не найден в справочнике. Напишите предметы через запятую."
                );
        if (codes.Distinct(StringComparer.Ordinal).Count() > Teacher.MostSubjects)
            faults.Add(TeacherField.Subjects, "too-many", $"Не больше {Teacher.MostSubjects} предметов.");
        return codes;
    }

    /// <summary>The category; null when the cell says nothing.</summary>
    public static TeacherCategory? Category(MappedItem item, ItemFaults faults)
    {
        if (item[TeacherField.Category] is not { } text)
            return null;
        var lower = text.ToLower(Russian);
        if (lower.StartsWith("высш", StringComparison.Ordinal) || lower.StartsWith("вкк", StringComparison.Ordinal))
            return TeacherCategory.Highest;
        if (
            lower.StartsWith("перв", StringComparison.Ordinal)
            || lower is "1" or "i" or "1кк" or "1 кк" or "i кк"
            || lower.StartsWith("1 кат", StringComparison.Ordinal)
        )
            return TeacherCategory.First;
        if (lower.Contains("соотв", StringComparison.Ordinal) || lower is "сзд" or "сод")
            return TeacherCategory.Conformity;
        if (
            lower.StartsWith("без", StringComparison.Ordinal)
            || lower.StartsWith("нет", StringComparison.Ordinal)
            || lower.StartsWith("не ", StringComparison.Ordinal)
        )
            return TeacherCategory.None;
        const string allowed = "высшая, первая, соответствие должности, нет";
        faults.Add(TeacherField.Category, "word-unknown", $"«{text}» не понято. Напишите одно из: {allowed}.", allowed);
        return null;
    }

    /// <summary>The year in which the person began to teach, and whether it follows from years of experience only.</summary>
    public static (int? Year, bool Counted) Experience(MappedItem item, DateOnly today, ItemFaults faults)
    {
        var field = item[TeacherField.ExperienceSince] is null ? TeacherField.Experience : TeacherField.ExperienceSince;
        if (item[field] is not { } text)
            return default;
        var digits = text.AsSpan(0, text.AsSpan().IndexOfAnyExceptInRange('0', '9') is var at and >= 0 ? at : text.Length);
        if (int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
        {
            if (number >= Earliest && number <= today.Year)
                return (number, false);
            if (field == TeacherField.Experience && number <= MostYears)
                return (today.Year - number, true);
        }
        faults.Add(
            field,
            "experience-invalid",
            $"«{text}» не понято. Напишите год начала стажа (2004) или число полных лет (17).",
            $"{Earliest}..{today.Year}, 0..{MostYears}"
        );
        return default;
    }

    /// <summary>A day of a career, not ahead.</summary>
    public static DateOnly? Past(MappedItem item, int field, DateOnly today, ItemFaults faults)
    {
        if (item.Day(field, faults) is not { } day)
            return null;
        if (day <= today && day.Year >= Earliest)
            return day;
        faults.Add(
            field,
            day > today ? "date-in-future" : "out-of-range",
            day > today ? $"Дата {day:dd.MM.yyyy} ещё не наступила." : $"Проверьте год: {day:dd.MM.yyyy}.",
            $"01.01.{Earliest}..{today:dd.MM.yyyy}"
        );
        return null;
    }
}
