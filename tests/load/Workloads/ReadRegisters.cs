using System.Globalization;

namespace Opora.Load.Workloads;

/// <summary>W8: pages of the registers of people and training, signed in as the operator of the whole region, from sixteen connections.</summary>
internal static class ReadRegisters
{
    private const int Connections = 16;

    /// <summary>Everything that a person opens in the section, by the workload's name.</summary>
    public static async Task<IReadOnlyDictionary<string, string>> Addresses(Instance instance, SampleData data)
    {
        var run = (await instance.Operator.Get("/api/v1/course-runs?pageSize=1")).GetProperty("items")[0].GetProperty("id").GetString();
        var year = string.Create(
            CultureInfo.InvariantCulture,
            $"from={RegisterRows.FinishedYear}-01-01&until={RegisterRows.FinishedYear}-12-31"
        );
        return new Dictionary<string, string>
        {
            ["W8 teachers"] = "/api/v1/teachers?pageSize=50",
            ["W8 teachers of a name"] = "/api/v1/teachers?search=" + Uri.EscapeDataString("иванова анна") + "&pageSize=50",
            ["W8 teachers of a municipality"] = $"/api/v1/teachers?municipality={data.MunicipalityOf(1)}&subject=russian&pageSize=50",
            ["W8 courses"] = "/api/v1/courses?pageSize=50",
            ["W8 runs"] = "/api/v1/course-runs?pageSize=50",
            ["W8 people of a run"] = $"/api/v1/enrolments?run={run}&pageSize=200",
            ["W8 coverage by municipality"] = $"/api/v1/training-coverage?by=Municipality&{year}",
            ["W8 coverage by school"] = $"/api/v1/training-coverage?by=School&{year}",
            ["W8 calendar of a month"] = $"/api/v1/calendar?from={RegisterRows.FinishedYear}-03-01&to={RegisterRows.FinishedYear}-03-31",
            ["W8 coverage by subject"] = $"/api/v1/training-coverage?by=Subject&{year}",
        };
    }

    /// <summary>Milliseconds of each request.</summary>
    public static async Task<List<double>> Run(Instance instance, string address, int requestsEach)
    {
        var ours = new Uri(instance.Api.Address, address);
        await Rush.Run(ours, instance.Operator.CookieHeader, Connections, Math.Max(1, requestsEach / 4));
        return (await Rush.Run(ours, instance.Operator.CookieHeader, Connections, requestsEach)).Milliseconds;
    }
}
