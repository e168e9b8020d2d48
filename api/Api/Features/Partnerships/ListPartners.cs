using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Opora.Api.Auth;
using Opora.Api.Http;
using Opora.Domain.Places;
using Opora.Persistence;

namespace Opora.Api.Features.Partnerships;

/// <summary>
/// Lists the schools of the region that help others: few, so all at once. Near a school, those of its municipality come first, then
/// those with the most room.
/// </summary>
public static class ListPartners
{
    /// <param name="Subject">Only those that are strong in this subject; its code.</param>
    /// <param name="Municipality">Only those of this municipality; ОКТМО code.</param>
    /// <param name="Near">A school that looks for a partner: it is left out itself, its neighbours come first.</param>
    /// <param name="Free">Only those that can help one more school.</param>
    public sealed record Query(string? Subject = null, string? Municipality = null, Guid? Near = null, bool Free = false)
        : IRequest<Ok<Answer>>;

    /// <summary>Schools that help others.</summary>
    /// <param name="Items">All that are asked for.</param>
    public sealed record Answer(IReadOnlyList<PartnerSummary> Items);

    internal sealed class Handler(AppDbContext db, IHttpContextAccessor http) : IRequestHandler<Query, Ok<Answer>>
    {
        public async Task<Ok<Answer>> Handle(Query request, CancellationToken cancellationToken)
        {
            var (subject, municipality, near, free) = request;
            var home = near is null
                ? null
                : await db.Schools.Where(s => s.Id == near).Select(s => s.MunicipalityCode).SingleOrDefaultAsync(cancellationToken)
                    ?? throw Problems.NotFound("Школа", "/near", near.ToString());
            var found = await PartnerSummary.Read(
                db,
                http.Caller(),
                p =>
                    (municipality == null || p.MunicipalityCode == municipality)
                    && (near == null || p.SchoolId != near)
                    && db.ToldSchools.Any(s => s.Id == p.SchoolId && s.State == SchoolState.Open),
                cancellationToken
            );
            return TypedResults.Ok(
                new Answer([
                    .. found
                        .Where(p => subject is null || p.Subjects.Contains(subject, StringComparer.Ordinal))
                        .Where(p => !free || p.Free is null or > 0)
                        .OrderByDescending(p => home is not null && p.MunicipalityCode == home)
                        .ThenByDescending(p => home is null ? 0 : p.Free ?? 0),
                ])
            );
        }
    }
}
