using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Opora.Api.Auth;
using Opora.Api.Features.Indicators.Values;
using Opora.Api.Http;
using Opora.Domain;
using Opora.Domain.Indicators;
using Opora.Persistence;

namespace Opora.Api.Features.Indicators.Targets;

/// <summary>Sets, revises and takes away targets of one place: one, or a pasted block.</summary>
public static class SaveIndicatorTargets
{
    /// <param name="Body">The targets.</param>
    public sealed record Command(Body Body) : IRequest<Ok<CellResults>>;

    /// <summary>Targets of one place. Neither a school nor a municipality: the region.</summary>
    /// <param name="Targets">From 1 to 1,440 targets, each one only once.</param>
    /// <param name="SchoolId">The school.</param>
    /// <param name="MunicipalityCode">ОКТМО code of the municipality.</param>
    public sealed record Body(IReadOnlyList<TargetWrite> Targets, Guid? SchoolId = null, string? MunicipalityCode = null) : IExampled<Body>
    {
        public static Body Example =>
            new(
                [
                    new TargetWrite(
                        new Guid("0193a5c0-5b1e-7000-8000-000000000011"),
                        Period.CalendarYear(2020),
                        new CellInput(Number: 52),
                        Version: 0,
                        new CellInput(Text: "53,4"),
                        Period.CalendarYear(2019)
                    ),
                ],
                new Guid("0193a5c0-5b1e-7000-8000-000000000002")
            );
    }

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Body.MunicipalityCode)
                .Null()
                .When(c => c.Body.SchoolId is not null)
                .WithErrorCode("place-ambiguous")
                .WithMessage("Укажите либо школу, либо муниципалитет.")
                .OverridePropertyName("MunicipalityCode");
            RuleFor(c => c.Body.Targets.Count)
                .InclusiveBetween(1, CellBatch.Most)
                .WithErrorCode("out-of-range")
                .WithMessage($"За один раз записывают от 1 до {CellBatch.Most} целей.")
                .OverridePropertyName("Targets");
            RuleForEach(c => c.Body.Targets)
                .NotNull()
                .WithErrorCode("required")
                .WithMessage("Цель не указана.")
                .Must(target => target?.Note is not { } note || note.Length <= IndicatorTarget.NoteLength)
                .WithErrorCode("too-long")
                .WithMessage($"Пояснение длиннее {IndicatorTarget.NoteLength} знаков.")
                .OverridePropertyName("Targets");
        }
    }

    internal sealed class Handler(AppDbContext db, IHttpContextAccessor http) : IRequestHandler<Command, Ok<CellResults>>
    {
        public Task<Ok<CellResults>> Handle(Command request, CancellationToken cancellationToken)
        {
            var body = request.Body;
            var batch = new CellBatch([.. body.Targets.Select(t => t.IndicatorId).Distinct()], body.SchoolId, body.MunicipalityCode);
            return new CellSaving(db, http.Caller()).Save(
                batch,
                async (sheet, token) => new TargetJudge(db, sheet, await Present(batch, sheet, token)).All(body.Targets),
                cancellationToken
            );
        }

        private Task<List<IndicatorTarget>> Present(CellBatch batch, PlaceSheet sheet, CancellationToken cancellationToken)
        {
            var (key, ids) = (sheet.Place.Key, batch.IndicatorIds);
            return db
                .IndicatorTargets.Where(t => t.PlaceKey == key && EF.Parameter(ids).Contains(t.IndicatorId))
                .ToListAsync(cancellationToken);
        }
    }
}
