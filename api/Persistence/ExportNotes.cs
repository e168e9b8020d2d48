using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Opora.Domain.Places;

namespace Opora.Persistence;

/// <summary>The journal keeps who took names out as a file, and how many rows.</summary>
public static class ExportNotes
{
    /// <summary>Notes it at the largest place that the caller reaches.</summary>
    public static async Task NoteExport(this AppDbContext db, string thing, int rows, CancellationToken cancellationToken)
    {
        var scope = db.Current.Scope;
        IPlaced? place =
            scope.Regions.Count > 0 ? new Place(scope.Regions[0], null, null)
            : scope.Municipalities.Count > 0 ? new Place(scope.VisibleRegions[0], scope.Municipalities[0], null)
            : await db.Schools.AsNoTracking().FirstOrDefaultAsync(s => s.Id == scope.Schools[0], cancellationToken);
        if (place is null)
            return;
        var key = (place.SchoolId?.ToString() ?? place.MunicipalityCode) ?? place.RegionCode;
        db.Note(new ChangeNote(thing, key, "exported", place, [new("rows", null, rows.ToString(CultureInfo.InvariantCulture))]));
        await db.SaveChangesAsync(cancellationToken);
    }
}
