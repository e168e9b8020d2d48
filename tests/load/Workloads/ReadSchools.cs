namespace Opora.Load.Workloads;

/// <summary>W4: one school by id and one filtered page of the list, signed in and scoped, from sixteen connections.</summary>
internal static class ReadSchools
{
    private const int Connections = 16;

    /// <summary>Requests a second of the product and of a bare server that sends the same bytes.</summary>
    public sealed record Pass(double Ours, double Limit, List<double> Milliseconds);

    /// <summary>The addresses that are asked for, by the workload's name.</summary>
    public static async Task<IReadOnlyDictionary<string, string>> Addresses(Instance instance, SampleData data)
    {
        var list = $"/api/v1/schools?municipality={data.MunicipalityOf(0)}&pageSize=25&sort=name";
        var page = await instance.Operator.Get(list);
        return new Dictionary<string, string>
        {
            ["W4 one school"] = "/api/v1/schools/" + page.GetProperty("items")[0].GetProperty("id").GetString(),
            ["W4 a page of 25 schools"] = list,
        };
    }

    public static async Task<Pass> Run(Instance instance, BareServer bare, string address, int requestsEach)
    {
        var ours = new Uri(instance.Api.Address, address);
        var bytes = await instance.Operator.Http.GetByteArrayAsync(ours);
        var limit = new Uri(bare.Http.BaseAddress!, await bare.Put("/bytes/answer", bytes));
        // Once unmeasured: both warm.
        await Rush.Run(ours, instance.Operator.CookieHeader, Connections, requestsEach / 4);
        await Rush.Run(limit, null, Connections, requestsEach / 4);
        var (oursPerSecond, times) = await Rush.Run(ours, instance.Operator.CookieHeader, Connections, requestsEach);
        var (limitPerSecond, _) = await Rush.Run(limit, null, Connections, requestsEach);
        return new Pass(oursPerSecond, limitPerSecond, times);
    }
}
