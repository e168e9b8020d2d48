using FluentValidation;
using Opora.Api.Figures;
using Opora.Domain.Identification;
using Opora.Domain.Results;

namespace Opora.Api.Features.Results;

/// <summary>Which work of which year is asked about.</summary>
internal interface IDynamicsQuery
{
    Assessment Assessment { get; }
    string Subject { get; }
    int? Grade { get; }
    string? Sitting { get; }
    int Year { get; }
}

/// <summary>Which schools are asked about; all that is given must hold.</summary>
/// <param name="Base">Which schools the share is taken of. On the base «cohort» only schools of a list count.</param>
/// <param name="Category">Only schools in this category of the list.</param>
/// <param name="CohortId">Only schools of this list; the list of the year itself when only the base or a category asks for one.</param>
/// <param name="Municipality">Only this municipality.</param>
internal sealed record DynamicsFilter(DynamicsBase Base, SupportCategory? Category, Guid? CohortId, string? Municipality)
{
    /// <summary>Whether schools outside every list are left out.</summary>
    public bool ListedOnly => Base == DynamicsBase.Cohort || Category is not null || CohortId is not null;

    /// <summary>Whether a school in this category of the list is asked about; «Both» is in each of the two.</summary>
    public bool Takes(SupportCategory category) => Category.Takes(category);
}

/// <summary>The work that a query asks about, and the shape of such queries.</summary>
internal static class DynamicsQuestion
{
    private const int FirstYear = ResultRules.FirstYear + 1;
    private const int LastYear = 2100;

    /// <summary>The group; its region is that of whoever asks.</summary>
    public static ResultGroup Group(this IDynamicsQuery query) =>
        new(
            "",
            query.Year,
            query.Assessment,
            query.Subject,
            query.Subject == ResultGroup.MainSubjects ? ResultGroup.AllGrades : query.Grade ?? query.Assessment.UsualGrade()!.Value,
            query.Sitting ?? ""
        );

    /// <summary>Subject known; a grade wherever an assessment has several, none for the two main subjects of ВПР.</summary>
    public static void QuestionRules<T>(this AbstractValidator<T> validator)
        where T : IDynamicsQuery
    {
        validator.YearRule(q => q.Year);
        validator
            .RuleFor(q => q.Subject)
            .Must(s => s == ResultGroup.MainSubjects || Domain.Results.Subject.OfCode(s) is not null)
            .WithErrorCode(ResultRules.SubjectUnknown)
            .WithMessage("Такого предмета нет в справочнике предметов.");
        validator
            .RuleFor(q => q.Assessment)
            .Equal(Assessment.VPR)
            .When(q => q.Subject == ResultGroup.MainSubjects)
            .WithErrorCode("main-subjects-vpr")
            .WithMessage("Два основных предмета вместе считаются только по ВПР.");
        validator
            .RuleFor(q => q.Grade)
            .Null()
            .When(q => q.Subject == ResultGroup.MainSubjects)
            .WithErrorCode("main-subjects-grade")
            .WithMessage("Два основных предмета считаются по всем классам вместе: не указывайте класс.");
        validator
            .RuleFor(q => q.Grade)
            .NotNull()
            .When(q => q.Subject != ResultGroup.MainSubjects && q.Assessment.UsualGrade() is null)
            .WithErrorCode("required")
            .WithMessage("Укажите класс.");
    }

    /// <summary>A year that can have one before it.</summary>
    public static void YearRule<T>(this AbstractValidator<T> validator, System.Linq.Expressions.Expression<Func<T, int>> year) =>
        validator
            .RuleFor(year)
            .InclusiveBetween(FirstYear, LastYear)
            .WithErrorCode(ResultRules.OutOfRange)
            .WithMessage($"Год — от {FirstYear} до {LastYear}.");
}
