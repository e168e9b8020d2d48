using MediatR;
using Opora.Api.Auth;
using Opora.Api.Http;
using Opora.Persistence;

namespace Opora.Api.Features.Mentorings;

/// <summary>A pairing with its meetings.</summary>
public static class GetMentoring
{
    /// <param name="Id">Id of the pairing.</param>
    public sealed record Query(Guid Id) : IRequest<Versioned<MentoringDetails>>;

    internal sealed class Handler(AppDbContext db, IHttpContextAccessor http) : IRequestHandler<Query, Versioned<MentoringDetails>>
    {
        public async Task<Versioned<MentoringDetails>> Handle(Query request, CancellationToken cancellationToken)
        {
            var details = await MentoringDetails.Read(db, request.Id, http.Caller(), cancellationToken);
            return new Versioned<MentoringDetails>(details, details.Version);
        }
    }
}
