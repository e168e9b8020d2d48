using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Opora.Api.Auth;
using Opora.Api.Http;
using Opora.Domain.Indicators;
using Opora.Persistence;

namespace Opora.Api.Features.Indicators.Definitions;

/// <summary>Defines an indicator in a set.</summary>
public static class DefineIndicator
{
    public sealed record Command(Body Body) : IRequest<CreatedVersion<IndicatorDetails>>;

    /// <summary>The new indicator.</summary>
    public sealed record Body : IndicatorBody, IExampled<Body>
    {
        /// <summary>Id of the set.</summary>
        public required Guid SetId { get; init; }

        /// <summary>Name for programs and formulas: Latin letters, digits and hyphens; unique in the region.</summary>
        public required string Code { get; init; }

        /// <summary>Place in the set, from 1; the last when absent.</summary>
        public int? Number { get; init; }

        /// <summary>First day of the periods it is for.</summary>
        public required DateOnly ValidFromOn { get; init; }

        public static Body Example =>
            new()
            {
                SetId = new Guid("0193a5c0-5b1e-7000-8000-000000000010"),
                Code = "vpr-5-russian-low",
                Number = 2,
                ValidFromOn = new DateOnly(2019, 1, 1),
                Name = "Доля обучающихся 5 классов с отметками «2» и «3» по ВПР по русскому языку",
                Group = "Повышение успеваемости и качества знаний учащихся",
                Unit = IndicatorUnit.Share,
                Direction = IndicatorDirection.LowerIsBetter,
                Level = IndicatorLevel.School,
                PeriodKind = IndicatorPeriodKind.CalendarYear,
                EnteredBy = IndicatorSource.Formula,
                Aggregation = IndicatorAggregation.RatioOfSums,
                Formula = "marks(VPR, russian, 5, 2, 3)",
                Method = "Считается по распределению отметок ВПР",
            };
    }

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => (IndicatorBody)c.Body).SetValidator(new IndicatorBodyValidator()).OverridePropertyName("Body");
            this.CodeRule(c => c.Body.Code, Indicator.CodeLength);
            this.NumberRule(c => c.Body.Number);
        }
    }

    internal sealed class Handler(AppDbContext db, IHttpContextAccessor http) : IRequestHandler<Command, CreatedVersion<IndicatorDetails>>
    {
        public async Task<CreatedVersion<IndicatorDetails>> Handle(Command request, CancellationToken cancellationToken)
        {
            var body = request.Body;
            var set =
                await db.IndicatorSets.AsNoTracking().SingleOrDefaultAsync(s => s.Id == body.SetId, cancellationToken)
                ?? throw Problems.NotFound("Набор показателей", "/setId", body.SetId.ToString());
            var known = (await KnownIndicators.Read(db, cancellationToken)).In(set.RegionCode);
            if (known.ContainsKey(body.Code))
                throw Taken(body.Code);
            var wanted = DefinitionFormulas.ToFormula(body.Code, body.Wording, body.Meaning);
            if (DefinitionFormulas.Faults(wanted, known, "/formula") is { Count: > 0 } faults)
                throw Problems.Validation(faults);
            var number = body.Number ?? 1 + await LastNumber(set, cancellationToken);
            var indicator = new Indicator(set, body.Code, number, body.ValidFromOn, body.Wording, body.Meaning);
            db.Add(indicator);
            db.Act = ("registered", null);
            try
            {
                await db.SaveChangesAsync(cancellationToken);
            }
            catch (DbUpdateException e) when (db.IsDuplicateKey(e))
            {
                throw Taken(body.Code);
            }
            var details = await IndicatorDetails.Read(db, indicator.Id, http.Caller(), cancellationToken);
            return new CreatedVersion<IndicatorDetails>(details, details.Version, $"/api/v1/indicators/{details.Id}");
        }

        private async Task<int> LastNumber(IndicatorSet set, CancellationToken cancellationToken) =>
            await db.Indicators.Where(i => i.SetId == set.Id).MaxAsync(i => (int?)i.Number, cancellationToken) ?? 0;

        private static Problem Taken(string code) => Problems.Duplicate("/code", $"Показатель с кодом «{code}» в регионе уже есть.", code);
    }
}
