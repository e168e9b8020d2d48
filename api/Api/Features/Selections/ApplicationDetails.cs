using Microsoft.EntityFrameworkCore;
using Opora.Api.Auth;
using Opora.Api.Http;
using Opora.Domain.Access;
using Opora.Domain.Partnerships;
using Opora.Domain.Places;
using Opora.Persistence;

namespace Opora.Api.Features.Selections;

/// <summary>An application with what the caller may know of its marks.</summary>
public sealed record ApplicationDetails : ApplicationSummary
{
    private ApplicationDetails(ApplicationSummary summary)
        : base(summary) { }

    /// <summary>What the school offers.</summary>
    public required string Text { get; init; }

    /// <summary>What was sent with it.</summary>
    public required IReadOnlyList<ApplicationFileDetails> FileList { get; init; }

    /// <summary>The caller's own marks; null where the caller is no expert of the selection.</summary>
    public IReadOnlyList<MarkDetails>? MyMarks { get; private init; }

    /// <summary>All marks, once they are closed; null before and for all but experts and those who hold the selection.</summary>
    public IReadOnlyList<MarkDetails>? Marks { get; private init; }

    /// <summary>Whether the caller may write it while applications are taken.</summary>
    public required bool Editable { get; init; }

    /// <summary>Reads an application that the caller's school made, or that the caller judges.</summary>
    /// <exception cref="Problem">404</exception>
    internal static async Task<Versioned<ApplicationDetails>> Read(
        AppDbContext db,
        Guid selectionId,
        Guid id,
        Caller caller,
        CancellationToken cancellationToken
    )
    {
        var board = await ApplicationBoard.Read(db, selectionId, caller, id, cancellationToken);
        var summary = board.Rows.SingleOrDefault() ?? throw Problems.NotFound("Заявка");
        var more = await db
            .SelectionApplications.AsNoTracking()
            .Where(a => a.Id == id)
            .Select(a => new
            {
                a.Text,
                Files = a
                    .Files.Join(db.StoredFiles, f => f.FileId, s => s.Id, (f, s) => s)
                    .OrderBy(s => s.SentAt)
                    .Select(s => new ApplicationFileDetails(s.Id, s.Name, s.Size, s.SentAt))
                    .ToList(),
            })
            .SingleAsync(cancellationToken);
        var marks = board.SeesMarks || board.IsExpert ? await MarksOf(db, id, board, cancellationToken) : [];
        var details = new ApplicationDetails(summary)
        {
            Text = more.Text,
            FileList = more.Files,
            MyMarks = board.IsExpert ? marks.Where(m => m.ExpertId == board.Me).ToList() : null,
            Marks = board.SeesMarks ? marks : null,
            Editable = caller
                .ScopeFor(Permission.PartnershipsWrite)
                .Reaches(new Place(board.RegionCode, summary.MunicipalityCode, summary.SchoolId)),
        };
        return new Versioned<ApplicationDetails>(details, details.Version);
    }

    private static Task<List<MarkDetails>> MarksOf(AppDbContext db, Guid id, ApplicationBoard board, CancellationToken cancellationToken)
    {
        var (me, all, names) = (board.Me, board.SeesMarks, board.Holds);
        return db
            .SelectionMarks.Where(m => m.ApplicationId == id && (all || m.ExpertId == me))
            .OrderBy(m => m.ExpertId)
            .ThenBy(m => m.CriterionId)
            .Select(m => new MarkDetails(
                m.ExpertId,
                names ? db.Users.Where(p => p.Id == m.ExpertId).Select(p => p.DisplayName).FirstOrDefault() : null,
                m.CriterionId,
                m.Value,
                m.Comment
            ))
            .ToListAsync(cancellationToken);
    }
}

/// <summary>A file of an application.</summary>
/// <param name="Id">Id.</param>
/// <param name="Name">Name of the file.</param>
/// <param name="Size">Bytes.</param>
/// <param name="SentAt">UTC instant.</param>
public sealed record ApplicationFileDetails(Guid Id, string Name, long Size, DateTime SentAt);

/// <summary>A mark.</summary>
/// <param name="ExpertId">Id of who gave it: one expert's marks belong together.</param>
/// <param name="Expert">Name; null for all but those who hold the selection.</param>
/// <param name="CriterionId">For what.</param>
/// <param name="Value">The mark.</param>
/// <param name="Comment">Why.</param>
public sealed record MarkDetails(Guid ExpertId, string? Expert, Guid CriterionId, int Value, string? Comment);
