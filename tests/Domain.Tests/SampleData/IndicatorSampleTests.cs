using System.Diagnostics;
using System.Globalization;
using Shouldly;

namespace Opora.Domain.Tests.SampleData;

/// <summary>The invented values of indicators satisfy the printed tables, one figure after another.</summary>
public sealed class IndicatorSampleTests
{
    const int Schools = 75;

    /// <summary>
    /// Mean, greatest and least over the schools with a value. The number of schools that the table prints beside is of those above zero,
    /// except in the two rows where only so many have a value: 19,2 % over 75 schools would need more than 44 % in twelve of them.
    /// </summary>
    [Theory]
    [InlineData(1, 75, 75)]
    [InlineData(2, 75, 16)]
    [InlineData(3, 75, 18)]
    [InlineData(4, 64, 6)]
    [InlineData(5, 64, 11)]
    [InlineData(6, 64, 2)]
    [InlineData(7, 12, 11)]
    [InlineData(8, 20, 18)]
    [InlineData(9, 75, 70)]
    [InlineData(10, 75, 14)]
    [InlineData(11, 75, 75)]
    [InlineData(12, 75, 12)]
    [InlineData(13, 75, 49)]
    public void Smolensks_values_come_to_the_printed_row(int number, int withValue, int aboveZero)
    {
        var printed = SampleFiles.Rows("smolensk-monitoring-2018.csv")[number];
        var values = Values($"smo-{number:00}");
        (values.Count, values.Count(v => v > 0)).ShouldBe((withValue, aboveZero));
        Agrees(values.Average(), printed[1], decimals: 3);
        Agrees(values.Max(), printed[2], decimals: 2);
        Agrees(values.Min(), printed[3], decimals: 2);
    }

    [Fact]
    public void Smolensks_remarks_hold()
    {
        Values("smo-13").Count(v => v <= 1).ShouldBe(53);
        Values("smo-13").Sum().ShouldBe(132, "1,76 of 75 schools");
        Values("smo-11").Count(v => v == Values("smo-11").Min()).ShouldBe(2);
        SampleFiles.Items("schools", "smolensk-schools.csv").Count().ShouldBe(Schools);
        SampleFiles.Items("municipalities", "smolensk-municipalities.csv").Count().ShouldBe(27);
    }

    [Fact]
    public void Yelabugas_table_is_told_row_by_row()
    {
        var printed = SampleFiles.Rows("yelabuga-school2-indicators.csv").Skip(1).ToList();
        var told = Rows("tatarstan-indicators.csv").ToList();
        printed.Count.ShouldBe(38);
        for (var n = 1; n <= printed.Count; n++)
        {
            var (fact, target) = (printed[n - 1][2], printed[n - 1][3]);
            var rows = told.Where(r => r[1] == $"yel-{n:00}").ToDictionary(r => r[2], StringComparer.Ordinal);
            var isComputed = n is >= 13 and <= 22;
            rows.ContainsKey("2019").ShouldBe(!isComputed);
            if (!isComputed)
                rows["2019"][5].ShouldBe(fact);
            rows.ContainsKey("2020").ShouldBe(target.Length > 0);
            if (target.Length > 0)
                (rows["2020"][6], rows["2020"][7], rows["2020"][8], rows["2020"][5]).ShouldBe((target, fact, "2019", ""), $"row {n}");
            rows.ContainsKey("2021").ShouldBe(!isComputed);
            if (!isComputed)
                rows["2021"][9].ShouldStartWith("Демонстрационное");
        }
    }

    [Fact]
    public async Task The_generator_makes_the_same_bytes_again()
    {
        var folder = Directory.CreateTempSubdirectory("opora-sample-indicators").FullName;
        try
        {
            using var node = Process.Start("node", [Path.Combine(SampleFiles.Folder, "generate-indicators.mjs"), folder]);
            await node.WaitForExitAsync(TestContext.Current.CancellationToken);
            node.ExitCode.ShouldBe(0);
            var made = Directory.GetFiles(folder);
            made.Length.ShouldBe(6);
            foreach (var file in made)
                File.ReadAllBytes(file).ShouldBe(File.ReadAllBytes(Path.Combine(SampleFiles.Folder, Path.GetFileName(file))), file);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    static void Agrees(double figure, string printed, int decimals)
    {
        if (printed.Length > 0)
            Math.Round(figure, decimals, MidpointRounding.AwayFromZero)
                .ShouldBe(double.Parse(printed, CultureInfo.InvariantCulture), tolerance: 1e-9);
    }

    static List<double> Values(string indicator) =>
        [
            .. Rows("smolensk-indicators.csv")
                .Where(r => r[1] == indicator)
                .Select(r =>
                    r[4].Length > 0 ? Number(r[3]) / Number(r[4])
                    : r[5] is "да" or "нет" ? (r[5] == "да" ? 1 : 0)
                    : Number(r[5])
                ),
        ];

    static IEnumerable<string[]> Rows(string file) => SampleFiles.Rows(file).Skip(1);

    static double Number(string cell) => double.Parse(cell, CultureInfo.InvariantCulture);
}
