using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Opora.Api.Http;
using Opora.Domain;
using Opora.Domain.Identification;
using Opora.Persistence;

namespace Opora.Api.Features.Cohorts;

/// <summary>Opens the list of supported schools of a programme year.</summary>
public static class CreateCohort
{
    public sealed record Command(Body Body) : IRequest<CreatedVersion<CohortSummary>>;

    /// <summary>The list and the order that approved it.</summary>
    /// <param name="Period">Programme year: <c>2019</c> or <c>2018/2019</c>; one list for each results year.</param>
    /// <param name="Name">What people call the list.</param>
    /// <param name="OrderNumber">Number of the order.</param>
    /// <param name="OrderDate">Date of the order.</param>
    /// <param name="RegionCode">Region; the caller's own when absent.</param>
    public sealed record Body(Period Period, string Name, string OrderNumber, DateOnly OrderDate, string? RegionCode = null)
        : IExampled<Body>
    {
        public static Body Example =>
            new(
                Period.CalendarYear(2020),
                "Школы с низкими результатами обучения, 2020 год",
                "под-160/20",
                new DateOnly(2020, 2, 3),
                "RU-TA"
            );

        internal CohortFacts Facts => new(Name, OrderNumber, OrderDate);
    }

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            this.OrderRules(c => c.Body.Facts);
            RuleFor(c => c.Body.Period).Must(p => p.IsWholeYear).WithMessage("Список составляют на целый год: 2019 или 2018/2019.");
        }
    }

    internal sealed class Handler(AppDbContext db) : IRequestHandler<Command, CreatedVersion<CohortSummary>>
    {
        public async Task<CreatedVersion<CohortSummary>> Handle(Command request, CancellationToken cancellationToken)
        {
            var body = request.Body;
            var cohort = new Cohort(RegionOf(body), body.Period, body.Facts);
            db.Add(cohort);
            try
            {
                await db.SaveChangesAsync(cancellationToken);
            }
            catch (DbUpdateException e) when (db.IsDuplicateKey(e))
            {
                throw Problems.Duplicate("/period", $"Список школ на {cohort.ResultsYear} год уже есть.", body.Period.ToString());
            }
            return new CreatedVersion<CohortSummary>(
                await CohortSummary.Read(db, cohort.Id, cancellationToken),
                cohort.Version,
                $"/api/v1/cohorts/{cohort.Id}"
            );
        }

        private string RegionOf(Body body)
        {
            var regions = db.Current.Scope.Regions;
            if (body.RegionCode is { } code)
                return db.Current.Scope.ReachesRegion(code) ? code : throw Problems.NotFound("Регион");
            return regions.Count == 1 ? regions[0] : throw Problems.Validation("/regionCode", "required", "Укажите регион списка.");
        }
    }
}
