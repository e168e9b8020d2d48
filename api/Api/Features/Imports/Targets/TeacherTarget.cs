using Microsoft.EntityFrameworkCore;
using Opora.Api.Features.Imports.Jobs;
using Opora.Api.Features.Imports.Tables;
using Opora.Domain;
using Opora.Domain.Imports;
using Opora.Domain.Results;
using Opora.Domain.Training;
using Opora.Persistence;

namespace Opora.Api.Features.Imports.Targets;

/// <summary>
/// Staff lists of schools. People are found by name within their school, or by the code of an export; whoever may be somebody else is a
/// finding of the row, never a guess. A cell without a value says nothing. Nobody is deleted and nobody moved.
/// </summary>
internal sealed class TeacherTarget(AppDbContext db) : TrackedTarget<TeacherItem>(db)
{
    private readonly Dictionary<string, DateOnly> _today = new(StringComparer.Ordinal);
    private readonly HashSet<RollEntry> _entries = [];
    private readonly HashSet<Guid> _unsure = [];
    private readonly HashSet<Guid> _taken = [];
    private OwnSchools _schools = null!;
    private StaffRoll _roll = null!;

    /// <inheritdoc/>
    public override int KeyField => TeacherField.FullName;

    /// <summary>All at once: who stands in the file no more is only known at its end.</summary>
    public override int ChunkSize => int.MaxValue;

    /// <inheritdoc/>
    public override string TwiceCure =>
        "если это один человек, оставьте одну; если полные тёзки, напишите в столбце «Код педагога» код из выгрузки или «новый 1», «новый 2»";

    /// <inheritdoc/>
    public override async Task Prepare(CancellationToken cancellationToken)
    {
        _schools = await OwnSchools.Read(Db, cancellationToken);
        foreach (var region in Db.Current.Scope.VisibleRegions)
            _today[region] = await Db.Today(region, cancellationToken);
    }

    /// <inheritdoc/>
    public override ReadItem Read(MappedItem item, int index, ItemFaults faults)
    {
        var school = _schools.Find(item, TeacherField.SchoolCode, TeacherField.SchoolName, faults);
        var name = TeacherWords.Name(item, faults);
        if (school is null)
            return default;
        if (name is null)
        {
            // Anybody may stand here: of this school nobody is said to be missing.
            _unsure.Add(school.Id);
            return default;
        }
        var today = _today[school.RegionCode];
        var left = TeacherWords.Past(item, TeacherField.LeftOn, today, faults);
        var entry = new RollEntry(school.Id, SearchText.FoldName(name), item[TeacherField.Code], left);
        _entries.Add(entry with { LeftOn = null });
        var read = TeacherItem.Read(new TeacherItem(index, item, school, entry, name, today), faults);
        var key = entry.Id is { } id
            ? new ItemKey(0, id.ToString())
            : new ItemKey(0, $"{school.Id}|{NameMatch.Key(entry.Name)}|{entry.Code?.ToUpperInvariant()}");
        return new ReadItem(faults.Any ? null : read, key);
    }

    /// <summary>Who is on the staff of a school of the file on this day and does not stand in it.</summary>
    public async Task<List<Teacher>> Absent(DateOnly day, CancellationToken cancellationToken)
    {
        var schools = _entries.Select(e => e.SchoolId).Where(s => !_unsure.Contains(s)).Distinct().ToArray();
        var staff = await Db
            .Teachers.Include(t => t.Posts)
            .Where(t => EF.Parameter(schools).Contains(t.SchoolId) && t.LeftOn == null && t.AnonymisedAt == null)
            .Where(t => t.StaffSinceOn == null || t.StaffSinceOn <= day)
            .OrderBy(t => t.SortName)
            .ThenBy(t => t.Id)
            .ToListAsync(cancellationToken);
        var coded = _entries.Where(e => e.Id is not null).Select(e => (e.SchoolId, Id: e.Id!.Value)).ToHashSet();
        var known = staff.Select(t => (t.SchoolId, t.Id)).ToHashSet();
        // A code that is nobody's there says no more than the name beside it.
        var named = _entries
            .Where(e => e.Id is not { } id || !known.Contains((e.SchoolId, id)))
            .Select(e => (e.SchoolId, NameMatch.Key(e.Name)))
            .ToHashSet();
        return [.. staff.Where(t => !coded.Contains((t.SchoolId, t.Id)) && !named.Contains((t.SchoolId, NameMatch.Key(t.SearchName))))];
    }

    /// <inheritdoc/>
    protected override async Task Load(IReadOnlyList<TeacherItem> items, CancellationToken cancellationToken)
    {
        _taken.Clear();
        await Db.HoldStaff(items.Select(i => i.School.RegionCode), cancellationToken);
        var schools = items.Select(i => i.School.Id).Distinct().ToArray();
        var posts = Db.TeacherPosts.Where(p => EF.Parameter(schools).Contains(p.SchoolId) && p.UntilOn == null).Select(p => p.TeacherId);
        var known = await Db
            .Teachers.Include(t => t.Posts)
            .Where(t => EF.Parameter(schools).Contains(t.SchoolId) || posts.Contains(t.Id))
            .ToDictionaryAsync(t => t.Id, cancellationToken);
        var ids = items.Select(i => i.Entry.Id).OfType<Guid>().Where(id => !known.ContainsKey(id)).ToArray();
        var names = items.Select(i => i.Entry.Name).Distinct(StringComparer.Ordinal).ToArray();
        var others = await Db
            .Teachers.Include(t => t.Posts)
            .Where(t => EF.Parameter(ids).Contains(t.Id) || EF.Parameter(names).Contains(t.SearchName))
            .ToListAsync(cancellationToken);
        foreach (var teacher in others.Where(t => Db.Current.Scope.Reaches(t)))
            known.TryAdd(teacher.Id, teacher);
        _roll = new StaffRoll(known.Values, items.Select(i => i.Entry));
    }

    // What is to be written stands there; without such a column in the table it is told at the name.
    protected override int FieldOf(TeacherItem item) => item.Source.Source(TeacherField.Code) is null ? KeyField : TeacherField.Code;

    /// <inheritdoc/>
    protected override ItemOutcome Put(ImportRun run, TeacherItem item)
    {
        var answer = _roll.Find(item.Entry);
        if (item.Entry.SaysNew && answer.Teachers.FirstOrDefault(t => !_taken.Contains(t.Id) && item.IsKnownOf(t)) is { } loaded)
        {
            // The same file once more: the namesake that it brought is there.
            _taken.Add(loaded.Id);
            return ItemOutcome.Unchanged;
        }
        switch (answer.Finding)
        {
            case RollFinding.New:
                var made = new Teacher(item.School, item.Facts, item.Today);
                if (item.Entry.LeftOn is { } left)
                    made.Leave(left, null, item.Today);
                Db.Add(made);
                return ItemOutcome.Created;
            case RollFinding.Same:
                return Revise(answer.Teachers[0], item);
            case RollFinding.PartTimer:
                return ItemOutcome.Unchanged;
            default:
                throw RollWords.Refusal(item.Name, answer);
        }
    }

    /// <inheritdoc/>
    protected override async Task<int> Follow(ImportRun run, CancellationToken cancellationToken)
    {
        if (run.Mapping is not { } mapping || MappingSpec.FromJson(mapping).WholeStaffOn is not { } day)
            return 0;
        if (_today.Values.Min() < day)
            throw new ImportRefused($"День {day:dd.MM.yyyy} ещё не наступил: полный состав школ на него неизвестен.", []);
        var absent = await Absent(day, cancellationToken);
        foreach (var teacher in absent)
        {
            teacher.Leave(day, $"Нет в списке школы на {day:dd.MM.yyyy}", _today[teacher.RegionCode]);
            Db.Expect(teacher, teacher.Version);
        }
        Db.Act = ("left", null);
        await Save(cancellationToken);
        return absent.Count;
    }

    /// <inheritdoc/>
    protected override async Task Undo(IReadOnlyList<FormerValues> changes, CancellationToken cancellationToken)
    {
        var ids = changes.Select(c => Guid.Parse(c.Key)).Distinct().ToArray();
        var known = await Db
            .Teachers.Include(t => t.Posts)
            .Where(t => EF.Parameter(ids).Contains(t.Id))
            .ToDictionaryAsync(t => t.Id, cancellationToken);
        foreach (var change in changes)
        {
            if (!known.TryGetValue(Guid.Parse(change.Key), out var teacher) || teacher.AnonymisedAt is not null)
                throw Superseded();
            Db.Expect(teacher, teacher.Version);
            if (change.WasMade)
                Db.Remove(teacher);
            else
                GiveBack(teacher, change, await Db.Today(teacher.RegionCode, cancellationToken));
        }
    }

    private ItemOutcome Revise(Teacher teacher, TeacherItem item)
    {
        var entry = Db.Entry(teacher);
        try
        {
            if (!item.IsKnownOf(teacher))
                teacher.Revise(item.Over(teacher), item.Today);
            if (item.Entry.LeftOn is { } left && teacher.LeftOn is null)
                teacher.Leave(left, null, item.Today);
            else if (item.Entry.LeftOn is { } other && other != teacher.LeftOn)
                throw new BrokenRule(
                    "teacher-left",
                    $"{item.Name}: по реестру не работает в школе с {teacher.LeftOn:dd.MM.yyyy}. Если неверен реестр, исправьте день в карточке педагога."
                );
        }
        catch (BrokenRule)
        {
            entry.CurrentValues.SetValues(entry.OriginalValues);
            throw;
        }
        if (Db.Entry(teacher).State == EntityState.Unchanged)
            return ItemOutcome.Unchanged;
        Db.Expect(teacher, teacher.Version);
        return ItemOutcome.Updated;
    }

    private static void GiveBack(Teacher teacher, FormerValues former, DateOnly today)
    {
        if (teacher.LeftOn is not null && former.DayOrNone("leftOn", teacher.LeftOn) is null)
            teacher.Return(on: null, today);
        teacher.Revise(
            new TeacherFacts(
                teacher.Name!,
                SubjectList.Of(former.Text("subjectCodes", teacher.SubjectCodes)!),
                former.Text("position", teacher.Position),
                former.Member("category", teacher.Category),
                former.DayOrNone("categoryOn", teacher.CategoryOn),
                former.Number("experienceSince", teacher.ExperienceSince),
                former.DayOrNone("staffSinceOn", teacher.StaffSinceOn),
                teacher.PlanOn is { } plan ? new TeacherPaper(plan, teacher.PlanUpdatedOn) : null,
                teacher.PortfolioOn is { } portfolio ? new TeacherPaper(portfolio, teacher.PortfolioUpdatedOn) : null
            ),
            today
        );
    }
}
