using Microsoft.EntityFrameworkCore;
using Opora.Api.Http;
using Opora.Domain.Places;
using Opora.Domain.Training;
using Opora.Persistence;
using Opora.Persistence.Training;

namespace Opora.Api.Features.Events;

/// <summary>Whether those who are said to have taken part could have: schools and teachers of the caller, each once, members at a meeting.</summary>
internal sealed class TurnoutJudge(AppDbContext db, Event held)
{
    private const int Told = 5;

    private Dictionary<Guid, School> _schools = [];

    /// <summary>What is written down for these schools already.</summary>
    public async Task<Dictionary<Guid, EventTurnout>> Read(RecordTurnout.Body body, CancellationToken cancellationToken)
    {
        var ids = body.Rows.Select(r => r.SchoolId).ToList();
        _schools = await db.Schools.AsNoTracking().Where(s => ids.Contains(s.Id)).ToDictionaryAsync(s => s.Id, cancellationToken);
        foreach (var (i, row) in body.Rows.Index())
            School(i, row);
        return await db
            .EventTurnouts.Include(t => t.Attendees)
            .Where(t => t.EventId == held.Id && ids.Contains(t.SchoolId))
            .ToDictionaryAsync(t => t.SchoolId, cancellationToken);
    }

    /// <summary>The school of a row, within the caller's places.</summary>
    /// <exception cref="Problem">404</exception>
    public School School(int index, RecordTurnout.Row row) =>
        _schools.GetValueOrDefault(row.SchoolId) ?? throw Problems.NotFound("Школа", $"/rows/{index}/schoolId", row.SchoolId.ToString());

    /// <summary>Refuses whoever cannot have been there. Those written down before stay, whatever became of them.</summary>
    /// <exception cref="Problem">404, 409</exception>
    public async Task Admit(RecordTurnout.Body body, Dictionary<Guid, EventTurnout> known, CancellationToken cancellationToken)
    {
        var rows = body.Rows.Index().ToList();
        var before = known.ToDictionary(t => t.Key, t => t.Value.Attendees.Select(a => a.TeacherId).ToHashSet());
        var fresh = rows.SelectMany(r => r.Item.TeacherIds.Except(before.GetValueOrDefault(r.Item.SchoolId, []))).Distinct().ToList();
        var teachers = await db
            .Teachers.AsNoTracking()
            .Include(t => t.Posts)
            .Where(t => fresh.Contains(t.Id))
            .ToDictionaryAsync(t => t.Id, cancellationToken);
        var seen = new HashSet<Guid>();
        foreach (var (i, row) in rows)
        foreach (var (j, id) in row.TeacherIds.Index())
        {
            if (!seen.Add(id) && !row.TeacherIds.Take(j).Contains(id))
                throw Twice(teachers.GetValueOrDefault(id));
            if (!before.GetValueOrDefault(row.SchoolId, []).Contains(id))
                MustFit(teachers.GetValueOrDefault(id), row, $"/rows/{i}/teacherIds/{j}", id);
        }
        var own = known.Values.Select(t => t.Id).ToList();
        var elsewhere = await db
            .EventAttendees.Where(a => a.EventId == held.Id && fresh.Contains(a.TeacherId) && !own.Contains(a.TurnoutId))
            .Select(a => a.TeacherId)
            .FirstOrDefaultAsync(cancellationToken);
        if (elsewhere != Guid.Empty)
            throw Twice(teachers.GetValueOrDefault(elsewhere));
        // Whoever goes from one of these schools to another is taken off the first one, if it does not name the person any more.
        if (known.Values.SelectMany(t => t.Attendees).Select(a => a.TeacherId).Intersect(fresh).ToList() is [var moved, ..])
            throw Twice(teachers.GetValueOrDefault(moved));
        if (held.AssociationId is { } association)
            await MustBeMembers(association, [.. fresh.Select(id => teachers[id])], body.MembersToo, cancellationToken);
    }

    private void MustFit(Teacher? teacher, RecordTurnout.Row row, string pointer, Guid id)
    {
        if (teacher is null)
            throw Problems.NotFound("Педагог", pointer, id.ToString());
        if (teacher.SchoolId != row.SchoolId && teacher.Posts.All(p => p.SchoolId != row.SchoolId))
            throw Problems.RuleBroken(
                "teacher-of-another-school",
                $"{teacher.Name ?? "Обезличенный педагог"}: не работает в школе «{_schools[row.SchoolId].Name}»."
            );
        if (teacher.Name is null || teacher.LeftOn < held.StartsOn)
            throw Problems.RuleBroken(
                "teacher-left",
                $"{teacher.Name ?? "Обезличенный педагог"}: {held.StartsOn:dd.MM.yyyy} уже не работает в школе."
            );
    }

    private async Task MustBeMembers(Guid associationId, List<Teacher> teachers, bool joinToo, CancellationToken cancellationToken)
    {
        var (ids, on) = (teachers.Select(t => t.Id).ToList(), held.StartsOn);
        var members = await db
            .AssociationMembers.Where(m =>
                m.AssociationId == associationId && ids.Contains(m.TeacherId) && m.FromOn <= on && (m.UntilOn == null || m.UntilOn >= on)
            )
            .Select(m => m.TeacherId)
            .ToListAsync(cancellationToken);
        var strangers = teachers.Where(t => !members.Contains(t.Id)).OrderBy(t => t.SortName, StringComparer.Ordinal).ToList();
        if (strangers.Count == 0)
            return;
        if (!joinToo)
        {
            var more = strangers.Count > Told ? $" и ещё {strangers.Count - Told}" : "";
            throw Problems.RuleBroken(
                "not-members",
                $"В день заседания ({on:dd.MM.yyyy}) не состоят в объединении: {string.Join(", ", strangers.Take(Told).Select(t => t.Name))}{more}. "
                    + "Примите их в объединение или уберите из списка."
            );
        }
        var association = (await db.HoldAssociation(associationId, cancellationToken))!;
        foreach (var teacher in strangers)
            db.Add(new AssociationMember(association, teacher, on));
        await db.CountMembers(association.Id, strangers.Count, cancellationToken);
    }

    private static Problem Twice(Teacher? teacher) =>
        Problems.RuleBroken(
            "counted-already",
            $"{teacher?.Name ?? "Педагог"}: уже записан на этом мероприятии от другой школы. Человек считается один раз."
        );
}
