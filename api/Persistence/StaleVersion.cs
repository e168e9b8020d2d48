namespace Opora.Persistence;

/// <summary>The caller saw an earlier version of a root than the one that is there.</summary>
public sealed class StaleVersion(string thing) : Exception($"{thing} has changed since the caller read it.");
