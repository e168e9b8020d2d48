using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Opora.Api.Http;
using Opora.Domain.Places;
using Opora.Domain.Support;
using Opora.Persistence;

namespace Opora.Api.Features.Support;

/// <summary>What support adds up to: by kind of specialist, by municipality, by organisation.</summary>
public static class GetSupportOverview
{
    /// <param name="From">First day; without it from the beginning.</param>
    /// <param name="To">Last day; without it to the end.</param>
    /// <param name="Municipality">Only this municipality; ОКТМО code.</param>
    /// <param name="School">Only this school; its id.</param>
    public sealed record Query(DateOnly? From = null, DateOnly? To = null, string? Municipality = null, Guid? School = null)
        : IRequest<Ok<SupportOverview>>;

    internal sealed class Validator : AbstractValidator<Query>
    {
        public Validator() =>
            RuleFor(q => q.To)
                .Must((q, to) => to is null || q.From is null || to >= q.From)
                .WithMessage("Последний день не может быть раньше первого.");
    }

    internal sealed class Handler(AppDbContext db) : IRequestHandler<Query, Ok<SupportOverview>>
    {
        public async Task<Ok<SupportOverview>> Handle(Query request, CancellationToken cancellationToken)
        {
            var (from, to) = (request.From ?? DateOnly.MinValue, request.To ?? DateOnly.MaxValue);
            var requests = await Requests(request, from, to, cancellationToken);
            var sessions = await Sessions(request, from, to, cancellationToken);
            var visits = await Visits(request, from, to, cancellationToken);
            var consultations = await Consultations(request, from, to, cancellationToken);
            var codes = requests.Select(r => r.MunicipalityCode).Union(sessions.Select(s => s.MunicipalityCode)).ToList();
            var ids = requests.Select(r => r.OrganisationId).OfType<Guid>().Union(sessions.Select(s => s.OrganisationId)).ToList();
            var municipalities = await db
                .Municipalities.Where(m => codes.Contains(m.Code))
                .OrderBy(m => m.SortName)
                .Select(m => new { m.Code, m.Name })
                .ToListAsync(cancellationToken);
            var organisations = await db
                .Organisations.Where(o => ids.Contains(o.Id))
                .OrderBy(o => o.SortName)
                .Select(o => new
                {
                    o.Id,
                    Name = o.ShortName ?? o.Name,
                    Municipality = db.Municipalities.Where(m => m.Code == o.MunicipalityCode).Select(m => m.Name).FirstOrDefault(),
                })
                .ToListAsync(cancellationToken);
            int People(ConsultationAudience audience) => consultations.Where(c => c.Audience == audience).Sum(c => c.People);
            return TypedResults.Ok(
                new SupportOverview(
                    request.From,
                    request.To,
                    SupportLoad.Of(requests, sessions),
                    [
                        .. Enum.GetValues<SpecialistKind>()
                            .Select(kind => new SpecialistLoad(
                                kind,
                                SupportLoad.Of(requests.Where(r => r.Specialist == kind), sessions.Where(s => s.Specialist == kind))
                            )),
                    ],
                    [
                        .. municipalities.Select(m => new MunicipalityLoad(
                            m.Code,
                            m.Name,
                            SupportLoad.Of(
                                requests.Where(r => r.MunicipalityCode == m.Code),
                                sessions.Where(s => s.MunicipalityCode == m.Code)
                            )
                        )),
                    ],
                    [
                        .. organisations.Select(o => new OrganisationLoad(
                            o.Id,
                            o.Name,
                            o.Municipality,
                            SupportLoad.Of(requests.Where(r => r.OrganisationId == o.Id), sessions.Where(s => s.OrganisationId == o.Id))
                        )),
                    ],
                    visits?.Count ?? 0,
                    visits?.Lessons ?? 0,
                    visits?.Teachers ?? 0,
                    consultations.Sum(c => c.Count),
                    People(ConsultationAudience.Teachers),
                    People(ConsultationAudience.Parents),
                    People(ConsultationAudience.School)
                )
            );
        }

        // What waits and what is in work counts whenever it was asked for: it is the load of today. One statement by group.
        private Task<List<RequestGroup>> Requests(Query request, DateOnly from, DateOnly to, CancellationToken cancellationToken)
        {
            var found = db.SpecialistRequests.AsNoTracking();
            if (request.Municipality is { } municipality)
                found = found.Where(r => r.MunicipalityCode == municipality);
            if (request.School is { } school)
                found = found.Where(r => r.SchoolId == school);
            return found
                .GroupBy(r => new
                {
                    r.Specialist,
                    r.MunicipalityCode,
                    r.OrganisationId,
                    r.State,
                })
                .Select(g => new RequestGroup(
                    g.Key.Specialist,
                    g.Key.MunicipalityCode,
                    g.Key.OrganisationId,
                    g.Key.State,
                    g.Count(),
                    g.Sum(r => r.RequestedOn >= from && r.RequestedOn <= to ? 1 : 0)
                ))
                .ToListAsync(cancellationToken);
        }

        private Task<List<SessionGroup>> Sessions(Query request, DateOnly from, DateOnly to, CancellationToken cancellationToken)
        {
            var found = db.SupportSessions.AsNoTracking().Where(s => s.On >= from && s.On <= to);
            if (request.Municipality is { } municipality)
                found = found.Where(s => s.MunicipalityCode == municipality);
            if (request.School is { } school)
                found = found.Where(s => s.SchoolId == school);
            return found
                .GroupBy(s => new
                {
                    s.Specialist,
                    s.MunicipalityCode,
                    s.OrganisationId,
                    s.Held,
                })
                .Select(g => new SessionGroup(
                    g.Key.Specialist,
                    g.Key.MunicipalityCode,
                    g.Key.OrganisationId,
                    g.Key.Held,
                    g.Count(),
                    g.Sum(s => s.Children - s.Returning),
                    g.Sum(s => s.Examined),
                    g.Sum(s => s.Consulted),
                    g.Sum(s => s.Teachers),
                    g.Sum(s => s.Parents)
                ))
                .ToListAsync(cancellationToken);
        }

        private Task<VisitSum?> Visits(Query request, DateOnly from, DateOnly to, CancellationToken cancellationToken)
        {
            var found = db.SupportVisits.AsNoTracking().Where(v => v.On >= from && v.On <= to);
            if (request.Municipality is { } municipality)
                found = found.Where(v => v.MunicipalityCode == municipality);
            if (request.School is { } school)
                found = found.Where(v => v.SchoolId == school);
            return found
                .GroupBy(_ => 1)
                .Select(g => new VisitSum(g.Count(), g.Sum(v => v.Lessons), g.Sum(v => v.Teachers)))
                .SingleOrDefaultAsync(cancellationToken);
        }

        private Task<List<AudienceSum>> Consultations(Query request, DateOnly from, DateOnly to, CancellationToken cancellationToken)
        {
            var found = db.Consultations.AsNoTracking().Where(c => c.On >= from && c.On <= to);
            if (request.Municipality is { } municipality)
                found = found.Where(c => c.MunicipalityCode == municipality);
            if (request.School is { } school)
                found = found.Where(c => c.SchoolId == school);
            return found
                .GroupBy(c => c.Audience)
                .Select(g => new AudienceSum(g.Key, g.Count(), g.Sum(c => c.People)))
                .ToListAsync(cancellationToken);
        }
    }

    private sealed record VisitSum(int Count, int Lessons, int Teachers);

    private sealed record AudienceSum(ConsultationAudience Audience, int Count, int People);
}
