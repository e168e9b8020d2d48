using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Threading.Channels;

namespace Opora.Api.Tests.Support;

/// <summary>A mail server on a free loopback port that takes every mail and keeps it for the test.</summary>
public sealed class Mailbox : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly Channel<string> _mails = Channel.CreateUnbounded<string>();
    private readonly CancellationTokenSource _end = new();
    private readonly Task _work;

    /// <summary>Opens it.</summary>
    public Mailbox()
    {
        _listener.Start();
        _work = Work();
    }

    /// <summary>Its port.</summary>
    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    /// <summary>Whether no mail has come.</summary>
    public bool IsEmpty => _mails.Reader.Count == 0;

    /// <summary>The next mail: its recipients, its head as it was sent, and its text as it was written.</summary>
    public async Task<string> Next(CancellationToken cancellationToken)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(Patience);
        return await _mails.Reader.ReadAsync(patience.Token);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        _listener.Stop();
        await _work;
        _end.Dispose();
        _listener.Dispose();
    }

    private async Task Work()
    {
        try
        {
            while (true)
            {
                using var client = await _listener.AcceptTcpClientAsync(_end.Token);
                await Talk(client.GetStream());
            }
        }
        catch (Exception e) when (e is OperationCanceledException or SocketException or ObjectDisposedException) { }
    }

    private async Task Talk(NetworkStream stream)
    {
        using var reader = new StreamReader(stream, Encoding.ASCII);
        await using var writer = new StreamWriter(stream, Encoding.ASCII) { AutoFlush = true, NewLine = "\r\n" };
        var to = new List<string>();
        await writer.WriteLineAsync("220 test");
        while (await reader.ReadLineAsync(_end.Token) is { } line)
        {
            if (line.StartsWith("RCPT TO:", StringComparison.OrdinalIgnoreCase))
                to.Add(line["RCPT TO:".Length..]);
            if (line.StartsWith("DATA", StringComparison.OrdinalIgnoreCase))
            {
                await writer.WriteLineAsync("354 go on");
                await _mails.Writer.WriteAsync($"{string.Join(' ', to)}\n{await Text(reader)}", _end.Token);
            }
            if (line.StartsWith("QUIT", StringComparison.OrdinalIgnoreCase))
            {
                await writer.WriteLineAsync("221 bye");
                return;
            }
            await writer.WriteLineAsync("250 ok");
        }
    }

    private async Task<string> Text(StreamReader reader)
    {
        var head = new StringBuilder();
        var encoded = new StringBuilder();
        var inBody = false;
        while (await reader.ReadLineAsync(_end.Token) is { } line && line != ".")
        {
            if (inBody)
                encoded.Append(line);
            else
                head.AppendLine(line);
            inBody |= line.Length == 0;
        }
        return $"{head}\n{Encoding.UTF8.GetString(Convert.FromBase64String(encoded.ToString()))}";
    }
}
