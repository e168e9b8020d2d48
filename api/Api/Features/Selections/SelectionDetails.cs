using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Opora.Api.Auth;
using Opora.Api.Http;
using Opora.Domain.Access;
using Opora.Domain.Partnerships;
using Opora.Persistence;

namespace Opora.Api.Features.Selections;

/// <summary>A competitive selection as a row of a list.</summary>
/// <param name="Id">Id, for addresses.</param>
/// <param name="RegionCode">Whose it is.</param>
/// <param name="Title">Its name.</param>
/// <param name="OpensOn">First day on which applications are taken.</param>
/// <param name="ClosesOn">Last day.</param>
/// <param name="State">Where it stands today.</param>
/// <param name="Applications">Applications handed in by schools that the caller reaches or judges.</param>
/// <param name="Experts">How many people judge.</param>
/// <param name="IsExpert">Whether the caller is one of them.</param>
/// <param name="DecidedOn">The day on which the winners were chosen.</param>
/// <param name="Version">Version, for If-Match.</param>
public record SelectionSummary(
    Guid Id,
    string RegionCode,
    string Title,
    DateOnly OpensOn,
    DateOnly ClosesOn,
    SelectionState State,
    int Applications,
    int Experts,
    bool IsExpert,
    DateOnly? DecidedOn,
    int Version
)
{
    /// <summary>The row of a selection.</summary>
    internal static Expression<Func<Selection, SelectionSummary>> From(AppDbContext db, DateOnly today, Guid me) =>
        s => new SelectionSummary(
            s.Id,
            s.RegionCode,
            s.Title,
            s.OpensOn,
            s.ClosesOn,
            Selection.StateOn(today, s.OpensOn, s.ClosesOn, s.MarksClosedAt, s.DecidedOn),
            db.SelectionApplications.Count(a => a.SelectionId == s.Id && a.State == ApplicationState.Submitted),
            s.Experts.Count,
            s.Experts.Any(e => e.PersonId == me),
            s.DecidedOn,
            s.Version
        );
}

/// <summary>A competitive selection with its criteria.</summary>
public sealed record SelectionDetails : SelectionSummary
{
    private SelectionDetails(SelectionSummary summary)
        : base(summary) { }

    /// <summary>What is asked of schools.</summary>
    public required string Text { get; init; }

    /// <summary>The order by which it is held.</summary>
    public string? Order { get; private init; }

    /// <summary>What is judged.</summary>
    public required IReadOnlyList<CriterionDetails> Criteria { get; init; }

    /// <summary>Who judges, by name; null for all but those who hold the selection.</summary>
    public IReadOnlyList<ExpertDetails>? People { get; private init; }

    /// <summary>Why the winners were chosen, or the order.</summary>
    public string? Decision { get; private init; }

    /// <summary>Whether a mark has been given: criteria then stand as they are.</summary>
    public required bool Judged { get; init; }

    /// <summary>Whether the caller holds the selection.</summary>
    public required bool Editable { get; init; }

    /// <summary>Reads a selection of a region in which the caller is anything.</summary>
    /// <exception cref="Problem">404</exception>
    internal static async Task<Versioned<SelectionDetails>> Read(
        AppDbContext db,
        Guid id,
        Caller caller,
        CancellationToken cancellationToken
    )
    {
        var found = db.Selections.AsNoTracking().Where(s => s.Id == id);
        var more =
            await found
                .Select(s => new
                {
                    s.Text,
                    s.Order,
                    s.Decision,
                    Criteria = s
                        .Criteria.OrderBy(c => c.Number)
                        .Select(c => new CriterionDetails(c.Id, c.Number, c.Title, c.MostMark, c.Weight))
                        .ToList(),
                    Judged = s.Criteria.Any(c => db.SelectionMarks.Any(m => m.CriterionId == c.Id)),
                })
                .SingleOrDefaultAsync(cancellationToken)
            ?? throw Problems.NotFound("Отбор");
        var summary = await found
            .Select(From(db, await db.Today(cancellationToken), caller.Actor.Id ?? Guid.Empty))
            .SingleAsync(cancellationToken);
        var editable = caller.ScopeFor(Permission.SelectionsWrite).ReachesRegion(summary.RegionCode);
        var details = new SelectionDetails(summary)
        {
            Text = more.Text,
            Order = more.Order,
            Criteria = more.Criteria,
            Decision = more.Decision,
            Judged = more.Judged,
            Editable = editable,
            People = editable ? await ExpertsOf(db, id, cancellationToken) : null,
        };
        return new Versioned<SelectionDetails>(details, details.Version);
    }

    private static Task<List<ExpertDetails>> ExpertsOf(AppDbContext db, Guid id, CancellationToken cancellationToken) =>
        db
            .SelectionExperts.Where(e => e.SelectionId == id)
            .Join(db.Users, e => e.PersonId, p => p.Id, (e, p) => p)
            .OrderBy(p => p.SortName)
            .ThenBy(p => p.Id)
            .Select(p => new ExpertDetails(
                p.Id,
                p.DisplayName,
                db.SelectionMarks.Where(m => m.ExpertId == p.Id)
                    .Join(db.SelectionApplications.Where(a => a.SelectionId == id), m => m.ApplicationId, a => a.Id, (m, a) => a.Id)
                    .Distinct()
                    .Count()
            ))
            .ToListAsync(cancellationToken);
}

/// <summary>A criterion.</summary>
/// <param name="Id">Id.</param>
/// <param name="Number">Place among the criteria, from 1.</param>
/// <param name="Title">What is judged.</param>
/// <param name="MostMark">The highest mark.</param>
/// <param name="Weight">How much a mark counts.</param>
public sealed record CriterionDetails(Guid Id, int Number, string Title, int MostMark, int Weight);

/// <summary>Somebody who judges.</summary>
/// <param name="PersonId">Id of the person.</param>
/// <param name="Name">Name.</param>
/// <param name="Sheets">How many applications the person has given marks to.</param>
public sealed record ExpertDetails(Guid PersonId, string Name, int Sheets);
