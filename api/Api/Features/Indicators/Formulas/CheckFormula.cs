using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Opora.Api.Http;
using Opora.Domain.Indicators;
using Opora.Domain.Indicators.Formulas;
using Opora.Persistence;
using Opora.Persistence.Indicators;

namespace Opora.Api.Features.Indicators.Formulas;

/// <summary>Checks a formula while it is written. A formula with mistakes is an answer, not a refusal.</summary>
public static class CheckFormula
{
    public sealed record Command(Body Body) : IRequest<Ok<FormulaCheckDetails>>;

    /// <summary>The formula and the indicator that it is to compute.</summary>
    /// <param name="Text">The formula.</param>
    /// <param name="Unit">What the indicator is measured in.</param>
    /// <param name="Level">Whose values it has.</param>
    /// <param name="PeriodKind">Its periods.</param>
    /// <param name="Code">Its code, when it has one: for finding circles.</param>
    /// <param name="RegionCode">The region; may be left out by those who reach one only.</param>
    public sealed record Body(
        string Text,
        IndicatorUnit Unit,
        IndicatorLevel Level,
        IndicatorPeriodKind PeriodKind,
        string? Code = null,
        string? RegionCode = null
    ) : IExampled<Body>
    {
        public static Body Example =>
            new(
                "marks(VPR, russian, 5, 2, 3)",
                IndicatorUnit.Share,
                IndicatorLevel.School,
                IndicatorPeriodKind.CalendarYear,
                "vpr-5-russian",
                "RU-TA"
            );
    }

    internal sealed class Validator : AbstractValidator<Command>
    {
        // More than a formula may have, so that one that is too long is told as such.
        private const int MaxLength = 10 * Formula.MaxLength;

        public Validator() => RuleFor(c => c.Body.Text).NotNull().MaximumLength(MaxLength).WithMessage("Формула слишком длинная.");
    }

    internal sealed class Handler(AppDbContext db) : IRequestHandler<Command, Ok<FormulaCheckDetails>>
    {
        public async Task<Ok<FormulaCheckDetails>> Handle(Command request, CancellationToken cancellationToken)
        {
            var body = request.Body;
            var region = FormulaRegions.Of(db, body.RegionCode);
            var indicators = await db
                .Indicators.AsNoTracking()
                .Include(i => i.Versions)
                .Where(i => i.RegionCode == region)
                .ToListAsync(cancellationToken);
            var known = indicators.ToDictionary(i => i.Code, i => PeriodFormulas.Seen(i.Code, i.Current), StringComparer.Ordinal);
            var subject = new FormulaIndicator(body.Code ?? "", "", body.Unit, body.Level, body.PeriodKind, body.Text);
            return TypedResults.Ok(FormulaCheckDetails.Of(Formula.Check(body.Text, subject, known)));
        }
    }
}

/// <summary>What is to be said of a formula.</summary>
/// <param name="IsRight">Whether it may be saved.</param>
/// <param name="Words">What it computes, in Russian; null when it is wrong.</param>
/// <param name="Errors">What is wrong with it, in the order of the text.</param>
/// <param name="Uses">What it is computed from; null when it is wrong.</param>
public sealed record FormulaCheckDetails(bool IsRight, string? Words, IReadOnlyList<FormulaFault> Errors, FormulaUses? Uses)
{
    internal static FormulaCheckDetails Of(FormulaCheck check) =>
        new(
            check.Formula is not null,
            check.Formula?.Words,
            [.. check.Errors.OrderBy(e => e.Position).Select(e => new FormulaFault(e.Mistake, e.Position, e.Length, e.Message, e.Nearest))],
            check.Formula?.References is { } of
                ? new FormulaUses(of.Results.Count > 0, [.. of.Indicators.Union(of.Previous).Union(of.OfSchools)], of.Registers, of.Listed)
                : null
        );
}

/// <summary>A mistake in a formula.</summary>
/// <param name="Mistake">Its kind.</param>
/// <param name="Position">Characters before it.</param>
/// <param name="Length">Characters that it covers.</param>
/// <param name="Message">A Russian sentence.</param>
/// <param name="Nearest">The name that was most likely meant.</param>
public sealed record FormulaFault(FormulaMistake Mistake, int Position, int Length, string Message, string? Nearest);

/// <summary>What a formula is computed from.</summary>
/// <param name="Results">Whether of results.</param>
/// <param name="Indicators">Codes of indicators.</param>
/// <param name="Registers">Names of registers.</param>
/// <param name="Listed">Whether it matters which schools are on the list.</param>
public sealed record FormulaUses(bool Results, IReadOnlyList<string> Indicators, IReadOnlyList<string> Registers, bool Listed);
