using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Opora.Api.Auth;
using Opora.Api.Http;
using Opora.Domain.Partnerships;
using Opora.Domain.Places;
using Opora.Persistence;
using Opora.Persistence.Partnerships;

namespace Opora.Api.Features.Mentorings;

/// <summary>What all changes of a pairing have in common: its sides, the version before, the card after.</summary>
internal static class MentoringChange
{
    /// <summary>The pairing to change with its sides and meetings, in the version that the caller saw.</summary>
    /// <exception cref="Problem">404, also where the caller may read it and not write it.</exception>
    /// <exception cref="StaleVersion">412</exception>
    public static async Task<Mentoring> MentoringToChange(this AppDbContext db, Guid id, IfMatch seen, CancellationToken cancellationToken)
    {
        var mentoring = await db.WholeMentoring(id, cancellationToken);
        if (mentoring is null || !db.Current.Scope.Reaches(mentoring))
            throw Problems.NotFound("Наставничество");
        db.Expect(mentoring, seen.Version);
        return mentoring;
    }

    /// <summary>A pairing that the caller reads, with its sides and meetings.</summary>
    public static Task<Mentoring?> WholeMentoring(this AppDbContext db, Guid id, CancellationToken cancellationToken) =>
        db
            .Mentorings.Include(m => m.Parties)
            .Include(m => m.Visits)
            .AsSplitQuery()
            .SingleOrDefaultAsync(m => m.Id == id, cancellationToken);

    /// <summary>The sides that a body names. Who takes part already may stay, also out of the caller's reach.</summary>
    /// <param name="db">The database.</param>
    /// <param name="body">Who.</param>
    /// <param name="known">The sides of the pairing so far.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <exception cref="Problem">404: a side is unknown or out of reach.</exception>
    public static async Task<IReadOnlyList<MentoringSide>> Sides(
        this AppDbContext db,
        MentoringBody body,
        IReadOnlyList<MentoringParty> known,
        CancellationToken cancellationToken
    )
    {
        var schools = body.SchoolIds ?? [];
        var own = await db
            .Schools.Where(s => schools.Contains(s.Id))
            .Select(s => new MentoringSide(MentoringRole.Supported, s.RegionCode, s.MunicipalityCode, s.Id, null, null, null))
            .ToDictionaryAsync(s => s.SchoolId!.Value, cancellationToken);
        var teachers = await db.TeacherSides(MentoringRole.Supported, body.TeacherIds ?? [], known, cancellationToken);
        List<MentoringSide> sides =
        [
            .. schools.Select((id, i) => own.GetValueOrDefault(id) ?? throw Problems.NotFound("Школа", $"/schoolIds/{i}", id.ToString())),
            .. (body.TeacherIds ?? []).Select(
                (id, i) => teachers.GetValueOrDefault(id) ?? throw Problems.NotFound("Педагог", $"/teacherIds/{i}", id.ToString())
            ),
            await db.MentorSide(body.Mentor, "/mentor", known, cancellationToken),
        ];
        if (sides.Select(s => s.RegionCode).Distinct(StringComparer.Ordinal).Count() > 1)
            throw Problems.Validation("/mentor", "other-region", "Обе стороны – из одного региона.");
        await db.MustWork(
            sides.Select(s => s.SchoolId).OfType<Guid>().Except(known.Select(p => p.SchoolId).OfType<Guid>()),
            sides.Select(s => s.OrganisationId).OfType<Guid>().Except(known.Select(p => p.OrganisationId).OfType<Guid>()),
            cancellationToken
        );
        return sides;
    }

    /// <summary>Who helps.</summary>
    /// <exception cref="Problem">404</exception>
    public static async Task<MentoringSide> MentorSide(
        this AppDbContext db,
        MentorBody mentor,
        string pointer,
        IReadOnlyList<MentoringParty> known,
        CancellationToken cancellationToken
    )
    {
        if (mentor.TeacherId is { } teacher)
            return (await db.TeacherSides(MentoringRole.Mentor, [teacher], known, cancellationToken)).GetValueOrDefault(teacher)
                ?? throw Problems.NotFound("Педагог", $"{pointer}/teacherId", teacher.ToString());
        if (mentor.SchoolId is { } school)
            return await SchoolSide(db, school, known, cancellationToken)
                ?? throw Problems.NotFound("Школа-партнёр", $"{pointer}/schoolId", school.ToString());
        var organisation = mentor.OrganisationId!.Value;
        var side =
            await db
                .Organisations.Where(o => o.Id == organisation)
                .Select(o => new MentoringSide(MentoringRole.Mentor, o.RegionCode, o.MunicipalityCode, null, o.Id, null, null))
                .SingleOrDefaultAsync(cancellationToken)
            ?? throw Problems.NotFound("Организация", $"{pointer}/organisationId", organisation.ToString());
        if (mentor.StaffMemberId is not { } member)
            return side;
        if (
            !known.Any(p => p.StaffMemberId == member)
            && !await db.StaffMembers.AnyAsync(s => s.Id == member && s.OrganisationId == organisation, cancellationToken)
        )
            throw Problems.NotFound("Сотрудник", $"{pointer}/staffMemberId", member.ToString());
        return side with { StaffMemberId = member };
    }

    /// <summary>Demands that the caller answers for all who are helped together, and reads the agreement.</summary>
    /// <exception cref="Problem">400, 404</exception>
    public static async Task MustOwn(this AppDbContext db, Mentoring mentoring, Guid? agreementBefore, CancellationToken cancellationToken)
    {
        if (!db.Current.Scope.Reaches(mentoring))
            throw Problems.Validation(
                mentoring.Kind == MentoringKind.Teachers ? "/teacherIds" : "/schoolIds",
                "several-places",
                "Участников из школ, за которые вы не отвечаете вместе, вносит координатор их муниципалитета или региональный оператор."
            );
        if (
            mentoring.PartnershipId is { } agreement
            && agreement != agreementBefore
            && !await db.Partnerships.AnyAsync(p => p.Id == agreement, cancellationToken)
        )
            throw Problems.NotFound("Договор", "/partnershipId", agreement.ToString());
    }

    /// <summary>Saves the change under the name that the history gives it, and answers with the card.</summary>
    public static async Task<Versioned<MentoringDetails>> Saved(
        this AppDbContext db,
        Mentoring mentoring,
        string action,
        string? reason,
        Caller caller,
        CancellationToken cancellationToken
    )
    {
        db.Act = (action, reason);
        await db.SaveChangesAsync(cancellationToken);
        var details = await MentoringDetails.Read(db, mentoring.Id, caller, cancellationToken);
        return new Versioned<MentoringDetails>(details, details.Version);
    }

    /// <summary>Saves a change of a meeting, which is no row of the history by itself; the text is not kept there.</summary>
    public static Task<Versioned<MentoringDetails>> SavedMeeting(
        this AppDbContext db,
        Mentoring mentoring,
        string action,
        (MentoringVisitFacts? Before, MentoringVisitFacts? After) meeting,
        Caller caller,
        CancellationToken cancellationToken
    )
    {
        var (before, after) = meeting;
        db.Note(
            new ChangeNote(
                nameof(Mentoring),
                mentoring.Id.ToString(),
                action,
                mentoring,
                [new("visitOn", Day(before?.On), Day(after?.On)), new("visitHours", Number(before?.Hours), Number(after?.Hours))]
            )
        );
        return db.Saved(mentoring, action, null, caller, cancellationToken);
    }

    private static string? Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string? Number(int? number) => number?.ToString(CultureInfo.InvariantCulture);

    private static async Task<Dictionary<Guid, MentoringSide>> TeacherSides(
        this AppDbContext db,
        MentoringRole role,
        IReadOnlyList<Guid> ids,
        IReadOnlyList<MentoringParty> known,
        CancellationToken cancellationToken
    )
    {
        var kept = known
            .Where(p => p.Role == role && p.TeacherId is { } id && ids.Contains(id))
            .ToDictionary(
                p => p.TeacherId!.Value,
                p => new MentoringSide(role, p.RegionCode, p.MunicipalityCode, p.SchoolId, TeacherId: p.TeacherId)
            );
        var wanted = ids.Where(id => !kept.ContainsKey(id)).ToList();
        if (wanted.Count == 0)
            return kept;
        var found = await db
            .Teachers.AsNoTracking()
            .Where(t => wanted.Contains(t.Id))
            .Select(t => new
            {
                t.Id,
                t.Name,
                t.LeftOn,
                Place = new Place(t.RegionCode, t.MunicipalityCode, t.SchoolId),
            })
            .ToListAsync(cancellationToken);
        foreach (var teacher in found)
        {
            if (teacher.LeftOn is not null || teacher.Name is null)
                throw Problems.RuleBroken(
                    "teacher-left",
                    $"{teacher.Name ?? "Обезличенный педагог"}: уже не работает в школе. Выберите другого."
                );
            kept[teacher.Id] = new MentoringSide(
                role,
                teacher.Place.RegionCode,
                teacher.Place.MunicipalityCode,
                teacher.Place.SchoolId,
                TeacherId: teacher.Id
            );
        }
        return kept;
    }

    private static async Task<MentoringSide?> SchoolSide(
        AppDbContext db,
        Guid id,
        IReadOnlyList<MentoringParty> known,
        CancellationToken cancellationToken
    ) =>
        known.FirstOrDefault(p => p.Role == MentoringRole.Mentor && p.SchoolId == id) is { } party
            ? new MentoringSide(MentoringRole.Mentor, party.RegionCode, party.MunicipalityCode, id)
            : await db
                .Schools.Where(s => s.Id == id)
                .Select(s => new MentoringSide(MentoringRole.Mentor, s.RegionCode, s.MunicipalityCode, s.Id, null, null, null))
                .SingleOrDefaultAsync(cancellationToken)
                ?? await db
                    .Partners.Where(p => p.SchoolId == id)
                    .Select(p => new MentoringSide(MentoringRole.Mentor, p.RegionCode, p.MunicipalityCode, p.SchoolId, null, null, null))
                    .SingleOrDefaultAsync(cancellationToken);
}
