using Opora.Domain;
using Opora.Domain.Indicators;
using Opora.Domain.Places;
using static Opora.Persistence.Engines.BulkColumn;

namespace Opora.Persistence.Engines;

/// <summary>The tables of values that formulas fill in bulk.</summary>
internal static class IndicatorTables
{
    private const int EnumLength = 30;

    /// <summary>Values of indicators.</summary>
    public static readonly BulkTable<IndicatorValue> Values = new(
        "indicator_values",
        [.. State, Int(nameof(IndicatorValue.Version))],
        static (value, sink) =>
        {
            Write(value, sink);
            sink.Int(value.Version);
        }
    );

    /// <summary>What values were before.</summary>
    public static readonly BulkTable<IndicatorValueRevision> Revisions = new(
        "indicator_value_revisions",
        [
            .. State,
            Instant(nameof(IndicatorValueRevision.ReplacedAt)),
            Guid(nameof(IndicatorValueRevision.ReplacedById), nullable: true),
            Guid(nameof(IndicatorValueRevision.ReplacedByImportId), nullable: true),
        ],
        static (value, sink) =>
        {
            Write(value, sink);
            sink.Instant(value.ReplacedAt);
            sink.Guid(value.ReplacedById);
            sink.Guid(value.ReplacedByImportId);
        }
    );

    // What both have, in this order.
    private static BulkColumn[] State =>
        [
            Guid(nameof(IValueState.Id)),
            Text(nameof(IValueState.RegionCode), Region.CodeLength),
            Text(nameof(IValueState.MunicipalityCode), Municipality.CodeLength, nullable: true),
            Guid(nameof(IValueState.SchoolId), nullable: true),
            Text(nameof(IValueState.PlaceKey), IndicatorValue.PlaceKeyLength),
            Guid(nameof(IValueState.IndicatorId)),
            Text(nameof(IValueState.Period), Period.MaxLength),
            Text(nameof(IValueState.Breakdown), Breakdown.MaxLength),
            Long(nameof(IValueState.Numerator), nullable: true),
            Long(nameof(IValueState.Denominator), nullable: true),
            Long(nameof(IValueState.Thousandths), nullable: true),
            Text(nameof(IValueState.Origin), EnumLength),
            Guid(nameof(IValueState.ImportId), nullable: true),
            Int(nameof(IValueState.SourceRow), nullable: true),
            Text(nameof(IValueState.Comment), IndicatorValue.CommentLength, nullable: true),
            Guid(nameof(IValueState.ChangedById), nullable: true),
            Instant(nameof(IValueState.ChangedAt)),
        ];

    private static void Write(IValueState value, IRowSink sink)
    {
        sink.Guid(value.Id);
        sink.Text(value.RegionCode);
        sink.Text(value.MunicipalityCode);
        sink.Guid(value.SchoolId);
        sink.Text(value.PlaceKey);
        sink.Guid(value.IndicatorId);
        sink.Text(value.Period.ToString());
        sink.Text(value.Breakdown);
        sink.Long(value.Numerator);
        sink.Long(value.Denominator);
        sink.Long(value.Thousandths);
        sink.Text(value.Origin.ToString());
        sink.Guid(value.ImportId);
        sink.Int(value.SourceRow);
        sink.Text(value.Comment);
        sink.Guid(value.ChangedById);
        sink.Instant(value.ChangedAt);
    }
}
