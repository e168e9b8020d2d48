using FluentValidation;
using MediatR;
using Opora.Api.Auth;
using Opora.Api.Http;
using Opora.Persistence;

namespace Opora.Api.Features.Training;

/// <summary>Corrects what is known of a course.</summary>
public static class ReviseCourse
{
    /// <param name="Id">Id of the course.</param>
    /// <param name="IfMatch">The version that the caller saw.</param>
    /// <param name="Body">What is known now; what is left out becomes unknown.</param>
    public sealed record Command(Guid Id, IfMatch IfMatch, CourseBody Body) : IRequest<Versioned<CourseDetails>>;

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.Body).SetValidator(new CourseBodyValidator());
    }

    internal sealed class Handler(AppDbContext db, IHttpContextAccessor http) : IRequestHandler<Command, Versioned<CourseDetails>>
    {
        public async Task<Versioned<CourseDetails>> Handle(Command request, CancellationToken cancellationToken)
        {
            var course = await db.CourseToChange(request.Id, request.IfMatch, cancellationToken);
            await db.MustBeKnown(request.Body.ProviderId, course.RegionCode, "/providerId", cancellationToken);
            await db.MustKnowDeficits(request.Body.Deficits, course.RegionCode, "/deficits", cancellationToken);
            course.Revise(request.Body.Facts);
            return await db.Changed(course, "revised", http.Caller(), cancellationToken);
        }
    }
}
