using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Opora.Api.Auth;
using Opora.Api.Http;
using Opora.Domain.Partnerships;
using Opora.Persistence;
using Opora.Persistence.Partnerships;

namespace Opora.Api.Features.Internships;

/// <summary>When an internship is and how long it takes.</summary>
/// <param name="StartsOn">First day.</param>
/// <param name="EndsOn">Last day.</param>
/// <param name="Hours">Academic hours.</param>
public sealed record InternshipDays(DateOnly StartsOn, DateOnly EndsOn, int Hours) : IExampled<InternshipDays>
{
    public static InternshipDays Example => new(new DateOnly(2020, 11, 2), new DateOnly(2020, 11, 6), 36);

    internal InternshipFacts Facts => new(StartsOn, EndsOn, Hours);
}

/// <summary>Shape of when it is.</summary>
internal sealed class InternshipDaysValidator : AbstractValidator<InternshipDays>
{
    private const string WrongDay = "Проверьте дату: год от 1990 до 2100.";

    public InternshipDaysValidator()
    {
        RuleFor(d => d.StartsOn).Must(Likely).WithErrorCode("out-of-range").WithMessage(WrongDay);
        RuleFor(d => d.EndsOn).Must(Likely).WithErrorCode("out-of-range").WithMessage(WrongDay);
        RuleFor(d => d.Hours)
            .InclusiveBetween(1, Internship.MostHours)
            .WithErrorCode("out-of-range")
            .WithMessage($"Академических часов: от 1 до {Internship.MostHours}.");
    }

    private static bool Likely(DateOnly day) => day.Year is >= 1990 and <= 2100;
}

/// <summary>What all changes of an internship have in common.</summary>
internal static class InternshipChange
{
    /// <summary>The internship to change, in the version that the caller saw.</summary>
    /// <exception cref="Problem">404, also where the caller may read it and not write it.</exception>
    /// <exception cref="StaleVersion">412</exception>
    public static async Task<Internship> InternshipToChange(
        this AppDbContext db,
        Guid id,
        IfMatch seen,
        CancellationToken cancellationToken
    )
    {
        var internship = await db.Internships.SingleOrDefaultAsync(i => i.Id == id, cancellationToken);
        if (internship is null || !db.Current.Scope.Reaches(internship))
            throw Problems.NotFound("Стажировка");
        db.Expect(internship, seen.Version);
        return internship;
    }

    /// <summary>Demands that so many places are free on every day; the site is held.</summary>
    /// <exception cref="Problem">409 <c>places-short</c></exception>
    public static async Task MustHavePlaces(
        this AppDbContext db,
        InternshipSite site,
        Stay days,
        int wanted,
        Guid? except,
        CancellationToken cancellationToken
    )
    {
        var free = await db.FreePlaces(site, days, except, cancellationToken);
        if (free < wanted)
            throw Problems.RuleBroken(
                "places-short",
                $"С {days.StartsOn:dd.MM.yyyy} по {days.EndsOn:dd.MM.yyyy} на площадке свободных мест: {Math.Max(0, free)} из {site.Capacity}, "
                    + $"а нужно {wanted}. Выберите другие дни или другую площадку."
            );
    }

    /// <summary>Demands that none of the teachers is an intern elsewhere on these days.</summary>
    /// <exception cref="Problem">409 <c>overlapping-internships</c></exception>
    public static async Task MustBeFree(
        this AppDbContext db,
        IReadOnlyList<Guid> teachers,
        Stay days,
        Guid? except,
        CancellationToken cancellationToken
    )
    {
        var (from, to) = days;
        var taken = await db
            .Internships.AsNoTracking()
            .Where(i => teachers.Contains(i.TeacherId) && i.StartsOn <= to && i.EndsOn >= from && i.Id != except)
            .Where(i => i.Result == null || i.Result != InternshipResult.Cancelled)
            .OrderBy(i => i.StartsOn)
            .Select(i => new
            {
                i.StartsOn,
                i.EndsOn,
                Name = db.ToldTeachers.Where(t => t.Id == i.TeacherId).Select(t => t.Name).FirstOrDefault(),
            })
            .FirstOrDefaultAsync(cancellationToken);
        if (taken is not null)
            throw Problems.RuleBroken(
                "overlapping-internships",
                $"{taken.Name ?? "Педагог"}: уже на стажировке с {taken.StartsOn:dd.MM.yyyy} по {taken.EndsOn:dd.MM.yyyy}."
            );
    }

    /// <summary>Saves the change under the name that the history gives it, and answers with the card.</summary>
    public static async Task<Versioned<InternshipDetails>> Saved(
        this AppDbContext db,
        Internship internship,
        string action,
        Caller caller,
        CancellationToken cancellationToken
    )
    {
        db.Act = (action, null);
        await db.SaveChangesAsync(cancellationToken);
        return await InternshipDetails.Read(db, internship.Id, caller, cancellationToken);
    }
}
