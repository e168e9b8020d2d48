using FluentValidation;
using MediatR;
using Opora.Api.Http;
using Opora.Domain.Identification;
using Opora.Persistence;

namespace Opora.Api.Features.Cohorts;

/// <summary>Ends the support of a school; it still counts as a school of the list.</summary>
public static class ExitCohortMember
{
    /// <param name="Id">Id of the list.</param>
    /// <param name="SchoolId">Id of the school.</param>
    /// <param name="IfMatch">Version of the list that the caller saw.</param>
    /// <param name="Body">When and why.</param>
    public sealed record Command(Guid Id, Guid SchoolId, IfMatch IfMatch, Body Body) : IRequest<Versioned<CohortSummary>>;

    /// <summary>When and why the school left.</summary>
    /// <param name="LeftOn">Last day of support.</param>
    /// <param name="Reason">Why.</param>
    public sealed record Body(DateOnly LeftOn, string Reason) : IExampled<Body>
    {
        public static Body Example => new(new DateOnly(2020, 8, 31), "Результаты выше порога два года подряд");
    }

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Body.LeftOn).IsDay();
            RuleFor(c => c.Body.Reason)
                .Must(reason => CohortChange.IsText(reason, CohortMember.ReasonLength))
                .WithMessage("Укажите причину выхода, до 500 знаков.");
        }
    }

    internal sealed class Handler(AppDbContext db) : IRequestHandler<Command, Versioned<CohortSummary>>
    {
        public async Task<Versioned<CohortSummary>> Handle(Command request, CancellationToken cancellationToken)
        {
            var cohort = await db.FindCohort(request.Id, request.IfMatch, request.SchoolId, cancellationToken);
            cohort.Member(request.SchoolId).Leave(request.Body.LeftOn, request.Body.Reason);
            db.Act = ("left", request.Body.Reason);
            await db.SaveChangesAsync(cancellationToken);
            return new Versioned<CohortSummary>(await CohortSummary.Read(db, cohort.Id, cancellationToken), cohort.Version);
        }
    }
}
