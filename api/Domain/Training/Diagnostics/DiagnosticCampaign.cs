using Opora.Domain.Places;

namespace Opora.Domain.Training.Diagnostics;

/// <summary>
/// Diagnostics of teachers as they are held once: what is looked for, when, by whom. Everybody in the region reads it; it is written by
/// whoever answers for its municipality, or for the region when it belongs to none. What came out for whom is told by results.
/// </summary>
public sealed class DiagnosticCampaign : IPlaced, IOffered, IVersioned, IHistoried
{
    /// <summary>Longest title.</summary>
    public const int TitleLength = 300;

    private readonly List<DiagnosticMeasure> _measures = [];

    private DiagnosticCampaign() { }

    /// <summary>Announces diagnostics of a municipality, or of the whole region (municipality null).</summary>
    /// <exception cref="BrokenRule"><c>ends-before-start</c>, <c>measure-twice</c>, <c>threshold-wrong</c></exception>
    public DiagnosticCampaign(string regionCode, string? municipalityCode, CampaignFacts facts, IReadOnlyList<MeasureFacts> measures)
    {
        (RegionCode, MunicipalityCode, Version) = (regionCode, municipalityCode, 1);
        Revise(facts);
        Measure(measures);
    }

    /// <summary>Key.</summary>
    public Guid Id { get; private set; } = Guid.CreateVersion7();

    /// <inheritdoc cref="IPlaced.RegionCode"/>
    public string RegionCode { get; private set; } = "";

    /// <inheritdoc/>
    public string? MunicipalityCode { get; private set; }

    Guid? IPlaced.SchoolId => null;

    /// <summary>Title.</summary>
    public string Title { get; private set; } = "";

    /// <summary>The title, folded by <see cref="SearchText"/>.</summary>
    public string SearchName { get; private set; } = "";

    /// <summary>The title by <see cref="SortText"/>.</summary>
    public string SortName { get; private set; } = "";

    /// <summary>What kind of deficits it looks for.</summary>
    public DeficitKind Kind { get; private set; }

    /// <summary>Code of the subject.</summary>
    public string? Subject { get; private set; }

    /// <summary>First day.</summary>
    public DateOnly FromOn { get; private set; }

    /// <summary>Last day.</summary>
    public DateOnly UntilOn { get; private set; }

    /// <summary>Who finds deficits out.</summary>
    public DiagnosticForm Form { get; private set; }

    /// <summary>The organisation that carries it out.</summary>
    public Guid? ProviderId { get; private set; }

    /// <summary>How many deficits it looks for; tells the history that these have changed.</summary>
    public int MeasureCount { get; private set; }

    /// <inheritdoc/>
    public int Version { get; private set; }

    /// <summary>What it looks for.</summary>
    public IReadOnlyList<DiagnosticMeasure> Measures => _measures;

    /// <summary>What it looks for, in the order of its columns.</summary>
    public IReadOnlyList<DiagnosticMeasure> Columns => [.. _measures.OrderBy(m => m.Place)];

    object IHistoried.HistoryKey => Id;

    /// <summary>Corrects what is known.</summary>
    /// <exception cref="BrokenRule"><c>ends-before-start</c></exception>
    public void Revise(CampaignFacts facts)
    {
        if (facts.UntilOn < facts.FromOn)
            throw new BrokenRule("ends-before-start", "Последний день раньше первого: проверьте даты.");
        (Title, Kind, Subject) = (facts.Title.Trim(), facts.Kind, facts.Subject);
        (FromOn, UntilOn, Form, ProviderId) = (facts.FromOn, facts.UntilOn, facts.Form, facts.ProviderId);
        (SearchName, SortName) = (SearchText.Fold(Title), SortText.Key(Title));
    }

    /// <summary>Says anew what it looks for; only while there are no results.</summary>
    /// <exception cref="BrokenRule"><c>measure-twice</c>, <c>threshold-wrong</c></exception>
    public void Measure(IReadOnlyList<MeasureFacts> measures)
    {
        if (measures.DistinctBy(m => m.DeficitId).Count() < measures.Count)
            throw new BrokenRule("measure-twice", "Один дефицит указан дважды.");
        if (measures.Any(m => m.Maximum is null != m.Threshold is null || m.Threshold < 1 || m.Threshold > m.Maximum))
            throw new BrokenRule(
                "threshold-wrong",
                "Порог больше нуля и не больше высшего балла; без баллов не указывают ни того, ни другого."
            );
        _measures.RemoveAll(m => measures.All(wanted => wanted.DeficitId != m.DeficitId));
        foreach (var (place, facts) in measures.Index())
            if (_measures.Find(m => m.DeficitId == facts.DeficitId) is { } known)
                known.Become(place, facts);
            else
                _measures.Add(new DiagnosticMeasure(this, place, facts));
        MeasureCount = measures.Count;
    }

    /// <summary>Whether it looks for just these things, told alike.</summary>
    public bool LooksFor(IReadOnlyList<MeasureFacts> measures) =>
        Columns.Select(m => new MeasureFacts(m.DeficitId, m.Maximum, m.Threshold)).SequenceEqual(measures);

    /// <summary>Whether it is held for the teachers of this place.</summary>
    public bool IsFor(IPlaced place) =>
        place.RegionCode == RegionCode && (MunicipalityCode is null || place.MunicipalityCode == MunicipalityCode);
}
