using Opora.Domain.Places;

namespace Opora.Domain.Indicators;

/// <summary>
/// Something that is watched over periods. Its definition has versions, each for the periods that begin within it, so that a change
/// never rewrites history: what was judged by the old meaning stays so.
/// </summary>
public sealed class Indicator : IOffered, IVersioned, IHistoried
{
    /// <summary>Longest code.</summary>
    public const int CodeLength = 40;

    /// <summary>Longest name.</summary>
    public const int NameLength = 400;

    /// <summary>Longest heading.</summary>
    public const int GroupLength = 200;

    /// <summary>Longest method text.</summary>
    public const int MethodLength = 4_000;

    /// <summary>Longest formula.</summary>
    public const int FormulaLength = 2_000;

    private readonly List<IndicatorVersion> _versions = [];

    private Indicator() { }

    /// <summary>Defines an indicator in a set.</summary>
    /// <param name="set">The set.</param>
    /// <param name="code">Name for programs and formulas; unique in the region.</param>
    /// <param name="number">Place in the set, from 1.</param>
    /// <param name="validFromOn">First day of the periods it is for.</param>
    /// <param name="wording">Its words.</param>
    /// <param name="meaning">What its values mean.</param>
    /// <exception cref="BrokenRule">The codes of <see cref="IndicatorRules.Check(IndicatorMeaning)"/>.</exception>
    public Indicator(IndicatorSet set, string code, int number, DateOnly validFromOn, IndicatorWording wording, IndicatorMeaning meaning)
    {
        IndicatorRules.Check(meaning);
        RegionCode = set.RegionCode;
        SetId = set.Id;
        Code = code;
        Number = number;
        Version = 1;
        _versions.Add(new IndicatorVersion(this, 1, validFromOn, wording, meaning));
        Tell();
    }

    /// <summary>Key.</summary>
    public Guid Id { get; private set; } = Guid.CreateVersion7();

    /// <inheritdoc/>
    public string RegionCode { get; private set; } = "";

    /// <summary>The set it belongs to.</summary>
    public Guid SetId { get; private set; }

    /// <summary>Name for programs and formulas; unique in the region.</summary>
    public string Code { get; private set; } = "";

    /// <summary>Place in the set, from 1.</summary>
    public int Number { get; private set; }

    /// <summary>Name in the present version.</summary>
    public string Name { get; private set; } = "";

    /// <summary>What the present version means, in one line, for the history.</summary>
    public string Definition { get; private set; } = "";

    /// <summary>Periods that begin on this day or later have no values; null while it is watched.</summary>
    public DateOnly? RetiredFromOn { get; private set; }

    /// <inheritdoc/>
    public int Version { get; private set; }

    /// <summary>Its definitions, oldest first.</summary>
    public IReadOnlyList<IndicatorVersion> Versions => _versions;

    object IHistoried.HistoryKey => Id;

    Guid? IHistoried.HistoryRoot => SetId;

    /// <summary>The present definition. The versions must have been loaded.</summary>
    public IndicatorVersion Current => _versions.MaxBy(v => v.No)!;

    /// <summary>The definition by which values of the period are judged; null when it was not watched then.</summary>
    public IndicatorVersion? For(Period period) =>
        RetiredFromOn is { } end && period.StartOn >= end ? null : _versions.Find(v => v.IsFor(period));

    /// <summary>Whether values of both periods are of one unit, so that they may be compared.</summary>
    public bool IsMeasuredAlike(Period one, Period other) => (For(one) ?? Current).Unit == (For(other) ?? Current).Unit;

    /// <summary>Moves it within its set.</summary>
    public void Renumber(int number) => Number = number;

    /// <summary>Corrects the words of the present version.</summary>
    public void Reword(IndicatorWording wording)
    {
        Current.Reword(wording);
        Tell();
    }

    /// <summary>
    /// Gives it another meaning for periods that begin on a day or later: the present version ends the day before, or is replaced when
    /// it would have begun on that very day.
    /// </summary>
    /// <param name="fromOn">First day of the periods meant.</param>
    /// <param name="wording">Words of the new version.</param>
    /// <param name="meaning">What values mean from then on.</param>
    /// <param name="lastUsed">The latest period that has a value; null when none has.</param>
    /// <exception cref="BrokenRule">
    /// <c>definition-has-values</c>, <c>definition-before-present</c>, and the codes of <see cref="IndicatorRules.Check(IndicatorMeaning)"/>.
    /// </exception>
    public void Redefine(DateOnly fromOn, IndicatorWording wording, IndicatorMeaning meaning, Period? lastUsed)
    {
        IndicatorRules.Check(meaning);
        if (lastUsed is { } used && used.StartOn >= fromOn)
            throw new BrokenRule(
                "definition-has-values",
                $"За период {used} уже есть значения по прежнему определению. Новое может действовать только для более поздних периодов."
            );
        var present = Current;
        if (fromOn < present.ValidFromOn)
            throw new BrokenRule(
                "definition-before-present",
                $"Действующее определение введено с {present.ValidFromOn:dd.MM.yyyy}: новое не может начинаться раньше."
            );
        var no = present.No + 1;
        if (fromOn == present.ValidFromOn)
        {
            // Nothing was judged by it: it never was in force.
            _versions.Remove(present);
            no = present.No;
        }
        else
        {
            present.ValidToOn = fromOn.AddDays(-1);
        }
        _versions.Add(new IndicatorVersion(this, no, fromOn, wording, meaning));
        Tell();
    }

    /// <summary>Says that it is watched no more: periods that begin on the day or later take no values.</summary>
    /// <exception cref="BrokenRule"><c>indicator-has-later-values</c></exception>
    public void Retire(DateOnly fromOn, Period? lastUsed)
    {
        if (lastUsed is { } used && used.StartOn >= fromOn)
            throw new BrokenRule(
                "indicator-has-later-values",
                $"За период {used} уже есть значения: показатель можно вывести только после него."
            );
        RetiredFromOn = fromOn;
    }

    /// <summary>Takes the retirement back.</summary>
    /// <exception cref="BrokenRule"><c>indicator-not-retired</c></exception>
    public void Restore() =>
        RetiredFromOn = RetiredFromOn is null ? throw new BrokenRule("indicator-not-retired", "Показатель и так действует.") : null;

    void Tell()
    {
        var v = Current;
        Name = v.Name;
        var text = $"{v.Unit}, {v.Direction}, {v.Level}, {v.PeriodKind}, {v.EnteredBy}, {v.Aggregation}";
        Definition = v.Formula is null ? text : $"{text}: {v.Formula}";
    }
}
