using FluentValidation;
using MediatR;
using Opora.Api.Auth;
using Opora.Api.Http;
using Opora.Domain.Training;
using Opora.Persistence;
using Opora.Persistence.Identity;
using Opora.Persistence.Training;

namespace Opora.Api.Features.Training;

/// <summary>Takes a run on: opens it, lets it begin, finishes it or calls it off; or takes such a step back.</summary>
public static class AdvanceCourseRun
{
    /// <param name="Id">Id of the run.</param>
    /// <param name="IfMatch">The version that the caller saw.</param>
    /// <param name="Body">Where to.</param>
    public sealed record Command(Guid Id, IfMatch IfMatch, Body Body) : IRequest<Versioned<CourseRunDetails>>;

    /// <summary>Where to.</summary>
    /// <param name="State">What it becomes.</param>
    /// <param name="Reason">Why it is called off.</param>
    public sealed record Body(CourseRunState State, string? Reason = null) : IExampled<Body>
    {
        public static Body Example => new(CourseRunState.Cancelled, "Набралось меньше десяти человек");
    }

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator() =>
            RuleFor(c => c.Body.Reason).MaximumLength(CourseRun.ReasonLength).WithMessage($"Причина — до {CourseRun.ReasonLength} знаков.");
    }

    internal sealed class Handler(AppDbContext db, IHttpContextAccessor http) : IRequestHandler<Command, Versioned<CourseRunDetails>>
    {
        public async Task<Versioned<CourseRunDetails>> Handle(Command request, CancellationToken cancellationToken)
        {
            await using (var write = await db.BeginWrite(cancellationToken))
            {
                var run = await db.RunToChange(request.Id, request.IfMatch, cancellationToken);
                run.Become(request.Body.State, request.Body.Reason, await db.Today(run.RegionCode, cancellationToken));
                db.Act = ("advanced", null);
                await db.SaveChangesAsync(cancellationToken);
                await db.MoveUp(run.Id, cancellationToken);
                if (run.State == CourseRunState.Cancelled)
                    await db.TellOfCancelled(run, cancellationToken);
                await write.Commit(cancellationToken);
            }
            return await CourseRunDetails.Read(db, request.Id, http.Caller(), cancellationToken);
        }
    }
}
