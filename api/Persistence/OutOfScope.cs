namespace Opora.Persistence;

/// <summary>A row would have been written outside the caller's scope. Told to the caller as «not found», so that nothing leaks.</summary>
public sealed class OutOfScope(string thing) : Exception($"{thing} lies outside the caller's scope.");
