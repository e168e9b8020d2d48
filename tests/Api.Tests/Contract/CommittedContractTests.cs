using Microsoft.Extensions.DependencyInjection;
using Opora.Api.Http;
using Opora.Api.Tests.Support;

namespace Opora.Api.Tests.Contract;

[AnyEngine]
public sealed class CommittedContractTests(ApiFactory api)
{
    /// <summary>Set to 1, the test writes the file instead of judging it: <c>infra/contract.sh</c>.</summary>
    private const string WriteSwitch = "OPORA_WRITE_CONTRACT";

    [Fact]
    public async Task The_committed_contract_is_what_the_routes_say()
    {
        var file = SourceTree.At("openapi.yaml");
        var made = api.Services.GetRequiredService<OpenApi.ContractText>().Yaml;
        if (Environment.GetEnvironmentVariable(WriteSwitch) == "1")
            await File.WriteAllTextAsync(file, made, TestContext.Current.CancellationToken);

        var committed = await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken);
        var difference = FirstDifference(committed.Split('\n'), made.Split('\n'));
        difference.ShouldBeNull("Run infra/contract.sh and commit openapi.yaml.");
    }

    [Fact]
    public async Task The_product_serves_it_and_a_page_to_read_it()
    {
        using var http = api.CreateClient();
        var cancel = TestContext.Current.CancellationToken;
        (await http.GetStringAsync("/api/openapi.yaml", cancel)).ShouldStartWith("openapi:");
        (await http.GetStringAsync("/api/openapi.json", cancel)).ShouldStartWith("{");
        var page = await http.GetStringAsync("/api/docs/index.html", cancel);
        page.ShouldNotContain("<script>", Case.Insensitive, "The content security policy lets only scripts from files run.");
        page.ShouldNotContain("http://", Case.Insensitive, "Everything comes from the product itself.");
        (await http.GetStringAsync("/api/docs/swagger-ui-bundle.js", cancel)).Length.ShouldBeGreaterThan(100_000);
    }

    private static string? FirstDifference(string[] committed, string[] made)
    {
        for (var line = 0; line < Math.Max(committed.Length, made.Length); line++)
        {
            var (was, now) = (committed.ElementAtOrDefault(line), made.ElementAtOrDefault(line));
            if (!string.Equals(was, now, StringComparison.Ordinal))
                return $"line {line + 1}: committed «{was}», made «{now}»";
        }
        return null;
    }
}
