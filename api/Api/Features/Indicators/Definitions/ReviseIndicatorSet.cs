using FluentValidation;
using MediatR;
using Opora.Api.Auth;
using Opora.Api.Http;
using Opora.Domain.Indicators;
using Opora.Persistence;

namespace Opora.Api.Features.Indicators.Definitions;

/// <summary>Corrects what a set is called.</summary>
public static class ReviseIndicatorSet
{
    /// <param name="Id">Id of the set.</param>
    /// <param name="IfMatch">The version that the caller saw.</param>
    /// <param name="Body">What it is called now.</param>
    public sealed record Command(Guid Id, IfMatch IfMatch, Body Body) : IRequest<Versioned<IndicatorSetSummary>>;

    /// <summary>What it is called now.</summary>
    /// <param name="Name">What people call it.</param>
    /// <param name="Note">Where it comes from and what it is for.</param>
    public sealed record Body(string Name, string? Note = null) : IExampled<Body>
    {
        public static Body Example => new("Целевые показатели программы", "По программе 2026 года");
    }

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => this.SetRules(c => c.Body.Name, c => c.Body.Note);
    }

    internal sealed class Handler(AppDbContext db, IHttpContextAccessor http) : IRequestHandler<Command, Versioned<IndicatorSetSummary>>
    {
        public async Task<Versioned<IndicatorSetSummary>> Handle(Command request, CancellationToken cancellationToken)
        {
            var set = await db.SetToChange(request.Id, request.IfMatch, cancellationToken);
            set.Revise(new IndicatorSetFacts(request.Body.Name, request.Body.Note));
            await db.SaveChangesAsync(cancellationToken);
            var revised = await IndicatorSetSummary.Read(db, set.Id, http.Caller(), cancellationToken);
            return new Versioned<IndicatorSetSummary>(revised, revised.Version);
        }
    }
}
