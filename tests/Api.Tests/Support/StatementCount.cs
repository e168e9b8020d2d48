using System.Collections.Concurrent;
using System.Data.Common;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;

namespace Opora.Api.Tests.Support;

/// <summary>
/// The SQL statements that the calls of one client made the product send. Calls are told apart by a header, because tests run in
/// parallel on one product; what the product does on its own, in the background, is not counted.
/// </summary>
public sealed class StatementCount : IDisposable
{
    private const string Header = "X-Test-Statements";

    private readonly HttpClient _http;
    private readonly string _key = Guid.NewGuid().ToString();
    private readonly StatementRecorder _recorder;

    /// <summary>Counts from now on.</summary>
    public StatementCount(ApiFactory api, HttpClient http)
        : this(api.Services, http) { }

    /// <summary>The same on another instance of the product.</summary>
    public StatementCount(IServiceProvider services, HttpClient http)
    {
        _http = http;
        _recorder = services.GetRequiredService<StatementRecorder>();
        _recorder.Open(_key);
        http.DefaultRequestHeaders.Add(Header, _key);
    }

    /// <summary>The text of each statement, in the order in which they were sent.</summary>
    public IReadOnlyList<string> Statements => [.. _recorder.Of(_key)];

    /// <summary>How many there were.</summary>
    public int Count => Statements.Count;

    /// <summary>Stops counting.</summary>
    public void Dispose()
    {
        _http.DefaultRequestHeaders.Remove(Header);
        _recorder.Close(_key);
    }

    /// <summary>Sees every statement of the product.</summary>
    public sealed class StatementRecorder(IHttpContextAccessor http) : DbCommandInterceptor
    {
        private readonly ConcurrentDictionary<string, ConcurrentQueue<string>> _counts = new(StringComparer.Ordinal);

        internal void Open(string key) => _counts[key] = new ConcurrentQueue<string>();

        internal void Close(string key) => _counts.TryRemove(key, out _);

        internal IEnumerable<string> Of(string key) => _counts[key];

        /// <inheritdoc/>
        public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
            DbCommand command,
            CommandEventData eventData,
            InterceptionResult<DbDataReader> result,
            CancellationToken cancellationToken = default
        )
        {
            Record(command);
            return ValueTask.FromResult(result);
        }

        /// <inheritdoc/>
        public override ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(
            DbCommand command,
            CommandEventData eventData,
            InterceptionResult<int> result,
            CancellationToken cancellationToken = default
        )
        {
            Record(command);
            return ValueTask.FromResult(result);
        }

        /// <inheritdoc/>
        public override ValueTask<InterceptionResult<object>> ScalarExecutingAsync(
            DbCommand command,
            CommandEventData eventData,
            InterceptionResult<object> result,
            CancellationToken cancellationToken = default
        )
        {
            Record(command);
            return ValueTask.FromResult(result);
        }

        private void Record(DbCommand command)
        {
            var key = http.HttpContext?.Request.Headers[Header].ToString();
            if (!string.IsNullOrEmpty(key) && _counts.TryGetValue(key, out var statements))
                statements.Enqueue(command.CommandText);
        }
    }
}
