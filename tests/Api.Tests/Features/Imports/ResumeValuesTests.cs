using System.Text;
using Microsoft.EntityFrameworkCore;
using Opora.Api.Features.Imports.Jobs;
using Opora.Api.Tests.Support;
using Opora.Domain;
using Opora.Domain.Imports;
using Opora.Domain.Indicators;

namespace Opora.Api.Tests.Features.Imports;

/// <summary>A process that dies in the middle of a file of values, and the next one that goes on.</summary>
public sealed class ResumeValuesTests
{
    private const int Rows = 2_400;
    private const int Years = 20;

    [Theory]
    [InlineData("atomic")]
    [InlineData("partial")]
    public async Task Another_process_goes_on_loading_at_the_checkpoint(string mode)
    {
        await using var dying = await ImportProcess.Start();
        await using var next = dying.Another();
        var given = await Given.Region(dying);
        using var http = await given.Operator(next);
        var table = Encoding.UTF8.GetBytes(await Table(given));
        var details = await http.Upload("indicator-values", table, $"&mode={mode}").Json(System.Net.HttpStatusCode.Accepted);
        var first = (await dying.Take())!;
        await dying.DieAt(first, run => run is { Step: ImportStep.Loading, RowsDone: > 2_001 });
        await given.InRegion(async db => (await db.IndicatorValues.CountAsync()).ShouldBe(2_000, "what was not committed is gone"));

        dying.Clock.Advance(ImportRunner.Lease + TimeSpan.FromSeconds(1));
        await next.Work((await next.Take())!);
        var import = await http.Imported(details.GetProperty("id").GetGuid());
        import.State().ShouldBe("succeeded", import.ToString());
        import.Counts().ShouldBe([Rows, Rows, 0, 0, 0]);
        await given.InRegion(async db =>
        {
            (await db.IndicatorValues.Select(v => v.SourceRow).Distinct().CountAsync()).ShouldBe(Rows, "every row once");
            (await db.IndicatorValueRevisions.CountAsync()).ShouldBe(0);
        });
        // More than one portion of rows goes back.
        var version = import.GetProperty("version").GetInt32();
        await http.PostJson($"/api/v1/imports/{import.GetProperty("id").GetGuid()}/rollback", new { }, version).Json();
        await given.InRegion(async db => (await db.IndicatorValues.CountAsync()).ShouldBe(0));
    }

    private static async Task<string> Table(Given given)
    {
        var place = await given.Municipality();
        var set = new IndicatorSet(given.RegionCode, "yel", new IndicatorSetFacts("Целевые показатели", null));
        var indicator = GivenIndicators.Share(set, "yel-01", 1, m => m with { Breakdown = BreakdownKind.Grade }, new DateOnly(1990, 1, 1));
        var years = Enumerable.Range(2000, Years).Select(Period.CalendarYear).ToList();
        await given.Save(set);
        await given.Save([indicator, .. years.Select(y => new IndicatorPeriod(set, y, null))]);
        var parts = Breakdown.PartsOf(BreakdownKind.Grade);
        var table = new StringBuilder("Код показателя;Код школы;Период;Разрез;Числитель;Знаменатель\n");
        for (var number = 0; number * years.Count * parts.Count < Rows; number++)
        {
            var school = await given.School(place, $"СОШ № {number}");
            foreach (var year in years)
            foreach (var part in parts)
                table.Append($"yel-01;{school.Code};{year};{part};{number};43\n");
        }
        return table.ToString();
    }
}
