using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using Opora.Api.Http;
using Opora.Domain.Training;
using Opora.Persistence;
using Opora.Persistence.Training;

namespace Opora.Api.Features.Training;

/// <summary>Takes teachers off a run. The seats that become free go to those who wait.</summary>
public static class WithdrawTeachers
{
    /// <param name="Id">Id of the run.</param>
    /// <param name="Body">Who, and why.</param>
    public sealed record Command(Guid Id, Body Body) : IRequest<Ok<ChangedEnrolments>>;

    /// <summary>Who, and why.</summary>
    /// <param name="Rows">The enrolments, at most 500.</param>
    /// <param name="Reason">Why.</param>
    public sealed record Body(IReadOnlyList<EnrolmentSeen> Rows, string? Reason = null) : IExampled<Body>
    {
        public static Body Example => new([new EnrolmentSeen(new Guid("0193a5c0-5b1e-7000-8000-000000000021"), 1)], "Заболел");
    }

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            this.RowRules(c => c.Body.Rows.Count);
            RuleFor(c => c.Body.Reason).MaximumLength(Enrolment.ReasonLength).WithMessage($"Причина — до {Enrolment.ReasonLength} знаков.");
        }
    }

    internal sealed class Handler(AppDbContext db) : IRequestHandler<Command, Ok<ChangedEnrolments>>
    {
        public async Task<Ok<ChangedEnrolments>> Handle(Command request, CancellationToken cancellationToken)
        {
            await using var write = await db.BeginWrite(cancellationToken);
            var run = await db.HoldRun(request.Id, cancellationToken) ?? throw Problems.NotFound("Поток");
            var enrolments = await db.EnrolmentsToChange(run.Id, request.Body.Rows, cancellationToken);
            var seats = enrolments.Count(e => e.HoldsSeat);
            foreach (var enrolment in enrolments)
                enrolment.Withdraw(request.Body.Reason);
            db.Act = ("withdrawn", null);
            await db.SaveChangesAsync(cancellationToken);
            await db.TakeSeats(run.Id, -seats, seats - enrolments.Count, cancellationToken);
            await db.MoveUp(run.Id, cancellationToken);
            await write.Commit(cancellationToken);
            return TypedResults.Ok(new ChangedEnrolments(enrolments.Count));
        }
    }
}
