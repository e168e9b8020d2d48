using System.Linq.Expressions;
using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Opora.Api.Http;
using Opora.Domain.Access;
using Opora.Persistence;

namespace Opora.Api.Features.Notifications;

/// <summary>What the caller was told, the newest first.</summary>
public static class ListNotifications
{
    private static readonly Dictionary<string, Expression<Func<NotificationRow, object?>>> Sorts = new(StringComparer.Ordinal)
    {
        ["at"] = r => r.Told.At,
    };

    /// <summary>Filters.</summary>
    /// <param name="Unread">Only those not read yet, or only those read.</param>
    /// <param name="Page">Number of the page, from 1.</param>
    /// <param name="PageSize">Rows on a page, at most 200.</param>
    /// <param name="Sort">at; a leading minus turns the order round.</param>
    public sealed record Query(bool? Unread = null, int Page = 1, int PageSize = Paging.DefaultRows, string? Sort = null)
        : IRequest<Ok<PageOf<NotificationDetails>>>,
            IPaged;

    internal sealed class Validator : AbstractValidator<Query>
    {
        public Validator() => this.PagingRules([.. Sorts.Keys]);
    }

    internal sealed class Handler(AppDbContext db) : IRequestHandler<Query, Ok<PageOf<NotificationDetails>>>
    {
        public async Task<Ok<PageOf<NotificationDetails>>> Handle(Query request, CancellationToken cancellationToken)
        {
            var told = db.Told().AsNoTracking();
            if (request.Unread is { } unread)
                told = told.Where(n => (n.ReadAt == null) == unread);
            return TypedResults.Ok(
                await NotificationRow
                    .Of(db, told)
                    .SortBy(request.Sort, Sorts, "-at", r => r.Told.Id)
                    .ToPage(request, NotificationDetails.From(db), cancellationToken)
            );
        }
    }
}
