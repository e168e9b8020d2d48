using Microsoft.EntityFrameworkCore;
using Opora.Api.Auth;
using Opora.Api.Http;
using Opora.Domain.Access;
using Opora.Domain.Partnerships;
using Opora.Domain.Places;
using Opora.Persistence;

namespace Opora.Api.Features.Mentorings;

/// <summary>A pairing with its meetings.</summary>
public sealed record MentoringDetails : MentoringSummary
{
    private MentoringDetails(MentoringSummary summary)
        : base(summary) { }

    /// <summary>The order by which it was made.</summary>
    public string? Basis { get; private init; }

    /// <summary>The agreement under which it was made.</summary>
    public AgreementOfMentoring? Agreement { get; private init; }

    /// <summary>First day on which it goes on no more, when it was ended before its term.</summary>
    public DateOnly? TerminatedOn { get; private init; }

    /// <summary>Why it was ended; null for callers who see no people.</summary>
    public string? TerminationReason { get; private init; }

    /// <summary>What came of it; null for callers who see no people.</summary>
    public string? Outcome { get; private init; }

    /// <summary>When they met, the newest first.</summary>
    public required IReadOnlyList<MentoringVisitDetails> Meetings { get; init; }

    /// <summary>Whether the caller may change it: the supported side may, the other reads.</summary>
    public required bool Editable { get; init; }

    /// <summary>Whether the caller may say who of the helping school the mentor is.</summary>
    public required bool MentorNameable { get; init; }

    /// <summary>Reads a pairing that one of the caller's places takes part in.</summary>
    /// <exception cref="Problem">404</exception>
    internal static async Task<MentoringDetails> Read(AppDbContext db, Guid id, Caller caller, CancellationToken cancellationToken)
    {
        var found = db.Mentorings.AsNoTracking().Where(m => m.Id == id);
        var more =
            await found
                .Select(m => new
                {
                    m.RegionCode,
                    m.MunicipalityCode,
                    m.SchoolId,
                    m.Basis,
                    m.TerminatedOn,
                    m.TerminationReason,
                    m.Outcome,
                    m.PartnershipId,
                    Visits = m
                        .Visits.OrderByDescending(v => v.On)
                        .ThenByDescending(v => v.Id)
                        .Select(v => new MentoringVisitDetails(v.Id, v.On, v.Form, v.Text, v.Hours))
                        .ToList(),
                })
                .SingleOrDefaultAsync(cancellationToken)
            ?? throw Problems.NotFound("Наставничество");
        var today = await db.Today(more.RegionCode, cancellationToken);
        var summary = await found.AsSplitQuery().Select(From(db, today)).SingleAsync(cancellationToken);
        var people = caller.ScopeFor(Permission.TeachersRead);
        var told = summary.NamesPeopleTo(people);
        var writable = caller.ScopeFor(Permission.PartnershipsWrite);
        return new MentoringDetails(summary.Told(people))
        {
            Basis = more.Basis,
            Agreement = more.PartnershipId is { } agreement
                ? await db
                    .Partnerships.Where(p => p.Id == agreement)
                    .Select(p => new AgreementOfMentoring(p.Id, p.Number, p.Subject))
                    .SingleOrDefaultAsync(cancellationToken)
                : null,
            TerminatedOn = more.TerminatedOn,
            TerminationReason = told ? more.TerminationReason : null,
            Outcome = told ? more.Outcome : null,
            Meetings = told ? more.Visits : [.. more.Visits.Select(v => v with { Text = null })],
            Editable = writable.Reaches(new Place(more.RegionCode, more.MunicipalityCode, more.SchoolId)),
            MentorNameable =
                more.TerminatedOn is null
                && summary.Kind != MentoringKind.Directors
                && summary.Parties.Any(p => p.Role == MentoringRole.Mentor && p.SchoolId is not null && writable.Reaches(p.Place())),
        };
    }
}

/// <summary>The agreement under which a pairing was made.</summary>
/// <param name="Id">Id.</param>
/// <param name="Number">Number; null while it is a draft.</param>
/// <param name="Subject">What it is about.</param>
public sealed record AgreementOfMentoring(Guid Id, string? Number, string Subject);

/// <summary>A meeting.</summary>
/// <param name="Id">Id.</param>
/// <param name="On">The day.</param>
/// <param name="Form">In which form.</param>
/// <param name="Text">What was done; null for callers who see no people.</param>
/// <param name="Hours">Academic hours.</param>
public sealed record MentoringVisitDetails(Guid Id, DateOnly On, MentoringForm Form, string? Text, int Hours);
