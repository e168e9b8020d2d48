using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using Opora.Api.Auth;
using Opora.Api.Http;
using Opora.Domain;
using Opora.Domain.Indicators;
using Opora.Persistence;
using Opora.Persistence.Indicators;

namespace Opora.Api.Features.Indicators.Values;

/// <summary>Writes cells of one place's grid: one that was typed, a block that was pasted, or an undo.</summary>
public static class SaveIndicatorCells
{
    /// <param name="Body">The cells.</param>
    public sealed record Command(Body Body) : IRequest<Ok<CellResults>>;

    /// <summary>Cells of one place. Neither a school nor a municipality: the region.</summary>
    /// <param name="Cells">From 1 to 1,440 cells, each one only once.</param>
    /// <param name="SchoolId">The school.</param>
    /// <param name="MunicipalityCode">ОКТМО code of the municipality.</param>
    public sealed record Body(IReadOnlyList<CellWrite> Cells, Guid? SchoolId = null, string? MunicipalityCode = null) : IExampled<Body>
    {
        public static Body Example =>
            new(
                [
                    new CellWrite(
                        new Guid("0193a5c0-5b1e-7000-8000-000000000011"),
                        Period.CalendarYear(2020),
                        new CellInput(Text: "12/43"),
                        Version: 0,
                        Comment: "По данным ВПР"
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
            RuleFor(c => c.Body.Cells.Count)
                .InclusiveBetween(1, CellBatch.Most)
                .WithErrorCode("out-of-range")
                .WithMessage($"За один раз записывают от 1 до {CellBatch.Most} ячеек.")
                .OverridePropertyName("Cells");
            RuleForEach(c => c.Body.Cells)
                .NotNull()
                .WithErrorCode("required")
                .WithMessage("Ячейка не указана.")
                .Must(cell => cell?.Comment is not { } comment || comment.Length <= IndicatorValue.CommentLength)
                .WithErrorCode("too-long")
                .WithMessage($"Комментарий длиннее {IndicatorValue.CommentLength} знаков.")
                .OverridePropertyName("Cells");
        }
    }

    internal sealed class Handler(AppDbContext db, IHttpContextAccessor http, TimeProvider clock)
        : IRequestHandler<Command, Ok<CellResults>>
    {
        public Task<Ok<CellResults>> Handle(Command request, CancellationToken cancellationToken)
        {
            var (caller, body) = (http.Caller(), request.Body);
            return new CellSaving(db, caller).Save(
                new CellBatch([.. body.Cells.Select(c => c.IndicatorId).Distinct()], body.SchoolId, body.MunicipalityCode),
                async (sheet, token) =>
                {
                    var ids = body.Cells.Select(c => c.IndicatorId).Distinct().ToArray();
                    var former = await db.FormerValues([sheet.Place.Key], ids, only: null, token);
                    var judge = new CellJudge(
                        db,
                        sheet,
                        former,
                        sheet.Place.WriterOf(caller),
                        caller.Actor.Id,
                        clock.GetUtcNow().UtcDateTime
                    );
                    return judge.All(body.Cells);
                },
                cancellationToken
            );
        }
    }
}
