using MediatR;
using Opora.Api.Http;
using Opora.Persistence;

namespace Opora.Api.Features.Settings;

/// <summary>What is set for a region.</summary>
public static class GetRegionSettings
{
    /// <param name="Code">ISO 3166-2 code of the region.</param>
    public sealed record Query(string Code) : IRequest<Versioned<RegionSettingsDetails>>;

    internal sealed class Handler(AppDbContext db, TimeProvider clock) : IRequestHandler<Query, Versioned<RegionSettingsDetails>>
    {
        public async Task<Versioned<RegionSettingsDetails>> Handle(Query request, CancellationToken cancellationToken) =>
            await RegionSettingsDetails.Of(db, await db.RegionToSet(request.Code, cancellationToken), clock, cancellationToken);
    }
}
