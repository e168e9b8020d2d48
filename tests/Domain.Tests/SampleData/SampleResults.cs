using System.Globalization;
using Opora.Domain.Results;

namespace Opora.Domain.Tests.SampleData;

/// <summary>The demo results as drafts, and their dynamics by the product's own calculation.</summary>
static class SampleResults
{
    public sealed record Row(string Region, string SchoolCode, string PlaceCode, ResultDraft Draft)
    {
        public int? Mean => Draft.Values.EffectiveMean(Draft.Assessment, Subject.OfCode(Draft.Subject)!);
    }

    public static IReadOnlyList<Row> All { get; } = [.. SampleFiles.Items("exam-results").Select(ToRow).OfType<Row>()];

    /// <summary>School code → category, by results year.</summary>
    public static ILookup<int, (string SchoolCode, string Category)> Listed { get; } =
        SampleFiles.Items("cohort-members").ToLookup(m => Period.Parse(m["period"]).ResultsYear, m => (m["schoolCode"], m["category"]));

    static readonly Dictionary<string, (Guid Id, string Municipality)> Schools = SampleFiles
        .Items("schools")
        .Select((s, i) => (Code: s["code"], Id: new Guid(i + 1, 0, 0, new byte[8]), Municipality: s["municipalityCode"]))
        .ToDictionary(s => s.Code, s => (s.Id, s.Municipality));

    public static IReadOnlyList<ResultRollup> Rollups(ResultGroup work)
    {
        GroupResult[] results =
        [
            .. from row in All
            where row.SchoolCode != "" && row.Region == work.RegionCode && row.Draft.Assessment == work.Assessment
            where
                work.IsComposite
                    ? row.Draft.Subject is Subject.Russian or Subject.Mathematics
                    : row.Draft.Subject == work.Subject && row.Draft.Grade == work.Grade
            select new GroupResult(Schools[row.SchoolCode].Id, row.Draft.Year, row.Draft.Subject, row.Mean, row.Draft.Values),
        ];
        var categories = Listed[work.Year].ToDictionary(m => m.SchoolCode, m => m.Category);
        var standings = Schools.Select(s => new SchoolStanding(s.Value.Id, s.Value.Municipality, categories.GetValueOrDefault(s.Key, "")));
        return RollupCalculation.Calculate(work, results, standings, SmallGroups.Standard);
    }

    /// <summary>The listed schools of the year: the sum over all categories and municipalities.</summary>
    public static DynamicsCount OfListed(ResultGroup group) =>
        Rollups(group).Where(r => r.Category != ResultRollup.AllSchools).Aggregate(default(DynamicsCount), (sum, r) => sum + r.Dynamics);

    static Row? ToRow(Dictionary<string, string> fields)
    {
        var marks = Marks(fields, "mark", 0) ?? Marks(fields, "percent", 2);
        var values = new ResultValues(Scaled(fields, "participants", 0), Scaled(fields, "mean", 3), Scaled(fields, "belowThreshold", 0));
        if (marks is { } four)
            values = values with
            {
                MarksForm = fields.ContainsKey("mark2") ? MarksForm.Counts : MarksForm.Percent,
                Mark2 = four[0],
                Mark3 = four[1],
                Mark4 = four[2],
                Mark5 = four[3],
            };
        if (values == default)
            return null;
        var draft = new ResultDraft(
            int.Parse(fields["year"], CultureInfo.InvariantCulture),
            AssessmentNames.Named(fields["assessment"])!.Value,
            Subject.Named(fields["subject"])?.Code ?? fields["subject"],
            int.Parse(fields["grade"], CultureInfo.InvariantCulture),
            "",
            values
        );
        return new(fields["region"], fields.GetValueOrDefault("schoolCode", ""), fields.GetValueOrDefault("placeCode", ""), draft);
    }

    static int[]? Marks(Dictionary<string, string> fields, string prefix, int decimals)
    {
        int?[] marks = [.. "2345".Select(mark => Scaled(fields, prefix + mark, decimals))];
        return marks.All(m => m is not null) ? [.. marks.Select(m => m!.Value)] : null;
    }

    static int? Scaled(Dictionary<string, string> fields, string field, int decimals)
    {
        if (!fields.TryGetValue(field, out var text))
            return null;
        var number = RussianNumber.Parse(text, decimals);
        return number.Kind switch
        {
            NumberKind.Number => (int)number.Scaled,
            NumberKind.Missing => null,
            _ => throw new FormatException($"{field} = {text}: {number.Kind}"),
        };
    }
}
