using Microsoft.EntityFrameworkCore;
using Opora.Api.Features.Imports.Tables;
using Opora.Domain;
using Opora.Domain.Identification;
using Opora.Domain.Imports;
using Opora.Domain.Places;
using Opora.Persistence;
using Opora.Persistence.Identity;
using Opora.Persistence.Rollups;

namespace Opora.Api.Features.Imports.Targets;

/// <summary>
/// Schools of a list of supported schools. The list is found by its programme year and made from the order's columns when there is none;
/// a row that names another order than the list's own is refused, never taken for a correction of the list.
/// </summary>
internal sealed class CohortTarget(AppDbContext db) : TrackedTarget<CohortTarget.Item>(db)
{
    private readonly Dictionary<(string Region, int Year), Cohort> _cohorts = [];
    private readonly HashSet<Cohort> _touched = [];
    private readonly List<string> _lowLabels = [];
    private readonly List<string> _adverseLabels = [];
    private Dictionary<string, School> _schools = [];

    /// <inheritdoc/>
    public override int KeyField => CohortMemberField.SchoolCode;

    /// <inheritdoc/>
    public override async Task Prepare(CancellationToken cancellationToken)
    {
        foreach (var region in await Db.Regions.AsNoTracking().ToListAsync(cancellationToken))
        {
            _lowLabels.Add(region.LowResultsLabel);
            _adverseLabels.Add(region.AdverseConditionsLabel);
        }
        _schools = await Db.Schools.AsNoTracking().ToDictionaryAsync(s => s.Code, StringComparer.OrdinalIgnoreCase, cancellationToken);
    }

    /// <inheritdoc/>
    public override ReadItem Read(MappedItem item, int index, ItemFaults faults)
    {
        var period = PeriodOf(item, faults);
        var number = item.Short(CohortMemberField.OrderNumber, Cohort.OrderNumberLength, faults);
        if (number is null)
            faults.Required(CohortMemberField.OrderNumber);
        var date = item.Day(CohortMemberField.OrderDate, faults);
        if (item[CohortMemberField.OrderDate] is null)
            faults.Required(CohortMemberField.OrderDate);
        var name = item.Short(CohortMemberField.CohortName, Cohort.NameLength, faults);
        var school = SchoolOf(item, faults);
        var category = CategoryOf(item, faults);
        var entered = item.Day(CohortMemberField.EnteredOn, faults);
        var reason = item.Short(CohortMemberField.Reason, CohortMember.ReasonLength, faults);

        var key = period is { } p && school is not null ? new ItemKey(p.ResultsYear, school.Code) : (ItemKey?)null;
        return faults.Any
            ? new ReadItem(null, key)
            : new ReadItem(
                new Item(
                    index,
                    item,
                    period!.Value,
                    new CohortFacts(name ?? $"Перечень школ {period}, приказ {number}", number!, date!.Value),
                    school!,
                    category!.Value,
                    entered ?? date.Value,
                    reason
                ),
                key
            );
    }

    /// <inheritdoc/>
    protected override async Task Load(IReadOnlyList<Item> items, CancellationToken cancellationToken)
    {
        _cohorts.Clear();
        _touched.Clear();
        var years = items.Select(i => i.Period.ResultsYear).Distinct().ToArray();
        var schools = items.Select(i => i.School.Id).Distinct().ToArray();
        var cohorts = await Db
            .Cohorts.Include(c => c.Members.Where(m => EF.Parameter(schools).Contains(m.SchoolId)))
            .Where(c => years.Contains(c.ResultsYear))
            .ToListAsync(cancellationToken);
        foreach (var cohort in cohorts)
            _cohorts.Add((cohort.RegionCode, cohort.ResultsYear), cohort);
    }

    /// <inheritdoc/>
    protected override ItemOutcome Put(ImportRun run, Item item)
    {
        var cohort = CohortOf(item);
        var member = cohort.Members.SingleOrDefault(m => m.SchoolId == item.School.Id);
        if (member is null)
        {
            Db.Add(cohort.Enter(item.School, item.Category, item.EnteredOn, item.Reason));
            _touched.Add(cohort);
            return ItemOutcome.Created;
        }
        var reason = item.Reason ?? member.EntryReason;
        if (member.Category == item.Category && member.EnteredOn == item.EnteredOn && member.EntryReason == reason)
            return ItemOutcome.Unchanged;
        member.Revise(item.Category, item.EnteredOn, reason);
        _touched.Add(cohort);
        return ItemOutcome.Updated;
    }

    /// <inheritdoc/>
    protected override async Task Save(CancellationToken cancellationToken)
    {
        foreach (var cohort in _touched)
        {
            if (Db.Entry(cohort).State != EntityState.Added)
                Db.Expect(cohort, cohort.Version);
            await Db.MarkCohort(cohort.RegionCode, cohort.ResultsYear, cancellationToken);
            await Db.TellOfList(cohort, [.. cohort.Members.Where(m => Db.Entry(m).State == EntityState.Added)], cancellationToken);
        }
        await Db.SaveChangesAsync(cancellationToken);
    }

    /// <inheritdoc/>
    protected override async Task Undo(IReadOnlyList<FormerValues> changes, CancellationToken cancellationToken)
    {
        _touched.Clear();
        var cohorts = await Db.Cohorts.Include(c => c.Members).ToListAsync(cancellationToken);
        foreach (var change in changes.Where(c => c.Thing == nameof(CohortMember)))
        {
            var (cohort, member) = MemberOf(change, cohorts);
            if (change.WasMade)
                Db.Remove(member);
            else
                member.Revise(
                    change.Member("category", member.Category),
                    change.Day("enteredOn", member.EnteredOn),
                    change.Text("entryReason", member.EntryReason)
                );
            _touched.Add(cohort);
        }
        var made = changes.Where(c => c.Thing == nameof(Cohort) && c.WasMade).Select(c => Guid.Parse(c.Key)).ToHashSet();
        foreach (var cohort in _touched.Where(c => made.Contains(c.Id)).ToList())
        {
            if (cohort.Members.Any(m => Db.Entry(m).State != EntityState.Deleted))
                throw Superseded();
            Db.Expect(cohort, cohort.Version);
            Db.Remove(cohort);
            _touched.Remove(cohort);
            await Db.MarkCohort(cohort.RegionCode, cohort.ResultsYear, cancellationToken);
        }
    }

    // The history knows the school; which of its lists is meant shows in what the import left there.
    private static (Cohort Cohort, CohortMember Member) MemberOf(FormerValues change, List<Cohort> cohorts)
    {
        var found = cohorts
            .SelectMany(c => c.Members, (c, m) => (Cohort: c, Member: m))
            .Where(f =>
                f.Member.SchoolId == Guid.Parse(change.Key)
                && change.Left("category", f.Member.Category.ToString())
                && change.Left("enteredOn", f.Member.EnteredOn.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture))
                && change.Left("entryReason", f.Member.EntryReason)
                && change.Left("leftOn", f.Member.LeftOn?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture))
            )
            .ToList();
        return found.Count == 1 ? found[0] : throw Superseded();
    }

    private Cohort CohortOf(Item item)
    {
        var key = (item.School.RegionCode, item.Period.ResultsYear);
        if (!_cohorts.TryGetValue(key, out var cohort))
        {
            cohort = new Cohort(item.School.RegionCode, item.Period, item.Facts);
            Db.Add(cohort);
            _cohorts.Add(key, cohort);
        }
        if (cohort.Period != item.Period || cohort.OrderNumber != item.Facts.OrderNumber || cohort.OrderDate != item.Facts.OrderDate)
            throw new BrokenRule(
                "cohort-order-differs",
                $"Перечень «{cohort.Name}» ({cohort.Period}) утверждён приказом {cohort.OrderNumber} от {cohort.OrderDate:dd.MM.yyyy}, а в строке другой "
                    + "приказ или период. Исправьте строку или сведения о перечне."
            );
        return cohort;
    }

    // «2019», «2019/2020», «2019-2020», «2019-2020 уч. год», «2019 год»
    private static Period? PeriodOf(MappedItem item, ItemFaults faults)
    {
        if (item[CohortMemberField.Period] is not { } text)
        {
            faults.Required(CohortMemberField.Period);
            return null;
        }
        if (PeriodText.Read(text) is { IsWholeYear: true } period)
            return period;
        faults.Add(
            CohortMemberField.Period,
            "period-invalid",
            $"«{text}» — не год поддержки. Напишите 2019 или 2019/2020.",
            "2019, 2019/2020"
        );
        return null;
    }

    private School? SchoolOf(MappedItem item, ItemFaults faults)
    {
        if (item[CohortMemberField.SchoolCode] is not { } code)
            faults.Required(CohortMemberField.SchoolCode);
        else if (_schools.TryGetValue(code, out var school))
            return school;
        else
            faults.Add(
                CohortMemberField.SchoolCode,
                "school-unknown",
                $"Школа с кодом «{code}» не найдена среди ваших школ. Проверьте по реестру школ."
            );
        return null;
    }

    private SupportCategory? CategoryOf(MappedItem item, ItemFaults faults)
    {
        if (item[CohortMemberField.Category] is not { } text)
        {
            faults.Required(CohortMemberField.Category);
            return null;
        }
        var category = SchoolWords.Category(text, _lowLabels, _adverseLabels);
        if (category is null)
            faults.Add(
                CohortMemberField.Category,
                "category-unknown",
                $"Категория «{text}» не понята. Напишите: низкие результаты, неблагоприятные условия или обе.",
                "низкие результаты, неблагоприятные условия, обе"
            );
        return category;
    }

    /// <summary>A school on a list as the file has it.</summary>
    internal sealed record Item(
        int Index,
        MappedItem Source,
        Period Period,
        CohortFacts Facts,
        School School,
        SupportCategory Category,
        DateOnly EnteredOn,
        string? Reason
    ) : ImportItem(Index, Source);
}
