using FluentValidation;
using Opora.Api.Http;
using Opora.Domain;
using Opora.Domain.Results;
using Opora.Domain.Training;
using Opora.Persistence;

namespace Opora.Api.Features.Teachers;

/// <summary>What teachers are filtered by, on the screen and in a file alike; all that are given must hold.</summary>
internal interface ITeacherFilter
{
    string? Search { get; }
    Guid? School { get; }
    string[]? Municipality { get; }
    string? Subject { get; }
    WireEnum<TeacherCategory>[]? Category { get; }
    bool? OnStaff { get; }
    bool? HasPlan { get; }
    bool? HasPortfolio { get; }
}

/// <summary>One filter for the list and its file.</summary>
internal static class TeacherFilter
{
    private const int SearchLength = 200;

    public static void FilterRules<T>(this AbstractValidator<T> validator)
        where T : ITeacherFilter
    {
        validator.RuleFor(q => q.Search).MaximumLength(SearchLength).WithMessage("Строка поиска длиннее 200 знаков.");
        validator
            .RuleFor(q => q.Subject)
            .Must(code => code is null || Subject.OfCode(code) is not null)
            .WithMessage("Такого предмета нет в справочнике.");
    }

    public static IQueryable<Teacher> Filtered(this AppDbContext db, ITeacherFilter filter)
    {
        var teachers = db.TeachersOfScope();
        foreach (var word in SearchText.NameNeedles(filter.Search))
            teachers = teachers.Where(t => t.SearchName.Contains(word));
        if (filter.School is { } school)
            teachers = teachers.AtSchool(db, school);
        if (filter.Municipality is [var only])
            teachers = teachers.Where(t => t.MunicipalityCode == only);
        else if (filter.Municipality is { Length: > 1 } municipalities)
            teachers = teachers.Where(t => municipalities.Contains(t.MunicipalityCode));
        if (filter.Subject is { } subject)
        {
            var code = $" {subject} ";
            teachers = teachers.Where(t => t.SubjectCodes.Contains(code));
        }
        if (filter.Category is { Length: > 0 } categories)
        {
            var wanted = categories.Select(c => c.Value).ToList();
            teachers = teachers.Where(t => wanted.Contains(t.Category));
        }
        if (filter.OnStaff is { } onStaff)
            teachers = onStaff ? teachers.Where(t => t.LeftOn == null) : teachers.Where(t => t.LeftOn != null);
        if (filter.HasPlan is { } plan)
            teachers = teachers.Where(t => t.PlanOn != null == plan);
        return filter.HasPortfolio is { } portfolio ? teachers.Where(t => t.PortfolioOn != null == portfolio) : teachers;
    }

    /// <summary>
    /// The teachers of the caller. Whoever reaches one region and nothing else is asked for it by name besides: the order of the index by
    /// region and name then serves the page, where an OR over places would read and sort 40,000 rows.
    /// </summary>
    public static IQueryable<Teacher> TeachersOfScope(this AppDbContext db) =>
        db.Current.Scope is { Regions: [var region], Municipalities: [], Schools: [] }
            ? db.Teachers.Where(t => t.RegionCode == region)
            : db.Teachers;

    /// <summary>Those whose main or further school it is.</summary>
    public static IQueryable<Teacher> AtSchool(this IQueryable<Teacher> teachers, AppDbContext db, Guid school) =>
        teachers.Where(t =>
            t.SchoolId == school
            || db.TeacherPosts.Where(p => p.SchoolId == school && p.UntilOn == null).Select(p => p.TeacherId).Contains(t.Id)
        );
}
