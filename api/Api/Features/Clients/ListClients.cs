using System.Linq.Expressions;
using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Opora.Api.Http;
using Opora.Domain;
using Opora.Domain.Access;
using Opora.Persistence;
using Opora.Persistence.Identity;

namespace Opora.Api.Features.Clients;

/// <summary>The machine clients within the caller's scope.</summary>
public static class ListClients
{
    private static readonly Dictionary<string, Expression<Func<MachineClient, object?>>> Sorts = new(StringComparer.Ordinal)
    {
        ["name"] = c => c.SortName,
        ["createdAt"] = c => c.CreatedAt,
        ["expiresOn"] = c => c.ExpiresOn,
    };

    /// <summary>Filters; all that are given must hold.</summary>
    /// <param name="Search">Words of the name; case, «ё», quotes and «№» do not matter.</param>
    /// <param name="State">Whether their keys are taken; all when absent.</param>
    /// <param name="ExpiresBy">Whose keys are taken until this day at most.</param>
    /// <param name="Page">Number of the page, from 1.</param>
    /// <param name="PageSize">Rows on a page, at most 200.</param>
    /// <param name="Sort">name, createdAt or expiresOn; a leading minus turns the order round.</param>
    public sealed record Query(
        string? Search = null,
        WireEnum<ClientState>? State = null,
        DateOnly? ExpiresBy = null,
        int Page = 1,
        int PageSize = Paging.DefaultRows,
        string? Sort = null
    ) : IRequest<Ok<PageOf<ClientSummary>>>, IPaged;

    internal sealed class Validator : AbstractValidator<Query>
    {
        private const int SearchLength = 200;

        public Validator()
        {
            this.PagingRules([.. Sorts.Keys]);
            RuleFor(q => q.Search).MaximumLength(SearchLength).WithMessage("Строка поиска длиннее 200 знаков.");
        }
    }

    internal sealed class Handler(AppDbContext db, TimeProvider clock) : IRequestHandler<Query, Ok<PageOf<ClientSummary>>>
    {
        public async Task<Ok<PageOf<ClientSummary>>> Handle(Query request, CancellationToken cancellationToken)
        {
            var now = clock.GetUtcNow().UtcDateTime;
            var clients = db.MachineClients.AsNoTracking();
            foreach (var word in SearchText.Needles(request.Search))
                clients = clients.Where(c => c.SearchName.Contains(word));
            clients = request.State?.Value switch
            {
                ClientState.Revoked => clients.Where(c => c.RevokedAt != null),
                ClientState.Expired => clients.Where(c => c.RevokedAt == null && c.ExpiresAt <= now),
                ClientState.Active => clients.Active(now),
                _ => clients,
            };
            if (request.ExpiresBy is { } last)
                clients = clients.Where(c => c.ExpiresOn <= last);
            var page = await clients.SortBy(request.Sort, Sorts, "name", c => c.Id).ToPage(request, ClientRow.From(db), cancellationToken);
            return TypedResults.Ok(
                new PageOf<ClientSummary>([.. page.Items.Select(row => row.Told(now))], page.Page, page.PageSize, page.Total)
            );
        }
    }
}
