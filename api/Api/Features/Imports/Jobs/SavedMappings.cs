using Microsoft.EntityFrameworkCore;
using Opora.Api.Features.Imports.Tables;
using Opora.Api.Http;
using Opora.Domain.Imports;
using Opora.Persistence;

namespace Opora.Api.Features.Imports.Jobs;

/// <summary>Keeps mappings under their names, for the whole region.</summary>
internal static class SavedMappings
{
    /// <summary>Puts a mapping under a name, in the place of the one that was there; saved by the caller.</summary>
    /// <exception cref="Problem">409 when the name is taken by somebody whose place the asker does not reach.</exception>
    public static async Task Save(
        AppDbContext db,
        ImportRun run,
        ImportAsker asker,
        TableFile file,
        MappingSpec mapping,
        string name,
        DateTime now,
        CancellationToken cancellationToken
    )
    {
        // The header as it is found by itself: that is what the next file will be known by.
        var fingerprint = (await ReadableTable.Read(() => file.Preview(mapping.Sheet), cancellationToken)).Fingerprint;
        var saved = await db.ImportMappings.SingleOrDefaultAsync(
            m => m.RegionCode == run.RegionCode && m.Kind == run.Kind && m.Name == name,
            cancellationToken
        );
        // The day of a whole staff is of this file alone.
        mapping = mapping with
        {
            WholeStaffOn = null,
        };
        if (saved is null)
            db.Add(new ImportMapping(asker, run.Kind, name, fingerprint, mapping, now));
        else if (db.Current.Scope.Reaches(saved))
            saved.Replace(fingerprint, mapping, now);
        else
            throw Problems.Duplicate("/saveMappingAs", "Под этим названием сопоставление сохранил другой: выберите другое название.", name);
    }
}
