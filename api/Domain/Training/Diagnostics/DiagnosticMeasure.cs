using System.Globalization;

namespace Opora.Domain.Training.Diagnostics;

/// <summary>A deficit that a campaign looks for, and how it is told.</summary>
public sealed class DiagnosticMeasure
{
    /// <summary>Highest score that can be said, thousandths of a point.</summary>
    public const int MostScore = 1_000_000;

    private const int Decimals = 3;
    private const decimal Thousand = 1000;

    private static readonly HashSet<string> Yes = new(StringComparer.OrdinalIgnoreCase) { "да", "есть", "дефицит", "+", "1" };
    private static readonly HashSet<string> No = new(StringComparer.OrdinalIgnoreCase) { "нет", "нет дефицита", "0" };
    private static readonly CultureInfo Russian = CultureInfo.GetCultureInfo("ru-RU");

    private DiagnosticMeasure() { }

    internal DiagnosticMeasure(DiagnosticCampaign campaign, int place, MeasureFacts facts)
    {
        (CampaignId, DeficitId) = (campaign.Id, facts.DeficitId);
        Become(place, facts);
    }

    /// <summary>The campaign.</summary>
    public Guid CampaignId { get; private set; }

    /// <summary>What is looked for.</summary>
    public Guid DeficitId { get; private set; }

    /// <summary>Its place among the columns of the campaign, from 0.</summary>
    public int Place { get; private set; }

    /// <summary>Highest score, thousandths of a point; null when only yes or no is told.</summary>
    public int? Maximum { get; private set; }

    /// <summary>Score below which there is a deficit, thousandths of a point.</summary>
    public int? Threshold { get; private set; }

    /// <summary>What a cell may hold, in Russian.</summary>
    public string Allowed =>
        Maximum is { } most
            ? $"число от 0 до {(most / Thousand).ToString("0.###", Russian)}; пусто, если не измеряли"
            : "да или нет; пусто, если не измеряли";

    internal void Become(int place, MeasureFacts facts) => (Place, Maximum, Threshold) = (place, facts.Maximum, facts.Threshold);

    /// <summary>Reads a cell as people write it: «7,5», «да», «н/д»; null when it holds nothing that is allowed.</summary>
    public Reading? Read(string? cell)
    {
        var text = cell?.Trim() ?? "";
        if (Maximum is not { } most)
            return Yes.Contains(text) ? new Reading(true, null, true)
                : No.Contains(text) ? new Reading(true, null, false)
                : RussianNumber.Parse(text, 0).Kind == NumberKind.Missing ? Reading.None
                : null;
        return RussianNumber.Parse(text, Decimals) switch
        {
            { Kind: NumberKind.Missing } => Reading.None,
            { Kind: NumberKind.Number, Scaled: var score } when score >= 0 && score <= most => new Reading(
                true,
                (int)score,
                score < Threshold
            ),
            _ => null,
        };
    }
}
