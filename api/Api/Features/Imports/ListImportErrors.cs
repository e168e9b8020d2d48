using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Opora.Api.Auth;
using Opora.Api.Http;
using Opora.Persistence;

namespace Opora.Api.Features.Imports;

/// <summary>Lists what is wrong in an import, by row.</summary>
public static class ListImportErrors
{
    /// <param name="Id">Id of the import.</param>
    /// <param name="Page">Number of the page, from 1.</param>
    /// <param name="PageSize">Rows on a page, at most 200.</param>
    /// <param name="Sort">row: the only order there is.</param>
    public sealed record Query(Guid Id, int Page = 1, int PageSize = Paging.DefaultRows, string? Sort = null)
        : IRequest<Ok<PageOf<ImportError>>>,
            IPaged;

    internal sealed class Validator : AbstractValidator<Query>
    {
        public Validator() => this.PagingRules("row");
    }

    internal sealed class Handler(AppDbContext db, IHttpContextAccessor http) : IRequestHandler<Query, Ok<PageOf<ImportError>>>
    {
        public async Task<Ok<PageOf<ImportError>>> Handle(Query request, CancellationToken cancellationToken)
        {
            if (!await db.ImportsFor(http.Caller()).AnyAsync(r => r.Id == request.Id, cancellationToken))
                throw ImportAccess.NotFound();
            return TypedResults.Ok(await ImportError.Of(db, request.Id).ToPage(request, e => e, cancellationToken));
        }
    }
}
