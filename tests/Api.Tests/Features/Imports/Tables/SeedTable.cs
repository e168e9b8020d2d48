namespace Opora.Api.Tests.Features.Imports.Tables;

/// <summary>Tables of the customer's documents as they were given.</summary>
static class SeedTable
{
    public static string EgeMeans { get; } = PathOf("yelabuga-school2-ege-mean.csv");

    public static string VprMarks { get; } = PathOf("yelabuga-school2-vpr-marks.csv");

    static string PathOf(string name) => Path.Combine(AppContext.BaseDirectory, "Features", "Imports", "Tables", "TestData", name);
}
