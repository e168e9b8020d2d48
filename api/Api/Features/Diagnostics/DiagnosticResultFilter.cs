using FluentValidation;
using Opora.Domain;
using Opora.Domain.Training.Diagnostics;
using Opora.Persistence;

namespace Opora.Api.Features.Diagnostics;

/// <summary>What results are filtered by, on the screen and in a file alike; all that are given must hold.</summary>
internal interface IDiagnosticResultFilter
{
    Guid? Campaign { get; }
    Guid? School { get; }
    string[]? Municipality { get; }
    string? Deficit { get; }
    bool? Deficient { get; }
    string? Search { get; }
}

/// <summary>One filter for the list and its file.</summary>
internal static class DiagnosticResultFilter
{
    private const int SearchLength = 200;

    public static void FilterRules<T>(this AbstractValidator<T> validator)
        where T : IDiagnosticResultFilter =>
        validator.RuleFor(q => q.Search).MaximumLength(SearchLength).WithMessage("Строка поиска длиннее 200 знаков.");

    public static IQueryable<DiagnosticResult> Filtered(this AppDbContext db, IDiagnosticResultFilter filter)
    {
        // One region is asked for by name besides: its index then gives the order, where an OR over places would sort all rows.
        var results = db.Current.Scope is { Regions: [var region], Municipalities: [], Schools: [] }
            ? db.DiagnosticResults.Where(r => r.RegionCode == region)
            : db.DiagnosticResults;
        if (filter.Campaign is { } campaign)
            results = results.Where(r => r.CampaignId == campaign);
        if (filter.School is { } school)
            results = results.Where(r => r.SchoolId == school);
        if (filter.Municipality is { Length: > 0 } municipalities)
            results = results.Where(r => municipalities.Contains(r.MunicipalityCode));
        foreach (var word in SearchText.NameNeedles(filter.Search))
            results = results.Where(r => db.Teachers.Any(t => t.Id == r.TeacherId && t.SearchName.Contains(word)));
        if (filter.Deficit is { } code)
            results = results.Where(r =>
                r.Findings.Any(f => f.Found && db.Deficits.Where(d => d.Code == code).Select(d => d.Id).Contains(f.DeficitId))
            );
        return filter.Deficient is { } deficient ? results.Where(r => r.DeficitCount > 0 == deficient) : results;
    }
}
