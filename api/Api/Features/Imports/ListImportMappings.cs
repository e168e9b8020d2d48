using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Opora.Api.Http;
using Opora.Domain.Imports;
using Opora.Persistence;

namespace Opora.Api.Features.Imports;

/// <summary>Lists the mappings saved in the caller's regions.</summary>
public static class ListImportMappings
{
    /// <param name="Kind">What the tables hold; all kinds when absent.</param>
    public sealed record Query(WireEnum<ImportKind>? Kind = null) : IRequest<Ok<IReadOnlyList<ImportMappingSummary>>>;

    internal sealed class Handler(AppDbContext db) : IRequestHandler<Query, Ok<IReadOnlyList<ImportMappingSummary>>>
    {
        public async Task<Ok<IReadOnlyList<ImportMappingSummary>>> Handle(Query request, CancellationToken cancellationToken)
        {
            var mappings = db.ImportMappings.AsNoTracking();
            if (request.Kind is { Value: var kind })
                mappings = mappings.Where(m => m.Kind == kind);
            var saved = await mappings.OrderBy(m => m.Name).ThenBy(m => m.Id).ToListAsync(cancellationToken);
            return TypedResults.Ok<IReadOnlyList<ImportMappingSummary>>([
                .. saved.Select(m => new ImportMappingSummary(
                    m.Id,
                    m.Name,
                    m.Kind,
                    m.SavedAt,
                    MappingSpec.FromJson(m.Spec),
                    db.Current.Scope.Reaches(m)
                )),
            ]);
        }
    }
}

/// <summary>A mapping saved under a name.</summary>
/// <param name="Id">Id.</param>
/// <param name="Name">Name, unique in the region for its kind.</param>
/// <param name="Kind">What the tables hold.</param>
/// <param name="SavedAt">When it was last saved.</param>
/// <param name="Mapping">What the columns mean.</param>
/// <param name="Editable">Whether the caller may replace or delete it.</param>
public sealed record ImportMappingSummary(Guid Id, string Name, ImportKind Kind, DateTime SavedAt, MappingSpec Mapping, bool Editable);
