using Opora.Api.Features.Imports.Tables;
using Opora.Domain.Imports;
using Opora.Domain.Results;
using Opora.Persistence;
using Opora.Persistence.Results;
using static Opora.Api.Features.Imports.Tables.ExamResultField;
using Outcome = Opora.Persistence.Results.RowOutcome;

namespace Opora.Api.Features.Imports.Targets;

/// <summary>Results of schools, and published results of regions and municipalities.</summary>
internal sealed class ResultTarget(AppDbContext db, ExamResultStore store, TimeProvider clock) : ImportTarget
{
    private static readonly Dictionary<string, int> SubjectNumbers = Domain
        .Results.Subject.All.Select((s, i) => (s.Code, i))
        .ToDictionary(s => s.Code, s => s.i, StringComparer.Ordinal);

    private readonly Dictionary<string, int> _sittings = new(StringComparer.Ordinal) { [""] = 0 };
    private ResultPlaces _places = null!;

    /// <inheritdoc/>
    public override int ChunkSize => 2_000;

    /// <inheritdoc/>
    public override bool AtomicAtOnce => false;

    /// <inheritdoc/>
    public override int KeyField => SchoolCode;

    /// <inheritdoc/>
    public override async Task Prepare(CancellationToken cancellationToken) => _places = await ResultPlaces.Read(db, cancellationToken);

    /// <inheritdoc/>
    public override ReadItem Read(MappedItem item, int index, ItemFaults faults)
    {
        var place = _places.Find(item, faults);
        var year = Needed(item, Year, faults);
        var assessment = AssessmentOf(item, faults);
        var subject = SubjectOf(item, faults);
        var grade = GradeOf(item, faults);
        var sitting = item[Sitting] ?? "";
        var values = ValuesOf(item, faults);
        if (place is null || year is null || assessment is null || subject is null || grade is null)
            return default;

        var draft = new ResultDraft(year.Value, assessment.Value, subject.Code, grade.Value, sitting, values);
        foreach (var fault in ResultRules.Check(draft, clock.GetUtcNow().Year))
            // A number that could not be read has been told already; that it is missing would be told twice.
            if (!faults.Any || fault.Code != ResultRules.ValueMissing)
                faults.Add(FieldOf(fault.Field, item), fault.Code, fault.Message + ".", fault.Allowed, fault.Value);
        var key = KeyOf(place, draft);
        if (faults.Any)
            return new ReadItem(null, key);
        return new ReadItem(
            place.School is { } school
                ? new SchoolResult(
                    index,
                    item,
                    new ResultRow(school, draft.Year, draft.Assessment, draft.Subject, draft.Grade, sitting, values, item.Row)
                )
                : new PublishedResult(
                    index,
                    item,
                    new PublishedRow(place.Published!, draft.Year, draft.Assessment, draft.Subject, draft.Grade, sitting, values, item.Row)
                ),
            key
        );
    }

    /// <inheritdoc/>
    public override async Task<Applied> Apply(
        ImportRun run,
        IReadOnlyList<ImportItem> items,
        ItemFaults faults,
        CancellationToken cancellationToken
    )
    {
        var results = items.OfType<SchoolResult>().Select(i => i.Result).ToList();
        var published = items.OfType<PublishedResult>().Select(i => i.Result).ToList();
        IEnumerable<Outcome> outcomes = results.Count > 0 ? await store.Upsert(results, run.Id, cancellationToken) : [];
        if (published.Count > 0)
            outcomes = outcomes.Concat(await store.UpsertPublished(published, run.Id, cancellationToken));
        int created = 0,
            updated = 0;
        foreach (var outcome in outcomes)
        {
            created += outcome == Outcome.Created ? 1 : 0;
            updated += outcome == Outcome.Updated ? 1 : 0;
        }
        return new Applied(new ImportCounts(0, created, updated, items.Count - created - updated, 0), []);
    }

    /// <inheritdoc/>
    public override Task TakeBack(ImportRun run, CancellationToken cancellationToken) => store.RollBack(run.Id, cancellationToken);

    private static int? Needed(MappedItem item, int field, ItemFaults faults)
    {
        if (item[field] is null)
            faults.Required(field);
        return item.Whole(field, faults);
    }

    private static Domain.Results.Assessment? AssessmentOf(MappedItem item, ItemFaults faults)
    {
        if (item[ExamResultField.Assessment] is not { } text)
            faults.Required(ExamResultField.Assessment);
        else if (AssessmentNames.Named(text) is { } assessment)
            return assessment;
        else
            faults.Add(
                ExamResultField.Assessment,
                "assessment-unknown",
                $"Процедура «{text}» неизвестна. Напишите ЕГЭ, ОГЭ, ВПР, КДР или НИКО.",
                string.Join(", ", Enum.GetNames<Domain.Results.Assessment>())
            );
        return null;
    }

    private static Domain.Results.Subject? SubjectOf(MappedItem item, ItemFaults faults)
    {
        if (item[ExamResultField.Subject] is not { } text)
            faults.Required(ExamResultField.Subject);
        else if (Domain.Results.Subject.Named(text) is { } subject)
            return subject;
        else
            faults.Add(
                ExamResultField.Subject,
                ResultRules.SubjectUnknown,
                $"Предмет «{text}» не найден в справочнике предметов. Исправьте название или напишите код предмета."
            );
        return null;
    }

    // «5», «5 класс», «5 кл.»
    private static int? GradeOf(MappedItem item, ItemFaults faults)
    {
        if (item[Grade] is not { } text)
        {
            faults.Required(Grade);
            return null;
        }
        var digits = text.AsSpan().IndexOfAnyExceptInRange('0', '9');
        if (
            digits is 1 or 2
            && text.AsSpan(digits).Trim(" \u00A0.-") is var rest
            && (rest.Equals("класс", StringComparison.OrdinalIgnoreCase) || rest.Equals("кл", StringComparison.OrdinalIgnoreCase))
        )
            return int.Parse(text.AsSpan(0, digits), System.Globalization.CultureInfo.InvariantCulture);
        return item.Whole(Grade, faults);
    }

    private static ResultValues ValuesOf(MappedItem item, ItemFaults faults)
    {
        var values = new ResultValues(item.Whole(Participants, faults), item.Thousandths(Mean, faults), item.Whole(BelowThreshold, faults));
        // Counts say more than percentages: where a table has both, the percentages follow from them.
        if (item[Mark2] is not null || item[Mark3] is not null || item[Mark4] is not null || item[Mark5] is not null)
            return values with
            {
                MarksForm = MarksForm.Counts,
                Mark2 = item.Whole(Mark2, faults),
                Mark3 = item.Whole(Mark3, faults),
                Mark4 = item.Whole(Mark4, faults),
                Mark5 = item.Whole(Mark5, faults),
            };
        if (item[Percent2] is not null || item[Percent3] is not null || item[Percent4] is not null || item[Percent5] is not null)
            return values with
            {
                MarksForm = MarksForm.Percent,
                Mark2 = item.PercentHundredths(Percent2, faults),
                Mark3 = item.PercentHundredths(Percent3, faults),
                Mark4 = item.PercentHundredths(Percent4, faults),
                Mark5 = item.PercentHundredths(Percent5, faults),
            };
        return values;
    }

    // The rules name fields as a batch has them («marks/2»); a table has a column for each.
    private static int FieldOf(string field, MappedItem item) =>
        field switch
        {
            "year" => Year,
            "grade" => Grade,
            "sitting" => Sitting,
            "subject" => ExamResultField.Subject,
            "participants" => Participants,
            "belowThreshold" => BelowThreshold,
            "marks" => Mark2,
            "marksPercent" => Percent2,
            _ when field.StartsWith("marks/", StringComparison.Ordinal) => Mark2 + (field[^1] - '2'),
            _ when field.StartsWith("marksPercent/", StringComparison.Ordinal) => Percent2 + (field[^1] - '2'),
            _ => item.Source(Mean) is null && item.Source(Mark2) is not null ? Mark2 : Mean,
        };

    // Exact in 63 bits: place 24, year 8, assessment 3, subject 6, grade 4, sitting 18.
    private ItemKey? KeyOf(ResultPlace place, in ResultDraft draft)
    {
        if (draft.Year is < 1900 or > 2155 || draft.Grade is < 0 or > 15)
            return null;
        if (!_sittings.TryGetValue(draft.Sitting, out var sitting))
            _sittings.Add(draft.Sitting, sitting = _sittings.Count);
        long key = place.Number;
        key = (key << 8) | (long)(draft.Year - 1900);
        key = (key << 3) | (long)draft.Assessment;
        key = (key << 6) | (long)SubjectNumbers[draft.Subject];
        key = (key << 4) | (long)draft.Grade;
        return new ItemKey((key << 18) | (long)sitting);
    }

    private sealed record SchoolResult(int Index, MappedItem Source, ResultRow Result) : ImportItem(Index, Source);

    private sealed record PublishedResult(int Index, MappedItem Source, PublishedRow Result) : ImportItem(Index, Source);
}
