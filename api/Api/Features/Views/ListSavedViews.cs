using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Opora.Api.Http;
using Opora.Domain.Access;
using Opora.Persistence;

namespace Opora.Api.Features.Views;

/// <summary>The kept filters that one sees: one's own and those shared in the region, by name.</summary>
public static class ListSavedViews
{
    /// <param name="Screen">Only those of this screen.</param>
    public sealed record Query(WireEnum<ViewScreen>? Screen = null) : IRequest<Ok<IReadOnlyList<SavedViewDetails>>>;

    internal sealed class Handler(AppDbContext db, IHttpContextAccessor http) : IRequestHandler<Query, Ok<IReadOnlyList<SavedViewDetails>>>
    {
        public async Task<Ok<IReadOnlyList<SavedViewDetails>>> Handle(Query request, CancellationToken cancellationToken)
        {
            var me = db.Me();
            var views = db.Views(me).AsNoTracking();
            if (request.Screen is { Value: var screen })
                views = views.Where(v => v.Screen == screen);
            return TypedResults.Ok<IReadOnlyList<SavedViewDetails>>(
                await views
                    .OrderBy(v => v.Name)
                    .ThenBy(v => v.Id)
                    .Select(SavedViewDetails.For(me, http.Operated()))
                    .ToListAsync(cancellationToken)
            );
        }
    }
}
