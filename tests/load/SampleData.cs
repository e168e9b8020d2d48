using System.Globalization;

namespace Opora.Load;

/// <summary>One exam result as it is posted.</summary>
/// <param name="School">Index of the school.</param>
/// <param name="Mean">Mean in thousandths.</param>
internal readonly record struct ResultRow(
    int School,
    int Year,
    string Assessment,
    string Subject,
    int Grade,
    string Sitting,
    int Participants,
    int Mean,
    int BelowThreshold
);

/// <summary>Schools whose mean rose, and schools that can be compared, in one municipality and subject.</summary>
internal readonly record struct Share(string Municipality, string Subject, int Rising, int Comparable);

/// <summary>A region made from a fixed seed, the same on every machine: about 3 % of the pairs of years are exact ties.</summary>
internal sealed class SampleData
{
    public const int FirstYear = 2023;
    public const int Years = 3;

    /// <summary>The year that the dashboard shows.</summary>
    public const int ShownYear = FirstYear + Years - 1;
    public const string ShownAssessment = "EGE";
    public const int ShownGrade = 11;

    private const double TieShare = 0.03;
    private const int Seed = 20191;

    private static readonly string[] Subjects =
    [
        "russian",
        "mathematics-profile",
        "physics",
        "chemistry",
        "informatics",
        "biology",
        "history",
        "geography",
        "english",
        "social-studies",
    ];

    public SampleData(int schools, int municipalities, int rows)
    {
        Schools = schools;
        Municipalities = municipalities;
        var results = new List<ResultRow>(rows + (schools * Years));
        var random = new Random(Seed);
        for (var work = 0; results.Count < rows; work++)
            AddWork(results, random, work);
        if (results.Count > rows)
            results.RemoveRange(rows, results.Count - rows);
        // As municipal systems send it: year by year, school by school.
        results.Sort(static (a, b) => (a.Year, a.School).CompareTo((b.Year, b.School)));
        Results = results;
    }

    public int Schools { get; }

    public int Municipalities { get; }

    public IReadOnlyList<ResultRow> Results { get; }

    public static string SchoolCode(int school) => (160_000_001 + school).ToString(CultureInfo.InvariantCulture);

    public string MunicipalityOf(int school) => MunicipalityCode(school % Municipalities);

    /// <summary>The answer that the dashboard owes, counted in integers straight from the rows.</summary>
    public IReadOnlySet<Share> ExpectedShares()
    {
        var shown = Results.Where(r => r.Assessment == ShownAssessment && r.Grade == ShownGrade && r.Sitting.Length == 0).ToList();
        var before = shown.Where(r => r.Year == ShownYear - 1).ToDictionary(r => (r.School, r.Subject), r => r.Mean);
        return shown
            .Where(r => r.Year == ShownYear && before.ContainsKey((r.School, r.Subject)))
            .GroupBy(r => (Municipality: MunicipalityOf(r.School), r.Subject))
            .Select(g => new Share(g.Key.Municipality, g.Key.Subject, g.Count(r => r.Mean > before[(r.School, r.Subject)]), g.Count()))
            .ToHashSet();
    }

    public IEnumerable<string> MunicipalityLines() =>
        Enumerable.Range(0, Municipalities).Select(m => $"{MunicipalityCode(m)};Район {m + 1}").Prepend("code;name");

    public IEnumerable<string> SchoolLines() =>
        Enumerable
            .Range(0, Schools)
            .Select(s =>
                $"{SchoolCode(s)};Средняя школа № {s + 1};Secondary;{(s % 3 == 0 ? "Rural" : "Urban")};{MunicipalityOf(s)};{200 + (s % 700)}"
            )
            .Prepend("code;name;kind;locality;municipalityCode;pupils");

    public IEnumerable<string> ResultLines() =>
        Results
            .Select(r =>
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{SchoolCode(r.School)};{r.Year};{r.Assessment};{r.Subject};{r.Grade};{r.Sitting};{r.Participants};{r.Mean / 1000m:0.000};{r.BelowThreshold}"
                )
            )
            .Prepend("schoolCode;year;assessment;subject;grade;sitting;participants;mean;belowThreshold");

    private static string MunicipalityCode(int municipality) =>
        (92_600_000 + ((municipality + 1) * 1000)).ToString(CultureInfo.InvariantCulture);

    // Works follow each other: ten subjects of ЕГЭ, the same of ОГЭ, then further sittings of both.
    private void AddWork(List<ResultRow> results, Random random, int work)
    {
        var subject = Subjects[work % Subjects.Length];
        var round = work / Subjects.Length;
        var (assessment, grade) = round % 2 == 0 ? (ShownAssessment, ShownGrade) : ("OGE", 9);
        // ОГЭ knows one mathematics, without levels.
        if (assessment == "OGE" && subject == "mathematics-profile")
            subject = "mathematics";
        var sitting = round < 2 ? "" : "s" + (round / 2).ToString(CultureInfo.InvariantCulture);
        for (var school = 0; school < Schools; school++)
        {
            var mean = random.Next(30_000, 60_000);
            for (var year = 0; year < Years; year++)
            {
                if (year > 0 && random.NextDouble() >= TieShare)
                    mean = Moved(random, mean);
                var participants = random.Next(3, 90);
                results.Add(
                    new(
                        school,
                        FirstYear + year,
                        assessment,
                        subject,
                        grade,
                        sitting,
                        participants,
                        mean,
                        random.Next(0, (participants / 4) + 1)
                    )
                );
            }
        }
    }

    private static int Moved(Random random, int mean)
    {
        var change = random.Next(1, 6_000);
        return random.Next(2) == 0 && mean - change > 20_000 || mean + change > 69_000 ? mean - change : mean + change;
    }
}
