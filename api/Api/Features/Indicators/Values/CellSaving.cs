using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Opora.Api.Auth;
using Opora.Domain;
using Opora.Domain.Indicators;
using Opora.Persistence;

namespace Opora.Api.Features.Indicators.Values;

/// <summary>What became of a cell that was to be written.</summary>
/// <param name="Indicator">The indicator; null when it is unknown.</param>
/// <param name="Period">The period.</param>
/// <param name="Part">The part; empty for the whole.</param>
/// <param name="Outcome">What became of it.</param>
/// <param name="Faults">Why it was not written, or what is worth a second look.</param>
/// <param name="Value">The value that it holds now.</param>
/// <param name="InTheWayId">Who wrote what stands there now, when that is in the way.</param>
internal sealed record JudgedCell(
    Indicator? Indicator,
    Period Period,
    string Part,
    CellOutcome Outcome,
    IReadOnlyList<CellFault> Faults,
    IndicatorValue? Value,
    Guid? InTheWayId = null
);

/// <summary>Whose cells are written, and of which indicators. Neither a school nor a municipality: the region.</summary>
internal sealed record CellBatch(Guid[] IndicatorIds, Guid? SchoolId, string? MunicipalityCode)
{
    /// <summary>No grid has more cells.</summary>
    public const int Most = 1_440;
}

/// <summary>Writes cells of one place, be they values or targets, and tells what became of each.</summary>
internal sealed class CellSaving(AppDbContext db, Caller caller)
{
    private const int MostAttempts = 3;

    /// <summary>Judges the cells by what the place holds, saves what may be saved, and shows each cell as it stands then.</summary>
    public async Task<Ok<CellResults>> Save(
        CellBatch batch,
        Func<PlaceSheet, CancellationToken, Task<IReadOnlyList<JudgedCell>>> judge,
        CancellationToken cancellationToken
    )
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return TypedResults.Ok(await Once(batch, judge, cancellationToken));
            }
            catch (DbUpdateException e) when (attempt < MostAttempts && (e is DbUpdateConcurrencyException || db.IsDuplicateKey(e)))
            {
                // Somebody wrote one of the cells between reading and saving: read again, and tell of the conflict.
                db.ChangeTracker.Clear();
            }
        }
    }

    private async Task<CellResults> Once(
        CellBatch batch,
        Func<PlaceSheet, CancellationToken, Task<IReadOnlyList<JudgedCell>>> judge,
        CancellationToken cancellationToken
    )
    {
        await using var write = await db.BeginWrite(cancellationToken);
        var ids = batch.IndicatorIds;
        var (place, indicators) = await CellPlace.Find(db, ids, batch.SchoolId, batch.MunicipalityCode, cancellationToken);
        await db.SharePeriods([place.Row.RegionCode], cancellationToken);
        var sheet = await PlaceSheet.Read(db, place, indicators, columns: null, ids, cancellationToken);
        var judged = await judge(sheet, cancellationToken);
        if (db.ChangeTracker.HasChanges())
        {
            await db.SaveChangesAsync(cancellationToken);
            await write.Commit(cancellationToken);
        }
        var targets = await db.TargetsOf(place, ids, cancellationToken);
        var picture = new CellPicture(sheet, targets, caller);
        var names = await db.NamesOf([.. judged.Select(j => j.InTheWayId).OfType<Guid>()], caller, cancellationToken);
        return CellResults.Of([
            .. judged.Select(
                (j, index) =>
                    new CellResult(
                        index,
                        j.Outcome,
                        j.Faults,
                        j.Indicator is { } indicator ? picture.Of(indicator, j.Period, j.Part, j.Value) : null,
                        j.InTheWayId,
                        j.InTheWayId is { } id ? names.GetValueOrDefault(id) : null
                    )
            ),
        ]);
    }
}
