using System.Text.Json;
using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using Opora.Api.Http;
using Opora.Domain.Indicators;
using Opora.Persistence;

namespace Opora.Api.Features.Indicators.Definitions;

/// <summary>Takes a file of a set: all of it or nothing; with dryRun only tells what it would bring.</summary>
public static class ImportIndicatorSet
{
    /// <param name="Body">The file.</param>
    /// <param name="DryRun">Whether everything is tried and nothing kept.</param>
    /// <param name="RegionCode">Region; the caller's own when absent.</param>
    public sealed record Command(Body Body, bool DryRun = false, string? RegionCode = null) : IRequest<Ok<IndicatorSetImport>>;

    /// <summary>The file.</summary>
    /// <param name="Format">Always <c>opora-indicator-set-1</c>.</param>
    /// <param name="Code">Code of the set; one that is there is brought up to the file.</param>
    /// <param name="Name">Name of the set.</param>
    /// <param name="Indicators">Its indicators, each as the exported file has it; every fault of every one is told.</param>
    /// <param name="Note">Where it comes from and what it is for.</param>
    public sealed record Body(string Format, string Code, string Name, IReadOnlyList<JsonElement> Indicators, string? Note = null)
        : IExampled<Body>
    {
        public static Body Example =>
            new(
                IndicatorSetFile.TheFormat,
                "programme-file",
                "Показатели из файла",
                [JsonSerializer.SerializeToElement(OneIndicator, JsonOptions.Web)],
                "Перенесён из другого региона"
            );

        private static IndicatorOfFile OneIndicator =>
            new()
            {
                Code = "file-quality",
                Number = 1,
                ValidFromOn = new DateOnly(2019, 1, 1),
                Name = "Качество успеваемости: начальная школа",
                Group = "Успеваемость",
                Unit = IndicatorUnit.Share,
                Direction = IndicatorDirection.HigherIsBetter,
                Level = IndicatorLevel.School,
                PeriodKind = IndicatorPeriodKind.CalendarYear,
                EnteredBy = IndicatorSource.School,
            };
    }

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Body.Format)
                .Equal(IndicatorSetFile.TheFormat)
                .WithErrorCode("format-unknown")
                .WithMessage("Это не файл набора показателей «Опоры»: выгрузите его из раздела «Определения».");
            this.CodeRule(c => c.Body.Code, IndicatorSet.CodeLength);
            this.SetRules(c => c.Body.Name, c => c.Body.Note);
            RuleFor(c => c.Body.Indicators)
                .Must(i => i.Count is > 0 and <= IndicatorSetFile.MostIndicators)
                .WithMessage($"В файле должно быть от 1 до {IndicatorSetFile.MostIndicators} показателей.");
        }
    }

    internal sealed class Handler(AppDbContext db) : IRequestHandler<Command, Ok<IndicatorSetImport>>
    {
        public async Task<Ok<IndicatorSetImport>> Handle(Command request, CancellationToken cancellationToken)
        {
            var body = request.Body;
            var taking = new SetTaking(db, db.RegionToDefine(request.RegionCode));
            var facts = new IndicatorSetFacts(body.Name, body.Note);
            return TypedResults.Ok(await taking.Take(body.Code, facts, body.Indicators, request.DryRun, cancellationToken));
        }
    }
}
