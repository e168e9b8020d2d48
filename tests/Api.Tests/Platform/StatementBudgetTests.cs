using Opora.Api.Tests.Support;
using Opora.Domain.Access;
using Opora.Domain.Places;

namespace Opora.Api.Tests.Platform;

/// <summary>A list costs as many statements for many rows as for few.</summary>
public sealed class StatementBudgetTests(ApiFactory api)
{
    /// <summary>
    /// Who calls, the count, the page, and two more for what a list needs besides. A pull asks once more: for published results, then for
    /// schools and their results, until the page is full.
    /// </summary>
    private const int Budget = 6;

    [Fact]
    public async Task Every_list_keeps_its_budget()
    {
        var own = await OwnRegion.Make(api);
        var http = await own.Caller(Role.Operator);
        List<string> over = [];
        for (var number = 1; number <= 20; number++)
            await own.Given.School(own.Place, $"СОШ № {number}");
        foreach (var route in Lists())
        {
            // What is kept ready is made ready by the first call.
            (await http.SendAsync(own.Request(route), Cancel)).Dispose();
            using var count = new StatementCount(api, http);
            (await http.SendAsync(own.Request(route), Cancel)).EnsureSuccessStatusCode().Dispose();
            if (count.Count > Budget)
                over.Add($"{route}: {count.Count}\n{string.Join("\n", count.Statements)}");
        }
        over.ShouldBeEmpty();
    }

    [Fact]
    public async Task Every_route_that_reads_costs_less_than_eight_statements()
    {
        var own = await OwnRegion.Make(api);
        var http = await own.Caller(Role.Operator);
        List<string> over = [];
        foreach (var route in Route.All(api).Where(r => !r.IsUnsafe))
        {
            (await http.SendAsync(own.Request(route), Cancel)).Dispose();
            using var count = new StatementCount(api, http);
            (await http.SendAsync(own.Request(route), Cancel)).Dispose();
            if (count.Count >= 8)
                over.Add($"{route}: {count.Count}\n{string.Join("\n", count.Statements)}");
        }
        over.ShouldBeEmpty();
    }

    /// <summary>
    /// «The first of …» as a whole object is translated into a join with every row of the table, numbered first: SQLite then reads the whole
    /// table for one name. Asked for by its columns it is a search by key.
    /// </summary>
    [Fact]
    public async Task No_route_that_reads_numbers_the_rows_of_a_table()
    {
        var own = await OwnRegion.Make(api);
        var http = await own.Caller(Role.Operator);
        List<string> numbering = [];
        foreach (var route in Route.All(api).Where(r => !r.IsUnsafe))
        {
            using var count = new StatementCount(api, http);
            (await http.SendAsync(own.Request(route), Cancel)).Dispose();
            numbering.AddRange(
                count.Statements.Where(s => s.Contains("ROW_NUMBER", StringComparison.Ordinal)).Select(s => $"{route}\n{s}")
            );
        }
        numbering.ShouldBeEmpty();
    }

    [Fact]
    public async Task The_card_of_a_school_keeps_its_budget_whatever_its_history()
    {
        var given = await Given.Region(api);
        var place = await given.Municipality();
        var school = await given.School(place, with: f => f with { Kind = SchoolKind.Lyceum });
        using var http = await given.Operator();
        using var count = new StatementCount(api, http);
        await http.GetJson($"/api/v1/schools/{school.Id}");
        count.Count.ShouldBeLessThanOrEqualTo(Budget);
    }

    private List<Route> Lists() =>
        [.. Route.All(api).Where(r => !r.IsUnsafe && (r.IsPaged || r.Name.StartsWith("List", StringComparison.Ordinal)))];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;
}
