using Microsoft.EntityFrameworkCore;
using Opora.Api.Auth;
using Opora.Api.Http;
using Opora.Domain.Access;
using Opora.Domain.Places;
using Opora.Domain.Support;
using Opora.Persistence;

namespace Opora.Api.Features.Support;

/// <summary>A request for a specialist with its sessions.</summary>
public sealed record SpecialistRequestDetails : SpecialistRequestSummary
{
    private SpecialistRequestDetails(SpecialistRequestSummary summary)
        : base(summary) { }

    /// <summary>Why; null for callers who see no people's names, because free text may hold one.</summary>
    public string? Reason { get; private init; }

    /// <summary>What came of it, or why it was refused or taken back; null for callers who see no people's names.</summary>
    public string? Outcome { get; private init; }

    /// <summary>The day on which it was assigned.</summary>
    public DateOnly? AssignedOn { get; private init; }

    /// <summary>The day on which it was finished, refused or taken back.</summary>
    public DateOnly? SettledOn { get; private init; }

    /// <summary>Sessions planned and held, by their days.</summary>
    public required IReadOnlyList<SessionDetails> Sessions { get; init; }

    /// <summary>What is worth a second look; nothing is refused for it.</summary>
    public required IReadOnlyList<SupportDoubt> Doubts { get; init; }

    /// <summary>Whether the caller may correct the request or take it back.</summary>
    public required bool Editable { get; init; }

    /// <summary>Whether the caller may assign it and write sessions down.</summary>
    public required bool Assignable { get; init; }

    /// <summary>Reads a request within the caller's places.</summary>
    /// <exception cref="Problem">404</exception>
    internal static async Task<Versioned<SpecialistRequestDetails>> Read(
        AppDbContext db,
        Guid id,
        Caller caller,
        CancellationToken cancellationToken
    )
    {
        var requests = db.SpecialistRequests.AsNoTracking().Where(r => r.Id == id);
        var more =
            await requests
                .Select(r => new
                {
                    r.RegionCode,
                    r.Reason,
                    r.Outcome,
                    r.AssignedOn,
                    r.SettledOn,
                    Pupils = db.Schools.Where(s => s.Id == r.SchoolId).Select(s => s.Pupils).First(),
                })
                .SingleOrDefaultAsync(cancellationToken)
            ?? throw Problems.NotFound("Заявка");
        var today = await db.Today(more.RegionCode, cancellationToken);
        var summary = await requests.Select(SpecialistRequestSummary.From(db, caller.SeesPeople, today)).SingleAsync(cancellationToken);
        var sessions = await db
            .SupportSessions.AsNoTracking()
            .Where(s => s.RequestId == id)
            .OrderBy(s => s.On)
            .ThenBy(s => s.Id)
            .Select(SessionDetails.From(db, caller.SeesPeople))
            .ToListAsync(cancellationToken);
        var place = new Place(more.RegionCode, summary.School.MunicipalityCode, summary.School.Id);
        var details = new SpecialistRequestDetails(summary)
        {
            Reason = caller.SeesPeople ? more.Reason : null,
            Outcome = caller.SeesPeople ? more.Outcome : null,
            AssignedOn = more.AssignedOn,
            SettledOn = more.SettledOn,
            Sessions = sessions,
            Doubts = SupportDoubt.Of(summary, more.Pupils),
            Editable = caller.ScopeFor(Permission.RequestsWrite).Reaches(place),
            Assignable = caller.ScopeFor(Permission.SupportWrite).Reaches(place),
        };
        return new Versioned<SpecialistRequestDetails>(details, details.Version);
    }
}

/// <summary>Something worth a second look.</summary>
/// <param name="Code">What: <c>children-above-pupils</c>, <c>reached-above-pupils</c>.</param>
/// <param name="Message">The same in Russian words.</param>
public sealed record SupportDoubt(string Code, string Message)
{
    internal static List<SupportDoubt> Of(SpecialistRequestSummary request, int? pupils)
    {
        List<SupportDoubt> doubts = [];
        if (pupils is not { } all)
            return doubts;
        if (request.Children > all)
            doubts.Add(new("children-above-pupils", $"В заявке детей: {request.Children}, а в школе учится {all}. Проверьте число."));
        if (request.Reached > all)
            doubts.Add(
                new(
                    "reached-above-pupils",
                    $"Обследовано и проконсультировано детей: {request.Reached}, а в школе учится {all}. "
                        + "Возможно, пришедшие повторно не отмечены."
                )
            );
        return doubts;
    }
}
