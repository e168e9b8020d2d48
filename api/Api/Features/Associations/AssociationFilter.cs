using FluentValidation;
using Opora.Api.Http;
using Opora.Domain;
using Opora.Domain.Training;
using Opora.Persistence;

namespace Opora.Api.Features.Associations;

/// <summary>What associations are filtered by, on the screen and in a file alike; all that are given must hold.</summary>
internal interface IAssociationFilter
{
    string? Search { get; }
    WireEnum<AssociationLevel>[]? Level { get; }
    string? Subject { get; }
    string? Municipality { get; }
    Guid? School { get; }
    bool? Closed { get; }
}

/// <summary>One filter for the list and its file.</summary>
internal static class AssociationFilter
{
    private const int SearchLength = 200;

    public static void FilterRules<T>(this AbstractValidator<T> validator)
        where T : IAssociationFilter
    {
        validator.RuleFor(q => q.Search).MaximumLength(SearchLength).WithMessage("Строка поиска длиннее 200 знаков.");
        validator
            .RuleFor(q => q.Subject)
            .Must(code => code is null || Domain.Results.Subject.OfCode(code) is not null)
            .WithMessage("Такого предмета нет в справочнике.");
    }

    public static IQueryable<Association> Filtered(this AppDbContext db, IAssociationFilter filter)
    {
        IQueryable<Association> found = db.Associations;
        foreach (var word in SearchText.Needles(filter.Search))
            found = found.Where(a => a.SearchName.Contains(word));
        if (filter.Level is { Length: > 0 } levels)
        {
            var wanted = levels.Select(l => l.Value).ToList();
            found = found.Where(a => wanted.Contains(a.Level));
        }
        if (filter.Subject is { } subject)
            found = found.Where(a => a.Subject == subject);
        if (filter.Municipality is { } municipality)
            found = found.Where(a => a.MunicipalityCode == municipality);
        if (filter.School is { } school)
        {
            var joined = db.AssociationMembers.Where(m => m.SchoolId == school && m.UntilOn == null).Select(m => m.AssociationId);
            found = found.Where(a => a.SchoolId == school || joined.Contains(a.Id));
        }
        return filter.Closed is { } closed ? found.Where(a => a.ClosedOn != null == closed) : found;
    }
}
