using Microsoft.EntityFrameworkCore;
using Opora.Domain.Results;

namespace Opora.Persistence.Results;

/// <summary>Upsert and rollback of published results: a few rows, so the change tracker does it and the guards of saving hold.</summary>
internal static class PublishedResults
{
    public static async Task<RowOutcome[]> Upsert(
        AppDbContext db,
        IReadOnlyList<PublishedRow> rows,
        Guid importId,
        DateTime at,
        CancellationToken cancellationToken
    )
    {
        var places = rows.Select(r => r.Place.Code).Distinct(StringComparer.Ordinal).ToArray();
        var years = rows.Select(r => r.Year).Distinct().ToArray();
        var known = await db
            .ReferenceResults.Where(r => EF.Parameter(places).Contains(r.PlaceCode) && EF.Parameter(years).Contains(r.Year))
            .ToDictionaryAsync(KeyOf, cancellationToken);
        var outcomes = new RowOutcome[rows.Count];
        for (var i = 0; i < rows.Count; i++)
        {
            var row = rows[i];
            var now = Made(row, known.GetValueOrDefault(KeyOf(row))?.Id ?? Guid.CreateVersion7(), importId, at);
            if (!known.TryGetValue(KeyOf(row), out var former))
            {
                db.Add(now);
                outcomes[i] = RowOutcome.Created;
            }
            else if (former.Values != now.Values || former.EffectiveMeanThousandths != now.EffectiveMeanThousandths)
            {
                db.Add(Revision(former, importId, at));
                db.Entry(former).CurrentValues.SetValues(now);
                outcomes[i] = RowOutcome.Updated;
            }
        }
        await db.SaveChangesAsync(cancellationToken);
        return outcomes;
    }

    public static async Task<TakenBack> RollBack(AppDbContext db, Guid importId, DateTime at, CancellationToken cancellationToken)
    {
        if (await db.ReferenceResultRevisions.AnyAsync(r => r.ImportId == importId && r.ReplacedByImportId != importId, cancellationToken))
            throw ExamResultStore.Superseded();
        var brought = await db.ReferenceResults.Where(r => r.ImportId == importId).ToListAsync(cancellationToken);
        if (brought.Count == 0)
            return new TakenBack(0, 0);
        var former = await db
            .ReferenceResultRevisions.Where(r => r.ReplacedByImportId == importId && r.ImportId != importId)
            .ToDictionaryAsync(r => r.ReferenceResultId, cancellationToken);
        foreach (var result in brought)
        {
            db.Add(Revision(result, importId, at));
            if (former.TryGetValue(result.Id, out var revision))
                db.Entry(result).CurrentValues.SetValues(Restored(result, revision));
            else
                db.Remove(result);
        }
        db.RemoveRange(former.Values);
        await db.SaveChangesAsync(cancellationToken);
        return new TakenBack(former.Count, brought.Count - former.Count);
    }

    private static (string, int, Assessment, string, int, string) KeyOf(ReferenceResult r) =>
        (r.PlaceCode, r.Year, r.Assessment, r.Subject, r.Grade, r.Sitting);

    private static (string, int, Assessment, string, int, string) KeyOf(PublishedRow r) =>
        (r.Place.Code, r.Year, r.Assessment, r.Subject, r.Grade, r.Sitting);

    private static ReferenceResult Made(PublishedRow row, Guid id, Guid importId, DateTime at) =>
        new()
        {
            Id = id,
            RegionCode = row.Place.RegionCode,
            MunicipalityCode = row.Place.MunicipalityCode,
            PlaceCode = row.Place.Code,
            Year = row.Year,
            Assessment = row.Assessment,
            Subject = row.Subject,
            Grade = row.Grade,
            Sitting = row.Sitting,
            Participants = row.Values.Participants,
            MeanThousandths = row.Values.MeanThousandths,
            BelowThreshold = row.Values.BelowThreshold,
            MarksForm = row.Values.MarksForm,
            Mark2 = row.Values.Mark2,
            Mark3 = row.Values.Mark3,
            Mark4 = row.Values.Mark4,
            Mark5 = row.Values.Mark5,
            EffectiveMeanThousandths = row.Values.EffectiveMean(row.Assessment, Subject.OfCode(row.Subject)!),
            ImportId = importId,
            SourceRow = row.SourceRow,
            RecordedAt = at,
        };

    private static ReferenceResult Restored(ReferenceResult result, ReferenceResultRevision former) =>
        new()
        {
            Id = result.Id,
            RegionCode = result.RegionCode,
            MunicipalityCode = result.MunicipalityCode,
            PlaceCode = result.PlaceCode,
            Year = result.Year,
            Assessment = result.Assessment,
            Subject = result.Subject,
            Grade = result.Grade,
            Sitting = result.Sitting,
            Participants = former.Participants,
            MeanThousandths = former.MeanThousandths,
            BelowThreshold = former.BelowThreshold,
            MarksForm = former.MarksForm,
            Mark2 = former.Mark2,
            Mark3 = former.Mark3,
            Mark4 = former.Mark4,
            Mark5 = former.Mark5,
            EffectiveMeanThousandths = former.EffectiveMeanThousandths,
            ImportId = former.ImportId,
            SourceRow = former.SourceRow,
            RecordedAt = former.RecordedAt,
        };

    private static ReferenceResultRevision Revision(ReferenceResult former, Guid replacedBy, DateTime at) =>
        new()
        {
            Id = Guid.CreateVersion7(),
            ReferenceResultId = former.Id,
            RegionCode = former.RegionCode,
            MunicipalityCode = former.MunicipalityCode,
            Participants = former.Participants,
            MeanThousandths = former.MeanThousandths,
            BelowThreshold = former.BelowThreshold,
            MarksForm = former.MarksForm,
            Mark2 = former.Mark2,
            Mark3 = former.Mark3,
            Mark4 = former.Mark4,
            Mark5 = former.Mark5,
            EffectiveMeanThousandths = former.EffectiveMeanThousandths,
            ImportId = former.ImportId,
            SourceRow = former.SourceRow,
            RecordedAt = former.RecordedAt,
            ReplacedByImportId = replacedBy,
            ReplacedAt = at,
        };
}
