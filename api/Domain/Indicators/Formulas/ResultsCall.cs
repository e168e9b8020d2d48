using Opora.Domain.Results;

namespace Opora.Domain.Indicators.Formulas;

/// <summary>Reads the arguments of a function over results: assessment, subject, grade, marks, and the labelled choices.</summary>
sealed class ResultsCall(FormulaBinder binder, CallSyntax call, ResultsFunction function)
{
    const int LastGrade = 11;
    const int LeastMark = 2;
    const int GreatestMark = 5;
    static readonly string[] AssessmentCodes = Enum.GetNames<Assessment>();

    readonly List<FormulaSyntax> placed = [.. call.Arguments.Where(argument => argument.Label is null).Select(argument => argument.Value)];
    string sitting = "";
    DynamicsBase share = DynamicsBase.Comparable;
    bool ofListed;

    public ResultsPart? Bind()
    {
        if (placed.Count < 2)
            return Refused(FormulaMistake.Arguments, call, $"Функции {call.Function} нужны процедура и предмет: {Usage()}");
        if (Assessment() is not { } assessment || SubjectCode(assessment) is not { } subject || !Labels())
            return null;
        if (Grade(assessment, subject) is not { } grade || Marks() is not { } marks)
            return null;
        var last = function == ResultsFunction.Marks ? placed.Count : 3;
        if (placed.Count > last)
            return Refused(FormulaMistake.Arguments, placed[last], $"Лишний аргумент: {Usage()}");
        var type = function switch
        {
            ResultsFunction.Participants => FormulaType.Whole,
            ResultsFunction.Mean => FormulaType.Number,
            _ => FormulaType.Share,
        };
        return new(function, new(assessment, subject, grade, sitting), marks, share, ofListed, type, call.Position, call.Length);
    }

    Assessment? Assessment()
    {
        if (placed[0] is NameSyntax name && AssessmentNames.Named(name.Text) is { } assessment)
            return assessment;
        var written = (placed[0] as NameSyntax)?.Text;
        binder.Wrong(
            FormulaMistake.UnknownName,
            placed[0],
            $"{(written is null ? "Здесь нужна процедура" : $"Процедуры «{written}» нет")}, есть {string.Join(", ", AssessmentCodes)}",
            written is null ? null : NearestName.Of(written, AssessmentCodes)
        );
        return null;
    }

    string? SubjectCode(Assessment assessment)
    {
        var written = (placed[1] as NameSyntax)?.Text;
        if (written == ResultGroup.MainSubjects)
        {
            if (function == ResultsFunction.Rising && assessment == Results.Assessment.VPR)
                return written;
            binder.Wrong(FormulaMistake.UnknownName, placed[1], "Два основных предмета (main) есть только у rising(VPR, main)");
            return null;
        }
        if (Subject.OfCode(written) is { } subject)
            return subject.Code;
        binder.Wrong(
            FormulaMistake.UnknownName,
            placed[1],
            written is null ? "Здесь нужен код предмета, например russian" : $"Предмета с кодом «{written}» нет",
            written is null ? null : Subject.Named(written)?.Code ?? NearestName.Of(written, Subject.All.Select(one => one.Code))
        );
        return null;
    }

    int? Grade(Assessment assessment, string subject)
    {
        if (subject == ResultGroup.MainSubjects)
        {
            if (placed.Count == 2)
                return ResultGroup.AllGrades;
            return Wrong(FormulaMistake.Arguments, placed[2], "Два основных предмета берутся сразу по всем классам: класс не указывается");
        }
        if (placed.Count == 2)
            return assessment.UsualGrade()
                ?? Wrong(FormulaMistake.Arguments, call, $"{assessment.Russian()} проходит в нескольких классах: укажите класс или all");
        return placed[2] switch
        {
            NameSyntax { Text: "all" } => ResultGroup.AllGrades,
            NumberSyntax number when WholeOf(number) is >= 1 and <= LastGrade and var grade => grade,
            var other => Wrong(FormulaMistake.Arguments, other, $"Здесь нужен класс от 1 до {LastGrade} или all"),
        };
    }

    List<int>? Marks()
    {
        if (function != ResultsFunction.Marks)
            return [];
        var marks = new SortedSet<int>();
        foreach (var syntax in placed.Skip(3))
        {
            if (syntax is not NumberSyntax number || WholeOf(number) is not (>= LeastMark and <= GreatestMark and var mark))
            {
                binder.Wrong(FormulaMistake.Arguments, syntax, $"Отметка — это число от {LeastMark} до {GreatestMark}");
                return null;
            }
            if (marks.Add(mark))
                continue;
            binder.Wrong(FormulaMistake.Arguments, syntax, $"Отметка «{mark}» названа дважды");
            return null;
        }
        if (marks.Count > 0)
            return [.. marks];
        binder.Wrong(FormulaMistake.Arguments, call, $"Не названо ни одной отметки: {Usage()}");
        return null;
    }

    bool Labels()
    {
        foreach (var argument in call.Arguments)
            if (argument.Label is { } label && !Labelled(label, argument.Value))
                return false;
        // A share of the list is a share of listed schools.
        ofListed |= share == DynamicsBase.Cohort;
        return true;
    }

    bool Labelled(NameSyntax label, FormulaSyntax value)
    {
        string[] known = function == ResultsFunction.Rising ? ["base", "of", "sitting"] : ["sitting"];
        if (!known.Contains(label.Text))
        {
            var choices = string.Join(", ", known.Select(name => name + ":"));
            Refused(
                FormulaMistake.UnknownName,
                label,
                $"У {call.Function} нет «{label.Text}:», есть {choices}",
                NearestName.Of(label.Text, known)
            );
            return false;
        }
        switch (label.Text, value)
        {
            case ("sitting", TextSyntax { Text.Length: > 0 and <= ExamResult.MaxSittingLength } text):
                sitting = text.Text;
                return true;
            case ("base", NameSyntax { Text: "comparable" or "cohort" } name):
                share = name.Text == "cohort" ? DynamicsBase.Cohort : DynamicsBase.Comparable;
                return true;
            case ("of", NameSyntax { Text: "listed" }):
                ofListed = true;
                return true;
        }
        var allowed = label.Text switch
        {
            "sitting" => "название работы в кавычках",
            "base" => "comparable или cohort",
            _ => "listed",
        };
        Refused(FormulaMistake.Arguments, value, $"После «{label.Text}:» ожидается {allowed}");
        return false;
    }

    string Usage() =>
        function switch
        {
            ResultsFunction.Marks => "marks(процедура, предмет, класс, отметки…), например marks(VPR, russian, 5, 2, 3)",
            ResultsFunction.Rising => "rising(процедура, предмет, класс), например rising(OGE, mathematics, 9)",
            _ => $"{call.Function}(процедура, предмет, класс), например {call.Function}(EGE, russian, 11)",
        };

    static int? WholeOf(NumberSyntax number) =>
        number.Thousandths % Measure.Scale == 0 && number.Thousandths / Measure.Scale <= int.MaxValue
            ? (int)(number.Thousandths / Measure.Scale)
            : null;

    int? Wrong(FormulaMistake mistake, FormulaSyntax at, string message)
    {
        binder.Wrong(mistake, at, message);
        return null;
    }

    ResultsPart? Refused(FormulaMistake mistake, FormulaSyntax at, string message, string? nearest = null)
    {
        binder.Wrong(mistake, at, message, nearest);
        return null;
    }
}
