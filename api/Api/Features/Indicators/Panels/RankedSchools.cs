using Opora.Api.Figures;
using Opora.Domain.Indicators;

namespace Opora.Api.Features.Indicators.Panels;

/// <summary>Gives schools their places.</summary>
internal static class RankedSchools
{
    /// <summary>Best first, then those without a value.</summary>
    public static List<IndicatorSchool> Of(SchoolsQuestion question)
    {
        var direction = question.Watched.Definition.Direction;
        return
        [
            .. Ranking
                .Places(question.Rows.Where(r => r.Value is not null), r => r.Value!.Value, direction)
                .Select(r => Row(r.Item, r.Place, direction)),
            .. question.Rows.Where(r => r.Value is null).Select(r => Row(r, place: null, direction)),
        ];
    }

    private static IndicatorSchool Row(SchoolRow row, int? place, IndicatorDirection direction) =>
        new(
            row.Id,
            row.Code,
            row.Name,
            row.Municipality,
            row.Category,
            place,
            row.Value is { } value ? FigureDetails.Of(value) : null,
            Thousandths.Shown(row.Target),
            row.Withheld ? null : Achievements.Of(direction, row.Value, row.Target),
            row.Small,
            row.Withheld
        );
}
