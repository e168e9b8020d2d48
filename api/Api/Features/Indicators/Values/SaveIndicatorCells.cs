using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Opora.Api.Auth;
using Opora.Api.Http;
using Opora.Domain;
using Opora.Domain.Indicators;
using Opora.Domain.Places;
using Opora.Persistence;

namespace Opora.Api.Features.Indicators.Values;

/// <summary>Writes cells of one place's grid: one that was typed, a block that was pasted, or an undo.</summary>
public static class SaveIndicatorCells
{
    private const int MostCells = 1_440;
    private const int MostAttempts = 3;

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
                .InclusiveBetween(1, MostCells)
                .WithErrorCode("out-of-range")
                .WithMessage($"За один раз записывают от 1 до {MostCells} ячеек.")
                .OverridePropertyName("Cells");
            RuleForEach(c => c.Body.Cells)
                .Must(cell => cell?.Comment is not { } comment || comment.Length <= IndicatorValue.CommentLength)
                .WithErrorCode("too-long")
                .WithMessage($"Комментарий длиннее {IndicatorValue.CommentLength} знаков.")
                .OverridePropertyName("Cells");
        }
    }

    internal sealed class Handler(AppDbContext db, IHttpContextAccessor http, TimeProvider clock)
        : IRequestHandler<Command, Ok<CellResults>>
    {
        public async Task<Ok<CellResults>> Handle(Command request, CancellationToken cancellationToken)
        {
            for (var attempt = 1; ; attempt++)
            {
                try
                {
                    return TypedResults.Ok(await Write(request.Body, cancellationToken));
                }
                catch (DbUpdateException e) when (attempt < MostAttempts && (e is DbUpdateConcurrencyException || db.IsDuplicateKey(e)))
                {
                    // Somebody wrote one of the cells between reading and saving: read again, and tell of the conflict.
                    db.ChangeTracker.Clear();
                }
            }
        }

        private async Task<CellResults> Write(Body body, CancellationToken cancellationToken)
        {
            var caller = http.Caller();
            await using var write = await db.BeginWrite(cancellationToken);
            var ids = body.Cells.Select(c => c.IndicatorId).Distinct().ToArray();
            var (place, indicators) = await CellPlace.Find(db, ids, body.SchoolId, body.MunicipalityCode, cancellationToken);
            var sheet = await PlaceSheet.Read(db, place, indicators, columns: null, ids, cancellationToken);
            var judge = new CellJudge(
                db,
                sheet,
                place.WriterOf(caller),
                caller.Actor.Id,
                clock.GetUtcNow().UtcDateTime,
                indicators.ToDictionary(i => i.Id)
            );
            var judged = judge.All(body.Cells);
            if (db.ChangeTracker.HasChanges())
            {
                await db.SaveChangesAsync(cancellationToken);
                await write.Commit(cancellationToken);
            }
            return await Tell(judged, sheet, caller, cancellationToken);
        }

        private async Task<CellResults> Tell(
            IReadOnlyList<JudgedCell> judged,
            PlaceSheet sheet,
            Caller caller,
            CancellationToken cancellationToken
        )
        {
            var targets = await db.TargetsOf(sheet.Place, [.. sheet.Indicators.Select(i => i.Id)], cancellationToken);
            var picture = new CellPicture(sheet, targets, caller);
            var others = judged.Where(j => j.Outcome == CellOutcome.Conflict).Select(j => j.Value?.ChangedById).OfType<Guid>().ToList();
            var names = await db.NamesOf(others, caller, cancellationToken);
            return CellResults.Of([
                .. judged.Select(
                    (j, index) =>
                    {
                        var by = j.Outcome == CellOutcome.Conflict ? j.Value?.ChangedById : null;
                        return new CellResult(
                            index,
                            j.Outcome,
                            j.Faults,
                            j.Indicator is { } indicator ? picture.Of(indicator, j.Cell.Period, j.Part, j.Value) : null,
                            by,
                            by is { } id ? names.GetValueOrDefault(id) : null
                        );
                    }
                ),
            ]);
        }
    }
}
