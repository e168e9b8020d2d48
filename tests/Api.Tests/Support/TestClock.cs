namespace Opora.Api.Tests.Support;

/// <summary>A clock that stands unless it is moved.</summary>
public sealed class TestClock : TimeProvider
{
    private long _ticks = new DateTime(2021, 9, 1, 8, 0, 0, DateTimeKind.Utc).Ticks;

    /// <inheritdoc/>
    public override DateTimeOffset GetUtcNow() => new(Interlocked.Read(ref _ticks), TimeSpan.Zero);

    /// <summary>Moves it forward.</summary>
    public void Advance(TimeSpan by) => Interlocked.Add(ref _ticks, by.Ticks);
}
