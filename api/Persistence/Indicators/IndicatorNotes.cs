using Opora.Domain;
using Opora.Domain.Indicators;

namespace Opora.Persistence.Indicators;

/// <summary>
/// The one way to say that something computed from values of indicators is out of date. Notes are added in the transaction that makes
/// the change; whoever computes takes them away again. A note is added even where the same one stands already: that one may just have
/// been read by somebody who has not seen this change.
/// </summary>
public static class IndicatorNotes
{
    /// <summary>Notes that values or targets of an indicator in a period changed: its kept-ready figures are to be told anew.</summary>
    public static void MarkIndicator(this AppDbContext db, string regionCode, Guid indicatorId, Period period) =>
        db.DirtyIndicators.Add(
            new DirtyIndicator
            {
                Id = Guid.CreateVersion7(),
                RegionCode = regionCode,
                IndicatorId = indicatorId,
                Period = period,
            }
        );

    /// <summary>Notes that a value changed which formulas may use; when others of its place and period did, too, it stands for all of them.</summary>
    public static void MarkInput(this AppDbContext db, IndicatorValue value, bool narrow = true) =>
        db.FormulaNotes.Add(
            new FormulaNote
            {
                Id = Guid.CreateVersion7(),
                RegionCode = value.RegionCode,
                SchoolId = value.SchoolId,
                MunicipalityCode = value.MunicipalityCode,
                Period = value.Period,
                InputId = narrow ? value.IndicatorId : null,
            }
        );

    /// <summary>Notes that a formula is new or was changed: it is to be computed everywhere.</summary>
    public static void MarkFormula(this AppDbContext db, Indicator indicator) =>
        db.FormulaNotes.Add(
            new FormulaNote
            {
                Id = Guid.CreateVersion7(),
                RegionCode = indicator.RegionCode,
                IndicatorId = indicator.Id,
            }
        );
}
