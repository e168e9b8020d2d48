using Microsoft.EntityFrameworkCore;
using Opora.Domain;
using Opora.Domain.Identification;
using Opora.Domain.Places;
using Opora.Domain.Results;
using Opora.Persistence.Engines;
using Opora.Persistence.Rollups;

namespace Opora.Api.Tests.Support;

/// <summary>Results and lists of supported schools that a test starts from.</summary>
public static class GivenResults
{
    private const int Scale = 1_000;

    /// <summary>A result; ЕГЭ in Russian with 20 participants unless something else is said.</summary>
    public static ExamResult In(
        this School school,
        int year,
        decimal? mean,
        int? participants = 20,
        Assessment assessment = Assessment.EGE,
        string subject = Subject.Russian,
        int grade = 11,
        string sitting = "",
        ResultValues? values = null
    )
    {
        var held = values ?? new ResultValues(participants, (int?)(mean * Scale), null);
        return new ExamResult
        {
            Id = Guid.CreateVersion7(),
            RegionCode = school.RegionCode,
            MunicipalityCode = school.MunicipalityCode,
            SchoolId = school.Id,
            Year = year,
            Assessment = assessment,
            Subject = subject,
            Grade = grade,
            Sitting = sitting,
            Participants = held.Participants,
            MeanThousandths = held.MeanThousandths,
            BelowThreshold = held.BelowThreshold,
            MarksForm = held.MarksForm,
            Mark2 = held.Mark2,
            Mark3 = held.Mark3,
            Mark4 = held.Mark4,
            Mark5 = held.Mark5,
            EffectiveMeanThousandths = held.EffectiveMean(assessment, Subject.OfCode(subject)!),
            ImportId = Guid.CreateVersion7(),
            RecordedAt = new DateTime(2021, 1, 1, 0, 0, 0, DateTimeKind.Utc),
        };
    }

    /// <summary>A result of ВПР.</summary>
    public static ExamResult InVpr(this School school, int year, string subject, int grade, decimal mean, int? participants = 20) =>
        school.In(year, mean, participants, Assessment.VPR, subject, grade);

    /// <summary>The mean in Russian at ЕГЭ that a region (municipality null) or municipality published, in thousandths.</summary>
    public static ReferenceResult Published(this Given given, string place, string? municipality, int year, int meanThousandths) =>
        new()
        {
            Id = Guid.CreateVersion7(),
            RegionCode = given.RegionCode,
            MunicipalityCode = municipality,
            PlaceCode = place,
            Year = year,
            Assessment = Assessment.EGE,
            Subject = Subject.Russian,
            Grade = 11,
            MeanThousandths = meanThousandths,
            EffectiveMeanThousandths = meanThousandths,
            ImportId = Guid.CreateVersion7(),
            RecordedAt = new DateTime(2021, 1, 1, 0, 0, 0, DateTimeKind.Utc),
        };

    /// <summary>Saves results as a writer of results does: with the notes that they leave behind.</summary>
    public static Task Results(this Given given, params IEnumerable<ExamResult> results) =>
        given.InRegion(async db =>
        {
            var rows = results.ToList();
            db.AddRange(rows);
            db.MarkResults(rows.Select(r => new ResultGroup(r.RegionCode, r.Year, r.Assessment, r.Subject, r.Grade, r.Sitting)).Distinct());
            await db.SaveChangesAsync();
        });

    /// <summary>A list of supported schools; the year's figures are noted as dirty.</summary>
    public static async Task<Cohort> Cohort(
        this Given given,
        string period,
        params IEnumerable<(School School, SupportCategory Category)> members
    )
    {
        var cohort = new Cohort(
            given.RegionCode,
            Period.Parse(period),
            new CohortFacts("Перечень " + period, "пол-247/19", new DateOnly(2019, 2, 18))
        );
        foreach (var (school, category) in members)
            cohort.Enter(school, category, new DateOnly(2019, 2, 18), reason: null);
        await given.InRegion(async db =>
        {
            db.Add(cohort);
            await db.MarkCohort(given.RegionCode, cohort.ResultsYear, TestContext.Current.CancellationToken);
            await db.SaveChangesAsync();
        });
        return cohort;
    }

    /// <summary>Moves a school with its rows, as the register does.</summary>
    public static Task Move(this Given given, School school, Municipality to, DateOnly on) =>
        given.InRegion(async db =>
        {
            var moved = await db.Schools.Include(s => s.Placements).SingleAsync(s => s.Id == school.Id);
            moved.MoveTo(to, on, today: on, reason: null);
            await db.MarkMove(moved, on, TestContext.Current.CancellationToken);
            await db.SaveChangesAsync();
            await db.PlaceRowsOf(moved, TestContext.Current.CancellationToken);
        });
}
