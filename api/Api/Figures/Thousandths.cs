namespace Opora.Api.Figures;

/// <summary>Scaled integers as decimals.</summary>
internal static class Thousandths
{
    private const decimal Scale = 1_000m;

    public static decimal Shown(int thousandths) => thousandths / Scale;

    public static decimal? Shown(int? thousandths) => thousandths / Scale;

    public static decimal Shown(long thousandths) => thousandths / Scale;

    public static decimal? Shown(long? thousandths) => thousandths / Scale;
}
