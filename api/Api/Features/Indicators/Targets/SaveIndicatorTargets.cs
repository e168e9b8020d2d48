using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Opora.Api.Features.Indicators.Values;
using Opora.Api.Http;
using Opora.Domain;
using Opora.Domain.Indicators;
using Opora.Persistence;
using Opora.Persistence.Indicators;

namespace Opora.Api.Features.Indicators.Targets;

/// <summary>Sets, revises and takes away targets of one place: one, or a pasted block.</summary>
public static class SaveIndicatorTargets
{
    private const int MostTargets = 1_440;
    private const int MostAttempts = 3;

    /// <param name="Body">The targets.</param>
    public sealed record Command(Body Body) : IRequest<Ok<TargetResults>>;

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
                .InclusiveBetween(1, MostTargets)
                .WithErrorCode("out-of-range")
                .WithMessage($"За один раз записывают от 1 до {MostTargets} целей.")
                .OverridePropertyName("Targets");
            RuleForEach(c => c.Body.Targets)
                .Must(target => target?.Note is not { } note || note.Length <= IndicatorTarget.NoteLength)
                .WithErrorCode("too-long")
                .WithMessage($"Пояснение длиннее {IndicatorTarget.NoteLength} знаков.")
                .OverridePropertyName("Targets");
        }
    }

    internal sealed class Handler(AppDbContext db) : IRequestHandler<Command, Ok<TargetResults>>
    {
        public async Task<Ok<TargetResults>> Handle(Command request, CancellationToken cancellationToken)
        {
            for (var attempt = 1; ; attempt++)
            {
                try
                {
                    return TypedResults.Ok(await Write(request.Body, cancellationToken));
                }
                catch (DbUpdateException e) when (attempt < MostAttempts && (e is DbUpdateConcurrencyException || db.IsDuplicateKey(e)))
                {
                    db.ChangeTracker.Clear();
                }
            }
        }

        private async Task<TargetResults> Write(Body body, CancellationToken cancellationToken)
        {
            await using var write = await db.BeginWrite(cancellationToken);
            var ids = body.Targets.Select(c => c.IndicatorId).Distinct().ToArray();
            var (place, indicators) = await CellPlace.Find(db, ids, body.SchoolId, body.MunicipalityCode, cancellationToken);
            var sheet = await PlaceSheet.Read(db, place, indicators, columns: null, only: null, cancellationToken);
            var key = place.Key;
            var targets = await db
                .IndicatorTargets.Where(t => t.PlaceKey == key && EF.Parameter(ids).Contains(t.IndicatorId))
                .ToListAsync(cancellationToken);
            var judged = new TargetJudge(db, sheet, targets).All(body.Targets);
            if (db.ChangeTracker.HasChanges())
            {
                await db.SaveChangesAsync(cancellationToken);
                await write.Commit(cancellationToken);
            }
            return TargetResults.Of(judged);
        }
    }
}
