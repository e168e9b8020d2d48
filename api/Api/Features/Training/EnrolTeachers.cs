using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Opora.Api.Auth;
using Opora.Api.Http;
using Opora.Domain.Access;
using Opora.Domain.Training;
using Opora.Persistence;
using Opora.Persistence.Training;

namespace Opora.Api.Features.Training;

/// <summary>
/// Enrols teachers on a run, all or none: who decides enrols them, a school applies. With fewer seats than people nobody is enrolled
/// until the caller says that the last ones may wait.
/// </summary>
public static class EnrolTeachers
{
    private const int MostTeachers = 500;

    /// <param name="Id">Id of the run.</param>
    /// <param name="Body">Whom.</param>
    public sealed record Command(Guid Id, Body Body) : IRequest<Ok<EnrolledTeachers>>;

    /// <summary>Whom to enrol.</summary>
    /// <param name="TeacherIds">Ids of teachers, at most 500; the first get seats first.</param>
    /// <param name="WaitingList">Whether those for whom no seat is left may wait for one.</param>
    /// <param name="OverlapsConfirmed">Whether it is known that some are on another run on the same days.</param>
    public sealed record Body(IReadOnlyList<Guid> TeacherIds, bool WaitingList = false, bool OverlapsConfirmed = false) : IExampled<Body>
    {
        public static Body Example => new([new Guid("0193a5c0-5b1e-7000-8000-000000000022")]);
    }

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator() =>
            RuleFor(c => c.Body.TeacherIds)
                .Must(ids => ids.Count is > 0 and <= MostTeachers)
                .WithMessage($"Передайте от 1 до {MostTeachers} педагогов за раз.");
    }

    internal sealed class Handler(AppDbContext db, IHttpContextAccessor http, TimeProvider clock)
        : IRequestHandler<Command, Ok<EnrolledTeachers>>
    {
        public async Task<Ok<EnrolledTeachers>> Handle(Command request, CancellationToken cancellationToken)
        {
            var body = request.Body;
            var ids = body.TeacherIds.Distinct().ToList();
            var teachers = await TeachersOf(ids, cancellationToken);
            await using var write = await db.BeginWrite(cancellationToken);
            var run = await db.HoldRun(request.Id, cancellationToken) ?? throw Problems.NotFound("Поток");
            if (!run.TakesPeople)
                throw Problems.RuleBroken("run-closed", "На этот поток сейчас не записывают: он не открыт для записи или уже завершён.");
            var known = await db
                .Enrolments.Where(e => e.RunId == run.Id && ids.Contains(e.TeacherId))
                .ToDictionaryAsync(e => e.TeacherId, cancellationToken);
            var fresh = ids.Where(id => !known.TryGetValue(id, out var e) || e.State == EnrolmentState.Withdrawn).ToList();
            if (!body.OverlapsConfirmed)
                await db.MustBeFree(run, fresh, cancellationToken);
            var free = Math.Max(0, run.Seats - run.Taken);
            var seats = Math.Min(fresh.Count, free);
            var waiting = fresh.Count - seats;
            if (waiting > 0 && !body.WaitingList || !await db.TakeSeats(run.Id, seats, waiting, cancellationToken))
                throw SeatsShort(free, fresh.Count);
            var may = http.Caller().ScopeFor(Permission.TrainingWrite);
            var at = clock.GetUtcNow().UtcDateTime;
            foreach (var (i, id) in fresh.Index())
            {
                var teacher = teachers[id];
                // A microsecond apart, which every engine keeps: who comes first in the list moves up first.
                var asked = at.AddMicroseconds(i);
                if (known.TryGetValue(id, out var before))
                {
                    db.Expect(before, before.Version);
                    before.Renew(teacher, may.Reaches(teacher), i >= seats, asked);
                }
                else
                    db.Add(new Enrolment(run, teacher, may.Reaches(teacher), i >= seats, asked));
            }
            db.Act = ("enrolled", null);
            await db.SaveChangesAsync(cancellationToken);
            await write.Commit(cancellationToken);
            return TypedResults.Ok(new EnrolledTeachers(seats, waiting, ids.Count - fresh.Count, run.Seats - run.Taken - seats));
        }

        /// <summary>The teachers, all on the staff of schools that the caller may enrol for.</summary>
        private async Task<Dictionary<Guid, Teacher>> TeachersOf(List<Guid> ids, CancellationToken cancellationToken)
        {
            var teachers = await db.Teachers.AsNoTracking().Where(t => ids.Contains(t.Id)).ToDictionaryAsync(t => t.Id, cancellationToken);
            foreach (var (i, id) in ids.Index())
            {
                if (!teachers.TryGetValue(id, out var teacher) || !db.Current.Scope.Reaches(teacher))
                    throw Problems.NotFound("Педагог", $"/teacherIds/{i}", id.ToString());
                if (teacher.LeftOn is not null || teacher.Name is null)
                    throw Problems.RuleBroken(
                        "teacher-left",
                        $"{teacher.Name ?? "Обезличенный педагог"}: уже не работает в школе, записать нельзя."
                    );
            }
            return teachers;
        }

        private static Problem SeatsShort(int free, int wanted) =>
            Problems.RuleBroken(
                "seats-short",
                free == 0
                    ? $"Свободных мест нет, а записать нужно {wanted}. Никто не записан: поставьте всех в лист ожидания или выберите другой поток."
                    : $"Свободных мест {free}, а записать нужно {wanted}. Никто не записан: уберите лишних или запишите первых {free}, "
                        + $"а остальных ({wanted - free}) поставьте в лист ожидания."
            );
    }
}

/// <summary>What came of it.</summary>
/// <param name="Enrolled">Who have a seat now.</param>
/// <param name="Waiting">Who wait for one.</param>
/// <param name="Already">Who were on the run before.</param>
/// <param name="Free">Seats still free.</param>
public sealed record EnrolledTeachers(int Enrolled, int Waiting, int Already, int Free);
