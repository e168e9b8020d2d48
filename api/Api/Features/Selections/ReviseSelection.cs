using FluentValidation;
using MediatR;
using Opora.Api.Auth;
using Opora.Api.Http;
using Opora.Persistence;

namespace Opora.Api.Features.Selections;

/// <summary>Corrects a call; criteria stand as they are once somebody has given a mark.</summary>
public static class ReviseSelection
{
    /// <param name="Id">Id of the selection.</param>
    /// <param name="IfMatch">The version that the caller saw.</param>
    /// <param name="Body">What is right.</param>
    public sealed record Command(Guid Id, IfMatch IfMatch, SelectionBody Body) : IRequest<Versioned<SelectionDetails>>;

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.Body).SetValidator(new SelectionValidator());
    }

    internal sealed class Handler(AppDbContext db, IHttpContextAccessor http) : IRequestHandler<Command, Versioned<SelectionDetails>>
    {
        public async Task<Versioned<SelectionDetails>> Handle(Command request, CancellationToken cancellationToken)
        {
            var selection = await db.SelectionToChange(request.Id, request.IfMatch, cancellationToken);
            var judged = (await db.Judges(selection, cancellationToken)).Count > 0;
            db.AddRange(selection.Revise(request.Body.Facts, request.Body.CriteriaFacts, judged));
            return await db.Saved(selection, "revised", http.Caller(), cancellationToken);
        }
    }
}
