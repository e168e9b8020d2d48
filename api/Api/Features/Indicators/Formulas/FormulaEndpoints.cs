using MediatR;
using Opora.Api.Auth;
using Opora.Api.Http;
using Opora.Domain.Access;

namespace Opora.Api.Features.Indicators.Formulas;

/// <summary>Routes of formulas: checking them, explaining their values, computing them again.</summary>
public static class FormulaEndpoints
{
    public static void MapFormulas(this IEndpointRouteBuilder app)
    {
        var group = app.MapGroup("/api/v1").WithTags("Indicators");

        group
            .MapPost(
                "/indicator-formulas/check",
                ([AsParameters] CheckFormula.Command c, IMediator m, CancellationToken ct) => m.Send(c, ct)
            )
            .Needs(Permission.DefinitionsWrite)
            .ProducesProblems(404)
            .Named(
                nameof(CheckFormula),
                "Check a formula and tell it in words",
                "Mistakes are told with their place in the text, in Russian, several at once; a known name that was likely meant is suggested."
            );
        group
            .MapGet(
                "/indicators/{id}/explanation",
                ([AsParameters] GetExplanation.Query q, IMediator m, CancellationToken ct) => m.Send(q, ct)
            )
            .Needs(Permission.IndicatorsRead)
            .ProducesProblems(404)
            .Named(
                nameof(GetExplanation),
                "Tell how a value comes about",
                "A tree of the formula's parts down to the results. Third parties get no rows, and nothing over fewer than five pupils."
            );
        group
            .MapGet(
                "/indicator-recomputation",
                ([AsParameters] GetRecomputation.Query q, IMediator m, CancellationToken ct) => m.Send(q, ct)
            )
            .Needs(Permission.IndicatorsRead)
            .ProducesProblems(404)
            .Named(nameof(GetRecomputation), "Tell how far the formulas have been computed");
        group
            .MapPost(
                "/indicator-recomputation",
                ([AsParameters] RecomputeIndicators.Command c, IMediator m, CancellationToken ct) => m.Send(c, ct)
            )
            .Needs(Permission.DefinitionsWrite)
            .ProducesProblems(404)
            .Named(nameof(RecomputeIndicators), "Have all formulas computed again in the background");
    }
}
