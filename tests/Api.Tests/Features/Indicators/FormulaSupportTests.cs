using Microsoft.EntityFrameworkCore;
using Opora.Api.Tests.Features.Support;
using Opora.Api.Tests.Support;
using Opora.Domain;
using Opora.Domain.Indicators;
using Opora.Domain.Support;
using static Opora.Api.Tests.Features.Support.SupportCalls;

namespace Opora.Api.Tests.Features.Indicators;

public sealed class FormulaSupportTests(ApiFactory api)
{
    private static readonly DateOnly Today = new(2021, 9, 1);

    [Fact]
    public async Task Children_visits_and_consultations_of_the_period_are_counted_and_a_new_session_wakes_the_formula()
    {
        var region = await FormulaRegion.Make(api, "2020");
        var other = await region.Given.School(region.Place, "СОШ № 5");
        var examined = await region.Define("examined-own", "examined()", IndicatorUnit.Count);
        var visits = await region.Define("visits-own", "visits()", IndicatorUnit.Count);
        var all = await region.Define("examined-all", "examined()", IndicatorUnit.Count, IndicatorLevel.Region);
        var consulted = await region.Define("consulted-all", "consulted()", IndicatorUnit.Count, IndicatorLevel.Region);
        var (centre, _) = await region.Given.Centre(region.Place);
        using var http = await region.Given.Operator();
        var card = await http.Assigned(region.School, centre);
        card = await http.Act(card, "sessions", Session("2020-10-12", 14)).Json();
        card = await http.Act(card, "sessions", Session("2021-02-01", 30)).Json();
        await http.Act(await http.Assigned(other, centre), "sessions", Session("2020-11-02", 6)).Json();
        await region.Given.Save(
            new SupportVisit(region.School, new VisitFacts(new(2020, 11, 18), centre.Id, "Десант", 6, 11, null), Today),
            new SupportVisit(region.School, new VisitFacts(new(2021, 3, 18), centre.Id, "Десант", 6, 11, null), Today),
            new Consultation(other, new ConsultationFacts(new(2020, 12, 3), ConsultationAudience.Parents, 24, "Экзамены", null), Today)
        );
        await region.Compute();
        await Told(examined, region.School.Id, 14);
        await Told(examined, other.Id, 6);
        await Told(visits, region.School.Id, 1);
        await Told(visits, other.Id, 0);
        await Told(all, null, 20);
        // Two sessions of the period with two teachers and three parents each, and one meeting of parents.
        await Told(consulted, null, 34);

        await http.Act(card, "sessions", Session("2020-10-19", 10, returning: 6)).Json();
        await region.Compute();
        await Told(examined, region.School.Id, 18);
        await Told(all, null, 24);

        Task Told(Indicator indicator, Guid? school, int count) =>
            region.Given.InRegion(async db =>
            {
                var period = Period.CalendarYear(2020);
                var value = await db.IndicatorValues.SingleAsync(
                    v => v.IndicatorId == indicator.Id && v.SchoolId == school && v.Period == period,
                    TestContext.Current.CancellationToken
                );
                value.Measure.ShouldBe(Measure.Count(count));
            });
    }
}
