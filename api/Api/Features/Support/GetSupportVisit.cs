using MediatR;
using Microsoft.EntityFrameworkCore;
using Opora.Api.Auth;
using Opora.Api.Http;
using Opora.Persistence;

namespace Opora.Api.Features.Support;

/// <summary>Gets a visit to a school.</summary>
public static class GetSupportVisit
{
    /// <param name="Id">Id of the visit.</param>
    public sealed record Query(Guid Id) : IRequest<Versioned<SupportVisitDetails>>;

    internal sealed class Handler(AppDbContext db, IHttpContextAccessor http) : IRequestHandler<Query, Versioned<SupportVisitDetails>>
    {
        public Task<Versioned<SupportVisitDetails>> Handle(Query request, CancellationToken cancellationToken) =>
            Read(db, request.Id, http.Caller(), cancellationToken);
    }

    /// <summary>Reads it within the caller's places.</summary>
    /// <exception cref="Problem">404</exception>
    internal static async Task<Versioned<SupportVisitDetails>> Read(
        AppDbContext db,
        Guid id,
        Caller caller,
        CancellationToken cancellationToken
    )
    {
        var details =
            await db
                .SupportVisits.AsNoTracking()
                .Where(x => x.Id == id)
                .Select(SupportVisitDetails.From(db, caller.SeesPeople))
                .SingleOrDefaultAsync(cancellationToken)
            ?? throw Problems.NotFound("Выезд");
        return new Versioned<SupportVisitDetails>(details, details.Version);
    }
}
