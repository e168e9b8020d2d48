using FluentValidation;
using MediatR;
using Opora.Api.Http;
using Opora.Domain.Identification;
using Opora.Persistence;
using Opora.Persistence.Rollups;

namespace Opora.Api.Features.Cohorts;

/// <summary>Corrects a school's category, its entry and the reason.</summary>
public static class ReviseCohortMember
{
    /// <param name="Id">Id of the list.</param>
    /// <param name="SchoolId">Id of the school.</param>
    /// <param name="IfMatch">Version of the list that the caller saw.</param>
    /// <param name="Body">What is right.</param>
    public sealed record Command(Guid Id, Guid SchoolId, IfMatch IfMatch, Body Body) : IRequest<Versioned<CohortSummary>>;

    /// <summary>Why the school is supported, and since when.</summary>
    /// <param name="Category">Why it is supported.</param>
    /// <param name="EnteredOn">First day of support.</param>
    /// <param name="Reason">Why it was put on the list.</param>
    public sealed record Body(SupportCategory Category, DateOnly EnteredOn, string? Reason = null) : IExampled<Body>
    {
        public static Body Example => new(SupportCategory.Both, new DateOnly(2019, 2, 18), "Низкие результаты ГИА 2018 года");
    }

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Body.EnteredOn).IsDay();
            RuleFor(c => c.Body.Reason).MaximumLength(CohortMember.ReasonLength).WithMessage("Основание — до 500 знаков.");
        }
    }

    internal sealed class Handler(AppDbContext db, RollupSignal signal) : IRequestHandler<Command, Versioned<CohortSummary>>
    {
        public async Task<Versioned<CohortSummary>> Handle(Command request, CancellationToken cancellationToken)
        {
            var body = request.Body;
            var cohort = await db.FindCohort(request.Id, request.IfMatch, request.SchoolId, cancellationToken);
            cohort.Member(request.SchoolId).Revise(body.Category, body.EnteredOn, body.Reason);
            await db.MarkCohort(cohort.RegionCode, cohort.ResultsYear, cancellationToken);
            await db.SaveChangesAsync(cancellationToken);
            signal.Raise();
            return new Versioned<CohortSummary>(await CohortSummary.Read(db, cohort.Id, cancellationToken), cohort.Version);
        }
    }
}
