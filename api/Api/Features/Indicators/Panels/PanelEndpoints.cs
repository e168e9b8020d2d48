using MediatR;
using Opora.Api.Auth;
using Opora.Api.Http;
using Opora.Domain.Access;

namespace Opora.Api.Features.Indicators.Panels;

/// <summary>Routes of what is summed up of indicators.</summary>
public static class PanelEndpoints
{
    public static void MapIndicatorPanels(this IEndpointRouteBuilder app)
    {
        var group = app.MapGroup("/api/v1").WithTags("IndicatorPanels");

        group
            .MapGet("/indicator-panel", ([AsParameters] GetIndicatorPanel.Query q, IMediator m, CancellationToken ct) => m.Send(q, ct))
            .Needs(Permission.IndicatorsRead)
            .ProducesProblems(404)
            .Named(
                nameof(GetIndicatorPanel),
                "Get the panel of municipalities by indicators",
                "A share of a place is Σ numerators / Σ denominators; shares without a base are left out of it, and where no base is known the "
                    + "mean of schools is told instead and marked so by its kind. To third parties figures over fewer than five pupils, or over "
                    + "an unknown number, are withheld, and totals are over the published ones only."
            );
        group
            .MapGet("/indicator-panel/options", (IMediator m, CancellationToken ct) => m.Send(new GetPanelOptions.Query(), ct))
            .Needs(Permission.IndicatorsRead)
            .Named(nameof(GetPanelOptions), "List the sets and periods that a panel can be asked for");
        group
            .MapGet(
                "/indicator-panel/file",
                ([AsParameters] ExportIndicatorPanel.Query q, IMediator m, CancellationToken ct) => m.Send(q, ct)
            )
            .Needs(Permission.IndicatorsRead)
            .ProducesFile(WorkbookWriter.ContentType)
            .ProducesProblems(404)
            .Named(nameof(ExportIndicatorPanel), "Get the panel as a workbook");
        group
            .MapGet(
                "/indicators/{id}/aggregate",
                ([AsParameters] GetIndicatorAggregate.Query q, IMediator m, CancellationToken ct) => m.Send(q, ct)
            )
            .Needs(Permission.IndicatorsRead)
            .ProducesProblems(404)
            .Named(
                nameof(GetIndicatorAggregate),
                "Sum an indicator up by region, municipality, category or list",
                "Σ/Σ and, apart, mean, median, quartiles, least and greatest of schools, always with the number of schools behind them."
            );
        group
            .MapGet(
                "/indicators/{id}/schools",
                ([AsParameters] ListIndicatorSchools.Query q, IMediator m, CancellationToken ct) => m.Send(q, ct)
            )
            .Needs(Permission.IndicatorsRead)
            .ProducesProblems(404)
            .Named(
                nameof(ListIndicatorSchools),
                "List schools in order of an indicator",
                "Exactly equal values share a place: 1, 2, 2, 4."
            );
        group
            .MapGet(
                "/indicators/{id}/schools/file",
                ([AsParameters] ExportIndicatorSchools.Query q, IMediator m, CancellationToken ct) => m.Send(q, ct)
            )
            .Needs(Permission.IndicatorsRead)
            .ProducesFile(WorkbookWriter.ContentType)
            .ProducesProblems(404)
            .Named(nameof(ExportIndicatorSchools), "Get the schools in order of an indicator as a workbook");
        group
            .MapGet(
                "/indicators/{id}/trend",
                ([AsParameters] GetIndicatorTrend.Query q, IMediator m, CancellationToken ct) => m.Send(q, ct)
            )
            .Needs(Permission.IndicatorsRead)
            .ProducesProblems(404)
            .Named(
                nameof(GetIndicatorTrend),
                "Get an indicator over its periods",
                "A school is shown beside its municipality and region; callers who do not reach these as a whole see them only over enough "
                    + "pupils and schools."
            );
        group
            .MapGet(
                "/schools/{id}/indicators",
                ([AsParameters] GetSchoolIndicators.Query q, IMediator m, CancellationToken ct) => m.Send(q, ct)
            )
            .Needs(Permission.IndicatorsRead)
            .ProducesProblems(404)
            .Named(nameof(GetSchoolIndicators), "Get the indicators of a school beside those of its municipality and region");
    }
}
