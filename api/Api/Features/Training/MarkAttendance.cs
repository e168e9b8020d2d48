using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using Opora.Api.Http;
using Opora.Persistence;
using Opora.Persistence.Training;

namespace Opora.Api.Features.Training;

/// <summary>Marks who was there on a day of a run.</summary>
public static class MarkAttendance
{
    /// <param name="Id">Id of the run.</param>
    /// <param name="Body">The day and who.</param>
    public sealed record Command(Guid Id, Body Body) : IRequest<Ok<ChangedEnrolments>>;

    /// <summary>A day and who was there.</summary>
    /// <param name="On">The day; within the run and not ahead.</param>
    /// <param name="Rows">The enrolments, at most 500.</param>
    public sealed record Body(DateOnly On, IReadOnlyList<AttendanceRow> Rows) : IExampled<Body>
    {
        public static Body Example =>
            new(new DateOnly(2021, 8, 26), [new AttendanceRow(new Guid("0193a5c0-5b1e-7000-8000-000000000021"), 1, Present: true)]);
    }

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => this.RowRules(c => c.Body.Rows.Count);
    }

    internal sealed class Handler(AppDbContext db) : IRequestHandler<Command, Ok<ChangedEnrolments>>
    {
        public async Task<Ok<ChangedEnrolments>> Handle(Command request, CancellationToken cancellationToken)
        {
            var (on, rows) = request.Body;
            await using var write = await db.BeginWrite(cancellationToken);
            var run = await db.HoldRun(request.Id, cancellationToken) ?? throw Problems.NotFound("Поток");
            var enrolments = await db.EnrolmentsToChange(
                run.Id,
                [.. rows.Select(r => new EnrolmentSeen(r.Id, r.Version))],
                cancellationToken
            );
            var today = await db.Today(run.RegionCode, cancellationToken);
            foreach (var (enrolment, row) in enrolments.Zip(rows))
                enrolment.Mark(run, on, row.Present, today);
            await db.SaveChangesAsync(cancellationToken);
            await write.Commit(cancellationToken);
            return TypedResults.Ok(new ChangedEnrolments(enrolments.Count));
        }
    }
}

/// <summary>Whether somebody was there.</summary>
/// <param name="Id">Id of the enrolment.</param>
/// <param name="Version">The version seen.</param>
/// <param name="Present">Was there or was not; null takes the mark away.</param>
public sealed record AttendanceRow(Guid Id, int Version, bool? Present);
