using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Opora.Api.Auth;
using Opora.Api.Features.Results.Batches;
using Opora.Api.Features.Results.Pulling;
using Opora.Api.Figures;
using Opora.Api.Http;
using Opora.Domain;
using Opora.Domain.Results;
using Opora.Persistence;

namespace Opora.Api.Features.Results;

/// <summary>Tells where the values of a result come from, the present ones and the former ones.</summary>
public static class GetResultHistory
{
    /// <param name="Id">Id of the result.</param>
    public sealed record Query(Guid Id) : IRequest<Ok<ResultHistory>>;

    internal sealed class Handler(AppDbContext db, IHttpContextAccessor http) : IRequestHandler<Query, Ok<ResultHistory>>
    {
        public async Task<Ok<ResultHistory>> Handle(Query request, CancellationToken cancellationToken)
        {
            var all = await OfSchool(request.Id, cancellationToken);
            var disclosure = Disclosure.To(http.Caller());
            if (all.Count == 0)
            {
                // What was published is no secret, however few stand behind it.
                disclosure = disclosure with
                {
                    Outward = false,
                };
                all = await Published(request.Id, cancellationToken);
            }
            if (all.Count == 0)
                throw Problems.NotFound("Результат");
            var sources = await Sources(all, cancellationToken);
            return TypedResults.Ok(new ResultHistory(request.Id, [.. all.Select(k => k.Told(sources, disclosure))]));
        }

        private async Task<List<Kept>> OfSchool(Guid id, CancellationToken cancellationToken)
        {
            var present = await db.ExamResults.AsNoTracking().Where(r => r.Id == id).ToListAsync(cancellationToken);
            var former = await db
                .ExamResultRevisions.AsNoTracking()
                .Where(r => r.ExamResultId == id)
                .OrderByDescending(r => r.ReplacedAt)
                .ThenByDescending(r => r.Id)
                .ToListAsync(cancellationToken);
            return
            [
                .. present.Select(r => new Kept(r.Values, r.EffectiveMeanThousandths, r.ImportId, r.SourceRow, r.RecordedAt, null, null)),
                .. former.Select(r => new Kept(
                    r.Values,
                    r.EffectiveMeanThousandths,
                    r.ImportId,
                    r.SourceRow,
                    r.RecordedAt,
                    r.ReplacedByImportId,
                    r.ReplacedAt
                )),
            ];
        }

        private async Task<List<Kept>> Published(Guid id, CancellationToken cancellationToken)
        {
            var present = await db.ReferenceResults.AsNoTracking().Where(r => r.Id == id).ToListAsync(cancellationToken);
            var former = await db
                .ReferenceResultRevisions.AsNoTracking()
                .Where(r => r.ReferenceResultId == id)
                .OrderByDescending(r => r.ReplacedAt)
                .ThenByDescending(r => r.Id)
                .ToListAsync(cancellationToken);
            return
            [
                .. present.Select(r => new Kept(r.Values, r.EffectiveMeanThousandths, r.ImportId, r.SourceRow, r.RecordedAt, null, null)),
                .. former.Select(r => new Kept(
                    r.Values,
                    r.EffectiveMeanThousandths,
                    r.ImportId,
                    r.SourceRow,
                    r.RecordedAt,
                    r.ReplacedByImportId,
                    r.ReplacedAt
                )),
            ];
        }

        // An import outside the caller's places is told by its id alone.
        private async Task<Dictionary<Guid, ResultSource>> Sources(List<Kept> all, CancellationToken cancellationToken)
        {
            var ids = all.Select(k => k.ImportId).Distinct().ToArray();
            var runs = await db
                .ImportRuns.AsNoTracking()
                .Where(r => EF.Parameter(ids).Contains(r.Id))
                .Select(r => new
                {
                    r.Id,
                    r.FileName,
                    r.ActorKind,
                    r.ActorId,
                })
                .ToListAsync(cancellationToken);
            return runs.ToDictionary(r => r.Id, r => new ResultSource(r.FileName, r.ActorKind, r.ActorId));
        }
    }

    private sealed record ResultSource(string? FileName, ActorKind Kind, Guid? Id);

    private sealed record Kept(
        ResultValues Values,
        int? EffectiveMean,
        Guid ImportId,
        int? Row,
        DateTime RecordedAt,
        Guid? ReplacedBy,
        DateTime? ReplacedAt
    )
    {
        public ResultState Told(Dictionary<Guid, ResultSource> sources, Disclosure disclosure)
        {
            var source = sources.GetValueOrDefault(ImportId);
            var shown = ShownValues.Of(Values, EffectiveMean, disclosure);
            return new ResultState(
                shown.Participants,
                shown.Mean,
                shown.MeanDerived,
                shown.BelowThreshold,
                shown.Marks,
                shown.MarksPercent,
                shown.Small,
                shown.Suppressed,
                ImportId,
                disclosure.Outward ? null : source?.FileName,
                Row,
                source?.Kind,
                source?.Id,
                RecordedAt,
                ReplacedBy,
                ReplacedAt
            );
        }
    }
}

/// <summary>The values that a result has and had, newest first.</summary>
/// <param name="Id">Id of the result.</param>
/// <param name="Items">Present values, then former ones; a result that was taken back has former ones only.</param>
public sealed record ResultHistory(Guid Id, IReadOnlyList<ResultState> Items);

/// <summary>Values that a result has or had, and where they come from.</summary>
/// <param name="Participants">Pupils who took part; null when unknown.</param>
/// <param name="Mean">Mean as sent, else the one that follows from the marks.</param>
/// <param name="MeanDerived">Whether the mean follows from the marks.</param>
/// <param name="BelowThreshold">Pupils below the minimum.</param>
/// <param name="Marks">Pupils by mark, when they were sent so.</param>
/// <param name="MarksPercent">Per cent by mark, when they were sent so.</param>
/// <param name="Small">Whether it is over fewer than five pupils.</param>
/// <param name="Suppressed">Whether all values are left out for that reason; only for third parties.</param>
/// <param name="ImportId">The import or batch that brought them.</param>
/// <param name="FileName">Name of the file; null for a batch.</param>
/// <param name="Row">Row of the file as people see it; null for a batch.</param>
/// <param name="ByKind">Who sent them: Person or Client; null when the import lies outside the caller's places.</param>
/// <param name="ById">Id of the person or client.</param>
/// <param name="RecordedAt">UTC instant at which they came.</param>
/// <param name="ReplacedByImportId">The import that replaced them or took them back; null of present values.</param>
/// <param name="ReplacedAt">UTC instant of that.</param>
public sealed record ResultState(
    int? Participants,
    decimal? Mean,
    bool MeanDerived,
    int? BelowThreshold,
    MarksInCounts? Marks,
    MarksInPercent? MarksPercent,
    bool Small,
    bool Suppressed,
    Guid ImportId,
    string? FileName,
    int? Row,
    ActorKind? ByKind,
    Guid? ById,
    DateTime RecordedAt,
    Guid? ReplacedByImportId,
    DateTime? ReplacedAt
);
