using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Opora.Domain.Places;

namespace Opora.Persistence.Engines;

/// <summary>Lets access follow a school that moved: every row that belongs to it takes its new municipality.</summary>
public static class SchoolRows
{
    private static readonly MethodInfo PlaceMethod = typeof(SchoolRows).GetMethod(
        nameof(Place),
        BindingFlags.NonPublic | BindingFlags.Static
    )!;

    /// <summary>
    /// Re-places the rows of the school, of whatever type, with one statement each; to be called in the transaction that moves the
    /// school. The columns only say who reaches a row; where the school stood in which year is told by its placements.
    /// </summary>
    public static async Task PlaceRowsOf(this AppDbContext db, School school, CancellationToken cancellationToken)
    {
        await db.HoldResults(school.RegionCode, cancellationToken);
        foreach (var type in TypesOf(db.Model))
            await (Task)PlaceMethod.MakeGenericMethod(type).Invoke(null, [db, school, cancellationToken])!;
    }

    /// <summary>The types whose rows belong to one school and stand in its municipality.</summary>
    public static IReadOnlyList<Type> TypesOf(IModel model) =>
        [
            .. model
                .GetEntityTypes()
                .Where(t =>
                    (typeof(IPlaced).IsAssignableFrom(t.ClrType) || typeof(IParty).IsAssignableFrom(t.ClrType))
                    && t.FindProperty(nameof(IPlaced.SchoolId)) is not null
                    && t.FindProperty(nameof(IPlaced.MunicipalityCode)) is not null
                )
                .Select(t => t.ClrType),
        ];

    private static Task<int> Place<T>(AppDbContext db, School school, CancellationToken cancellationToken)
        where T : class
    {
        Guid? id = school.Id;
        var code = school.MunicipalityCode;
        return db.Set<T>()
            .Where(x => EF.Property<Guid?>(x, nameof(IPlaced.SchoolId)) == id)
            .ExecuteUpdateAsync(
                s => s.SetProperty(x => EF.Property<string?>(x, nameof(IPlaced.MunicipalityCode)), code),
                cancellationToken
            );
    }
}
