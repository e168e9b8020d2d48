using FluentValidation;
using MediatR;
using Opora.Api.Http;
using Opora.Persistence;

namespace Opora.Api.Features.Views;

/// <summary>Renames kept filters, changes them, shares them or takes that back.</summary>
public static class ReviseView
{
    /// <param name="Id">Id of the view.</param>
    /// <param name="IfMatch">The version that the caller saw.</param>
    /// <param name="Body">All that is kept of it.</param>
    public sealed record Command(Guid Id, IfMatch IfMatch, Body Body) : IRequest<Versioned<SavedViewDetails>>;

    /// <summary>Name, filters and who sees them.</summary>
    /// <param name="Name">What people will call it.</param>
    /// <param name="Query">The part of the screen's address behind «?».</param>
    /// <param name="Shared">Whether others of the region read it.</param>
    public sealed record Body(string Name, string Query, bool Shared) : IExampled<Body>
    {
        public static Body Example => new("Сельские школы с ШНОР", "category=LowResults&locality=Rural&state=Open", Shared: false);
    }

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Body.Name).ViewName();
            RuleFor(c => c.Body.Query).ViewQueryLength();
        }
    }

    internal sealed class Handler(AppDbContext db, IHttpContextAccessor http) : IRequestHandler<Command, Versioned<SavedViewDetails>>
    {
        public async Task<Versioned<SavedViewDetails>> Handle(Command request, CancellationToken cancellationToken)
        {
            var (name, query, shared) = request.Body;
            var view = await db.FindView(http, request.Id, request.IfMatch, cancellationToken);
            view.Revise(name.Trim(), query, shared);
            await db.SaveView(view, cancellationToken);
            return new Versioned<SavedViewDetails>(SavedViewDetails.Of(view, db.Me()), view.Version);
        }
    }
}
