using FluentValidation;
using MediatR;
using Opora.Api.Auth;
using Opora.Api.Http;
using Opora.Domain.Training;
using Opora.Persistence;

namespace Opora.Api.Features.Teachers;

/// <summary>Notes what a teacher achieved.</summary>
public static class AddTeacherAchievement
{
    /// <param name="Id">Id of the teacher.</param>
    /// <param name="IfMatch">The version that the caller saw.</param>
    /// <param name="Body">What was achieved.</param>
    public sealed record Command(Guid Id, IfMatch IfMatch, Body Body) : IRequest<Versioned<TeacherDetails>>;

    /// <summary>What was achieved.</summary>
    /// <param name="Kind">Kind.</param>
    /// <param name="On">The day; not ahead.</param>
    /// <param name="Title">What it was called.</param>
    /// <param name="Level">How far it is known.</param>
    /// <param name="Result">What came of it: a place, a diploma.</param>
    public sealed record Body(
        TeacherAchievementKind Kind,
        DateOnly On,
        string Title,
        TeacherAchievementLevel? Level = null,
        string? Result = null
    ) : IExampled<Body>
    {
        public static Body Example =>
            new(
                TeacherAchievementKind.Contest,
                new DateOnly(2021, 4, 15),
                "Учитель года",
                TeacherAchievementLevel.Municipality,
                "Второе место"
            );

        internal AchievementFacts Facts => new(Kind, On, Title, Level, Result);
    }

    internal sealed class Validator : AbstractValidator<Command>
    {
        private const int Earliest = 1960;

        public Validator()
        {
            RuleFor(c => c.Body.Title)
                .NotEmpty()
                .MaximumLength(TeacherAchievement.TitleLength)
                .WithMessage($"Напишите, что это было, до {TeacherAchievement.TitleLength} знаков.");
            RuleFor(c => c.Body.On).Must(on => on.Year >= Earliest).WithMessage("Проверьте год.");
            RuleFor(c => c.Body.Result)
                .MaximumLength(TeacherAchievement.ResultLength)
                .WithMessage($"Результат — до {TeacherAchievement.ResultLength} знаков.");
        }
    }

    internal sealed class Handler(AppDbContext db, IHttpContextAccessor http) : IRequestHandler<Command, Versioned<TeacherDetails>>
    {
        public async Task<Versioned<TeacherDetails>> Handle(Command request, CancellationToken cancellationToken)
        {
            var facts = request.Body.Facts;
            var teacher = await db.TeacherToChange(request.Id, request.IfMatch, cancellationToken);
            teacher.Achieve(facts, await db.Today(teacher.RegionCode, cancellationToken));
            // What it was called may tell who it was, so the history keeps the kind only.
            db.NoteOf(teacher, "achievement-added", new FieldChange("kind", null, facts.Kind.ToString()));
            return await db.Changed(teacher, "achievement-added", http.Caller(), cancellationToken);
        }
    }
}
