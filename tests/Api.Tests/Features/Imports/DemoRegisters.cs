using Opora.Api.Tests.Support;

namespace Opora.Api.Tests.Features.Imports;

/// <summary>What the registers of the demo add up to, asked for as a person asks, beside what the documents print.</summary>
internal static class DemoRegisters
{
    private static readonly List<string[]> Published =
    [
        .. File.ReadLines(Path.Combine(AppContext.BaseDirectory, "sample-data", "published-figures.csv")).Skip(1).Select(l => l.Split(',')),
    ];

    public static async Task Check(HttpClient tatarstan, HttpClient nazarovo, HttpClient smolensk, HttpClient kabarda)
    {
        (await Trained(tatarstan, 2019)).ShouldBe((Figure("tatarstan", "teachers who completed courses"), 412));
        (await Trained(kabarda, 2017)).ShouldBe((Figure("kbr", "teachers who completed courses"), 330));
        (await Trained(smolensk, 2018)).ShouldBe((Figure("smolensk", "staff trained"), 300));
        (await Reached(nazarovo, "level=Municipal")).ShouldBe(Figure("nazarovo", "teachers who received municipal methodical support"));
        (await Reached(nazarovo, "level=Network&level=Regional")).ShouldBe(
            Figure("nazarovo", "teachers who received support from regional subject associations")
        );
        (await Diagnosed(nazarovo)).ShouldBe(Figure("nazarovo", "teachers who passed professional diagnostics"));
        var tutors = (await kabarda.GetJson("/api/v1/mentorings?kind=SchoolTeam"))
            .GetProperty("items")
            .EnumerateArray()
            .SelectMany(m => m.GetProperty("parties").EnumerateArray())
            .Where(p => p.GetProperty("role").GetString() == "Mentor")
            .Select(p => p.GetProperty("staffMemberId").GetString())
            .Distinct(StringComparer.Ordinal);
        tutors.Count().ShouldBe(Figure("kbr", "tutors trained by a federal provider"));
        var support = await smolensk.GetJson("/api/v1/support/overview?from=2018-01-01&to=2018-12-31");
        support
            .GetProperty("total")
            .GetProperty("children")
            .GetInt32()
            .ShouldBe(Figure("smolensk", "children examined and consulted by psychologists and speech therapists"));
    }

    private static async Task<(int Trained, int Staff)> Trained(HttpClient http, int year)
    {
        var coverage = await http.GetJson($"/api/v1/training-coverage?from={year}-01-01&until={year}-12-31");
        return (coverage.GetProperty("trained").GetInt32(), coverage.GetProperty("staff").GetInt32());
    }

    // Whole per cents of the teachers of the supported schools in the school year, as the note prints them.
    private static async Task<int> Reached(HttpClient http, string levels)
    {
        var coverage = await http.GetJson($"/api/v1/association-coverage?{levels}&from=2020-09-01&until=2021-08-31&supported=true");
        coverage.GetProperty("staff").GetInt32().ShouldBe(125);
        return Percent(coverage.GetProperty("reached").GetInt32(), 125);
    }

    private static async Task<int> Diagnosed(HttpClient http)
    {
        var counts = await http.GetJson("/api/v1/deficit-counts?from=2020-09-01&until=2021-08-31");
        return Percent(counts.GetProperty("diagnosed").GetInt32(), counts.GetProperty("staff").GetInt32());
    }

    private static int Percent(int part, int whole) => (int)Math.Round(100m * part / whole, MidpointRounding.AwayFromZero);

    // Texts with a comma inside stand in quotes: «"teachers who …, %"».
    private static int Figure(string source, string what)
    {
        var line = Published.Single(p => p[0] == source && p[2].Trim('"') == what);
        return int.Parse(line[line[2].StartsWith('"') ? 4 : 3], System.Globalization.CultureInfo.InvariantCulture);
    }
}
