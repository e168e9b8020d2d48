using Microsoft.EntityFrameworkCore;
using Opora.Api.Features.Imports.Tables;
using Opora.Domain;
using Opora.Domain.Imports;
using Opora.Domain.Places;
using Opora.Persistence;
using Opora.Persistence.Engines;
using Opora.Persistence.Rollups;

namespace Opora.Api.Features.Imports.Targets;

/// <summary>The register of schools by code. A cell without a value says nothing: what is known of the school stays.</summary>
internal sealed class SchoolTarget(AppDbContext db) : TrackedTarget<SchoolTarget.Item>(db)
{
    private readonly List<School> _moved = [];
    private readonly Dictionary<string, DateOnly> _today = new(StringComparer.Ordinal);
    private Dictionary<string, Municipality> _municipalities = [];
    private ILookup<string, Municipality> _byName = Enumerable.Empty<Municipality>().ToLookup(m => m.Name);
    private ILookup<string, Municipality> _byShortName = Enumerable.Empty<Municipality>().ToLookup(m => m.Name);
    private Dictionary<string, School> _known = [];

    /// <inheritdoc/>
    public override int KeyField => SchoolField.Code;

    /// <inheritdoc/>
    public override async Task Prepare(CancellationToken cancellationToken)
    {
        var scope = Db.Current.Scope;
        var reached = (await Db.Municipalities.AsNoTracking().ToListAsync(cancellationToken))
            .Where(m => scope.ReachesRegion(m.RegionCode) || scope.Municipalities.Contains(m.Code, StringComparer.Ordinal))
            .ToList();
        foreach (var region in reached.Select(m => m.RegionCode).Distinct(StringComparer.Ordinal))
            _today[region] = await Db.Today(region, cancellationToken);
        _municipalities = reached.ToDictionary(m => m.Code, StringComparer.Ordinal);
        _byName = reached.ToLookup(m => SearchText.Fold(m.Name), StringComparer.Ordinal);
        _byShortName = reached.ToLookup(m => SchoolWords.PlaceName(m.Name), StringComparer.Ordinal);
    }

    /// <inheritdoc/>
    public override ReadItem Read(MappedItem item, int index, ItemFaults faults)
    {
        var code = CodeOf(item, faults);
        var name = item.Short(SchoolField.Name, School.NameLength, faults);
        if (name is null)
            faults.Required(SchoolField.Name);
        var kind = WordOf(
            item,
            SchoolField.Kind,
            SchoolWords.Kind,
            "СОШ, ООШ, НОШ, лицей, гимназия, вечерняя, интернат, коррекционная, другая",
            faults
        );
        var locality = WordOf(item, SchoolField.Locality, SchoolWords.Locality, "город, село", faults);
        var municipality = MunicipalityOf(item, faults);
        var pupils = PeopleOf(item, SchoolField.Pupils, faults);
        var teachers = PeopleOf(item, SchoolField.Teachers, faults);
        var address = item.Short(SchoolField.Address, School.AddressLength, faults);
        var website = item.Short(SchoolField.Website, School.AddressLength, faults);
        if (website is not null && !(Uri.TryCreate(website, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https"))
            faults.Add(SchoolField.Website, "website-invalid", "Сайт — адрес вида https://…", "https://…");

        var key = code is null ? (ItemKey?)null : new ItemKey(0, code.ToUpperInvariant());
        return faults.Any
            ? new ReadItem(null, key)
            : new ReadItem(
                new Item(
                    index,
                    item,
                    code!,
                    municipality!,
                    new SchoolFacts(name!, kind!.Value, locality!.Value, pupils, teachers, address, website)
                ),
                key
            );
    }

    /// <inheritdoc/>
    protected override async Task Load(IReadOnlyList<Item> items, CancellationToken cancellationToken)
    {
        _moved.Clear();
        var codes = items.Select(i => i.Code).ToArray();
        _known = await Db
            .Schools.Include(s => s.Placements)
            .Where(s => EF.Parameter(codes).Contains(s.Code))
            .ToDictionaryAsync(s => s.Code, StringComparer.OrdinalIgnoreCase, cancellationToken);
    }

    /// <inheritdoc/>
    protected override ItemOutcome Put(ImportRun run, Item item)
    {
        if (!_known.TryGetValue(item.Code, out var school))
        {
            Db.Add(new School(item.Code, item.Municipality, item.Facts, _today[item.Municipality.RegionCode]));
            return ItemOutcome.Created;
        }
        var facts = item.Facts with
        {
            Pupils = item.Facts.Pupils ?? school.Pupils,
            Teachers = item.Facts.Teachers ?? school.Teachers,
            Address = item.Facts.Address ?? school.Address,
            Website = item.Facts.Website ?? school.Website,
        };
        var moves = school.MunicipalityCode != item.Municipality.Code;
        var known = new SchoolFacts(
            school.Name,
            school.Kind,
            school.Locality,
            school.Pupils,
            school.Teachers,
            school.Address,
            school.Website
        );
        if (!moves && facts == known)
            return ItemOutcome.Unchanged;
        if (moves)
        {
            var today = _today[school.RegionCode];
            school.MoveTo(item.Municipality, today, today, $"Импорт: {run.FileName}");
            _moved.Add(school);
        }
        school.Revise(facts);
        Db.Expect(school, school.Version);
        return ItemOutcome.Updated;
    }

    /// <inheritdoc/>
    protected override async Task Save(CancellationToken cancellationToken)
    {
        foreach (var school in _moved)
            await Db.MarkMove(school, _today[school.RegionCode], cancellationToken);
        await Db.SaveChangesAsync(cancellationToken);
        foreach (var school in _moved)
            await Db.PlaceRowsOf(school, cancellationToken);
    }

    /// <inheritdoc/>
    protected override async Task Undo(IReadOnlyList<FormerValues> changes, CancellationToken cancellationToken)
    {
        var ids = changes.Select(c => Guid.Parse(c.Key)).ToArray();
        var known = await Db
            .Schools.Include(s => s.Placements)
            .Where(s => EF.Parameter(ids).Contains(s.Id))
            .ToDictionaryAsync(s => s.Id, cancellationToken);
        foreach (var change in changes)
        {
            var school = known[Guid.Parse(change.Key)];
            Db.Expect(school, school.Version);
            if (change.WasMade)
            {
                Db.Remove(school);
                continue;
            }
            var municipality = change.Text("municipalityCode", school.MunicipalityCode)!;
            if (municipality != school.MunicipalityCode)
            {
                var former = await Db.Municipalities.SingleAsync(m => m.Code == municipality, cancellationToken);
                var today = _today[school.RegionCode] = await Db.Today(school.RegionCode, cancellationToken);
                school.MoveTo(former, today, today, "Отмена импорта");
                _moved.Add(school);
            }
            school.Revise(
                new SchoolFacts(
                    change.Text("name", school.Name)!,
                    change.Member("kind", school.Kind),
                    change.Member("locality", school.Locality),
                    change.Number("pupils", school.Pupils),
                    change.Number("teachers", school.Teachers),
                    change.Text("address", school.Address),
                    change.Text("website", school.Website)
                )
            );
        }
    }

    private static string? CodeOf(MappedItem item, ItemFaults faults)
    {
        var code = item[SchoolField.Code];
        if (code is null)
            faults.Required(SchoolField.Code);
        else if (code.Length > School.CodeLength || !code.All(c => char.IsAsciiLetterOrDigit(c) || c is (>= 'А' and <= 'я') or '-'))
            faults.Add(SchoolField.Code, "code-invalid", "Код школы — от 1 до 20 цифр или букв без пробелов.", "1..20");
        return code;
    }

    private static T? WordOf<T>(MappedItem item, int field, Func<string, T?> read, string allowed, ItemFaults faults)
        where T : struct
    {
        if (item[field] is not { } text)
        {
            faults.Required(field);
            return null;
        }
        var word = read(text);
        if (word is null)
            faults.Add(field, "word-unknown", $"«{text}» не понято. Напишите одно из: {allowed}.", allowed);
        return word;
    }

    private static int? PeopleOf(MappedItem item, int field, ItemFaults faults)
    {
        var people = item.Whole(field, faults);
        if (people is < 0 or > School.MostPeople)
            faults.Add(field, "out-of-range", $"Число {people} вне допустимого: от 0 до {School.MostPeople}.", $"0..{School.MostPeople}");
        return people;
    }

    private Municipality? MunicipalityOf(MappedItem item, ItemFaults faults)
    {
        if (item[SchoolField.MunicipalityCode] is { } code)
        {
            if (_municipalities.TryGetValue(code, out var municipality))
                return municipality;
            faults.Add(
                SchoolField.MunicipalityCode,
                "place-unknown",
                $"Муниципалитет с кодом {code} не найден. Проверьте ОКТМО или сначала загрузите список муниципалитетов."
            );
            return null;
        }
        if (item[SchoolField.MunicipalityName] is not { } name)
        {
            faults.Required(
                item.Source(SchoolField.MunicipalityCode) is null ? SchoolField.MunicipalityName : SchoolField.MunicipalityCode
            );
            return null;
        }
        List<Municipality> named = [.. _byName[SearchText.Fold(name)]];
        if (named.Count == 0)
            named = [.. _byShortName[SchoolWords.PlaceName(name)]];
        if (named.Count == 1)
            return named[0];
        faults.Add(
            SchoolField.MunicipalityName,
            named.Count == 0 ? "place-unknown" : "place-ambiguous",
            named.Count == 0
                ? $"Муниципалитет «{name}» не найден. Проверьте название или укажите ОКТМО."
                : $"Муниципалитетов с таким названием {named.Count}: укажите ОКТМО.",
            named.Count == 0 ? null : string.Join("; ", named.Select(m => $"{m.Code} {m.Name}"))
        );
        return null;
    }

    /// <summary>A school as the file has it.</summary>
    internal sealed record Item(int Index, MappedItem Source, string Code, Municipality Municipality, SchoolFacts Facts)
        : ImportItem(Index, Source);
}
