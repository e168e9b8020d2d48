using Opora.Api.Http;
using Opora.Domain.Support;
using Opora.Persistence;

namespace Opora.Api.Features.Support;

/// <summary>What requests are filtered by, on the screen and in a file alike; all that are given must hold.</summary>
internal interface ISpecialistRequestFilter
{
    WireEnum<SpecialistRequestState>[]? State { get; }
    WireEnum<SpecialistKind>? Specialist { get; }
    string? Municipality { get; }
    Guid? School { get; }
    Guid? Organisation { get; }
    DateOnly? From { get; }
    DateOnly? To { get; }
}

/// <summary>One filter for the list and its file.</summary>
internal static class SpecialistRequestFilter
{
    public static IQueryable<SpecialistRequest> Filtered(this AppDbContext db, ISpecialistRequestFilter filter)
    {
        IQueryable<SpecialistRequest> found = db.SpecialistRequests;
        if (filter.State is { Length: > 0 } states)
        {
            var wanted = states.Select(s => s.Value).ToList();
            found = found.Where(r => wanted.Contains(r.State));
        }
        if (filter.Specialist is { Value: var specialist })
            found = found.Where(r => r.Specialist == specialist);
        if (filter.Municipality is { } municipality)
            found = found.Where(r => r.MunicipalityCode == municipality);
        if (filter.School is { } school)
            found = found.Where(r => r.SchoolId == school);
        if (filter.Organisation is { } organisation)
            found = found.Where(r => r.OrganisationId == organisation);
        if (filter.From is { } from)
            found = found.Where(r => r.RequestedOn >= from);
        return filter.To is { } to ? found.Where(r => r.RequestedOn <= to) : found;
    }
}
