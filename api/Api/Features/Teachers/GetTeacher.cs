using MediatR;
using Microsoft.EntityFrameworkCore;
using Opora.Api.Auth;
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
                await NoteView(found.Body, caller, cancellationToken);
            return found;
        }

        private async Task NoteView(TeacherDetails teacher, Caller caller, CancellationToken cancellationToken)
        {
            // A day of UTC: it is about once a day, not about whose.
            var from = clock.GetUtcNow().UtcDateTime.Date;
            var me = caller.Actor.Id;
            if (
                await db.ChangeEntries.AnyAsync(
                    c => c.ThingId == teacher.Id && c.At >= from && c.ActorId == me && c.Action == "viewed",
                    cancellationToken
                )
            )
                return;
            // Noted where the reader reaches: whoever reads from a further school does not reach the main one.
            var region = await db.Teachers.Where(t => t.Id == teacher.Id).Select(t => t.RegionCode).SingleAsync(cancellationToken);
            var place = teacher
                .Posts.Where(p => p.UntilOn is null)
                .Select(p => p.School)
                .Prepend(teacher.School)
                .Select(s => new Place(region, s.MunicipalityCode, s.Id))
                .FirstOrDefault(db.Current.Scope.Reaches);
            if (place is null)
                return;
            db.Note(new ChangeNote(nameof(Teacher), teacher.Id.ToString(), "viewed", place, []));
            await db.SaveChangesAsync(cancellationToken);
        }
    }
}
