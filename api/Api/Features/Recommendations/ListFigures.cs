using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Opora.Domain;
using Opora.Domain.Indicators;
using Opora.Domain.Places;
using Opora.Persistence;
using Opora.Persistence.Indicators;

namespace Opora.Api.Features.Recommendations;

/// <summary>Lists the figures of a place that a recommendation may be founded on, as they stand now.</summary>
public static class ListFigures
{
    private const int MostPeriods = 12;

    /// <param name="School">Id of the school. Neither this nor municipality: the caller's own region or municipality.</param>
    /// <param name="Municipality">ОКТМО code of the municipality.</param>
    public sealed record Query(Guid? School = null, string? Municipality = null) : IRequest<Ok<IReadOnlyList<OfferedFigures>>>;

    internal sealed class Validator : AbstractValidator<Query>
    {
        public Validator() =>
            RuleFor(q => q.Municipality).Null().When(q => q.School is not null).WithMessage("Укажите либо школу, либо муниципалитет.");
    }

    internal sealed class Handler(AppDbContext db, IndicatorRefresher rollups) : IRequestHandler<Query, Ok<IReadOnlyList<OfferedFigures>>>
    {
        public async Task<Ok<IReadOnlyList<OfferedFigures>>> Handle(Query request, CancellationToken cancellationToken)
        {
            var place = await db.Addressee(request.School, request.Municipality, cancellationToken);
            var indicators = await db
                .Indicators.AsNoTracking()
                .Include(i => i.Versions)
                .Where(i => i.RegionCode == place.RegionCode)
                .OrderBy(i => i.SetId)
                .ThenBy(i => i.Number)
                .ThenBy(i => i.Id)
                .ToListAsync(cancellationToken);
            var figures = new PlaceFigures(rollups);
            await figures.Read(db, [.. indicators.Select(i => i.Id)], [place], cancellationToken);
            return TypedResults.Ok<IReadOnlyList<OfferedFigures>>([
                .. indicators.Select(i => Offer(i, place, figures)).Where(o => o.Figures.Count > 0),
            ]);
        }

        private static OfferedFigures Offer(Indicator indicator, IPlaced place, PlaceFigures figures) =>
            new(
                indicator.Id,
                indicator.Name,
                indicator.Current.Group,
                [
                    .. figures
                        .Periods(place, indicator.Id)
                        .Take(MostPeriods)
                        .Select(period =>
                        {
                            var text = figures.Of(place, indicator, period);
                            return new OfferedFigure(period, text.Figure, text.Target);
                        }),
                ]
            );
    }
}

/// <summary>The figures of one indicator at a place.</summary>
/// <param name="IndicatorId">The indicator.</param>
/// <param name="Indicator">Its name.</param>
/// <param name="Group">Heading under which it stands in its set.</param>
/// <param name="Figures">By period, newest first; at most twelve.</param>
public sealed record OfferedFigures(Guid IndicatorId, string Indicator, string Group, IReadOnlyList<OfferedFigure> Figures);

/// <summary>A figure in words.</summary>
/// <param name="Period">The period.</param>
/// <param name="Figure">The value as it is shown; null where there is a target only.</param>
/// <param name="Target">The target as it is shown; null when there is none.</param>
public sealed record OfferedFigure(Period Period, string? Figure, string? Target);
