using Microsoft.EntityFrameworkCore;
using Opora.Api.Auth;
using Opora.Api.Http;
using Opora.Domain.Access;
using Opora.Domain.Places;
using Opora.Persistence;

namespace Opora.Api.Features.Partnerships;

/// <summary>An agreement with its joint actions.</summary>
public sealed record PartnershipDetails : PartnershipSummary
{
    private PartnershipDetails(PartnershipSummary summary)
        : base(summary) { }

    /// <summary>The day on which it was ended before its term.</summary>
    public DateOnly? TerminatedOn { get; private init; }

    /// <summary>Why it was ended before its term.</summary>
    public string? TerminationReason { get; private init; }

    /// <summary>What the sides do together.</summary>
    public required IReadOnlyList<ActionDetails> JointActions { get; init; }

    /// <summary>The scan of the signed paper.</summary>
    public ScanDetails? Scan { get; private init; }

    /// <summary>Whether the caller may change it: the supported side may, the other reads.</summary>
    public required bool Editable { get; init; }

    /// <summary>Reads an agreement that one of the caller's places takes part in.</summary>
    /// <exception cref="Problem">404</exception>
    internal static async Task<PartnershipDetails> Read(AppDbContext db, Guid id, Caller caller, CancellationToken cancellationToken)
    {
        var found = db.Partnerships.AsNoTracking().Where(p => p.Id == id);
        var more =
            await found
                .Select(p => new
                {
                    p.RegionCode,
                    p.MunicipalityCode,
                    p.SchoolId,
                    p.TerminatedOn,
                    p.TerminationReason,
                    p.ScanId,
                    Actions = p
                        .Actions.OrderBy(a => a.Number)
                        .Select(a => new ActionDetails(a.Id, a.Number, a.Text, a.DueOn, a.DoneOn, a.Outcome))
                        .ToList(),
                })
                .SingleOrDefaultAsync(cancellationToken)
            ?? throw Problems.NotFound("Договор");
        var today = await db.Today(more.RegionCode, cancellationToken);
        var summary = await found.Select(From(db, today)).SingleAsync(cancellationToken);
        return new PartnershipDetails(summary)
        {
            TerminatedOn = more.TerminatedOn,
            TerminationReason = more.TerminationReason,
            JointActions = more.Actions,
            Scan = more.ScanId is { } scan ? await ScanOf(db, scan, cancellationToken) : null,
            Editable = caller
                .ScopeFor(Permission.PartnershipsWrite)
                .Reaches(new Place(more.RegionCode, more.MunicipalityCode, more.SchoolId)),
        };
    }

    private static Task<ScanDetails> ScanOf(AppDbContext db, Guid id, CancellationToken cancellationToken) =>
        db.StoredFiles.Where(f => f.Id == id).Select(f => new ScanDetails(f.Name, f.Size, f.SentAt)).SingleAsync(cancellationToken);
}

/// <summary>A joint action.</summary>
/// <param name="Id">Id.</param>
/// <param name="Number">Place among the actions, from 1; those that stay keep theirs.</param>
/// <param name="Text">What is done.</param>
/// <param name="DueOn">By when.</param>
/// <param name="DoneOn">When it was done.</param>
/// <param name="Outcome">What came of it.</param>
public sealed record ActionDetails(Guid Id, int Number, string Text, DateOnly? DueOn, DateOnly? DoneOn, string? Outcome);

/// <summary>A scan that was sent.</summary>
/// <param name="Name">Name of the file.</param>
/// <param name="Size">Bytes.</param>
/// <param name="SentAt">UTC instant.</param>
public sealed record ScanDetails(string Name, long Size, DateTime SentAt);
