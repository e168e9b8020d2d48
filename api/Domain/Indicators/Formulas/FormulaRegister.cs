namespace Opora.Domain.Indicators.Formulas;

/// <summary>
/// Something that a register counts and a formula asks for by name. A new register enters the language by an entry here; who evaluates
/// formulas brings its count.
/// </summary>
/// <param name="Code">Name in formulas.</param>
/// <param name="Words">What is counted, in Russian.</param>
/// <param name="PlacesOnly">Whether a school has no such count.</param>
public sealed record FormulaRegister(string Code, string Words, bool PlacesOnly)
{
    public static readonly FormulaRegister Pupils = new("pupils", "число обучающихся", PlacesOnly: false);
    public static readonly FormulaRegister Teachers = new("teachers", "число педагогов", PlacesOnly: false);
    public static readonly FormulaRegister Schools = new("schools", "число школ", PlacesOnly: true);
    public static readonly FormulaRegister Listed = new("listed", "число школ перечня", PlacesOnly: true);
    public static readonly FormulaRegister Staff = new("staff", "число педагогов по реестру на конец периода", PlacesOnly: false);
    public static readonly FormulaRegister StaffCategory = new(
        "staffcategory",
        "число педагогов с первой или высшей категорией",
        PlacesOnly: false
    );
    public static readonly FormulaRegister StaffPlan = new(
        "staffplan",
        "число педагогов с индивидуальным планом развития",
        PlacesOnly: false
    );
    public static readonly FormulaRegister StaffPortfolio = new("staffportfolio", "число педагогов с портфолио", PlacesOnly: false);

    public static readonly FormulaRegister Trained = new(
        "trained",
        "число педагогов, завершивших курсы за период, среди работающих на его конец",
        PlacesOnly: false
    );
    public static readonly FormulaRegister TrainingHours = new(
        "traininghours",
        "число часов курсов, завершённых за период работающими на его конец педагогами",
        PlacesOnly: false
    );
    public static readonly FormulaRegister Diagnosed = new(
        "diagnosed",
        "число педагогов на конец периода, прошедших за период диагностику профессиональных дефицитов",
        PlacesOnly: false
    );

    public static readonly FormulaRegister Examined = new(
        "examined",
        "число детей, обследованных и проконсультированных специалистами за период",
        PlacesOnly: false
    );
    public static readonly FormulaRegister Visits = new("visits", "число выездов методической помощи за период", PlacesOnly: false);
    public static readonly FormulaRegister Consulted = new(
        "consulted",
        "число педагогов, родителей и руководителей, получивших консультации за период",
        PlacesOnly: false
    );
    public static readonly FormulaRegister Partnerships = new(
        "partnerships",
        "число договоров школы с партнёрами, действовавших в периоде",
        PlacesOnly: false
    );
    public static readonly FormulaRegister PartnershipsOutside = new(
        "partnershipsoutside",
        "число договоров с партнёрами вне муниципалитета школы, действовавших в периоде",
        PlacesOnly: false
    );
    public static readonly FormulaRegister Mentored = new(
        "mentored",
        "число педагогов, у которых в периоде был наставник",
        PlacesOnly: false
    );
    public static readonly FormulaRegister Interned = new(
        "interned",
        "число педагогов, завершивших стажировку в периоде",
        PlacesOnly: false
    );

    public static readonly FormulaRegister Events = new(
        "events",
        "число проведённых за период мероприятий, в которых участвовала школа",
        PlacesOnly: false
    );
    public static readonly FormulaRegister Reached = new(
        "reached",
        "число участников мероприятий за период: известные по имени – один раз, без имён – суммой",
        PlacesOnly: false
    );
    public static readonly FormulaRegister MetSchool = new(
        "metschool",
        "число педагогов, бывших за период на заседаниях школьных методобъединений",
        PlacesOnly: false
    );
    public static readonly FormulaRegister MetMunicipal = new(
        "metmunicipal",
        "число педагогов, бывших за период на заседаниях муниципальных методобъединений",
        PlacesOnly: false
    );
    public static readonly FormulaRegister MetWide = new(
        "metwide",
        "число педагогов, бывших за период на заседаниях сетевых и региональных методобъединений",
        PlacesOnly: false
    );

    /// <summary>All registers.</summary>
    public static IReadOnlyList<FormulaRegister> All { get; } =
    [
        Pupils,
        Teachers,
        Schools,
        Listed,
        Staff,
        StaffCategory,
        StaffPlan,
        StaffPortfolio,
        Trained,
        TrainingHours,
        Diagnosed,
        Examined,
        Visits,
        Consulted,
        Events,
        Reached,
        MetSchool,
        MetMunicipal,
        MetWide,
        Partnerships,
        PartnershipsOutside,
        Mentored,
        Interned,
    ];

    /// <summary>Those that count what was done at schools within the period: where nothing was, it is nought.</summary>
    public static IReadOnlyList<FormulaRegister> OfSupport { get; } = [Examined, Visits, Consulted];

    /// <summary>Those that count events and meetings within the period, and who came to them: people once, however many schools they work at.</summary>
    public static IReadOnlyList<FormulaRegister> OfGatherings { get; } = [Events, Reached, MetSchool, MetMunicipal, MetWide];

    /// <summary>Those that count agreements and people who were helped by others, each once in a place: where none were, it is nought.</summary>
    public static IReadOnlyList<FormulaRegister> OfHelp { get; } = [Partnerships, PartnershipsOutside, Mentored, Interned];

    /// <summary>Those that count the people of the register of teachers.</summary>
    public static IReadOnlyList<FormulaRegister> OfStaff { get; } =
    [Staff, StaffCategory, StaffPlan, StaffPortfolio, Trained, TrainingHours, Diagnosed];

    /// <summary>The register of this name, or null.</summary>
    public static FormulaRegister? Named(string code) => All.FirstOrDefault(register => register.Code == code);
}
