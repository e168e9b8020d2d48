using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Opora.Api.Http;
using Opora.Domain.Identification;
using Opora.Persistence;
using Opora.Persistence.Identity;
using Opora.Persistence.Rollups;

namespace Opora.Api.Features.Cohorts;

/// <summary>Puts a school on a list, or back on it after it had left.</summary>
public static class AddCohortMember
{
    /// <param name="Id">Id of the list.</param>
    /// <param name="IfMatch">Version that the caller saw.</param>
    /// <param name="Body">The school.</param>
    public sealed record Command(Guid Id, IfMatch IfMatch, Body Body) : IRequest<Versioned<CohortSummary>>;

    /// <summary>The school and why it is supported.</summary>
    /// <param name="SchoolId">Id of the school.</param>
    /// <param name="Category">Why it is supported.</param>
    /// <param name="EnteredOn">First day of support.</param>
    /// <param name="Reason">Why it is put on the list.</param>
    public sealed record Body(Guid SchoolId, SupportCategory Category, DateOnly EnteredOn, string? Reason = null) : IExampled<Body>
    {
        public static Body Example =>
            new(
                new Guid("0193a5c0-5b1e-7000-8000-000000000002"),
                SupportCategory.LowResults,
                new DateOnly(2019, 2, 18),
                "Низкие результаты ГИА 2018 года"
            );
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
            var cohort = await db.FindCohort(request.Id, request.IfMatch, body.SchoolId, cancellationToken);
            var school =
                await db.Schools.SingleOrDefaultAsync(s => s.Id == body.SchoolId, cancellationToken) ?? throw Problems.NotFound("Школа");
            var member = cohort.Enter(school, body.Category, body.EnteredOn, body.Reason);
            await db.TellOfList(cohort, [member], cancellationToken);
            await db.MarkCohort(cohort.RegionCode, cohort.ResultsYear, cancellationToken);
            db.Act = ("entered", body.Reason);
            await db.SaveChangesAsync(cancellationToken);
            signal.Raise();
            return new Versioned<CohortSummary>(await CohortSummary.Read(db, cohort.Id, cancellationToken), cohort.Version);
        }
    }
}
