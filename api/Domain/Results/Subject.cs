using System.Collections.Frozen;
using static Opora.Domain.Results.Assessment;

namespace Opora.Domain.Results;

/// <summary>A school subject or literacy that assessments measure. The catalogue is fixed; a code is what results store and send.</summary>
/// <param name="Code">Stable code in lower case with hyphens.</param>
/// <param name="Name">Russian name as shown.</param>
/// <param name="Assessments">Assessments in which it usually stands; for choosing, not for refusing.</param>
public sealed record Subject(string Code, string Name, IReadOnlyList<Assessment> Assessments)
{
    public const string Russian = "russian";
    public const string Mathematics = "mathematics";
    public const string MathematicsBasic = "mathematics-basic";
    public const string MathematicsProfile = "mathematics-profile";

    /// <summary>All subjects in the order in which tables list them.</summary>
    public static IReadOnlyList<Subject> All { get; } =
    [
        new(Russian, "Русский язык", [EGE, OGE, VPR, REGIONAL, NATIONAL]),
        new(Mathematics, "Математика", [EGE, OGE, VPR, REGIONAL, NATIONAL]),
        new(MathematicsBasic, "Математика базовая", [EGE]),
        new(MathematicsProfile, "Математика профильная", [EGE]),
        new("physics", "Физика", [EGE, OGE, VPR, REGIONAL, NATIONAL]),
        new("chemistry", "Химия", [EGE, OGE, VPR, REGIONAL, NATIONAL]),
        new("informatics", "Информатика", [EGE, OGE, REGIONAL, NATIONAL]),
        new("biology", "Биология", [EGE, OGE, VPR, REGIONAL, NATIONAL]),
        new("history", "История", [EGE, OGE, VPR, REGIONAL, NATIONAL]),
        new("geography", "География", [EGE, OGE, VPR, REGIONAL, NATIONAL]),
        new("english", "Английский язык", [EGE, OGE, VPR, REGIONAL, NATIONAL]),
        new("german", "Немецкий язык", [EGE, OGE, VPR, REGIONAL, NATIONAL]),
        new("french", "Французский язык", [EGE, OGE, VPR, REGIONAL, NATIONAL]),
        new("spanish", "Испанский язык", [EGE, OGE, REGIONAL]),
        new("chinese", "Китайский язык", [EGE, REGIONAL]),
        new("social-studies", "Обществознание", [EGE, OGE, VPR, REGIONAL, NATIONAL]),
        new("literature", "Литература", [EGE, OGE, REGIONAL, NATIONAL]),
        new("world-around", "Окружающий мир", [VPR, REGIONAL, NATIONAL]),
        new("reading-literacy", "Читательская грамотность", [REGIONAL, NATIONAL]),
        new("science-literacy", "Естественно-научная грамотность", [REGIONAL, NATIONAL]),
        new("mathematical-literacy", "Математическая грамотность", [REGIONAL, NATIONAL]),
    ];

    static readonly FrozenDictionary<string, Subject> ByCode = All.ToFrozenDictionary(s => s.Code, StringComparer.Ordinal);

    static readonly FrozenDictionary<string, Subject> ByName = Names()
        .ToFrozenDictionary(n => n.Name, n => n.Subject, StringComparer.OrdinalIgnoreCase);

    static readonly FrozenDictionary<string, Subject> ByFold = Names()
        .DistinctBy(n => SearchText.Fold(n.Name), StringComparer.Ordinal)
        .ToFrozenDictionary(n => SearchText.Fold(n.Name), n => n.Subject, StringComparer.Ordinal);

    /// <summary>The subject with exactly this code, or null.</summary>
    public static Subject? OfCode(string? code) => code is null ? null : ByCode.GetValueOrDefault(code);

    /// <summary>The subject that a cell names: a code, a Russian name or one of the ways in which people shorten it; or null.</summary>
    public static Subject? Named(string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
            return null;
        var name = text.Trim();
        return ByCode.GetValueOrDefault(name) ?? ByName.GetValueOrDefault(name) ?? ByFold.GetValueOrDefault(SearchText.Fold(name));
    }

    /// <summary>In what the mean is measured. ОГЭ and regional works come in either: a mean of at most 5 is one of marks.</summary>
    public ResultScale ScaleOf(Assessment assessment, int? meanThousandths) =>
        assessment switch
        {
            EGE => Code == MathematicsBasic ? ResultScale.Marks : ResultScale.Points,
            VPR => ResultScale.Marks,
            _ => meanThousandths is > 5_000 ? ResultScale.Points : ResultScale.Marks,
        };

    /// <summary>The least mean that can be true, in thousandths.</summary>
    public int MinMean(Assessment assessment) => ByMarksOnly(assessment) ? 2_000 : 0;

    /// <summary>The greatest mean that can be true, in thousandths: 100 points, 70 primary points of ОГЭ, or the mark «5».</summary>
    public int MaxMean(Assessment assessment) =>
        ByMarksOnly(assessment) ? 5_000
        : assessment == OGE ? 70_000
        : 100_000;

    bool ByMarksOnly(Assessment assessment) => assessment == VPR || (assessment == EGE && Code == MathematicsBasic);

    static IEnumerable<(string Name, Subject Subject)> Names()
    {
        var aliases = Aliases();
        return All.SelectMany(
            subject => aliases.GetValueOrDefault(subject.Code, []).Prepend(subject.Name),
            (subject, name) => (name, subject)
        );
    }

    static Dictionary<string, string[]> Aliases() =>
        new(StringComparer.Ordinal)
        {
            [Russian] = ["Русский", "Рус. яз.", "Рус. язык", "Русск. яз.", "Русский яз.", "РЯ"],
            [Mathematics] = ["Матем.", "Мат.", "Мат-ка", "МА", "Алгебра"],
            [MathematicsBasic] =
            [
                "Математика (базовая)",
                "Математика база",
                "Математика базовый уровень",
                "Математика (базовый уровень)",
                "Базовая математика",
                "Математика баз.",
                "Математика Б",
            ],
            [MathematicsProfile] =
            [
                "Математика (профильная)",
                "Математика профиль",
                "Математика профильный уровень",
                "Математика (профильный уровень)",
                "Профильная математика",
                "Математика проф.",
                "Математика П",
            ],
            ["physics"] = ["Физ."],
            ["chemistry"] = ["Хим."],
            ["informatics"] = ["Информатика и ИКТ", "Информатика и информационно-коммуникационные технологии", "ИКТ", "Информ."],
            ["biology"] = ["Биол."],
            ["history"] = ["История России", "Ист."],
            ["geography"] = ["Геогр."],
            ["english"] = ["Английский", "Англ. яз.", "Англ. язык", "Англ.", "Иностранный язык (английский)"],
            ["german"] = ["Немецкий", "Нем. яз.", "Нем. язык", "Нем.", "Иностранный язык (немецкий)"],
            ["french"] = ["Французский", "Фр. яз.", "Франц. яз.", "Франц. язык", "Иностранный язык (французский)"],
            ["spanish"] = ["Испанский", "Исп. яз.", "Иностранный язык (испанский)"],
            ["chinese"] = ["Китайский", "Кит. яз.", "Иностранный язык (китайский)"],
            ["social-studies"] = ["Общество", "Обществозн.", "Общ."],
            ["literature"] = ["Лит-ра", "Лит."],
            ["world-around"] = ["Окр. мир", "Окружающий", "ОМ"],
            ["reading-literacy"] = ["Читательская", "ЧГ", "Чит. грамотность", "Смысловое чтение"],
            ["science-literacy"] = ["Естественнонаучная грамотность", "ЕНГ", "ЕГ", "Естественно-научная"],
            ["mathematical-literacy"] = ["МГ", "Мат. грамотность"],
        };
}
