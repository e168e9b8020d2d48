using FluentValidation;
using MediatR;
using Opora.Api.Auth;
using Opora.Api.Http;
using Opora.Persistence;
using Opora.Persistence.Training;

namespace Opora.Api.Features.Training;

/// <summary>Corrects days, place and seats of a run. Seats that are added go to those who wait.</summary>
public static class ReviseCourseRun
{
    /// <param name="Id">Id of the run.</param>
    /// <param name="IfMatch">The version that the caller saw.</param>
    /// <param name="Body">What is known now; what is left out becomes unknown.</param>
    public sealed record Command(Guid Id, IfMatch IfMatch, CourseRunBody Body) : IRequest<Versioned<CourseRunDetails>>;

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.Body).SetValidator(new CourseRunBodyValidator());
    }

    internal sealed class Handler(AppDbContext db, IHttpContextAccessor http) : IRequestHandler<Command, Versioned<CourseRunDetails>>
    {
        public async Task<Versioned<CourseRunDetails>> Handle(Command request, CancellationToken cancellationToken)
        {
            await using (var write = await db.BeginWrite(cancellationToken))
            {
                var run = await db.RunToChange(request.Id, request.IfMatch, cancellationToken);
                run.Revise(request.Body.Facts);
                db.Act = ("revised", null);
                await db.SaveChangesAsync(cancellationToken);
                await db.MoveUp(run.Id, cancellationToken);
                await write.Commit(cancellationToken);
            }
            return await CourseRunDetails.Read(db, request.Id, http.Caller(), cancellationToken);
        }
    }
}
