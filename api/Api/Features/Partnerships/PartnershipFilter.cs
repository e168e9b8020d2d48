using Opora.Domain;
using Opora.Domain.Partnerships;

namespace Opora.Api.Features.Partnerships;

/// <summary>Which agreements are asked for; the list and its workbook are filtered alike.</summary>
internal sealed record PartnershipFilter(
    string? Search,
    PartnershipState? State,
    string? Municipality,
    Guid? School,
    Guid? Organisation,
    DateOnly Today
)
{
    public IQueryable<Partnership> Of(IQueryable<Partnership> partnerships)
    {
        foreach (var word in SearchText.Needles(Search))
            partnerships = partnerships.Where(p => p.SearchName.Contains(word));
        if (State is { } state)
            partnerships = partnerships.Where(PartnershipSummary.Is(state, Today));
        if (Municipality is { } municipality)
            partnerships = partnerships.Where(p => p.Parties.Any(s => s.MunicipalityCode == municipality));
        if (School is { } school)
            partnerships = partnerships.Where(p => p.Parties.Any(s => s.SchoolId == school));
        return Organisation is { } organisation
            ? partnerships.Where(p => p.Parties.Any(s => s.OrganisationId == organisation))
            : partnerships;
    }
}
