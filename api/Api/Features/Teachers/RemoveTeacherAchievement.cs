using MediatR;
using Opora.Api.Auth;
using Opora.Api.Http;
using Opora.Persistence;

namespace Opora.Api.Features.Teachers;

/// <summary>Takes an achievement away that was noted by mistake.</summary>
public static class RemoveTeacherAchievement
{
    /// <param name="Id">Id of the teacher.</param>
    /// <param name="AchievementId">Id of the achievement.</param>
    /// <param name="IfMatch">The version that the caller saw.</param>
    public sealed record Command(Guid Id, Guid AchievementId, IfMatch IfMatch) : IRequest<Versioned<TeacherDetails>>;

    internal sealed class Handler(AppDbContext db, IHttpContextAccessor http) : IRequestHandler<Command, Versioned<TeacherDetails>>
    {
        public async Task<Versioned<TeacherDetails>> Handle(Command request, CancellationToken cancellationToken)
        {
            var teacher = await db.TeacherToChange(request.Id, request.IfMatch, cancellationToken);
            var achievement =
                teacher.Achievements.FirstOrDefault(a => a.Id == request.AchievementId) ?? throw Problems.NotFound("Достижение");
            teacher.Withdraw(achievement);
            db.NoteOf(teacher, "achievement-removed", new FieldChange("kind", achievement.Kind.ToString(), null));
            return await db.Changed(teacher, "achievement-removed", http.Caller(), cancellationToken);
        }
    }
}
