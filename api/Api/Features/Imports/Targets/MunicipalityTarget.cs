using Microsoft.EntityFrameworkCore;
using Opora.Api.Features.Imports.Tables;
using Opora.Domain;
using Opora.Domain.Imports;
using Opora.Domain.Places;
using Opora.Persistence;

namespace Opora.Api.Features.Imports.Targets;

/// <summary>Municipalities by their ОКТМО codes.</summary>
internal sealed class MunicipalityTarget(AppDbContext db) : TrackedTarget<MunicipalityTarget.Item>(db)
{
    private Dictionary<string, Municipality> _known = [];

    /// <inheritdoc/>
    public override int KeyField => MunicipalityField.Code;

    /// <inheritdoc/>
    public override Task Prepare(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public override ReadItem Read(MappedItem item, int index, ItemFaults faults)
    {
        var code = item[MunicipalityField.Code];
        if (code is null)
            faults.Required(MunicipalityField.Code);
        else if (code.Length is not (8 or 11) || code.AsSpan().IndexOfAnyExceptInRange('0', '9') >= 0)
            faults.Add(MunicipalityField.Code, "code-invalid", $"«{code}» — не код ОКТМО: в нём 8 или 11 цифр.", "8, 11");
        var name = item.Short(MunicipalityField.Name, Municipality.NameLength, faults);
        if (name is null)
            faults.Required(MunicipalityField.Name);
        var regions = Db.Current.Scope.Regions;
        var region = item[MunicipalityField.RegionCode] ?? (regions.Count == 1 ? regions[0] : null);
        if (region is null)
            faults.Required(MunicipalityField.RegionCode);
        else if (!Db.Current.Scope.ReachesRegion(region))
            faults.Add(
                MunicipalityField.RegionCode,
                "place-unknown",
                $"Регион «{region}» не найден или не ваш.",
                string.Join(", ", regions)
            );
        var key = code is null ? (ItemKey?)null : new ItemKey(0, code);
        return faults.Any ? new ReadItem(null, key) : new ReadItem(new Item(index, item, code!, name!, region!), key);
    }

    /// <inheritdoc/>
    protected override async Task Load(IReadOnlyList<Item> items, CancellationToken cancellationToken)
    {
        var codes = items.Select(i => i.Code).ToArray();
        _known = await Db.Municipalities.Where(m => EF.Parameter(codes).Contains(m.Code)).ToDictionaryAsync(m => m.Code, cancellationToken);
    }

    /// <inheritdoc/>
    protected override ItemOutcome Put(ImportRun run, Item item)
    {
        if (!_known.TryGetValue(item.Code, out var municipality))
        {
            Db.Add(new Municipality(item.Code, item.RegionCode, item.Name));
            return ItemOutcome.Created;
        }
        if (municipality.RegionCode != item.RegionCode)
            throw new BrokenRule("place-other-region", $"Муниципалитет {item.Code} относится к региону {municipality.RegionCode}.");
        if (municipality.Name == item.Name)
            return ItemOutcome.Unchanged;
        municipality.Rename(item.Name);
        return ItemOutcome.Updated;
    }

    /// <inheritdoc/>
    protected override async Task Undo(IReadOnlyList<FormerValues> changes, CancellationToken cancellationToken)
    {
        var codes = changes.Select(c => c.Key).ToArray();
        var known = await Db
            .Municipalities.Where(m => EF.Parameter(codes).Contains(m.Code))
            .ToDictionaryAsync(m => m.Code, cancellationToken);
        foreach (var change in changes)
            if (change.WasMade)
                Db.Remove(known[change.Key]);
            else
                known[change.Key].Rename(change.Text("name", known[change.Key].Name)!);
    }

    /// <summary>A municipality as the file has it.</summary>
    internal sealed record Item(int Index, MappedItem Source, string Code, string Name, string RegionCode) : ImportItem(Index, Source);
}
