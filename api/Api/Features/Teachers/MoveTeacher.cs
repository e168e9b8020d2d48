using MediatR;
using Opora.Api.Auth;
using Opora.Api.Http;
using Opora.Domain.Places;
using Opora.Domain.Training;
using Opora.Persistence;
using Opora.Persistence.Training;

namespace Opora.Api.Features.Teachers;

/// <summary>Moves a teacher to another school; the time at the former one is kept.</summary>
public static class MoveTeacher
{
    /// <param name="Id">Id of the teacher.</param>
    /// <param name="IfMatch">The version that the caller saw.</param>
    /// <param name="Body">Where to and since when.</param>
    public sealed record Command(Guid Id, IfMatch IfMatch, Body Body) : IRequest<Versioned<TeacherDetails>>;

    /// <summary>Where to and since when.</summary>
    /// <param name="SchoolId">Id of the school that becomes the main one.</param>
    /// <param name="MovedOn">First day there; not ahead.</param>
    /// <param name="SameNameConfirmed">Whether a teacher of the same name there is known to be somebody else.</param>
    public sealed record Body(Guid SchoolId, DateOnly MovedOn, bool SameNameConfirmed = false) : IExampled<Body>
    {
        public static Body Example => new(new Guid("0193a5c0-5b1e-7000-8000-000000000002"), new DateOnly(2021, 9, 1));
    }

    internal sealed class Handler(AppDbContext db, IHttpContextAccessor http) : IRequestHandler<Command, Versioned<TeacherDetails>>
    {
        public async Task<Versioned<TeacherDetails>> Handle(Command request, CancellationToken cancellationToken)
        {
            var (schoolId, movedOn, confirmed) = request.Body;
            var teacher = await db.TeacherToChange(request.Id, request.IfMatch, cancellationToken);
            var school = await db.SchoolForTeacher(schoolId, cancellationToken);
            var former = new Place(teacher.RegionCode, teacher.MunicipalityCode, teacher.SchoolId);
            teacher.MoveTo(school, movedOn, await db.Today(teacher.RegionCode, cancellationToken));
            if (!confirmed && teacher.Name is { } name)
                await db.MustBeNewName(school.Id, name, teacher.Id, "/schoolId", cancellationToken);
            // The new school's history tells the move by the change itself, the former one's by this.
            db.Note(new ChangeNote(nameof(Teacher), teacher.Id.ToString(), "moved", former, [new("school", null, school.Name)]));
            await using var write = await db.BeginWrite(cancellationToken);
            await db.PlaceTrainingOf(teacher, cancellationToken);
            await db.PlaceMembershipsOf(teacher, cancellationToken);
            var answer = await db.Changed(teacher, "moved", http.Caller(), cancellationToken);
            await write.Commit(cancellationToken);
            return answer;
        }
    }
}
