using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Opora.Api.Http;
using Opora.Domain.Training;
using Opora.Persistence;
using Opora.Persistence.Training;

namespace Opora.Api.Features.Associations;

/// <summary>Takes teachers of the caller's schools into an association, all or none; who is in it already stays.</summary>
public static class AddAssociationMembers
{
    private const int MostTeachers = 500;

    /// <param name="Id">Id of the association.</param>
    /// <param name="Body">Whom.</param>
    public sealed record Command(Guid Id, Body Body) : IRequest<Ok<AddedMembers>>;

    /// <summary>Whom to take in.</summary>
    /// <param name="TeacherIds">Ids of teachers, at most 500.</param>
    /// <param name="FromOn">First day in it; today when absent.</param>
    public sealed record Body(IReadOnlyList<Guid> TeacherIds, DateOnly? FromOn = null) : IExampled<Body>
    {
        public static Body Example => new([new Guid("0193a5c0-5b1e-7000-8000-000000000022")], new DateOnly(2021, 9, 1));
    }

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Body.TeacherIds)
                .Must(ids => ids.Count is > 0 and <= MostTeachers)
                .WithMessage($"Передайте от 1 до {MostTeachers} педагогов за раз.");
            RuleFor(c => c.Body.FromOn)
                .Must(day => day is null or { Year: >= 1990 and < 2100 })
                .WithMessage("Проверьте год: день с 1990 по 2099 год.");
        }
    }

    internal sealed class Handler(AppDbContext db) : IRequestHandler<Command, Ok<AddedMembers>>
    {
        public async Task<Ok<AddedMembers>> Handle(Command request, CancellationToken cancellationToken)
        {
            var ids = request.Body.TeacherIds.Distinct().ToList();
            await using var write = await db.BeginWrite(cancellationToken);
            var association =
                await db.HoldAssociation(request.Id, cancellationToken) ?? throw Problems.NotFound("Методическое объединение");
            var from = request.Body.FromOn ?? await db.Today(association.RegionCode, cancellationToken);
            var teachers = await TeachersOf(request.Body.TeacherIds, cancellationToken);
            var known = await db
                .AssociationMembers.Where(m =>
                    m.AssociationId == association.Id && ids.Contains(m.TeacherId) && (m.UntilOn == null || m.UntilOn >= from)
                )
                .Select(m => new { m.TeacherId, m.UntilOn })
                .ToListAsync(cancellationToken);
            if (known.Find(k => k.UntilOn is not null) is { } overlap)
                throw Problems.RuleBroken(
                    "member-then",
                    $"{teachers[overlap.TeacherId].Name}: состоит в объединении по {overlap.UntilOn:dd.MM.yyyy}. Укажите день вступления позже."
                );
            var fresh = ids.Except(known.Select(k => k.TeacherId)).ToList();
            foreach (var id in fresh)
                db.Add(new AssociationMember(association, teachers[id], from));
            db.Act = ("registered", null);
            await db.SaveChangesAsync(cancellationToken);
            await db.CountMembers(association.Id, fresh.Count, cancellationToken);
            await write.Commit(cancellationToken);
            return TypedResults.Ok(new AddedMembers(fresh.Count, ids.Count - fresh.Count));
        }

        private async Task<Dictionary<Guid, Teacher>> TeachersOf(IReadOnlyList<Guid> ids, CancellationToken cancellationToken)
        {
            var teachers = await db
                .Teachers.AsNoTracking()
                .Include(t => t.Posts)
                .Where(t => ids.Contains(t.Id))
                .ToDictionaryAsync(t => t.Id, cancellationToken);
            foreach (var (i, id) in ids.Index())
            {
                if (!teachers.TryGetValue(id, out var teacher) || !db.Current.Scope.Reaches(teacher))
                    throw Problems.NotFound("Педагог", $"/teacherIds/{i}", id.ToString());
                if (teacher.LeftOn is not null || teacher.Name is null)
                    throw Problems.RuleBroken(
                        "teacher-left",
                        $"{teacher.Name ?? "Обезличенный педагог"}: уже не работает в школе, принять в объединение нельзя."
                    );
            }
            return teachers;
        }
    }
}

/// <summary>What came of it.</summary>
/// <param name="Added">Who were taken in.</param>
/// <param name="Already">Who were in it before.</param>
public sealed record AddedMembers(int Added, int Already);
