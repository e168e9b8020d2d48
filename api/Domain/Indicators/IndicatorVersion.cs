namespace Opora.Domain.Indicators;

/// <summary>The words of an indicator: they may be corrected without changing what its values mean.</summary>
/// <param name="Name">Russian name.</param>
/// <param name="Group">Heading under which it stands in its set.</param>
/// <param name="Method">How the value is obtained, in words.</param>
/// <param name="Decimals">Decimals shown, 0 to 3.</param>
/// <param name="WarnChangePercent">
/// A value that differs from the year before by more than so many per cent of it is asked about; null asks nothing.
/// </param>
public sealed record IndicatorWording(string Name, string Group, string? Method, int Decimals, int? WarnChangePercent);

/// <summary>What the values of an indicator mean; another meaning needs another version.</summary>
/// <param name="Unit">What it is measured in.</param>
/// <param name="Direction">Where the better values lie.</param>
/// <param name="Level">Whose values they are.</param>
/// <param name="PeriodKind">Which periods they are for.</param>
/// <param name="EnteredBy">Who brings them.</param>
/// <param name="Aggregation">How schools make larger places.</param>
/// <param name="Breakdown">Into which parts they are told.</param>
/// <param name="MinThousandths">Least value, in thousandths of the shown unit; null is 0 for everything but means and points.</param>
/// <param name="MaxThousandths">Greatest value; null is 100 % for shares and no limit for others.</param>
/// <param name="Formula">How it is computed, when <see cref="IndicatorSource.Formula"/> brings it; else null.</param>
public sealed record IndicatorMeaning(
    IndicatorUnit Unit,
    IndicatorDirection Direction,
    IndicatorLevel Level,
    IndicatorPeriodKind PeriodKind,
    IndicatorSource EnteredBy,
    IndicatorAggregation Aggregation,
    BreakdownKind Breakdown = BreakdownKind.None,
    long? MinThousandths = null,
    long? MaxThousandths = null,
    string? Formula = null
);

/// <summary>An indicator as it was defined from one day to another. Values are judged by the version of their period's first day.</summary>
public sealed class IndicatorVersion
{
    private IndicatorVersion() { }

    internal IndicatorVersion(Indicator indicator, int no, DateOnly validFromOn, IndicatorWording wording, IndicatorMeaning meaning)
    {
        IndicatorId = indicator.Id;
        No = no;
        ValidFromOn = validFromOn;
        Reword(wording);
        (Unit, Direction, Level, PeriodKind, EnteredBy, Aggregation) = (
            meaning.Unit,
            meaning.Direction,
            meaning.Level,
            meaning.PeriodKind,
            meaning.EnteredBy,
            meaning.Aggregation
        );
        (Breakdown, MinThousandths, MaxThousandths, Formula) = (
            meaning.Breakdown,
            meaning.MinThousandths,
            meaning.MaxThousandths,
            meaning.Formula
        );
    }

    /// <summary>Key.</summary>
    public Guid Id { get; private set; } = Guid.CreateVersion7();

    /// <summary>The indicator.</summary>
    public Guid IndicatorId { get; private set; }

    /// <summary>Number of the version, from 1.</summary>
    public int No { get; private set; }

    /// <summary>First day of the periods it is for.</summary>
    public DateOnly ValidFromOn { get; private set; }

    /// <summary>Last day on which such a period may begin; null while it is the present version.</summary>
    public DateOnly? ValidToOn { get; internal set; }

    public string Name { get; private set; } = "";
    public string Group { get; private set; } = "";
    public string? Method { get; private set; }
    public int Decimals { get; private set; }
    public int? WarnChangePercent { get; private set; }

    public IndicatorUnit Unit { get; private set; }
    public IndicatorDirection Direction { get; private set; }
    public IndicatorLevel Level { get; private set; }
    public IndicatorPeriodKind PeriodKind { get; private set; }
    public IndicatorSource EnteredBy { get; private set; }
    public IndicatorAggregation Aggregation { get; private set; }
    public BreakdownKind Breakdown { get; private set; }
    public long? MinThousandths { get; private set; }
    public long? MaxThousandths { get; private set; }
    public string? Formula { get; private set; }

    /// <summary>Its words.</summary>
    public IndicatorWording Wording => new(Name, Group, Method, Decimals, WarnChangePercent);

    /// <summary>What its values mean.</summary>
    public IndicatorMeaning Meaning =>
        new(Unit, Direction, Level, PeriodKind, EnteredBy, Aggregation, Breakdown, MinThousandths, MaxThousandths, Formula);

    /// <summary>Whether values of the period are judged by this version.</summary>
    public bool IsFor(Period period) => period.StartOn >= ValidFromOn && (ValidToOn is not { } last || period.StartOn <= last);

    internal void Reword(IndicatorWording wording) => (Name, Group, Method, Decimals, WarnChangePercent) = wording;
}
