using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Opora.Api.Http;
using Opora.Domain.Places;
using Opora.Persistence;

namespace Opora.Api.Features.Schools;

/// <summary>What all changes of a school have in common: the version before, the card after, a reason between.</summary>
internal static class SchoolChange
{
    /// <summary>The school to change, in the version that the caller saw.</summary>
    /// <exception cref="Problem">404</exception>
    /// <exception cref="StaleVersion">412</exception>
    public static async Task<School> SchoolToChange(this AppDbContext db, Guid id, IfMatch seen, CancellationToken cancellationToken)
    {
        var school =
            await db.Schools.Include(s => s.Placements).SingleOrDefaultAsync(s => s.Id == id, cancellationToken)
            ?? throw Problems.NotFound("Школа");
        db.Expect(school, seen.Version);
        return school;
    }

    /// <summary>Saves the change under the name that the history gives it, and answers with the card.</summary>
    public static async Task<Versioned<SchoolDetails>> Changed(
        this AppDbContext db,
        School school,
        string action,
        string? reason,
        CancellationToken cancellationToken
    )
    {
        db.Act = (action, reason);
        await db.SaveChangesAsync(cancellationToken);
        return new Versioned<SchoolDetails>(await SchoolDetails.Read(db, school.Id, db.Current.Scope, cancellationToken), school.Version);
    }

    /// <summary>A reason that the history can keep.</summary>
    public static void Reason<T>(this IRuleBuilderInitial<T, string> reason) =>
        reason.NotEmpty().MaximumLength(School.ReasonLength).WithMessage($"Укажите причину, до {School.ReasonLength} знаков.");
}
