using Opora.Domain.Places;
using Opora.Domain.Results;
using Opora.Persistence.Results;
using static Opora.Persistence.Engines.BulkColumn;

namespace Opora.Persistence.Engines;

/// <summary>A row on its way in. Its id becomes that of the new result, or of the revision that keeps the former values.</summary>
internal readonly record struct StagedRow(int Ordinal, Guid Id, ResultRow Row);

/// <summary>The tables that results pass through, and what of a row goes into which column.</summary>
internal static class ResultTables
{
    public const string Stored = "\"exam_results\"";
    public const string Revisions = "\"exam_result_revisions\"";
    public const string Deleted = "\"deleted_results\"";

    /// <summary>The natural key.</summary>
    public static readonly string[] Key =
    [
        nameof(ExamResult.SchoolId),
        nameof(ExamResult.Year),
        nameof(ExamResult.Assessment),
        nameof(ExamResult.Subject),
        nameof(ExamResult.Grade),
        nameof(ExamResult.Sitting),
    ];

    /// <summary>What decides between «updated» and «unchanged».</summary>
    public static readonly string[] Values =
    [
        nameof(ExamResult.Participants),
        nameof(ExamResult.MeanThousandths),
        nameof(ExamResult.BelowThreshold),
        nameof(ExamResult.MarksForm),
        nameof(ExamResult.Mark2),
        nameof(ExamResult.Mark3),
        nameof(ExamResult.Mark4),
        nameof(ExamResult.Mark5),
        nameof(ExamResult.EffectiveMeanThousandths),
    ];

    /// <summary>Where a result belongs.</summary>
    public static readonly string[] Places =
    [
        nameof(ExamResult.RegionCode),
        nameof(ExamResult.MunicipalityCode),
        nameof(ExamResult.SchoolId),
    ];

    /// <summary>Where the present values came from.</summary>
    public static readonly string[] Source = [nameof(ExamResult.ImportId), nameof(ExamResult.SourceRow), nameof(ExamResult.RecordedAt)];

    private const int EnumLength = 30;
    private static readonly string[] AssessmentNames = Enum.GetNames<Assessment>();
    private static readonly string[] FormNames = Enum.GetNames<MarksForm>();

    /// <summary>What a row itself says, in this order: its id, the natural key, the values and the row of the file.</summary>
    public static readonly BulkTable<StagedRow> Rows = new(
        "exam_results",
        [
            Guid("Id"),
            Guid(nameof(ExamResult.SchoolId)),
            Int(nameof(ExamResult.Year)),
            Text(nameof(ExamResult.Assessment), EnumLength),
            Text(nameof(ExamResult.Subject), ExamResult.MaxSubjectLength),
            Int(nameof(ExamResult.Grade)),
            Text(nameof(ExamResult.Sitting), ExamResult.MaxSittingLength),
            Int(nameof(ExamResult.Participants), nullable: true),
            Int(nameof(ExamResult.MeanThousandths), nullable: true),
            Int(nameof(ExamResult.BelowThreshold), nullable: true),
            Text(nameof(ExamResult.MarksForm), EnumLength, nullable: true),
            Int(nameof(ExamResult.Mark2), nullable: true),
            Int(nameof(ExamResult.Mark3), nullable: true),
            Int(nameof(ExamResult.Mark4), nullable: true),
            Int(nameof(ExamResult.Mark5), nullable: true),
            Int(nameof(ExamResult.EffectiveMeanThousandths), nullable: true),
            Int(nameof(ExamResult.SourceRow), nullable: true),
        ],
        Write
    );

    /// <summary>The staging table: the same and the ordinal of the row.</summary>
    public static readonly BulkTable<StagedRow> Staged = new(
        "staged_results",
        [Int("Ordinal"), .. Rows.Columns],
        static (staged, sink) =>
        {
            sink.Int(staged.Ordinal);
            Write(staged, sink);
        }
    );

    /// <summary>Notes that groups must be computed again.</summary>
    public static readonly BulkTable<DirtyGroup> Dirty = new(
        "dirty_groups",
        [
            Guid(nameof(DirtyGroup.Id)),
            Text(nameof(DirtyGroup.RegionCode), Region.CodeLength),
            Int(nameof(DirtyGroup.Year)),
            Text(nameof(DirtyGroup.Assessment), EnumLength),
            Text(nameof(DirtyGroup.Subject), ExamResult.MaxSubjectLength),
            Int(nameof(DirtyGroup.Grade)),
            Text(nameof(DirtyGroup.Sitting), ExamResult.MaxSittingLength),
        ],
        static (group, sink) =>
        {
            sink.Guid(group.Id);
            sink.Text(group.RegionCode);
            sink.Int(group.Year);
            sink.Text(AssessmentNames[(int)group.Assessment]);
            sink.Text(group.Subject);
            sink.Int(group.Grade);
            sink.Text(group.Sitting);
        }
    );

    /// <summary>The statement that keeps the present values of results as revisions.</summary>
    public static string Keep(string id, string import, string at, string from) =>
        $"""
            INSERT INTO {Revisions} ("Id", "ExamResultId", {BulkDialect.List([
                .. Places,
                .. Values,
                .. Source,
            ])}, "ReplacedByImportId", "ReplacedAt")
            SELECT {id}, e."Id", {BulkDialect.List([.. Places, .. Values, .. Source], "e")}, {import}, {at} FROM {from}
            """;

    /// <summary>Assignments of columns from another table.</summary>
    public static string Set(string from, IEnumerable<string> columns) =>
        string.Join(", ", columns.Select(c => $"\"{c}\" = {from}.\"{c}\""));

    private static void Write(StagedRow staged, IRowSink sink)
    {
        var row = staged.Row;
        var values = row.Values;
        sink.Guid(staged.Id);
        sink.Guid(row.School.Id);
        sink.Int(row.Year);
        sink.Text(AssessmentNames[(int)row.Assessment]);
        sink.Text(row.Subject);
        sink.Int(row.Grade);
        sink.Text(row.Sitting);
        sink.Int(values.Participants);
        sink.Int(values.MeanThousandths);
        sink.Int(values.BelowThreshold);
        sink.Text(values.MarksForm is { } form ? FormNames[(int)form] : null);
        sink.Int(values.Mark2);
        sink.Int(values.Mark3);
        sink.Int(values.Mark4);
        sink.Int(values.Mark5);
        sink.Int(row.EffectiveMean);
        sink.Int(row.SourceRow);
    }
}
