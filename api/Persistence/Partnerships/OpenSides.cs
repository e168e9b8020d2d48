using Microsoft.EntityFrameworkCore;
using Opora.Domain;
using Opora.Domain.Places;

namespace Opora.Persistence.Partnerships;

/// <summary>Nobody joins anything new who works no more.</summary>
public static class OpenSides
{
    /// <summary>Demands that schools and organisations work; those of a row that is there already need not be asked about.</summary>
    /// <exception cref="BrokenRule"><c>side-closed</c>, which names the first that does not.</exception>
    public static async Task MustWork(
        this AppDbContext db,
        IEnumerable<Guid> schools,
        IEnumerable<Guid> organisations,
        CancellationToken cancellationToken
    )
    {
        Guid[] asked = [.. schools];
        Guid[] others = [.. organisations];
        var closed =
            (
                asked.Length == 0
                    ? null
                    : await db
                        .ToldSchools.Where(s => asked.Contains(s.Id) && s.State != SchoolState.Open)
                        .OrderBy(s => s.Id)
                        .Select(s => s.Name)
                        .FirstOrDefaultAsync(cancellationToken)
            )
            ?? (
                others.Length == 0
                    ? null
                    : await db
                        .Organisations.Where(o => others.Contains(o.Id) && o.ClosedOn != null)
                        .OrderBy(o => o.Id)
                        .Select(o => o.ShortName ?? o.Name)
                        .FirstOrDefaultAsync(cancellationToken)
            );
        if (closed is not null)
            throw new BrokenRule("side-closed", $"«{closed}» больше не действует: для нового участника выберите действующую сторону.");
    }
}
