using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Opora.Api.Http;
using Opora.Domain.Partnerships;
using Opora.Domain.Training;
using Opora.Persistence;
using Opora.Persistence.Partnerships;

namespace Opora.Api.Features.Internships;

/// <summary>Sends teachers to a place for internships, all or none: a place is given once, also to those who ask at the same moment.</summary>
public static class SendInterns
{
    private const int MostTeachers = 100;

    public sealed record Command(Body Body) : IRequest<Ok<SentInterns>>;

    /// <summary>Whom, where to and when.</summary>
    /// <param name="SiteId">Id of the place.</param>
    /// <param name="TeacherIds">Ids of teachers of the caller's places, at most 100.</param>
    /// <param name="Days">When.</param>
    public sealed record Body(Guid SiteId, IReadOnlyList<Guid> TeacherIds, InternshipDays Days) : IExampled<Body>
    {
        public static Body Example =>
            new(
                new Guid("0193a5c0-5b1e-7000-8000-000000000030"),
                [new Guid("0193a5c0-5b1e-7000-8000-000000000022")],
                InternshipDays.Example
            );
    }

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Body.TeacherIds)
                .Must(ids => ids.Count is > 0 and <= MostTeachers)
                .WithMessage($"Выберите от 1 до {MostTeachers} педагогов.");
            RuleFor(c => c.Body.Days).SetValidator(new InternshipDaysValidator());
        }
    }

    internal sealed class Handler(AppDbContext db) : IRequestHandler<Command, Ok<SentInterns>>
    {
        public async Task<Ok<SentInterns>> Handle(Command request, CancellationToken cancellationToken)
        {
            var (siteId, _, days) = request.Body;
            var ids = request.Body.TeacherIds.Distinct().ToList();
            var teachers = await TeachersOf(ids, cancellationToken);
            var stay = new Stay(days.StartsOn, days.EndsOn);
            await using var write = await db.BeginWrite(cancellationToken);
            var site = await db.HoldSite(siteId, cancellationToken) ?? throw Problems.NotFound("Площадка", "/siteId", siteId.ToString());
            var sent = teachers.Select(t => new Internship(site, t.Id, t, days.Facts)).ToList();
            await db.MustBeFree(ids, stay, null, cancellationToken);
            await db.MustHavePlaces(site, stay, ids.Count, null, cancellationToken);
            db.AddRange(sent);
            db.Act = ("registered", null);
            await db.SaveChangesAsync(cancellationToken);
            var free = await db.FreePlaces(site, stay, null, cancellationToken);
            await write.Commit(cancellationToken);
            return TypedResults.Ok(new SentInterns([.. sent.Select(i => i.Id)], free));
        }

        /// <summary>The teachers, all on the staff of schools that the caller answers for.</summary>
        private async Task<List<Teacher>> TeachersOf(List<Guid> ids, CancellationToken cancellationToken)
        {
            var found = await db.Teachers.AsNoTracking().Where(t => ids.Contains(t.Id)).ToDictionaryAsync(t => t.Id, cancellationToken);
            foreach (var (i, id) in ids.Index())
            {
                if (!found.TryGetValue(id, out var teacher) || !db.Current.Scope.Reaches(teacher))
                    throw Problems.NotFound("Педагог", $"/teacherIds/{i}", id.ToString());
                if (teacher.LeftOn is not null || teacher.Name is null)
                    throw Problems.RuleBroken(
                        "teacher-left",
                        $"{teacher.Name ?? "Обезличенный педагог"}: уже не работает в школе. Выберите другого."
                    );
            }
            return [.. ids.Select(id => found[id])];
        }
    }
}

/// <summary>What came of it.</summary>
/// <param name="Ids">Ids of the internships, in the order of the teachers.</param>
/// <param name="Free">Places still free on every one of these days.</param>
public sealed record SentInterns(IReadOnlyList<Guid> Ids, int Free);
