using MediatR;
using Microsoft.EntityFrameworkCore;
using Opora.Api.Auth;
using Opora.Api.History;
using Opora.Api.Http;
using Opora.Domain.Places;
using Opora.Domain.Training;
using Opora.Persistence;

namespace Opora.Api.Features.Teachers;

/// <summary>Gets a teacher; the journal keeps who looked, once a day.</summary>
public static class GetTeacher
{
    /// <param name="Id">Id of the teacher.</param>
    public sealed record Query(Guid Id) : IRequest<Versioned<TeacherDetails>>;

    internal sealed class Handler(AppDbContext db, IHttpContextAccessor http, TimeProvider clock)
        : IRequestHandler<Query, Versioned<TeacherDetails>>
    {
        public async Task<Versioned<TeacherDetails>> Handle(Query request, CancellationToken cancellationToken)
        {
            var caller = http.Caller();
            var found = await TeacherDetails.Read(db, request.Id, caller, cancellationToken);
            if (found.Body.Name is not null)
                await NoteView(found.Body, cancellationToken);
            return found;
        }

        private async Task NoteView(TeacherDetails teacher, CancellationToken cancellationToken)
        {
            // Noted where the reader reaches: whoever reads from a further school does not reach the main one.
            var region = await db.Teachers.Where(t => t.Id == teacher.Id).Select(t => t.RegionCode).SingleAsync(cancellationToken);
            var places = teacher
                .Posts.Where(p => p.UntilOn is null)
                .Select(p => p.School)
                .Prepend(teacher.School)
                .Select(s => new Place(region, s.MunicipalityCode, s.Id));
            await db.NoteView(nameof(Teacher), teacher.Id, "viewed", places, clock.GetUtcNow().UtcDateTime, cancellationToken);
        }
    }
}
