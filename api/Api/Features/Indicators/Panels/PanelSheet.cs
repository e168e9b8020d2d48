using Opora.Domain.Indicators;

namespace Opora.Api.Features.Indicators.Panels;

/// <summary>Words of exported sheets.</summary>
internal static class PanelSheet
{
    /// <summary>An indicator with its number and unit.</summary>
    public static string Title(PanelIndicator indicator) =>
        $"{indicator.Number}. {indicator.Name}{(indicator.Unit == IndicatorUnit.Share ? ", %" : "")}";
}
