using System.Text.RegularExpressions;
using Opora.Api.Tests.Support;
using Opora.Domain.Training;
using Opora.Persistence;

namespace Opora.Api.Tests.Persistence;

/// <summary>
/// What keeps scope cheap on 3,000 schools: whoever asks, the list of schools is found by an index on their place, and never by reading
/// the schools of everybody.
/// </summary>
public sealed partial class ScopePlanTests(ApiFactory api)
{
    [Theory]
    [InlineData("operator")]
    [InlineData("coordinator")]
    [InlineData("school")]
    public async Task The_list_of_schools_is_searched_by_place(string who)
    {
        if (TestDatabase.EngineUnderTest != EngineKind.Sqlite)
            return;
        var given = await Given.Region(api);
        var place = await given.Municipality();
        var school = await given.School(place);
        using var http = await (
            who switch
            {
                "operator" => given.Operator(),
                "coordinator" => given.Coordinator(place),
                _ => given.SchoolPerson(school),
            }
        );
        using var count = new StatementCount(api, http);
        (await http.GetJson("/api/v1/schools")).GetProperty("total").GetInt32().ShouldBe(1);
        var lists = count.Statements.Where(s => s.Contains("FROM \"schools\"", StringComparison.Ordinal)).ToList();
        lists.ShouldNotBeEmpty();
        foreach (var statement in lists)
        {
            var plan = await Plan(statement);
            plan.ShouldNotContain(step => SchoolScan().IsMatch(step), $"{statement}\n{string.Join('\n', plan)}");
            plan.ShouldContain(step => step.Contains("SEARCH s USING", StringComparison.Ordinal), string.Join('\n', plan));
        }
    }

    [Fact]
    public async Task The_list_of_one_municipality_is_searched_by_it_and_not_by_the_region()
    {
        if (TestDatabase.EngineUnderTest != EngineKind.Sqlite)
            return;
        var given = await Given.Region(api);
        var place = await given.Municipality();
        await given.School(place);
        using var http = await given.Operator();
        using var count = new StatementCount(api, http);
        (await http.GetJson($"/api/v1/schools?municipality={place.Code}")).GetProperty("total").GetInt32().ShouldBe(1);
        foreach (var statement in count.Statements.Where(s => s.Contains("FROM \"schools\"", StringComparison.Ordinal)))
            (await Plan(statement)).ShouldContain(step =>
                step.StartsWith("SEARCH s USING", StringComparison.Ordinal)
                && step.EndsWith("(RegionCode=? AND MunicipalityCode=?)", StringComparison.Ordinal)
            );
    }

    /// <summary>40,000 teachers: a page is found by an index, and whoever reaches the region reads it in its order, without sorting.</summary>
    [Theory]
    [InlineData("operator")]
    [InlineData("coordinator")]
    [InlineData("school")]
    public async Task The_list_of_teachers_is_searched_by_place(string who)
    {
        if (TestDatabase.EngineUnderTest != EngineKind.Sqlite)
            return;
        var given = await Given.Region(api);
        var place = await given.Municipality();
        var school = await given.School(place);
        await given.Save(new Teacher(school, new TeacherFacts("Образцова Анна", []), new DateOnly(2021, 1, 1)));
        using var http = await (
            who switch
            {
                "operator" => given.Operator(),
                "coordinator" => given.Coordinator(place),
                _ => given.SchoolPerson(school),
            }
        );
        using var count = new StatementCount(api, http);
        (await http.GetJson("/api/v1/teachers?onStaff=true")).GetProperty("total").GetInt32().ShouldBe(1);
        var lists = count.Statements.Where(s => s.Contains("FROM \"teachers\"", StringComparison.Ordinal)).ToList();
        lists.Count.ShouldBe(2);
        foreach (var statement in lists)
        {
            var plan = await Plan(statement);
            var told = $"{statement}\n{string.Join('\n', plan)}";
            plan.ShouldNotContain(step => step.StartsWith("SCAN t", StringComparison.Ordinal), told);
            plan.ShouldContain(step => step.StartsWith("SEARCH t USING", StringComparison.Ordinal), told);
            if (who == "operator")
                plan.ShouldNotContain("USE TEMP B-TREE FOR ORDER BY", told);
        }
    }

    private Task<List<string>> Plan(string statement) => QueryPlan.Of(api, statement);

    [GeneratedRegex("^SCAN s( USING (?!COVERING)|$)", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 200)]
    private static partial Regex SchoolScan();
}
