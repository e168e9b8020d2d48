using Opora.Domain;
using Opora.Domain.Partnerships;

namespace Opora.Api.Features.Mentorings;

/// <summary>Which pairings are asked for; the list and its workbook are filtered alike.</summary>
internal sealed record MentoringFilter(
    string? Search,
    MentoringKind? Kind,
    MentoringState? State,
    string? Municipality,
    Guid? School,
    MentoringRole? As,
    Guid? Organisation,
    DateOnly Today
)
{
    public IQueryable<Mentoring> Of(IQueryable<Mentoring> mentorings)
    {
        foreach (var word in SearchText.Needles(Search))
            mentorings = mentorings.Where(m => m.SearchName.Contains(word));
        if (Kind is { } kind)
            mentorings = mentorings.Where(m => m.Kind == kind);
        if (State is { } state)
            mentorings = InState(mentorings, state);
        if (Municipality is { } municipality)
            mentorings = mentorings.Where(m => m.Parties.Any(p => p.MunicipalityCode == municipality));
        if (School is { } school)
            mentorings = mentorings.Where(m => m.Parties.Any(p => p.SchoolId == school && (As == null || p.Role == As)));
        return Organisation is { } organisation ? mentorings.Where(m => m.Parties.Any(p => p.OrganisationId == organisation)) : mentorings;
    }

    // The same rule as Mentoring.StateOn.
    private IQueryable<Mentoring> InState(IQueryable<Mentoring> mentorings, MentoringState state)
    {
        var (today, soon) = (Today, Today.AddDays(Mentoring.EndingDays));
        if (state == MentoringState.Terminated)
            return mentorings.Where(m => m.TerminatedOn <= today);
        mentorings = mentorings.Where(m => m.TerminatedOn == null || m.TerminatedOn > today);
        return state switch
        {
            MentoringState.Ended => mentorings.Where(m => m.EndsOn < today),
            MentoringState.Planned => mentorings.Where(m => m.StartsOn > today && (m.EndsOn == null || m.EndsOn >= today)),
            MentoringState.Ending => mentorings.Where(m => m.StartsOn <= today && m.EndsOn >= today && m.EndsOn <= soon),
            _ => mentorings.Where(m => m.StartsOn <= today && (m.EndsOn == null || m.EndsOn > soon)),
        };
    }
}
