using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Opora.Api.Http;
using Opora.Domain.Training.Diagnostics;
using Opora.Persistence;

namespace Opora.Api.Features.Diagnostics;

/// <summary>Corrects what is known of a deficit, or says that nothing new looks for it. What was found under it stays.</summary>
public static class ReviseDeficit
{
    /// <param name="Id">Id of the deficit.</param>
    /// <param name="IfMatch">The version that the caller saw.</param>
    /// <param name="Body">What is known now.</param>
    public sealed record Command(Guid Id, IfMatch IfMatch, Body Body) : IRequest<Versioned<DeficitSummary>>;

    /// <summary>What is known now.</summary>
    /// <param name="Facts">What is known of it.</param>
    /// <param name="Retired">Whether nothing new looks for it.</param>
    public sealed record Body(DeficitBody Facts, bool Retired = false) : IExampled<Body>
    {
        public static Body Example => new(DeficitBody.Example);
    }

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.Body.Facts).SetValidator(new DeficitBodyValidator());
    }

    internal sealed class Handler(AppDbContext db) : IRequestHandler<Command, Versioned<DeficitSummary>>
    {
        public async Task<Versioned<DeficitSummary>> Handle(Command request, CancellationToken cancellationToken)
        {
            var deficit = await db.Deficits.SingleOrDefaultAsync(d => d.Id == request.Id, cancellationToken);
            if (deficit is null || !db.Current.Scope.ReachesRegion(deficit.RegionCode))
                throw Problems.NotFound("Дефицит");
            db.Expect(deficit, request.IfMatch.Version);
            deficit.Revise(
                request.Body.Facts.Facts,
                request.Body.Retired ? deficit.RetiredOn ?? await db.Today(deficit.RegionCode, cancellationToken) : null
            );
            await db.SaveChangesAsync(cancellationToken);
            var row = DeficitSummary.From.Compile()(deficit);
            return new Versioned<DeficitSummary>(row, row.Version);
        }
    }
}
