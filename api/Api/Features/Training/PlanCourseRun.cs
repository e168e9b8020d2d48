using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Opora.Api.Auth;
using Opora.Api.Http;
using Opora.Domain.Training;
using Opora.Persistence;

namespace Opora.Api.Features.Training;

/// <summary>Plans a run of a course.</summary>
public static class PlanCourseRun
{
    public sealed record Command(Body Body) : IRequest<CreatedVersion<CourseRunDetails>>;

    /// <summary>The new run.</summary>
    /// <param name="CourseId">Id of the course.</param>
    /// <param name="Facts">When and where.</param>
    /// <param name="Open">Whether people can be enrolled at once.</param>
    public sealed record Body(Guid CourseId, CourseRunBody Facts, bool Open = false) : IExampled<Body>
    {
        public static Body Example => new(new Guid("0193a5c0-5b1e-7000-8000-000000000020"), CourseRunBody.Example, Open: true);
    }

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.Body.Facts).SetValidator(new CourseRunBodyValidator());
    }

    internal sealed class Handler(AppDbContext db, IHttpContextAccessor http) : IRequestHandler<Command, CreatedVersion<CourseRunDetails>>
    {
        public async Task<CreatedVersion<CourseRunDetails>> Handle(Command request, CancellationToken cancellationToken)
        {
            var (courseId, facts, open) = request.Body;
            var course = await db.Courses.SingleOrDefaultAsync(c => c.Id == courseId, cancellationToken);
            if (course is null || !db.Current.Scope.Reaches(course))
                throw Problems.NotFound("Курс", "/courseId", courseId.ToString());
            var run = new CourseRun(course, facts.Facts);
            if (open)
                run.Become(CourseRunState.Open, null, await db.Today(course.RegionCode, cancellationToken));
            db.Add(run);
            db.Act = ("registered", null);
            await db.SaveChangesAsync(cancellationToken);
            var details = (await CourseRunDetails.Read(db, run.Id, http.Caller(), cancellationToken)).Body;
            return new CreatedVersion<CourseRunDetails>(details, details.Version, $"/api/v1/course-runs/{details.Id}");
        }
    }
}
