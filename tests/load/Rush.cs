using System.Diagnostics;
using System.Globalization;
using System.Net.Sockets;
using System.Text;

namespace Opora.Load;

/// <summary>
/// Many readers at once, each on a connection of its own. Speaks just enough HTTP to keep the asking cheap: on two cores a full client
/// would take from the server what is to be measured.
/// </summary>
internal static class Rush
{
    /// <summary>Asks for the address from so many connections; every answer has to be a 200 of the expected length.</summary>
    public static async Task<(double PerSecond, List<double> Milliseconds)> Run(
        Uri address,
        string? cookie,
        int connections,
        int requestsEach
    )
    {
        var request = Encoding.ASCII.GetBytes(
            $"GET {address.PathAndQuery} HTTP/1.1\r\nHost: {address.Authority}\r\n{(cookie is null ? "" : $"Cookie: {cookie}\r\n")}Accept: application/json\r\n\r\n"
        );
        var watch = Stopwatch.StartNew();
        var readers = Enumerable.Range(0, connections).Select(_ => Task.Run(() => Ask(address, request, requestsEach)));
        var times = (await Task.WhenAll(readers)).SelectMany(t => t).ToList();
        return (times.Count / watch.Elapsed.TotalSeconds, times);
    }

    private static async Task<List<double>> Ask(Uri address, byte[] request, int count)
    {
        using var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        await socket.ConnectAsync(address.Host, address.Port);
        var answer = new Answer(socket);
        var times = new List<double>(count);
        for (var i = 0; i < count; i++)
        {
            var from = Stopwatch.GetTimestamp();
            await socket.SendAsync(request);
            await answer.Read();
            times.Add(Stopwatch.GetElapsedTime(from).TotalMilliseconds);
        }

        return times;
    }

    private sealed class Answer(Socket socket)
    {
        private byte[] _buffer = new byte[64 * 1024];
        private int _filled;

        /// <summary>Reads one whole answer, whether its length is given or it comes in chunks.</summary>
        public async Task Read()
        {
            _filled = 0;
            int end;
            while ((end = _buffer.AsSpan(0, _filled).IndexOf("\r\n\r\n"u8)) < 0)
                await More();
            var head = Encoding.ASCII.GetString(_buffer, 0, end);
            if (!head.StartsWith("HTTP/1.1 200 ", StringComparison.Ordinal))
                throw new InvalidOperationException("Not a 200: " + head);
            var body = end + 4;
            if (LengthIn(head) is { } length)
            {
                while (_filled - body < length)
                    await More();
            }
            else
            {
                // JSON never contains this, so the last chunk is recognised without counting the others.
                while (!_buffer.AsSpan(body, _filled - body).EndsWith("\r\n0\r\n\r\n"u8))
                    await More();
            }
        }

        private async Task More()
        {
            if (_filled == _buffer.Length)
                Array.Resize(ref _buffer, _buffer.Length * 2);
            var read = await socket.ReceiveAsync(_buffer.AsMemory(_filled));
            _filled += read > 0 ? read : throw new InvalidOperationException("The connection was closed.");
        }

        private static int? LengthIn(string head)
        {
            const string Name = "\r\nContent-Length: ";
            var at = head.IndexOf(Name, StringComparison.OrdinalIgnoreCase);
            if (at < 0)
                return null;
            var from = at + Name.Length;
            var to = head.IndexOf('\r', from);
            return int.Parse(head.AsSpan(from, (to < 0 ? head.Length : to) - from), NumberStyles.None, CultureInfo.InvariantCulture);
        }
    }
}
