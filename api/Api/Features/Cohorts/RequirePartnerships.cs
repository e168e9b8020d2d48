using FluentValidation;
using MediatR;
using Opora.Api.Http;
using Opora.Persistence;

namespace Opora.Api.Features.Cohorts;

/// <summary>Says how many agreements with partners each school of a list must have.</summary>
public static class RequirePartnerships
{
    /// <param name="Id">Id of the list.</param>
    /// <param name="IfMatch">Version that the caller saw.</param>
    /// <param name="Body">The norm.</param>
    public sealed record Command(Guid Id, IfMatch IfMatch, Body Body) : IRequest<Versioned<CohortSummary>>;

    /// <summary>The norm; with neither, the programme does not say.</summary>
    /// <param name="Least">Agreements that each school must have.</param>
    /// <param name="LeastOutside">How many of them must be with somebody outside the school's municipality.</param>
    public sealed record Body(int? Least = null, int? LeastOutside = null) : IExampled<Body>
    {
        public static Body Example => new(2, 1);
    }

    internal sealed class Validator : AbstractValidator<Command>
    {
        private const int Most = 20;

        public Validator()
        {
            RuleFor(c => c.Body.Least)
                .InclusiveBetween(1, Most)
                .WithErrorCode("out-of-range")
                .WithMessage($"Норма — от 1 до {Most} договоров.");
            RuleFor(c => c.Body.LeastOutside)
                .InclusiveBetween(0, Most)
                .WithErrorCode("out-of-range")
                .WithMessage($"Вне муниципалитета — от 0 до {Most} договоров.");
        }
    }

    internal sealed class Handler(AppDbContext db) : IRequestHandler<Command, Versioned<CohortSummary>>
    {
        public async Task<Versioned<CohortSummary>> Handle(Command request, CancellationToken cancellationToken)
        {
            var cohort = await db.FindCohort(request.Id, request.IfMatch, schoolId: null, cancellationToken);
            cohort.RequirePartnerships(request.Body.Least, request.Body.LeastOutside);
            await db.SaveChangesAsync(cancellationToken);
            return new Versioned<CohortSummary>(await CohortSummary.Read(db, cohort.Id, cancellationToken), cohort.Version);
        }
    }
}
