using System.Net;
using System.Text;
using Opora.Api.Batches;
using Opora.Api.Features.Results.Batches;
using Opora.Api.Tests.Support;

namespace Opora.Api.Tests.Features.Results;

public sealed class BatchFaultTests(ApiFactory api)
{
    private const string Good = "\"schoolCode\":\"SCHOOL\",\"year\":2019,\"assessment\":\"VPR\",\"subject\":\"russian\",\"grade\":5";

    [Theory]
    [InlineData("{GOOD,\"mean\":\"73\"}", "/mean number-invalid")]
    [InlineData("{GOOD,\"mean\":true}", "/mean number-invalid")]
    [InlineData("{GOOD,\"mean\":3.2885}", "/mean decimals-too-many")]
    [InlineData("{GOOD,\"mean\":3.00000000000000000000000000000000001}", "/mean decimals-too-many")]
    [InlineData("{GOOD,\"mean\":1e400}", "/mean out-of-range")]
    [InlineData("{GOOD,\"mean\":512}", "/mean out-of-range")]
    [InlineData("{GOOD,\"mean\":4,\"participants\":-1}", "/participants out-of-range")]
    [InlineData("{GOOD,\"mean\":4,\"participants\":7.5}", "/participants number-invalid")]
    [InlineData("{GOOD,\"mean\":4,\"participants\":5,\"belowThreshold\":6}", "/belowThreshold below-exceeds-participants")]
    [InlineData("{GOOD,\"mean\":4,\"sitting\":7}", "/sitting text-invalid")]
    [InlineData("{GOOD,\"mean\":4,\"sitting\":\"\\u0000\"}", "/sitting text-invalid")]
    [InlineData("{GOOD,\"mean\":4,\"meen\":4}", "/meen unknown-property")]
    [InlineData("{GOOD,\"mean\":4,\"a/b~\":{\"c\":[1]}}", "/a~1b~0 unknown-property")]
    [InlineData("{GOOD,\"mean\":4,\"mean\":4}", "/mean duplicate-property")]
    [InlineData("{GOOD}", "/mean value-missing")]
    [InlineData("{GOOD,\"mean\":null,\"participants\":null}", "/mean value-missing")]
    [InlineData("{GOOD,\"participants\":20,\"marks\":{\"2\":1,\"3\":2,\"4\":3,\"5\":4}}", "/marks marks-sum")]
    [InlineData("{GOOD,\"marks\":{\"2\":1,\"3\":2,\"4\":3}}", "/marks/5 value-missing")]
    [InlineData("{GOOD,\"marks\":{\"1\":1,\"2\":1,\"3\":2,\"4\":3,\"5\":1}}", "/marks/1 unknown-property")]
    [InlineData("{GOOD,\"marks\":{\"2\":\"1\",\"3\":2,\"4\":3,\"5\":1}}", "/marks/2 number-invalid")]
    [InlineData("{GOOD,\"marks\":[1,2,3,4]}", "/marks object-invalid")]
    [InlineData("{GOOD,\"marksPercent\":{\"2\":7,\"3\":20,\"4\":40,\"5\":40}}", "/marksPercent marks-percent-sum")]
    [InlineData("{GOOD,\"marksPercent\":{\"2\":0.001,\"3\":20,\"4\":40,\"5\":40}}", "/marksPercent/2 decimals-too-many")]
    [InlineData(
        "{GOOD,\"marks\":{\"2\":1,\"3\":1,\"4\":1,\"5\":1},\"marksPercent\":{\"2\":25,\"3\":25,\"4\":25,\"5\":25}}",
        "/marksPercent marks-ambiguous"
    )]
    [InlineData("{GOOD,\"placeCode\":\"1\",\"mean\":4}", "/placeCode place-ambiguous")]
    [InlineData("{\"year\":2019,\"assessment\":\"VPR\",\"subject\":\"russian\",\"grade\":5,\"mean\":4}", "/schoolCode required")]
    [InlineData(
        "{\"schoolCode\":\"SCHOOL\",\"year\":null,\"assessment\":\"VPR\",\"subject\":\"russian\",\"grade\":5,\"mean\":4}",
        "/year required"
    )]
    [InlineData(
        "{\"schoolCode\":\"SCHOOL\",\"year\":2019,\"assessment\":\"vpr\",\"subject\":\"russian\",\"grade\":5,\"mean\":4}",
        "/assessment assessment-unknown"
    )]
    [InlineData(
        "{\"schoolCode\":\"SCHOOL\",\"year\":2019,\"assessment\":\"VPR\",\"subject\":\"alchemy\",\"grade\":5,\"mean\":4}",
        "/subject subject-unknown"
    )]
    [InlineData(
        "{\"schoolCode\":\"SCHOOL\",\"year\":1999,\"assessment\":\"VPR\",\"subject\":\"russian\",\"grade\":12,\"mean\":4}",
        "/year out-of-range",
        "/grade out-of-range"
    )]
    [InlineData(
        "{\"schoolCode\":12,\"year\":\"2019\",\"assessment\":1,\"subject\":null,\"grade\":5,\"mean\":\"4\"}",
        "/schoolCode text-invalid",
        "/year number-invalid",
        "/assessment text-invalid",
        "/mean number-invalid",
        "/subject required"
    )]
    [InlineData("[1]", " object-invalid")]
    [InlineData("null", " object-invalid")]
    public async Task Tells_what_is_wrong_and_takes_the_item_beside_it(string item, params string[] faults)
    {
        var given = await Given.Region(api);
        var school = await given.School(await given.Municipality());
        using var http = await given.Operator();
        var wrong = item.Replace("GOOD", Good, StringComparison.Ordinal).Replace("SCHOOL", school.Code, StringComparison.Ordinal);
        var right = $"{{{Good},\"mean\":3.288}}"
            .Replace("SCHOOL", school.Code, StringComparison.Ordinal)
            .Replace(":5,", ":6,", StringComparison.Ordinal);

        var refused = await http.PostText($"{{\"items\":[{right},{wrong}]}}").AssertProblem(422, "batch-rejected");
        refused.Faults().ShouldBe([.. faults.Select(f => "/items/1" + f)]);
        refused.GetProperty("errors")[0].GetProperty("index").GetInt32().ShouldBe(1);
        refused.GetProperty("errors")[0].GetProperty("message").GetString().ShouldNotBeNullOrWhiteSpace();
        refused.Outcome().ShouldBe([2, 0, 0, 0, 2]);
    }

    [Fact]
    public async Task Names_the_nearest_field_and_shows_what_was_sent()
    {
        var given = await Given.Region(api);
        var school = await given.School(await given.Municipality());
        using var http = await given.Operator();

        var refused = await http.PostBatch("", school.Item(("shoolCode", "1")), school.Item(("mean", 512), ("grade", 10)))
            .AssertProblem(422, "batch-rejected");
        var (unknown, mean) = (refused.GetProperty("errors")[0], refused.GetProperty("errors")[2]);
        unknown.GetProperty("allowed").GetString().ShouldBe("schoolCode");
        unknown.GetProperty("value").GetString().ShouldBe("shoolCode");
        mean.GetProperty("value").GetString().ShouldBe("512");
        mean.GetProperty("allowed").GetString().ShouldBe("0..100");
    }

    [Fact]
    public async Task Duplicates_are_told_for_all_of_them_and_none_is_taken()
    {
        var given = await Given.Region(api);
        var school = await given.School(await given.Municipality());
        using var http = await given.Operator();

        var answer = await http.PostBatch(
                "?mode=partial",
                school.Item(),
                school.Item(("subject", "physics")),
                school.Item(("mean", 72)),
                school.Item(("sitting", null), ("mean", 73))
            )
            .Json(HttpStatusCode.MultiStatus);
        answer.Outcome().ShouldBe([4, 1, 0, 0, 3]);
        answer.Faults().ShouldBe(["/items/0 duplicate-in-payload", "/items/2 duplicate-in-payload", "/items/3 duplicate-in-payload"]);
        answer.GetProperty("errors")[0].GetProperty("message").GetString()!.ShouldContain("0, 2, 3");
        answer.GetProperty("errorsByCode")[0].GetProperty("count").GetInt32().ShouldBe(3);
    }

    [Theory]
    [InlineData("")]
    [InlineData("мусор")]
    [InlineData("{\"items\":[")]
    [InlineData("{\"items\":[]} лишнее")]
    [InlineData("{\"items\":{}}")]
    [InlineData("{\"items\":[{}],\"items\":[{}]}")]
    [InlineData("{\"item\":[]}")]
    [InlineData("{\"items\":[{\"sitting\":\"\\ud800\"}]}")]
    [InlineData("[]")]
    public async Task A_body_that_cannot_be_read_is_malformed(string text)
    {
        using var http = await (await Given.Region(api)).Operator();
        await http.PostText(text).AssertProblem(400, "malformed");
    }

    [Fact]
    public async Task Nothing_too_much_and_another_encoding_are_refused_clearly()
    {
        var given = await Given.Region(api);
        var school = await given.School(await given.Municipality());
        using var http = await given.Operator();

        await http.PostBatch("").AssertProblem(400, "validation");
        var many = Enumerable.Range(0, 5_001).Select(_ => school.Item());
        await http.PostBatch("", many).AssertProblem(422, "too-many-items");
        await http.PostText("{\"items\":[" + new string(' ', 8 * 1024 * 1024) + "]}").AssertProblem(413, "too-large");
        await http.PostText("{}", "text/plain").AssertProblem(415, "media-type");
        using var other = new StringContent("{}", Encoding.UTF8, "application/json");
        other.Headers.ContentType!.CharSet = "windows-1251";
        await http.PostAsync(BatchCalls.Address, other, TestContext.Current.CancellationToken).AssertProblem(415, "media-type");
        using var packed = new StringContent("{}", Encoding.UTF8, "application/json");
        packed.Headers.ContentEncoding.Add("gzip");
        var refusal = await http.PostAsync(BatchCalls.Address, packed, TestContext.Current.CancellationToken)
            .AssertProblem(415, "media-type");
        refusal.GetProperty("detail").GetString()!.ShouldContain("gzip");
        using var bytes = new ByteArrayContent([.. "{\"items\":[{\"sitting\":\""u8, 0xCF, 0xF0, .. "\"}]}"u8]);
        bytes.Headers.ContentType = new("application/json");
        await http.PostAsync(BatchCalls.Address, bytes, TestContext.Current.CancellationToken).AssertProblem(400, "malformed");
    }

    [Fact]
    public async Task A_byte_order_mark_is_passed_over()
    {
        var given = await Given.Region(api);
        var school = await given.School(await given.Municipality());
        using var http = await given.Operator();
        var item = $"{{{Good},\"mean\":4}}".Replace("SCHOOL", school.Code, StringComparison.Ordinal);
        (await http.PostText($"\uFEFF{{\"items\":[{item}]}}").Json(HttpStatusCode.OK)).Outcome().ShouldBe([1, 1, 0, 0, 0]);
    }

    [Theory]
    [InlineData("0", 3, NumberFit.Fits, 0)]
    [InlineData("-0.0", 0, NumberFit.Fits, 0)]
    [InlineData("3.288", 3, NumberFit.Fits, 3_288)]
    [InlineData("3.2880", 3, NumberFit.Fits, 3_288)]
    [InlineData("-71.1", 3, NumberFit.Fits, -71_100)]
    [InlineData("7.11e1", 3, NumberFit.Fits, 71_100)]
    [InlineData("711E-1", 3, NumberFit.Fits, 71_100)]
    [InlineData("100200", 3, NumberFit.Fits, 100_200_000)]
    [InlineData("73.0", 0, NumberFit.Fits, 73)]
    [InlineData("1e-30", 3, NumberFit.TooManyDecimals, 0)]
    [InlineData("0.0001", 3, NumberFit.TooManyDecimals, 0)]
    [InlineData("1000000000", 0, NumberFit.TooLarge, 0)]
    [InlineData("1e999999999999", 0, NumberFit.TooLarge, 0)]
    public void Numbers_are_read_exactly(string token, int decimals, object fit, int scaled)
    {
        ExactNumber.Read(Encoding.ASCII.GetBytes(token), decimals, out var read).ShouldBe((NumberFit)fit);
        read.ShouldBe(scaled);
    }
}
