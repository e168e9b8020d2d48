using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Opora.Api.Auth;
using Opora.Api.Http;
using Opora.Domain.Training;
using Opora.Persistence;
using Opora.Persistence.Training;

namespace Opora.Api.Features.Events;

/// <summary>Says who of some schools took part in an event that was held; all schools or none. What is said takes the place of what was.</summary>
public static class RecordTurnout
{
    private const int MostSchools = 200;

    /// <param name="Id">Id of the event.</param>
    /// <param name="Body">Who.</param>
    public sealed record Command(Guid Id, Body Body) : IRequest<Ok<EventDetails>>;

    /// <summary>Who took part.</summary>
    /// <param name="Rows">By school, at most 200.</param>
    /// <param name="MembersToo">At a meeting: whether those who are no members yet become members on its day.</param>
    public sealed record Body(IReadOnlyList<Row> Rows, bool MembersToo = false) : IExampled<Body>
    {
        public static Body Example => new([new Row(new Guid("0193a5c0-5b1e-7000-8000-000000000002"), 12, [])]);
    }

    /// <summary>Who of a school.</summary>
    /// <param name="SchoolId">Id of the school.</param>
    /// <param name="Unnamed">How many besides those named.</param>
    /// <param name="TeacherIds">Ids of teachers of the school.</param>
    /// <param name="Version">The version seen; absent while nothing is written down for the school.</param>
    public sealed record Row(Guid SchoolId, int Unnamed, IReadOnlyList<Guid> TeacherIds, int? Version = null);

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Body.Rows)
                .Must(rows => rows.Count is > 0 and <= MostSchools)
                .WithMessage($"Передайте от 1 до {MostSchools} школ за раз.");
            RuleFor(c => c.Body.Rows)
                .Must(rows => rows.DistinctBy(r => r.SchoolId).Count() == rows.Count)
                .WithErrorCode("school-twice")
                .WithMessage("Каждая школа указывается один раз.");
            RuleForEach(c => c.Body.Rows).SetValidator(new RowValidator());
        }

        private sealed class RowValidator : AbstractValidator<Row>
        {
            public RowValidator()
            {
                RuleFor(r => r.Unnamed)
                    .InclusiveBetween(0, EventTurnout.MostUnnamed)
                    .WithErrorCode("out-of-range")
                    .WithMessage($"Участников без имён: от 0 до {EventTurnout.MostUnnamed}.");
                RuleFor(r => r.TeacherIds)
                    .Must(ids => ids.Count <= EventTurnout.MostNamed)
                    .WithErrorCode("out-of-range")
                    .WithMessage($"Педагогов одной школы: до {EventTurnout.MostNamed}.");
            }
        }
    }

    internal sealed class Handler(AppDbContext db, IHttpContextAccessor http) : IRequestHandler<Command, Ok<EventDetails>>
    {
        public async Task<Ok<EventDetails>> Handle(Command request, CancellationToken cancellationToken)
        {
            await using var write = await db.BeginWrite(cancellationToken);
            var held = await db.HoldEvent(request.Id, cancellationToken) ?? throw Problems.NotFound("Мероприятие");
            var judge = new TurnoutJudge(db, held);
            var known = await judge.Read(request.Body, cancellationToken);
            if (held.State != EventState.Held)
                throw Problems.RuleBroken("event-not-held", "Участников записывают, когда мероприятие отмечено проведённым.");
            await judge.Admit(request.Body, known, cancellationToken);
            var (named, unnamed, schools) = (0, 0, 0);
            foreach (var (i, row) in request.Body.Rows.Index())
            {
                var before = known.GetValueOrDefault(row.SchoolId);
                if (before is not null)
                    db.Expect(before, row.Version ?? 0);
                else if (row.Version is not null)
                    throw new StaleVersion(nameof(EventTurnout));
                var turnout = before ?? new EventTurnout(held, judge.School(i, row));
                var (was, bare) = (turnout.Named, turnout.Unnamed);
                var others = turnout.Attendees.Any(a => !row.TeacherIds.Contains(a.TeacherId));
                turnout.Record([.. row.TeacherIds.Distinct()], row.Unnamed);
                // One instead of another leaves the counts as they were; who it is stands in no history.
                if (others && (was, bare) == (turnout.Named, turnout.Unnamed))
                    db.Note(
                        new ChangeNote(
                            nameof(EventTurnout),
                            turnout.Id.ToString(),
                            "turnout-recorded",
                            turnout,
                            [new FieldChange("attendees", null, null)]
                        )
                        {
                            RootId = held.Id,
                        }
                    );
                (named, unnamed) = (named + turnout.Named - was, unnamed + turnout.Unnamed - bare);
                var empty = turnout.Named + turnout.Unnamed == 0;
                if (before is null && !empty)
                    db.Add(turnout);
                else if (before is not null && empty)
                    db.Remove(turnout);
                schools += (empty ? 0 : 1) - (before is null ? 0 : 1);
            }
            db.Act = ("turnout-recorded", null);
            await db.SaveChangesAsync(cancellationToken);
            await db.CountTurnout(held.Id, (named, unnamed, schools), cancellationToken);
            var answer = await EventDetails.Read(db, held.Id, http.Caller(), cancellationToken);
            await write.Commit(cancellationToken);
            return TypedResults.Ok(answer.Body);
        }
    }
}
