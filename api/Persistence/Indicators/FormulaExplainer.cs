using Microsoft.Extensions.DependencyInjection;
using Opora.Domain;
using Opora.Domain.Indicators;
using Opora.Domain.Indicators.Formulas;
using Opora.Domain.Places;

namespace Opora.Persistence.Indicators;

/// <summary>
/// Explains values of formulas. It reads in the scope of the region, as the computation does, so that both come to the same figure; who
/// asks must reach the place, and is shown rows of schools in reach only.
/// </summary>
public sealed class FormulaExplainer(IServiceScopeFactory scopes)
{
    /// <summary>How the value of an indicator at a place comes about; null when no formula computes it there.</summary>
    public async Task<FormulaStep?> Explain(Guid indicatorId, Place place, Period period, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentScope>().Become(Actor.System, Scope.OfRegion(place.RegionCode));
        var db = scope.ServiceProvider.GetRequiredService<AppDbContext>();
        var formulas = (await FormulaModel.Read(db, place.RegionCode, cancellationToken)).For(period);
        if (formulas.All.FirstOrDefault(i => i.Id == indicatorId) is not { Formula: { } formula } indicator)
            return null;
        var facts = new FormulaFacts(db, new RegionFacts(db, place.RegionCode, new KeptWorks(), below: 0), formulas);
        if (place.SchoolId is { } school)
        {
            await facts.ReadSchools([school], cancellationToken);
            return formula.Explain(facts.ForSchool(school));
        }
        await facts.ReadPlaces([indicator], [IndicatorValue.KeyOf(place)], cancellationToken);
        return formula.Explain(facts.ForPlace(place.MunicipalityCode));
    }
}
