using Opora.Domain.Places;

namespace Opora.Domain.Training.Diagnostics;

/// <summary>
/// What diagnostics found out about one teacher, at one attempt. It belongs to the main school of the teacher and moves along with the
/// teacher; the name stands in the row of the teacher only.
/// </summary>
public sealed class DiagnosticResult : IPlaced, IVersioned, IHistoried
{
    private readonly List<DiagnosticFinding> _findings = [];

    private DiagnosticResult() { }

    /// <summary>Writes a result down.</summary>
    /// <exception cref="BrokenRule"><c>campaign-elsewhere</c>, <c>day-outside-campaign</c>, <c>date-in-future</c>, <c>nothing-measured</c></exception>
    public DiagnosticResult(DiagnosticCampaign campaign, Teacher teacher, int attempt, ResultFacts facts, DateOnly today)
    {
        if (!campaign.IsFor(teacher))
            throw new BrokenRule("campaign-elsewhere", "Диагностика проводится в другом муниципалитете.");
        (CampaignId, TeacherId, Attempt, Version) = (campaign.Id, teacher.Id, attempt, 1);
        (RegionCode, MunicipalityCode, SchoolId) = (teacher.RegionCode, teacher.MunicipalityCode, teacher.SchoolId);
        Revise(campaign, facts, today);
    }

    /// <summary>Key.</summary>
    public Guid Id { get; private set; } = Guid.CreateVersion7();

    /// <inheritdoc/>
    public string RegionCode { get; private set; } = "";

    /// <inheritdoc cref="IPlaced.MunicipalityCode"/>
    public string MunicipalityCode { get; private set; } = "";

    string? IPlaced.MunicipalityCode => MunicipalityCode;

    /// <summary>The main school of the teacher.</summary>
    public Guid SchoolId { get; private set; }

    Guid? IPlaced.SchoolId => SchoolId;

    /// <summary>Of which diagnostics.</summary>
    public Guid CampaignId { get; private set; }

    /// <summary>Who.</summary>
    public Guid TeacherId { get; private set; }

    /// <summary>Number of the attempt, from 1.</summary>
    public int Attempt { get; private set; }

    /// <summary>The day.</summary>
    public DateOnly On { get; private set; }

    /// <summary>How well the teacher does on the whole.</summary>
    public DiagnosticLevel? Level { get; private set; }

    /// <summary>How many deficits were found.</summary>
    public int DeficitCount { get; private set; }

    /// <inheritdoc/>
    public int Version { get; private set; }

    /// <summary>What was measured.</summary>
    public IReadOnlyList<DiagnosticFinding> Findings => _findings;

    object IHistoried.HistoryKey => Id;

    Guid? IHistoried.HistoryRoot => CampaignId;

    IReadOnlyCollection<string> IHistoried.PersonalFields => [nameof(Level), nameof(DeficitCount)];

    /// <summary>Corrects what came out.</summary>
    /// <exception cref="BrokenRule"><c>day-outside-campaign</c>, <c>date-in-future</c>, <c>nothing-measured</c></exception>
    public void Revise(DiagnosticCampaign campaign, ResultFacts facts, DateOnly today)
    {
        if (facts.On < campaign.FromOn || facts.On > campaign.UntilOn)
            throw new BrokenRule(
                "day-outside-campaign",
                $"Диагностика идёт с {campaign.FromOn:dd.MM.yyyy} по {campaign.UntilOn:dd.MM.yyyy}, а указан день {facts.On:dd.MM.yyyy}."
            );
        if (facts.On > today)
            throw new BrokenRule("date-in-future", $"Дата {facts.On:dd.MM.yyyy} ещё не наступила.");
        if (facts.Readings.All(r => !r.Measured) && facts.Level is null)
            throw new BrokenRule("nothing-measured", "Не указано ни одного результата.");
        (On, Level) = (facts.On, facts.Level);
        var measured = campaign.Columns.Zip(facts.Readings).Where(m => m.Second.Measured).ToList();
        _findings.RemoveAll(f => !measured.Exists(m => m.First.DeficitId == f.DeficitId));
        foreach (var (measure, reading) in measured)
            if (_findings.Find(f => f.DeficitId == measure.DeficitId) is { } known)
                known.Become(reading);
            else
                _findings.Add(new DiagnosticFinding(this, measure, reading));
        DeficitCount = _findings.Count(f => f.Found);
    }
}
