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
        [
            Guid(nameof(IndicatorValue.Id)),
            .. Cell,
            Guid(nameof(IndicatorValue.ChangedById), nullable: true),
            Instant(nameof(IndicatorValue.ChangedAt)),
            Int(nameof(IndicatorValue.Version)),
        ],
        static (value, sink) =>
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
            sink.Text(value.Comment);
            sink.Guid(value.ChangedById);
            sink.Instant(value.ChangedAt);
            sink.Int(value.Version);
        }
    );

    /// <summary>What values were before.</summary>
    public static readonly BulkTable<IndicatorValueRevision> Revisions = new(
        "indicator_value_revisions",
        [
            Guid(nameof(IndicatorValueRevision.Id)),
            .. Cell,
            Guid(nameof(IndicatorValueRevision.ChangedById), nullable: true),
            Instant(nameof(IndicatorValueRevision.ChangedAt)),
            Instant(nameof(IndicatorValueRevision.ReplacedAt)),
            Guid(nameof(IndicatorValueRevision.ReplacedById), nullable: true),
        ],
        static (value, sink) =>
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
            sink.Text(value.Comment);
            sink.Guid(value.ChangedById);
            sink.Instant(value.ChangedAt);
            sink.Instant(value.ReplacedAt);
            sink.Guid(value.ReplacedById);
        }
    );

    // What both have, in this order.
    private static BulkColumn[] Cell =>
        [
            Text(nameof(IndicatorValue.RegionCode), Region.CodeLength),
            Text(nameof(IndicatorValue.MunicipalityCode), Municipality.CodeLength, nullable: true),
            Guid(nameof(IndicatorValue.SchoolId), nullable: true),
            Text(nameof(IndicatorValue.PlaceKey), IndicatorValue.PlaceKeyLength),
            Guid(nameof(IndicatorValue.IndicatorId)),
            Text(nameof(IndicatorValue.Period), Period.MaxLength),
            Text(nameof(IndicatorValue.Breakdown), Breakdown.MaxLength),
            Long(nameof(IndicatorValue.Numerator), nullable: true),
            Long(nameof(IndicatorValue.Denominator), nullable: true),
            Long(nameof(IndicatorValue.Thousandths), nullable: true),
            Text(nameof(IndicatorValue.Origin), EnumLength),
            Guid(nameof(IndicatorValue.ImportId), nullable: true),
            Text(nameof(IndicatorValue.Comment), IndicatorValue.CommentLength, nullable: true),
        ];
}
