using FluentValidation;
using Opora.Api.Http;
using Opora.Domain;
using Opora.Domain.Training;
using Opora.Persistence;

namespace Opora.Api.Features.Training;

/// <summary>What enrolments are filtered by, on the screen and in a file alike; all that are given must hold.</summary>
internal interface IEnrolmentFilter
{
    Guid? Run { get; }
    Guid? Course { get; }
    Guid? Teacher { get; }
    Guid? School { get; }
    string[]? Municipality { get; }
    WireEnum<EnrolmentState>[]? State { get; }
    DateOnly? From { get; }
    DateOnly? Until { get; }
    string? Search { get; }
}

/// <summary>One filter for the list and its file.</summary>
internal static class EnrolmentFilter
{
    private const int SearchLength = 200;

    public static void FilterRules<T>(this AbstractValidator<T> validator)
        where T : IEnrolmentFilter =>
        validator.RuleFor(q => q.Search).MaximumLength(SearchLength).WithMessage("Строка поиска длиннее 200 знаков.");

    public static IQueryable<Enrolment> Filtered(this AppDbContext db, IEnrolmentFilter filter, bool seesPeople)
    {
        var enrolments = db.EnrolmentsOfScope();
        if (filter.Run is { } run)
            enrolments = enrolments.Where(e => e.RunId == run);
        if (filter.Course is { } course)
            enrolments = enrolments.Where(e => db.CourseRuns.Where(r => r.CourseId == course).Select(r => r.Id).Contains(e.RunId));
        // Whoever sees no people must not find out by searching who is there.
        if (filter.Teacher is { } teacher)
            enrolments = enrolments.Where(e => seesPeople && e.TeacherId == teacher);
        foreach (var word in SearchText.NameNeedles(filter.Search))
            enrolments = enrolments.Where(e => seesPeople && db.Teachers.Any(t => t.Id == e.TeacherId && t.SearchName.Contains(word)));
        if (filter.School is { } school)
            enrolments = enrolments.Where(e => e.SchoolId == school);
        if (filter.Municipality is { Length: > 0 } municipalities)
            enrolments = enrolments.Where(e => municipalities.Contains(e.MunicipalityCode));
        if (filter.State is { Length: > 0 } states)
        {
            var wanted = states.Select(s => s.Value).ToList();
            enrolments = enrolments.Where(e => wanted.Contains(e.State));
        }
        if (filter.From is not null || filter.Until is not null)
        {
            var (from, until) = (filter.From ?? DateOnly.MinValue, filter.Until ?? DateOnly.MaxValue);
            enrolments = enrolments.Where(e =>
                db.CourseRuns.Where(r => r.EndsOn >= from && r.EndsOn <= until).Select(r => r.Id).Contains(e.RunId)
            );
        }
        return enrolments;
    }

    /// <summary>
    /// The enrolments of the caller. Whoever reaches one region and nothing else is asked for it by name besides: the order of the index by
    /// region and day then serves the page, where an OR over places would read and sort 120,000 rows.
    /// </summary>
    private static IQueryable<Enrolment> EnrolmentsOfScope(this AppDbContext db) =>
        db.Current.Scope is { Regions: [var region], Municipalities: [], Schools: [] }
            ? db.Enrolments.Where(e => e.RegionCode == region)
            : db.Enrolments;
}
