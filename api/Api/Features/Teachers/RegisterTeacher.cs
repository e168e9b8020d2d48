using FluentValidation;
using MediatR;
using Opora.Api.Auth;
using Opora.Api.Http;
using Opora.Domain.Training;
using Opora.Persistence;

namespace Opora.Api.Features.Teachers;

/// <summary>Registers a teacher of a school.</summary>
public static class RegisterTeacher
{
    public sealed record Command(Body Body) : IRequest<CreatedVersion<TeacherDetails>>;

    /// <summary>The new teacher.</summary>
    /// <param name="Facts">What is known.</param>
    /// <param name="SchoolId">Id of the main school.</param>
    /// <param name="SameNameConfirmed">Whether a teacher of the same name in the school is known to be somebody else.</param>
    public sealed record Body(TeacherBody Facts, Guid SchoolId, bool SameNameConfirmed = false) : IExampled<Body>
    {
        public static Body Example => new(TeacherBody.Example, new Guid("0193a5c0-5b1e-7000-8000-000000000002"));
    }

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.Body.Facts).SetValidator(new TeacherBodyValidator());
    }

    internal sealed class Handler(AppDbContext db, IHttpContextAccessor http) : IRequestHandler<Command, CreatedVersion<TeacherDetails>>
    {
        public async Task<CreatedVersion<TeacherDetails>> Handle(Command request, CancellationToken cancellationToken)
        {
            var (facts, schoolId, confirmed) = request.Body;
            var school = await db.SchoolForTeacher(schoolId, cancellationToken);
            var teacher = new Teacher(school, facts.Facts, await db.Today(school.RegionCode, cancellationToken));
            // In one turn with the look for the same name: a second click must not make a second person.
            await using (var write = await db.BeginWrite(cancellationToken))
            {
                if (!confirmed)
                    await db.MustBeNewName(school.Id, facts.Name, but: null, "/facts/name", cancellationToken);
                db.Add(teacher);
                db.Act = ("registered", null);
                await db.SaveChangesAsync(cancellationToken);
                await write.Commit(cancellationToken);
            }
            var details = (await TeacherDetails.Read(db, teacher.Id, http.Caller(), cancellationToken)).Body;
            return new CreatedVersion<TeacherDetails>(details, details.Version, $"/api/v1/teachers/{details.Id}");
        }
    }
}
