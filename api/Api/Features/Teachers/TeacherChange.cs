using Microsoft.EntityFrameworkCore;
using Opora.Api.Auth;
using Opora.Api.Http;
using Opora.Domain;
using Opora.Domain.Places;
using Opora.Domain.Training;
using Opora.Persistence;

namespace Opora.Api.Features.Teachers;

/// <summary>What all changes of a teacher have in common: the version before, the card after.</summary>
internal static class TeacherChange
{
    /// <summary>The teacher to change with posts and achievements, in the version that the caller saw.</summary>
    /// <exception cref="Problem">404, also where the caller reads it from a further school and does not write it.</exception>
    /// <exception cref="StaleVersion">412</exception>
    public static async Task<Teacher> TeacherToChange(this AppDbContext db, Guid id, IfMatch seen, CancellationToken cancellationToken)
    {
        var teacher = await db
            .Teachers.Include(t => t.Posts)
            .Include(t => t.Achievements)
            .AsSplitQuery()
            .SingleOrDefaultAsync(t => t.Id == id, cancellationToken);
        if (teacher is null || !db.Current.Scope.Reaches(teacher))
            throw Problems.NotFound("Педагог");
        db.Expect(teacher, seen.Version);
        return teacher;
    }

    /// <summary>A school that the caller may put a teacher on the staff of.</summary>
    /// <exception cref="Problem">404</exception>
    public static async Task<School> SchoolForTeacher(this AppDbContext db, Guid schoolId, CancellationToken cancellationToken) =>
        await db.Schools.SingleOrDefaultAsync(s => s.Id == schoolId, cancellationToken)
        ?? throw Problems.NotFound("Школа", "/schoolId", schoolId.ToString());

    /// <summary>Refuses a second teacher of one name in one school until somebody says that these are two people.</summary>
    /// <exception cref="Problem">409</exception>
    public static async Task MustBeNewName(
        this AppDbContext db,
        Guid schoolId,
        string name,
        Guid? but,
        string pointer,
        CancellationToken cancellationToken
    )
    {
        var folded = SearchText.FoldName(name);
        var other = await db
            .Teachers.AsNoTracking()
            .Where(t => t.SchoolId == schoolId && t.SearchName == folded && t.Id != but)
            .OrderBy(t => t.LeftOn != null)
            .Select(t => new
            {
                t.Id,
                t.Name,
                t.Position,
                t.StaffSinceOn,
                t.LeftOn,
            })
            .FirstOrDefaultAsync(cancellationToken);
        if (other is null)
            return;
        string?[] told =
        [
            other.Name,
            other.Position,
            other.StaffSinceOn is { } since ? $"в школе с {since:dd.MM.yyyy}" : null,
            other.LeftOn is { } left ? $"не работает с {left:dd.MM.yyyy}" : null,
        ];
        throw Problems.SameName(
            pointer,
            $"В этой школе уже есть: {string.Join(", ", told.Where(t => t is not null))}. Если это тот же человек, откройте его карточку; "
                + "если полный тёзка, подтвердите, что это другой человек.",
            other.Id
        );
    }

    /// <summary>Keeps in the history what no column of the teacher tells; ids, codes and days, never a name.</summary>
    public static void NoteOf(this AppDbContext db, Teacher teacher, string action, params FieldChange[] changes) =>
        db.Note(new ChangeNote(nameof(Teacher), teacher.Id.ToString(), action, teacher, changes));

    /// <summary>Saves the change under the name that the history gives it, and answers with the card.</summary>
    public static async Task<Versioned<TeacherDetails>> Changed(
        this AppDbContext db,
        Teacher teacher,
        string action,
        Caller caller,
        CancellationToken cancellationToken
    )
    {
        db.Act = (action, null);
        await db.SaveChangesAsync(cancellationToken);
        return await TeacherDetails.Read(db, teacher.Id, caller, cancellationToken);
    }
}
