using System.Net;
using Opora.Api.Tests.Support;

namespace Opora.Api.Tests.Platform;

public sealed class HealthTests(ApiFactory api)
{
    [Theory]
    [InlineData("/health/live")]
    [InlineData("/health/ready")]
    public async Task Answers_anybody(string address)
    {
        using var http = api.CreateClient();
        using var response = await http.GetAsync(address, TestContext.Current.CancellationToken);
        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).ShouldBe("ok");
    }
}
