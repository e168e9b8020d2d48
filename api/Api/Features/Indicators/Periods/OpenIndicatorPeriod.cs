using MediatR;
using Microsoft.EntityFrameworkCore;
using Opora.Api.Http;
using Opora.Domain;
using Opora.Domain.Indicators;
using Opora.Persistence;

namespace Opora.Api.Features.Indicators.Periods;

/// <summary>Opens a period of a set for values.</summary>
public static class OpenIndicatorPeriod
{
    /// <param name="Body">The period.</param>
    public sealed record Command(Body Body) : IRequest<CreatedVersion<IndicatorPeriodDetails>>;

    /// <summary>The new period.</summary>
    /// <param name="SetId">The set.</param>
    /// <param name="Period">A year, half-year or quarter.</param>
    /// <param name="DueOn">Last day for submitting; null sets none.</param>
    public sealed record Body(Guid SetId, Period Period, DateOnly? DueOn = null) : IExampled<Body>
    {
        public static Body Example =>
            new(new Guid("0193a5c0-5b1e-7000-8000-000000000010"), Period.CalendarYear(2021), new DateOnly(2022, 1, 20));
    }

    internal sealed class Handler(AppDbContext db) : IRequestHandler<Command, CreatedVersion<IndicatorPeriodDetails>>
    {
        public async Task<CreatedVersion<IndicatorPeriodDetails>> Handle(Command request, CancellationToken cancellationToken)
        {
            var body = request.Body;
            var set =
                await db.IndicatorSets.SingleOrDefaultAsync(s => s.Id == body.SetId, cancellationToken)
                ?? throw Problems.NotFound("Набор показателей", "/setId", body.SetId.ToString());
            var period = new IndicatorPeriod(set, body.Period, body.DueOn);
            db.Add(period);
            try
            {
                await db.SaveChangesAsync(cancellationToken);
            }
            catch (DbUpdateException e) when (db.IsDuplicateKey(e))
            {
                throw Problems.Duplicate("/period", $"Период {body.Period} в этом наборе уже открыт.", body.Period.ToString());
            }
            return new CreatedVersion<IndicatorPeriodDetails>(
                IndicatorPeriodDetails.Of(period),
                period.Version,
                $"/api/v1/indicator-periods?set={set.Id}"
            );
        }
    }
}
