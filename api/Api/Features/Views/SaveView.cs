using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Opora.Api.Http;
using Opora.Domain.Access;
using Opora.Persistence;

namespace Opora.Api.Features.Views;

/// <summary>Keeps filters of a screen under a name.</summary>
public static class SaveView
{
    /// <param name="Body">The filters.</param>
    public sealed record Command(Body Body) : IRequest<CreatedVersion<SavedViewDetails>>;

    /// <summary>Filters of a screen and their name.</summary>
    /// <param name="Screen">Whose filters they are.</param>
    /// <param name="Name">What people will call it.</param>
    /// <param name="Query">The part of the screen's address behind «?»: only parameters that the screen knows.</param>
    /// <param name="Shared">Whether others of the region read it.</param>
    public sealed record Body(ViewScreen Screen, string Name, string Query, bool Shared = false) : IExampled<Body>
    {
        public static Body Example => new(ViewScreen.Schools, "Сельские школы перечня", "category=LowResults&locality=Rural", Shared: true);
    }

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Body.Name).ViewName();
            RuleFor(c => c.Body.Query).ViewQueryLength();
        }
    }

    internal sealed class Handler(AppDbContext db) : IRequestHandler<Command, CreatedVersion<SavedViewDetails>>
    {
        public async Task<CreatedVersion<SavedViewDetails>> Handle(Command request, CancellationToken cancellationToken)
        {
            var (screen, name, query, shared) = request.Body;
            var (me, scope) = (db.Me(), db.Current.Scope);
            if (await db.SavedViews.CountAsync(v => v.PersonId == me, cancellationToken) >= SavedView.MostOfOne)
                throw Problems.RuleBroken("too-many-views", $"У вас уже {SavedView.MostOfOne} сохранённых отборов: удалите лишние.");
            var view = new SavedView(me, scope.Regions.Concat(scope.VisibleRegions).First(), screen, name.Trim(), query, shared);
            db.Add(view);
            await db.SaveView(view, cancellationToken);
            return new CreatedVersion<SavedViewDetails>(SavedViewDetails.Of(view, me), view.Version, $"/api/v1/saved-views/{view.Id}");
        }
    }
}
