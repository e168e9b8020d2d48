using Opora.Domain.Partnerships;

namespace Opora.Api.Features.Internships;

/// <summary>Which internships are asked for; the list and its workbook are filtered alike.</summary>
internal sealed record InternshipFilter(
    Guid? Site,
    InternshipState? State,
    string? Municipality,
    Guid? School,
    InternshipRole? As,
    DateOnly? From,
    DateOnly? Until,
    DateOnly Today
)
{
    public IQueryable<Internship> Of(IQueryable<Internship> internships)
    {
        if (Site is { } site)
            internships = internships.Where(i => i.SiteId == site);
        if (State is { } state)
            internships = InState(internships, state);
        if (Municipality is { } municipality)
            internships = internships.Where(i => i.Parties.Any(p => p.MunicipalityCode == municipality));
        if (School is { } school)
            internships = internships.Where(i => i.Parties.Any(p => p.SchoolId == school && (As == null || p.Role == As)));
        if (From is { } from)
            internships = internships.Where(i => i.EndsOn >= from);
        return Until is { } until ? internships.Where(i => i.StartsOn <= until) : internships;
    }

    // The same rule as Internship.StateOn.
    private IQueryable<Internship> InState(IQueryable<Internship> internships, InternshipState state)
    {
        var today = Today;
        return state switch
        {
            InternshipState.Completed => internships.Where(i => i.Result == InternshipResult.Completed),
            InternshipState.NotCompleted => internships.Where(i => i.Result == InternshipResult.NotCompleted),
            InternshipState.Cancelled => internships.Where(i => i.Result == InternshipResult.Cancelled),
            InternshipState.Planned => internships.Where(i => i.Result == null && i.StartsOn > today),
            InternshipState.Due => internships.Where(i => i.Result == null && i.EndsOn < today),
            _ => internships.Where(i => i.Result == null && i.StartsOn <= today && i.EndsOn >= today),
        };
    }
}
