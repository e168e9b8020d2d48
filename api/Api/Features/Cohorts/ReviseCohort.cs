using FluentValidation;
using MediatR;
using Opora.Api.Http;
using Opora.Domain.Identification;
using Opora.Persistence;

namespace Opora.Api.Features.Cohorts;

/// <summary>Corrects what is said of a list and its order.</summary>
public static class ReviseCohort
{
    /// <param name="Id">Id of the list.</param>
    /// <param name="IfMatch">Version that the caller saw.</param>
    /// <param name="Body">What is right.</param>
    public sealed record Command(Guid Id, IfMatch IfMatch, Body Body) : IRequest<Versioned<CohortSummary>>;

    /// <summary>The list and the order that approved it; its year never changes.</summary>
    /// <param name="Name">What people call the list.</param>
    /// <param name="OrderNumber">Number of the order.</param>
    /// <param name="OrderDate">Date of the order.</param>
    public sealed record Body(string Name, string OrderNumber, DateOnly OrderDate) : IExampled<Body>
    {
        public static Body Example => new("Школы с низкими результатами обучения, 2019 год", "пол-247/19", new DateOnly(2019, 2, 18));

        internal CohortFacts Facts => new(Name, OrderNumber, OrderDate);
    }

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => this.OrderRules(c => c.Body.Facts);
    }

    internal sealed class Handler(AppDbContext db) : IRequestHandler<Command, Versioned<CohortSummary>>
    {
        public async Task<Versioned<CohortSummary>> Handle(Command request, CancellationToken cancellationToken)
        {
            var cohort = await db.FindCohort(request.Id, request.IfMatch, schoolId: null, cancellationToken);
            cohort.Revise(request.Body.Facts);
            await db.SaveChangesAsync(cancellationToken);
            return new Versioned<CohortSummary>(await CohortSummary.Read(db, cohort.Id, cancellationToken), cohort.Version);
        }
    }
}
