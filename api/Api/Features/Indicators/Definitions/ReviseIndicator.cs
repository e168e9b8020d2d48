using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Opora.Api.Auth;
using Opora.Api.Http;
using Opora.Domain;
using Opora.Domain.Indicators;
using Opora.Persistence;

namespace Opora.Api.Features.Indicators.Definitions;

/// <summary>Corrects the words of an indicator in place, or gives it another meaning for periods to come.</summary>
public static class ReviseIndicator
{
    /// <param name="Id">Id of the indicator.</param>
    /// <param name="IfMatch">The version that the caller saw.</param>
    /// <param name="Body">The whole definition as it is to be.</param>
    public sealed record Command(Guid Id, IfMatch IfMatch, Body Body) : IRequest<Versioned<IndicatorDetails>>;

    /// <summary>The whole definition as it is to be.</summary>
    public sealed record Body : IndicatorBody, IExampled<Body>
    {
        /// <summary>Place in the set; as it is when absent.</summary>
        public int? Number { get; init; }

        /// <summary>
        /// First day of the periods for which the new meaning holds; needed when anything but name, group, method, decimals and warning
        /// changes. Periods with values keep the definition by which they were filled in.
        /// </summary>
        public DateOnly? ValidFromOn { get; init; }

        public static Body Example =>
            new()
            {
                Number = 1,
                ValidFromOn = new DateOnly(2030, 1, 1),
                Name = "Качество успеваемости: начальная школа",
                Group = "Повышение успеваемости и качества знаний учащихся",
                Unit = IndicatorUnit.Share,
                Direction = IndicatorDirection.HigherIsBetter,
                Level = IndicatorLevel.School,
                PeriodKind = IndicatorPeriodKind.CalendarYear,
                EnteredBy = IndicatorSource.School,
                Method = "По итогам учебного года",
                Decimals = 2,
                WarnChangePercent = 30,
            };
    }

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => (IndicatorBody)c.Body).SetValidator(new IndicatorBodyValidator()).OverridePropertyName("Body");
            this.NumberRule(c => c.Body.Number);
        }
    }

    internal sealed class Handler(AppDbContext db, IHttpContextAccessor http) : IRequestHandler<Command, Versioned<IndicatorDetails>>
    {
        public async Task<Versioned<IndicatorDetails>> Handle(Command request, CancellationToken cancellationToken)
        {
            var indicator = await db.IndicatorToChange(request.Id, request.IfMatch, cancellationToken);
            var body = request.Body;
            if (body.Number is { } number)
                indicator.Renumber(number);
            var redefined = indicator.Current.Meaning != body.Meaning;
            if (redefined)
                await Redefine(indicator, body, cancellationToken);
            else
                indicator.Reword(body.Wording);
            return await db.Changed(indicator, redefined ? "redefined" : "revised", null, http.Caller(), cancellationToken);
        }

        private async Task Redefine(Indicator indicator, Body body, CancellationToken cancellationToken)
        {
            if (body.ValidFromOn is not { } fromOn)
                throw Problems.Validation(
                    "/validFromOn",
                    "required",
                    "Меняется смысл показателя: укажите, с какого дня действует новое определение. Прежние периоды останутся по старому."
                );
            var before = (await KnownIndicators.Read(db, cancellationToken)).In(indicator.RegionCode);
            var wanted = DefinitionFormulas.ToFormula(indicator.Code, body.Wording, body.Meaning);
            if (DefinitionFormulas.Faults(wanted, before, "/formula") is { Count: > 0 } faults)
                throw Problems.Validation(faults);
            var after = new Dictionary<string, Domain.Indicators.Formulas.FormulaIndicator>(before, StringComparer.Ordinal)
            {
                [indicator.Code] = wanted,
            };
            DefinitionFormulas.CheckUsers(wanted, before, after);
            await CheckTargets(indicator, body, fromOn, cancellationToken);
            indicator.Redefine(fromOn, body.Wording, body.Meaning, await db.LastUsed(indicator.Id, cancellationToken));
        }

        // A target is a number of the unit for which it was set.
        private async Task CheckTargets(Indicator indicator, Body body, DateOnly fromOn, CancellationToken cancellationToken)
        {
            var present = indicator.Current;
            if (present.Unit == body.Unit && present.Level == body.Level && present.PeriodKind == body.PeriodKind)
                return;
            var periods = await db
                .IndicatorTargets.Where(t => t.IndicatorId == indicator.Id)
                .Select(t => t.Period)
                .Distinct()
                .ToListAsync(cancellationToken);
            if (periods.Where(p => p.StartOn >= fromOn).Order().FirstOrDefault() is { StartYear: > 0 } period)
                throw new BrokenRule(
                    "definition-has-targets",
                    $"На период {period} уже поставлены цели в прежних единицах, для прежнего уровня. Уберите их или начните новое определение позже."
                );
        }
    }
}
