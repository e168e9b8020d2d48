using MediatR;
using Microsoft.EntityFrameworkCore;
using Opora.Api.Auth;
using Opora.Api.Http;
using Opora.Persistence;

namespace Opora.Api.Features.Support;

/// <summary>Gets a consultation.</summary>
public static class GetConsultation
{
    /// <param name="Id">Id of the consultation.</param>
    public sealed record Query(Guid Id) : IRequest<Versioned<ConsultationDetails>>;

    internal sealed class Handler(AppDbContext db, IHttpContextAccessor http) : IRequestHandler<Query, Versioned<ConsultationDetails>>
    {
        public Task<Versioned<ConsultationDetails>> Handle(Query request, CancellationToken cancellationToken) =>
            Read(db, request.Id, http.Caller(), cancellationToken);
    }

    /// <summary>Reads it within the caller's places.</summary>
    /// <exception cref="Problem">404</exception>
    internal static async Task<Versioned<ConsultationDetails>> Read(
        AppDbContext db,
        Guid id,
        Caller caller,
        CancellationToken cancellationToken
    )
    {
        var details =
            await db
                .Consultations.AsNoTracking()
                .Where(x => x.Id == id)
                .Select(ConsultationDetails.From(db, caller.SeesPeople))
                .SingleOrDefaultAsync(cancellationToken)
            ?? throw Problems.NotFound("Консультация");
        return new Versioned<ConsultationDetails>(details, details.Version);
    }
}
