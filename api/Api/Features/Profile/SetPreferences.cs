using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using Opora.Api.Http;
using Opora.Persistence;
using Opora.Persistence.Identity;

namespace Opora.Api.Features.Profile;

/// <summary>Sets how screens look and behave for whoever is signed in; the last choice stands, so it names no version.</summary>
public static class SetPreferences
{
    public sealed record Command(Body Body) : IRequest<Ok<Preferences>>;

    /// <summary>All of the choices.</summary>
    /// <param name="Density">How high the rows of tables are.</param>
    /// <param name="SingleLetterKeys">Whether single letters are shortcuts.</param>
    /// <param name="Theme">Colours.</param>
    public sealed record Body(Density Density, bool SingleLetterKeys, Theme Theme) : IExampled<Body>
    {
        public static Body Example => new(Density.Compact, SingleLetterKeys: true, Theme.Dark);
    }

    internal sealed class Handler(AppDbContext db, IHttpContextAccessor http) : IRequestHandler<Command, Ok<Preferences>>
    {
        public async Task<Ok<Preferences>> Handle(Command request, CancellationToken cancellationToken)
        {
            var (density, keys, theme) = request.Body;
            var me = await db.FindMe(http, cancellationToken);
            me.Preferences = new Preferences(density, keys, theme);
            await db.SaveChangesAsync(cancellationToken);
            return TypedResults.Ok(me.Preferences);
        }
    }
}
