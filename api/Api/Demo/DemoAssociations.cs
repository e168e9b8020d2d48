using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Opora.Domain.Places;
using Opora.Domain.Training;
using Opora.Persistence;
using Opora.Persistence.Training;

namespace Opora.Api.Demo;

/// <summary>
/// Associations of teachers of a region with members, meetings and who came, all in one transaction: where one is there already, so is the
/// rest.
/// </summary>
internal sealed class DemoAssociations(AppDbContext db)
{
    private static readonly DateOnly Founded = new(2020, 9, 1);

    private readonly Dictionary<string, Association> _associations = new(StringComparer.Ordinal);
    private readonly Dictionary<(Association, DateOnly), Event> _meetings = [];
    private Dictionary<(string School, string Name), Teacher> _teachers = [];
    private Dictionary<Guid, School> _schools = [];
    private DateOnly _today;

    /// <summary>Makes them, unless they are there.</summary>
    public async Task Make(DemoRegisterFile demo, CancellationToken cancellationToken)
    {
        var lines = await File.ReadAllLinesAsync(DemoManifest.PathOf(demo.File), cancellationToken);
        await using var write = await db.BeginWrite(cancellationToken);
        // Two processes that start at once go through here one by one.
        await db.HoldResults(demo.Region, cancellationToken);
        if (await db.Associations.AnyAsync(a => a.RegionCode == demo.Region, cancellationToken))
            return;
        _today = await db.Today(demo.Region, cancellationToken);
        _schools = await db.Schools.Where(s => s.RegionCode == demo.Region).ToDictionaryAsync(s => s.Id, cancellationToken);
        _teachers = (
            await db.Teachers.Include(t => t.Posts).Where(t => t.RegionCode == demo.Region).ToListAsync(cancellationToken)
        ).ToDictionary(t => (_schools[t.SchoolId].Code, t.Name!));
        var rows = lines.Skip(1).Select(line => line.Split(';')).ToList();
        var members = rows.Where(r => r[3].Length == 0)
            .Select(r => new AssociationMember(AssociationOf(demo.Region, r), TeacherOf(r), Founded))
            .ToList();
        db.AddRange(members);
        var turnouts = rows.Where(r => r[3].Length > 0)
            .GroupBy(r => (Meeting: MeetingOf(demo.Region, r), TeacherOf(r).SchoolId), Turnout)
            .ToList();
        db.AddRange(turnouts);
        await db.SaveChangesAsync(cancellationToken);
        foreach (var group in members.GroupBy(m => m.AssociationId))
            await db.CountMembers(group.Key, group.Count(), cancellationToken);
        foreach (var group in turnouts.GroupBy(t => t.EventId))
            await db.CountTurnout(group.Key, (group.Sum(t => t.Named), 0, group.Count()), cancellationToken);
        await write.Commit(cancellationToken);
    }

    // level;association;subject;meeting;day;place;school;teacher – a member, or with a meeting somebody who came to it.
    private Association AssociationOf(string region, string[] cells)
    {
        if (_associations.TryGetValue(cells[1], out var association))
            return association;
        var level = Enum.Parse<AssociationLevel>(cells[0]);
        var owner = new Place(region, level == AssociationLevel.Municipal ? TeacherOf(cells).MunicipalityCode : null, null);
        association = new Association(owner, new AssociationFacts(cells[1], level, cells[2].Length > 0 ? cells[2] : null, null));
        _associations[cells[1]] = association;
        db.Add(association);
        return association;
    }

    private Event MeetingOf(string region, string[] cells)
    {
        var association = AssociationOf(region, cells);
        var day = DateOnly.Parse(cells[4], CultureInfo.InvariantCulture);
        if (_meetings.TryGetValue((association, day), out var meeting))
            return meeting;
        var facts = new EventFacts(
            EventKind.AssociationMeeting,
            Association.MeetingLevel(association.Level),
            cells[3],
            null,
            new EventTimes(day, day, new TimeOnly(15, 0), new TimeOnly(16, 30)),
            cells[5],
            null,
            new EventOrganiser(null, null, cells[1])
        );
        meeting = new Event(association, facts);
        meeting.Become(EventState.Held, null, _today);
        _meetings[(association, day)] = meeting;
        db.Add(meeting);
        return meeting;
    }

    private EventTurnout Turnout((Event Meeting, Guid SchoolId) of, IEnumerable<string[]> rows)
    {
        var turnout = new EventTurnout(of.Meeting, _schools[of.SchoolId]);
        turnout.Record([.. rows.Select(r => TeacherOf(r).Id)], unnamed: 0);
        return turnout;
    }

    private Teacher TeacherOf(string[] cells) => _teachers[(cells[6], cells[7])];
}
