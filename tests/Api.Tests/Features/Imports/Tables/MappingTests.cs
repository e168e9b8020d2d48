using System.Reflection;
using Opora.Api.Features.Imports.Tables;
using Opora.Api.Tests.Support;
using Opora.Domain.Imports;

namespace Opora.Api.Tests.Features.Imports.Tables;

[AnyEngine]
public sealed class MappingTests
{
    static readonly MappingSpec Tall = new()
    {
        Constants = new Dictionary<string, string> { ["assessment"] = "ЕГЭ", ["grade"] = "11" },
        Columns = new Dictionary<string, string>
        {
            ["schoolCode"] = "A",
            ["subject"] = "B",
            ["year"] = "C",
            ["mean"] = "D",
            ["participants"] = "E",
        },
    };

    [Fact]
    public void A_mapping_survives_being_stored()
    {
        var spec = MappingSpec.FromJson(
            """{"sheet":"Лист1","headerRow":1,"firstRow":3,"constants":{"grade":"11"},"columns":{"subject":"A"},"series":[{"constants":{"year":"2018"},"columns":{"mean":"B"}}]}"""
        );
        spec.FirstRow.ShouldBe(3);
        spec.Series.ShouldHaveSingleItem().Columns["mean"].ShouldBe("B");
        MappingSpec.FromJson(spec.ToJson()).ToJson().ShouldBe(spec.ToJson());
        spec.ToJson().ShouldContain("Лист1");
        Should.Throw<System.Text.Json.JsonException>(() => MappingSpec.FromJson("""{"colums":{}}"""));
        Should.Throw<System.Text.Json.JsonException>(() => MappingSpec.FromJson("null"));
    }

    [Fact]
    public void Names_of_kinds_go_both_ways()
    {
        foreach (var kind in Enum.GetValues<ImportKind>())
            ImportKinds.Named(kind.Name()).ShouldBe(kind);
        ImportKinds.Named("Schools").ShouldBeNull();
        ImportKinds.All.ShouldBe(["exam-results", "schools", "municipalities", "cohort-members", "indicator-values", "teachers"]);
    }

    [Fact]
    public void Accepts_a_complete_mapping()
    {
        CompiledMapping.Compile(ImportKind.ExamResults, Tall, 5, out var problems).ShouldNotBeNull();
        problems.ShouldBeEmpty();
    }

    [Fact]
    public void Names_everything_that_is_wrong_at_once()
    {
        var spec = Tall with
        {
            Constants = new Dictionary<string, string>
            {
                ["grade"] = "11",
                ["year"] = "2019",
                ["colour"] = "red",
            },
            Columns = new Dictionary<string, string>
            {
                ["schoolCode"] = "A",
                ["subject"] = "A",
                ["year"] = "C",
                ["mean"] = "F",
                ["participants"] = "?",
            },
        };
        CompiledMapping.Compile(ImportKind.ExamResults, spec, 5, out var problems).ShouldBeNull();
        problems
            .Select(p => (p.Code, p.Pointer))
            .ShouldBe(
                [
                    ("unknown-property", "/constants/colour"),
                    ("unknown-column", "/columns/mean"),
                    ("unknown-column", "/columns/participants"),
                    ("duplicate-in-payload", "/constants/year"),
                    ("duplicate-in-payload", "/columns/schoolCode"),
                    ("duplicate-in-payload", "/columns/subject"),
                    ("column-missing", "/columns/assessment"),
                ],
                ignoreOrder: true
            );
        problems.ShouldAllBe(p => p.Message.EndsWith('.'));
        problems.Single(p => p.Pointer == "/columns/mean").Message.ShouldContain("последний столбец — E");
    }

    [Fact]
    public void Says_what_is_missing()
    {
        CompiledMapping.Compile(ImportKind.ExamResults, new(), 5, out var problems).ShouldBeNull();
        problems
            .Select(p => p.Pointer)
            .ShouldBe([
                "/columns/year",
                "/columns/assessment",
                "/columns/subject",
                "/columns/grade",
                "/columns/schoolCode",
                "/columns/mean",
            ]);
        problems.ShouldAllBe(p => p.Code == "column-missing");
        CompiledMapping.Compile(ImportKind.Schools, new(), 5, out problems).ShouldBeNull();
        problems
            .Select(p => p.Pointer)
            .ShouldBe(["/columns/code", "/columns/name", "/columns/kind", "/columns/locality", "/columns/municipalityCode"]);
    }

    [Fact]
    public void Checks_each_series_with_what_the_row_gives()
    {
        var spec = Tall with
        {
            Columns = new Dictionary<string, string> { ["schoolCode"] = "A", ["subject"] = "B" },
            Series =
            [
                new()
                {
                    Constants = new Dictionary<string, string> { ["year"] = "2018" },
                    Columns = new Dictionary<string, string> { ["mean"] = "D" },
                },
                new() { Columns = new Dictionary<string, string> { ["mean"] = "B" } },
            ],
        };
        CompiledMapping.Compile(ImportKind.ExamResults, spec, 5, out var problems).ShouldBeNull();
        problems
            .Select(p => (p.Code, p.Pointer))
            .ShouldBe([("duplicate-in-payload", "/series/1/columns/mean"), ("column-missing", "/series/1/columns/year")]);
    }

    [Fact]
    public void Refuses_data_above_the_header()
    {
        CompiledMapping.Compile(ImportKind.ExamResults, Tall with { HeaderRow = 5, FirstRow = 5 }, 5, out var problems).ShouldBeNull();
        problems.ShouldHaveSingleItem().Pointer.ShouldBe("/firstRow");
    }

    [Theory]
    [InlineData(ImportKind.ExamResults, typeof(ExamResultField))]
    [InlineData(ImportKind.Schools, typeof(SchoolField))]
    [InlineData(ImportKind.Municipalities, typeof(MunicipalityField))]
    [InlineData(ImportKind.CohortMembers, typeof(CohortMemberField))]
    [InlineData(ImportKind.IndicatorValues, typeof(ValueField))]
    public void Constants_of_fields_are_their_places_in_the_catalogue(ImportKind kind, Type constants)
    {
        var fields = FieldCatalog.Of(kind).Fields;
        var declared = constants.GetFields(BindingFlags.Public | BindingFlags.Static).Where(f => f.IsLiteral).ToList();
        declared.Count.ShouldBe(fields.Count);
        foreach (var constant in declared)
            fields[(int)constant.GetRawConstantValue()!].Name.ShouldBe(char.ToLowerInvariant(constant.Name[0]) + constant.Name[1..]);
    }
}
