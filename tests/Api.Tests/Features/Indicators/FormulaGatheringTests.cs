using Microsoft.EntityFrameworkCore;
using Opora.Api.Tests.Features.Events;
using Opora.Api.Tests.Features.Training;
using Opora.Api.Tests.Support;
using Opora.Domain;
using Opora.Domain.Indicators;
using static Opora.Api.Tests.Features.Events.EventCalls;

namespace Opora.Api.Tests.Features.Indicators;

public sealed class FormulaGatheringTests(ApiFactory api)
{
    [Fact]
    public async Task Events_their_people_and_associations_are_counted_in_formulas_and_a_turnout_wakes_them()
    {
        var region = await FormulaRegion.Make(api, "2021");
        var other = await region.Given.School(region.Place, "СОШ № 5");
        var events = await region.Define("events-own", "events()", IndicatorUnit.Count);
        var reached = await region.Define("reached-own", "reached()", IndicatorUnit.Count);
        var eventsOfAll = await region.Define("events-all", "events()", IndicatorUnit.Count, IndicatorLevel.Region);
        var reachedOfAll = await region.Define("reached-all", "reached()", IndicatorUnit.Count, IndicatorLevel.Region);
        var met = await region.Define("met-municipal", "metmunicipal()", IndicatorUnit.Count);
        var wide = await region.Define("met-wide", "metwide()", IndicatorUnit.Count);
        using var http = await region.Given.Operator();
        var teachers = await region.Given.Teachers(region.School, 3);
        var first = await http.Held(region.Place);
        await http.Record(first, Row(region.School, 4, teachers[..2]), Row(other, 5)).Json();
        var association = await http.Found("Municipal", region.Place);
        await http.Join(association, teachers).Json();
        var meeting = await http.Met(association);
        await http.Record(meeting, Row(region.School, 9, teachers)).Json();
        await region.Compute();
        await Told(events, region.School.Id, 1);
        await Told(reached, region.School.Id, 6);
        await Told(reached, other.Id, 5);
        await Told(eventsOfAll, null, 1);
        await Told(reachedOfAll, null, 11);
        // Those without a name are in no share: only people count.
        await Told(met, region.School.Id, 3);
        await Told(met, other.Id, 0);
        await Told(wide, region.School.Id, 0);

        var second = await http.Held(region.Place, Facts(startsOn: "2021-03-01"));
        await http.Record(second, Row(region.School, 1, teachers)).Json();
        await region.Compute();
        await Told(events, region.School.Id, 2);
        await Told(reached, region.School.Id, 8);
        // Another year: all its people count there.
        await http.PutJson($"{EventRoot}/{second}", Facts(startsOn: "2020-03-01"), 1).Json();
        await region.Compute();
        await Told(events, region.School.Id, 1);
        await Told(reachedOfAll, null, 11);

        Task Told(Indicator indicator, Guid? school, int count) =>
            region.Given.InRegion(async db =>
            {
                var period = Period.CalendarYear(2021);
                var value = await db.IndicatorValues.SingleAsync(
                    v => v.IndicatorId == indicator.Id && v.SchoolId == school && v.Period == period,
                    TestContext.Current.CancellationToken
                );
                value.Measure.ShouldBe(Measure.Count(count));
            });
    }
}
