using Microsoft.EntityFrameworkCore;
using Opora.Api.Features.Imports.Tables;
using Opora.Domain;
using Opora.Domain.Places;
using Opora.Persistence;

namespace Opora.Api.Features.Imports.Targets;

/// <summary>The schools that the asker reaches, by code and by name. One that is unknown and one that lies outside are the same to the sender.</summary>
internal sealed class OwnSchools
{
    private readonly Dictionary<string, School> _byCode;
    private readonly ILookup<string, School> _byName;

    private OwnSchools(List<School> schools)
    {
        _byCode = schools.ToDictionary(s => s.Code, StringComparer.OrdinalIgnoreCase);
        _byName = schools.ToLookup(s => SearchText.Fold(s.Name), StringComparer.Ordinal);
    }

    /// <summary>Reads them in the scope of the unit of work.</summary>
    public static async Task<OwnSchools> Read(AppDbContext db, CancellationToken cancellationToken) =>
        new(await db.Schools.AsNoTracking().ToListAsync(cancellationToken));

    /// <summary>The school that two fields name; null when they name none (then it is said why).</summary>
    public School? Find(MappedItem item, int codeField, int nameField, ItemFaults faults)
    {
        if (item[codeField] is { } code)
        {
            if (_byCode.TryGetValue(code, out var school))
                return school;
            faults.Add(codeField, "school-unknown", $"Школа с кодом «{code}» не найдена среди ваших школ. Проверьте по реестру школ.");
            return null;
        }
        if (item[nameField] is not { } name)
        {
            faults.Required(item.Source(nameField) is not null && item.Source(codeField) is null ? nameField : codeField);
            return null;
        }
        List<School> named = [.. _byName[SearchText.Fold(name)]];
        if (named.Count == 1)
            return named[0];
        if (named.Count == 0)
            faults.Add(nameField, "school-unknown", $"Школа «{name}» не найдена среди ваших школ. Проверьте по реестру школ.");
        else
            faults.Add(
                nameField,
                "school-ambiguous",
                $"Таких школ {named.Count}: укажите код школы.",
                string.Join("; ", named.Select(s => $"{s.Code} {s.Name}"))
            );
        return null;
    }
}
