using System.Net;
using System.Net.Sockets;
using System.Text;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Opora.Api.Tests.Support;

namespace Opora.Api.Tests.Platform;

/// <summary>What the real server does with callers who send too much, or too slowly: over a socket, as such callers come.</summary>
[AnyEngine]
public sealed class KestrelTests(ApiFactory api)
{
    private const int Patience = 20_000;

    [Fact]
    public void The_limits_are_said()
    {
        var limits = api.Services.GetRequiredService<IOptions<KestrelServerOptions>>().Value.Limits;
        limits.MaxRequestBodySize.ShouldBe(Opora.Api.Http.HttpSetup.MostBytes);
        limits.RequestHeadersTimeout.ShouldBeLessThanOrEqualTo(TimeSpan.FromSeconds(15));
        limits.MaxRequestHeadersTotalSize.ShouldBe(32 * 1024);
        limits.MaxRequestHeaderCount.ShouldBe(100);
        limits.MinRequestBodyDataRate!.BytesPerSecond.ShouldBeGreaterThanOrEqualTo(240);
        limits.MinRequestBodyDataRate.GracePeriod.ShouldBeLessThanOrEqualTo(TimeSpan.FromSeconds(5));
        limits.MinResponseDataRate!.BytesPerSecond.ShouldBeGreaterThanOrEqualTo(240);
    }

    [Fact]
    public async Task Too_much_is_refused_before_it_is_read()
    {
        await using var server = Start();
        var manyHeaders = string.Concat(Enumerable.Range(1, 101).Select(n => $"X-H{n}: 1\r\n"));
        (await Status(server, $"GET /api/v1/setup HTTP/1.1\r\nHost: localhost\r\n{manyHeaders}\r\n")).ShouldBe(431);
        var longHeader = new string('a', 33 * 1024);
        (await Status(server, $"GET /api/v1/setup HTTP/1.1\r\nHost: localhost\r\nX-Long: {longHeader}\r\n\r\n")).ShouldBe(431);
        var longLine = new string('a', 9 * 1024);
        (await Status(server, $"GET /api/v1/setup?q={longLine} HTTP/1.1\r\nHost: localhost\r\n\r\n")).ShouldBe(414);
        (
            await Status(
                server,
                $"POST /api/v1/session HTTP/1.1\r\nHost: localhost\r\nX-Opora: 1\r\nContent-Type: application/json\r\nContent-Length: {Opora.Api.Http.HttpSetup.MostBytes + 1}\r\n\r\n"
            )
        ).ShouldBe(413);
    }

    [Fact]
    public async Task A_body_without_a_length_is_cut_at_the_limit()
    {
        await using var server = Start();
        using var socket = await Connect(server);
        await Send(
            socket,
            "POST /api/v1/session HTTP/1.1\r\nHost: localhost\r\nX-Opora: 1\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n"
        );
        var chunk = Encoding.ASCII.GetBytes($"100000\r\n{new string(' ', 0x100000)}\r\n");
        try
        {
            for (var sent = 0; sent < 10; sent++)
                await socket.SendAsync(chunk, Cancel);
        }
        catch (SocketException)
        {
            // The server has answered and hung up while we were still sending.
        }
        StatusOf(await Read(socket)).ShouldBe(413);
    }

    [Fact]
    public async Task Whoever_sends_a_byte_now_and_then_is_hung_up_on()
    {
        await using var server = Start(limits =>
        {
            // The same limits with less patience: the test has not got the product's.
            limits.RequestHeadersTimeout = TimeSpan.FromSeconds(1);
            limits.MinRequestBodyDataRate = new MinDataRate(limits.MinRequestBodyDataRate!.BytesPerSecond, TimeSpan.FromSeconds(1.1));
        });
        using var slowHeaders = await Connect(server);
        using var slowBody = await Connect(server);
        await Send(slowHeaders, "GET /api/v1/setup HTTP/1.1\r\nHost: localhost\r\nX-Slow: ");
        await Send(
            slowBody,
            "POST /api/v1/session HTTP/1.1\r\nHost: localhost\r\nX-Opora: 1\r\nContent-Type: application/json\r\nContent-Length: 1000\r\n\r\n{"
        );
        StatusOf(await Read(slowHeaders)).ShouldBe(408);
        StatusOf(await Read(slowBody)).ShouldBe(408);
    }

    private RealServer Start(Action<KestrelServerLimits>? limit = null)
    {
        var factory = api.WithWebHostBuilder(_ => { });
        factory.UseKestrel(options =>
        {
            limit?.Invoke(options.Limits);
            options.Listen(IPAddress.Loopback, 0);
        });
        factory.StartServer();
        var addresses = factory.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses;
        return new RealServer(factory, new Uri(addresses.First()).Port);
    }

    private static async Task<int> Status(RealServer server, string request)
    {
        using var socket = await Connect(server);
        await Send(socket, request);
        return StatusOf(await Read(socket));
    }

    private static async Task<Socket> Connect(RealServer server)
    {
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { ReceiveTimeout = Patience };
        await socket.ConnectAsync(IPAddress.Loopback, server.Port, Cancel);
        return socket;
    }

    private static Task<int> Send(Socket socket, string text) => socket.SendAsync(Encoding.ASCII.GetBytes(text), SocketFlags.None);

    private static async Task<string> Read(Socket socket)
    {
        var buffer = new byte[4096];
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(Cancel);
        patience.CancelAfter(Patience);
        var read = await socket.ReceiveAsync(buffer, patience.Token);
        return Encoding.ASCII.GetString(buffer, 0, read);
    }

    private static int StatusOf(string answer)
    {
        answer.ShouldStartWith("HTTP/1.1 ");
        return int.Parse(answer.AsSpan(9, 3), System.Globalization.CultureInfo.InvariantCulture);
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private sealed record RealServer(WebApplicationFactory<Program> Factory, int Port) : IAsyncDisposable
    {
        public ValueTask DisposeAsync() => Factory.DisposeAsync();
    }
}
