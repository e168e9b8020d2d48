using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Opora.Api.Auth;
using Opora.Api.Http;
using Opora.Domain.Access;
using Opora.Domain.Imports;
using Opora.Persistence;

namespace Opora.Api.Features.Imports;

/// <summary>Who may import what: besides the right to import, the right to write what the file holds, at its places.</summary>
internal static class ImportAccess
{
    /// <summary>The caller as the one who asks for an import of this kind.</summary>
    /// <exception cref="Problem">403</exception>
    public static ImportAsker Asker(this IHttpContextAccessor http, ImportKind kind)
    {
        var caller = http.Caller();
        var needed = kind switch
        {
            ImportKind.ExamResults => Permission.ResultsWrite,
            ImportKind.Schools => Permission.SchoolsWrite,
            ImportKind.Municipalities => Permission.PlacesWrite,
            ImportKind.CohortMembers => Permission.CohortsWrite,
            ImportKind.IndicatorValues => Permission.IndicatorsWrite,
            ImportKind.Teachers => Permission.TeachersWrite,
            _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
        };
        if (!caller.May(needed))
            throw Problems.Forbidden(PermissionWords.Of(needed));
        return new ImportAsker(caller.Actor, caller.ScopeFor(needed));
    }

    /// <summary>The runs in the caller's scope; files with names of people only for those who may see such names.</summary>
    public static IQueryable<ImportRun> ImportsFor(this AppDbContext db, Caller caller) =>
        caller.SeesPeople ? db.ImportRuns : db.ImportRuns.Where(r => r.Kind != ImportKind.Teachers);

    /// <summary>The run in the caller's scope, to be changed.</summary>
    /// <exception cref="Problem">404</exception>
    public static async Task<ImportRun> FindImport(this AppDbContext db, Caller caller, Guid id, CancellationToken cancellationToken) =>
        await db.ImportsFor(caller).SingleOrDefaultAsync(r => r.Id == id, cancellationToken) ?? throw NotFound();

    /// <summary>Saves a run that was queued again; of two who queue it at once one is told that it has changed.</summary>
    public static async Task SaveTicket(this AppDbContext db, CancellationToken cancellationToken)
    {
        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateException e) when (db.IsDuplicateKey(e))
        {
            throw Problems.VersionMismatch();
        }
    }

    /// <summary>The refusal.</summary>
    public static Problem NotFound() => Problems.NotFound("Импорт");

    /// <summary>The refusal of what needs the file after it was deleted.</summary>
    public static Problem FileGone() =>
        Problems.RuleBroken("file-gone", "Файл этого импорта уже удалён: он хранится неделю. Загрузите его заново.");

    /// <summary>Address of a run.</summary>
    public static string AddressOf(ImportRun run) => $"/api/v1/imports/{run.Id}";
}
