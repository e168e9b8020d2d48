using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using Opora.Api.History;
using Opora.Api.Http;
using Opora.Domain.Training.Diagnostics;
using Opora.Persistence;

namespace Opora.Api.Features.Diagnostics;

/// <summary>Lists deficits of the caller's teachers with what came of them; the journal keeps who looked, once a day.</summary>
public static class ListDeficitChains
{
    /// <summary>Filters; all that are given must hold.</summary>
    /// <param name="School">Main school of the teacher; its id.</param>
    /// <param name="Municipality">ОКТМО codes of its municipality.</param>
    /// <param name="Cohort">Id of a list: teachers of its schools only.</param>
    /// <param name="Deficit">Code of a deficit.</param>
    /// <param name="Course">Id of the course that mends it.</param>
    /// <param name="Outcome">How far it has come.</param>
    /// <param name="Search">Words of the teacher's name; case and «ё» do not matter.</param>
    /// <param name="Page">Number of the page, from 1.</param>
    /// <param name="PageSize">Rows on a page, at most 200.</param>
    /// <param name="Sort">name; a leading minus turns the order round.</param>
    public sealed record Query(
        Guid? School,
        string[]? Municipality,
        Guid? Cohort,
        string? Deficit,
        Guid? Course,
        WireEnum<DeficitOutcome>[]? Outcome,
        string? Search,
        int Page = 1,
        int PageSize = Paging.DefaultRows,
        string? Sort = null
    ) : IRequest<Ok<PageOf<DeficitChainRow>>>, IPaged, IDeficitChainFilter;

    internal sealed class Validator : AbstractValidator<Query>
    {
        public Validator()
        {
            this.PagingRules("name");
            this.FilterRules();
        }
    }

    internal sealed class Handler(AppDbContext db, TimeProvider clock) : IRequestHandler<Query, Ok<PageOf<DeficitChainRow>>>
    {
        public async Task<Ok<PageOf<DeficitChainRow>>> Handle(Query request, CancellationToken cancellationToken)
        {
            var rows = await db.ChainsOf(request, cancellationToken);
            if (request.Sort?.StartsWith('-') == true)
                rows.Reverse();
            List<DeficitChainRow> page = [.. rows.Skip((request.Page - 1) * request.PageSize).Take(request.PageSize)];
            if (page.Count > 0)
                await db.NoteListView(nameof(DiagnosticResult), "diagnostics-viewed", clock.GetUtcNow().UtcDateTime, cancellationToken);
            return TypedResults.Ok(new PageOf<DeficitChainRow>(page, request.Page, request.PageSize, rows.Count));
        }
    }
}
