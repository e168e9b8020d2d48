using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Opora.Domain.Partnerships;
using Opora.Domain.Places;
using Opora.Persistence;

namespace Opora.Api.Demo;

/// <summary>Tutors of a region's institute and the schools whose teams they help, in one transaction: where one is there already, so is the rest.</summary>
internal sealed class DemoTutors(AppDbContext db)
{
    private const string Aim = "Программа перехода школы в эффективный режим работы";

    /// <summary>Makes them, unless they are there.</summary>
    public async Task Make(DemoRegisterFile demo, CancellationToken cancellationToken)
    {
        var lines = await File.ReadAllLinesAsync(DemoManifest.PathOf(demo.File), cancellationToken);
        await using var write = await db.BeginWrite(cancellationToken);
        // Two processes that start at once go through here one by one.
        await db.HoldResults(demo.Region, cancellationToken);
        if (await db.Mentorings.AnyAsync(m => m.RegionCode == demo.Region, cancellationToken))
            return;
        var schools = await db
            .Schools.Where(s => s.RegionCode == demo.Region)
            .ToDictionaryAsync(s => s.Code, StringComparer.Ordinal, cancellationToken);
        var region = await db.Regions.SingleAsync(r => r.Code == demo.Region, cancellationToken);
        var institute = new Organisation(
            demo.Region,
            null,
            new OrganisationFacts($"Институт развития образования, {region.Name}", "ИРО", OrganisationKind.Institute, [], null, null)
        );
        db.Add(institute);
        var today = await db.Today(demo.Region, cancellationToken);
        foreach (var cells in lines.Skip(1).Select(line => line.Split(';')))
            db.Add(Pairing(cells, institute, schools, today));
        await db.SaveChangesAsync(cancellationToken);
        await write.Commit(cancellationToken);
    }

    // tutor;schools;starts;ends;meetings – meetings as day|hours, parted by slashes.
    private static Mentoring Pairing(string[] cells, Organisation institute, Dictionary<string, School> schools, DateOnly today)
    {
        var tutor = institute.Employ(new StaffFacts(cells[0], "тьютор", [], null));
        MentoringSide[] sides =
        [
            new(MentoringRole.Mentor, institute.RegionCode, null, OrganisationId: institute.Id, StaffMemberId: tutor.Id),
            .. cells[1]
                .Split(' ')
                .Select(code => schools[code])
                .Select(s => new MentoringSide(MentoringRole.Supported, s.RegionCode, s.MunicipalityCode, s.Id)),
        ];
        var pairing = new Mentoring(
            new MentoringFacts(MentoringKind.SchoolTeam, Aim, Day(cells[2]), Day(cells[3]), "Подготовлен федеральным оператором программы"),
            sides
        );
        foreach (var meeting in cells[4].Split('/').Select(m => m.Split('|')))
            pairing.Visit(
                new MentoringVisitFacts(
                    Day(meeting[0]),
                    MentoringForm.Workshop,
                    "Разбор программы с командой школы",
                    int.Parse(meeting[1], CultureInfo.InvariantCulture)
                ),
                today
            );
        pairing.Conclude("Программы улучшения результатов составлены и начаты", MentoringReached.Yes, today);
        return pairing;
    }

    private static DateOnly Day(string text) => DateOnly.Parse(text, CultureInfo.InvariantCulture);
}
