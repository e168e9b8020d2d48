using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using Opora.Api.Auth;
using Opora.Api.Figures;
using Opora.Api.Http;
using Opora.Domain;
using Opora.Domain.Identification;
using Opora.Domain.Indicators;
using Opora.Persistence;
using Opora.Persistence.Indicators;

namespace Opora.Api.Features.Indicators.Panels;

/// <summary>The panel: municipalities by the indicators of a set.</summary>
public static class GetIndicatorPanel
{
    /// <param name="Set">Id of the set; without it the set of the newest period.</param>
    /// <param name="Period">The period; without it the newest opened one.</param>
    /// <param name="Category">Only schools in this category of the list; «Both» is in each of the two.</param>
    /// <param name="Cohort">Only schools of this list of supported schools; any year's. Without it a category is of the list of the period's year.</param>
    public sealed record Query(Guid? Set = null, Period? Period = null, WireEnum<SupportCategory>? Category = null, Guid? Cohort = null)
        : IRequest<Ok<IndicatorPanel>>;

    internal sealed class Handler(AppDbContext db, IndicatorRefresher refresher, IHttpContextAccessor http)
        : IRequestHandler<Query, Ok<IndicatorPanel>>
    {
        public async Task<Ok<IndicatorPanel>> Handle(Query request, CancellationToken cancellationToken) =>
            TypedResults.Ok(
                await new PanelReading(db, refresher, Reach.Of(db, http.Caller())).Read(
                    request.Set,
                    request.Period,
                    request.Category?.Value,
                    request.Cohort,
                    cancellationToken
                )
            );
    }
}

/// <summary>Municipalities by indicators.</summary>
/// <param name="Set">The set; null while no period is open anywhere.</param>
/// <param name="Period">The period.</param>
/// <param name="Indicators">The columns.</param>
/// <param name="Rows">The municipalities, by name; also those without any value.</param>
/// <param name="Total">All of them together, in the order of the columns.</param>
/// <param name="Schools">Schools meant.</param>
public sealed record IndicatorPanel(
    PanelSet? Set,
    Period? Period,
    IReadOnlyList<PanelIndicator> Indicators,
    IReadOnlyList<IndicatorPanelRow> Rows,
    IReadOnlyList<IndicatorFigures> Total,
    int Schools
);

/// <summary>A set of indicators.</summary>
/// <param name="Id">Id.</param>
/// <param name="Name">What people call it.</param>
public sealed record PanelSet(Guid Id, string Name);

/// <summary>One municipality.</summary>
/// <param name="Municipality">The municipality.</param>
/// <param name="Schools">Schools that stood there on 1 June of the period's year.</param>
/// <param name="Cells">Its figures, in the order of the columns.</param>
public sealed record IndicatorPanelRow(PlaceName Municipality, int Schools, IReadOnlyList<IndicatorPanelCell> Cells);

/// <summary>One indicator in one municipality.</summary>
/// <param name="Figure">The figure; null when there is no data.</param>
/// <param name="Schools">Schools with a value.</param>
/// <param name="Achieved">Schools that reached their target.</param>
/// <param name="Missed">Schools that have a value and missed their target.</param>
/// <param name="Withheld">Schools left out because their figures are, or may be, over fewer than five pupils; only for third parties.</param>
public sealed record IndicatorPanelCell(FigureDetails? Figure, int Schools, int Achieved, int Missed, int Withheld);
