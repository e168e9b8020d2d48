using System.Diagnostics;
using System.Security.Cryptography;
using Opora.Domain.Results;
using static Opora.Domain.Results.Assessment;

namespace Opora.Domain.Tests.SampleData;

public sealed class SampleDataTests
{
    [Theory]
    [InlineData(EGE, Subject.Russian, 11, 50, 19, 2, 0, "50 из 71 (70,4\u00A0%)")]
    [InlineData(EGE, Subject.MathematicsProfile, 11, 46, 22, 3, 0, "46 из 71 (64,8\u00A0%)")]
    [InlineData(OGE, Subject.Mathematics, 9, 49, 20, 2, 0, "49 из 71 (69,0\u00A0%)")]
    [InlineData(OGE, Subject.Russian, 9, 36, 33, 2, 0, "36 из 71 (50,7\u00A0%)")]
    [InlineData(VPR, ResultGroup.MainSubjects, ResultGroup.AllGrades, 36, 12, 1, 22, "36 из 71 (50,7\u00A0%)")]
    public void Tatarstan_comes_to_its_published_shares(
        Assessment assessment,
        string subject,
        int grade,
        int rising,
        int falling,
        int equal,
        int mixed,
        string share
    )
    {
        var count = SampleResults.OfListed(new("RU-TA", 2019, assessment, subject, grade, ""));
        count.ShouldBe(new DynamicsCount(rising, falling, equal, mixed, 0));
        count.Share(DynamicsBase.Comparable).ToString().ShouldBe(share);
        count.Share(DynamicsBase.Cohort).ToString().ShouldBe(share);
    }

    [Theory]
    [InlineData(OGE, Subject.Mathematics, 9, 3, 4, "3 из 4 (75,0\u00A0%)")]
    [InlineData(OGE, Subject.Russian, 9, 3, 4, "3 из 4 (75,0\u00A0%)")]
    [InlineData(EGE, Subject.Mathematics, 11, 1, 3, "1 из 3 (33,3\u00A0%)")]
    [InlineData(EGE, Subject.Russian, 11, 1, 3, "1 из 3 (33,3\u00A0%)")]
    [InlineData(REGIONAL, "reading-literacy", 4, 1, 4, "1 из 4 (25,0\u00A0%)")]
    [InlineData(REGIONAL, "reading-literacy", 6, 4, 4, "4 из 4 (100,0\u00A0%)")]
    [InlineData(REGIONAL, "science-literacy", 8, 1, 4, "1 из 4 (25,0\u00A0%)")]
    public void Nazarovo_comes_to_its_published_shares(Assessment assessment, string subject, int grade, int rising, int of, string share)
    {
        var count = SampleResults.OfListed(new("RU-KYA", 2021, assessment, subject, grade, ""));
        (count.Rising, count.Comparable, count.All).ShouldBe((rising, of, 4));
        count.Share(DynamicsBase.Comparable).ToString().ShouldBe(share);
    }

    [Fact]
    public void Yelabugas_changes_agree_with_the_printed_column()
    {
        var gaps = new List<long>();
        foreach (var row in SampleFiles.Rows("yelabuga-school2-ege-mean.csv").Skip(1))
        {
            var before = RussianNumber.Parse(row[1], 3);
            var after = RussianNumber.Parse(row[2], 3);
            var printed = RussianNumber.Parse(row[5], 3);
            (before.Kind == NumberKind.Number && after.Kind == NumberKind.Number).ShouldBe(printed.Kind == NumberKind.Number, row[0]);
            if (printed.Kind != NumberKind.Number)
                continue;
            var pair = new MeanPair(SchoolMean.Of((int)before.Scaled, null), SchoolMean.Of((int)after.Scaled, null));
            pair.Direction.ShouldBe(printed.Scaled > 0 ? Direction.Rising : Direction.Falling, row[0]);
            gaps.Add(Math.Abs(pair.ChangeThousandths!.Value - printed.Scaled));
        }
        gaps.Count.ShouldBe(11);
        gaps.Max().ShouldBe(70, "0,07 in Информатика: the printed column was computed before its means were rounded");
    }

    [Fact]
    public void Yelabugas_mark_shares_are_kept_and_every_pupil_gets_a_mark()
    {
        var rows = SampleResults.All.Where(r => r.SchoolCode == "160312002" && r.Draft.Assessment == VPR).ToList();
        rows.Count.ShouldBe(23);
        foreach (var row in rows)
        {
            var marks = MarkDistribution.Of(row.Draft.Values).ShouldNotBeNull();
            Math.Abs(marks.Percents.Total - MarkDistribution.WholePercent).ShouldBeLessThanOrEqualTo(MarkDistribution.PercentTolerance);
            marks.Counts!.Value.Total.ShouldBe(row.Draft.Values.Participants!.Value);
            // The counts give back what was printed: within the rounding of the print, a tenth of a per cent.
            Math.Abs(marks.Success.Pupils!.Value.PercentHundredths!.Value - marks.Success.PercentHundredths).ShouldBeLessThanOrEqualTo(10);
        }
        var fourth = rows.Single(r => r.Draft is { Year: 2019, Grade: 4, Subject: Subject.Mathematics });
        MarkDistribution.Of(fourth.Draft.Values)!.Value.Percents.Total.ShouldBe(9_990);
        var fifth = rows.Single(r => r.Draft is { Year: 2019, Grade: 5, Subject: Subject.Russian });
        MarkDistribution.Of(fifth.Draft.Values)!.Value.Counts.ShouldBe(new MarkCounts(19, 20, 28, 6));
        fifth.Mean.ShouldBe(3_288);
    }

    [Fact]
    public void Every_demo_result_keeps_the_rules_and_its_key()
    {
        SampleResults.All.Count.ShouldBeGreaterThan(2_500);
        foreach (var row in SampleResults.All)
            ResultRules.Check(row.Draft, 2021).ShouldBeEmpty($"{row}");
        SampleResults
            .All.GroupBy(r => (r.SchoolCode, r.PlaceCode, r.Draft.Year, r.Draft.Assessment, r.Draft.Subject, r.Draft.Grade))
            .ShouldAllBe(key => key.Count() == 1);
        SampleResults.All.Count(r => r.PlaceCode == "RU-TA").ShouldBe(28, "the published means of the seed's table");
    }

    [Fact]
    public void The_register_is_whole()
    {
        var municipalities = SampleFiles.Items("municipalities").Select(m => m["code"]).ToHashSet();
        municipalities.Count.ShouldBe(46 + 27 + 8);
        var schools = SampleFiles.Items("schools").ToList();
        schools.Select(s => s["code"]).Distinct().Count().ShouldBe(schools.Count);
        schools.ShouldAllBe(s => municipalities.Contains(s["municipalityCode"]) && s["code"].Length == 9);
        schools.Select(s => SearchText.Fold(s["name"])).Distinct().Count().ShouldBe(schools.Count, "names must tell schools apart");
        schools.Count(s => s["municipalityCode"] == "92626000").ShouldBe(24);
        var codes = schools.Select(s => s["code"]).ToHashSet();
        SampleResults.All.ShouldAllBe(r => r.SchoolCode == "" || codes.Contains(r.SchoolCode));
    }

    [Fact]
    public void The_lists_are_those_of_the_orders()
    {
        var members = SampleFiles.Items("cohort-members").ToList();
        string[] On(string period) => [.. members.Where(m => m["period"] == period).Select(m => m["schoolCode"])];
        On("2019").Distinct().Count().ShouldBe(71);
        On("2019").ShouldNotContain("160312002");
        On("2020").ShouldContain("160312002");
        On("2020/2021").Length.ShouldBe(4);
        members
            .Where(m => m["period"] == "2018")
            .CountBy(m => m["category"])
            .ShouldBe([new("ШНОР", 38), new("ШНСУ", 30), new("ШНОР и ШНСУ", 7)], ignoreOrder: true);
        Order("2019").ShouldBe(("пол-247/19", "18.02.2019"));
        Order("2020").ShouldBe(("под-160/20", "03.02.2020"));

        (string, string) Order(string period) =>
            members.Where(m => m["period"] == period).Select(m => (m["orderNumber"], m["orderDate"])).Distinct().ShouldHaveSingleItem();
    }

    [Fact]
    public void The_search_finds_school_2_among_all()
    {
        var names = SampleFiles.Items("schools").Select(s => (Name: s["name"], Folded: SearchText.Fold(s["name"]))).ToList();
        foreach (var query in (string[])["школа №2", "СОШ № 2", "сош 2", "МБОУ \"СОШ №2\" ЕМР РТ"])
            names.Where(n => SearchText.Matches(n.Folded, query)).Select(n => n.Name).ShouldBe(["МБОУ «СОШ №2» ЕМР РТ"], query);
    }

    [Theory]
    [InlineData("yelabuga-school2-ege-mean.csv", "daa48286a62310c04e722050f175999210ea75adbb3e186708144822363cf644")]
    [InlineData("yelabuga-school2-vpr-marks.csv", "8779debf8af4a43833f426ac366aa95ef4a52494bc9ff41db4242c547b90f522")]
    [InlineData("published-figures.csv", "17f0e831e1f6b30bb51b402c46c5c95cf0fc02e8dbe9539b01aefc17855db03c")]
    public void The_customers_tables_are_kept_byte_for_byte(string file, string sha256) =>
        Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(Path.Combine(SampleFiles.Folder, file)))).ShouldBe(sha256);

    [Fact]
    public async Task The_generator_makes_the_same_bytes_again()
    {
        var folder = Directory.CreateTempSubdirectory("opora-sample-data").FullName;
        try
        {
            using var node = Process.Start("node", [Path.Combine(SampleFiles.Folder, "generate.mjs"), folder]);
            await node.WaitForExitAsync(TestContext.Current.CancellationToken);
            node.ExitCode.ShouldBe(0);
            var made = Directory.GetFiles(folder);
            made.Length.ShouldBe(11);
            foreach (var file in made)
                File.ReadAllBytes(file).ShouldBe(File.ReadAllBytes(Path.Combine(SampleFiles.Folder, Path.GetFileName(file))), file);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
