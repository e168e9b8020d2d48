using System.Text.Json;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Opora.Api.Http;
using Opora.Persistence;

namespace Opora.Api.Features.Indicators.Definitions;

/// <summary>A set with its indicators as a file, in their present definitions; those that are watched no more are left out.</summary>
public static class ExportIndicatorSet
{
    private static readonly JsonSerializerOptions Pretty = new(JsonOptions.Web) { WriteIndented = true };

    /// <param name="Id">Id of the set.</param>
    public sealed record Query(Guid Id) : IRequest<FileContentHttpResult>;

    internal sealed class Handler(AppDbContext db) : IRequestHandler<Query, FileContentHttpResult>
    {
        public async Task<FileContentHttpResult> Handle(Query request, CancellationToken cancellationToken)
        {
            var set =
                await db.IndicatorSets.AsNoTracking().SingleOrDefaultAsync(s => s.Id == request.Id, cancellationToken)
                ?? throw Problems.NotFound("Набор показателей");
            var indicators = await db
                .Indicators.AsNoTracking()
                .Include(i => i.Versions)
                .Where(i => i.SetId == set.Id && i.RetiredFromOn == null)
                .OrderBy(i => i.Number)
                .ThenBy(i => i.Code)
                .ToListAsync(cancellationToken);
            var file = new IndicatorSetFile(
                IndicatorSetFile.TheFormat,
                set.Code,
                set.Name,
                set.Note,
                [.. indicators.Select(IndicatorOfFile.Of)]
            );
            return TypedResults.File(
                JsonSerializer.SerializeToUtf8Bytes(file, Pretty),
                "application/json",
                $"Показатели – {set.Name}.json"
            );
        }
    }
}
