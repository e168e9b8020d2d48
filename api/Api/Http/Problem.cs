namespace Opora.Api.Http;

/// <summary>One thing that is wrong in what was sent.</summary>
/// <param name="Pointer">RFC 6901 pointer into what was sent, in the client's own names: <c>/items/17/schoolCode</c>.</param>
/// <param name="Code">Stable code, for programs.</param>
/// <param name="Message">Russian text that a clerk can act on.</param>
/// <param name="Value">The value as it was sent.</param>
/// <param name="Allowed">What is allowed instead.</param>
public sealed record ErrorItem(string Pointer, string Code, string Message, string? Value = null, string? Allowed = null)
{
    private const int MostOfValue = 200;

    /// <summary>The value as it was sent; of a long one the beginning.</summary>
    public string? Value { get; init; } = Value is { Length: > MostOfValue } ? Value[..MostOfValue] + "…" : Value;
}

/// <summary>
/// A refusal that the caller is told about, as RFC 9457 Problem Details. Thrown anywhere; <see cref="ProblemHandler"/> turns it into
/// the answer. Made by the catalogue <see cref="Problems"/> only.
/// </summary>
public sealed class Problem : Exception
{
    internal Problem(int status, string code, string title, string detail, IReadOnlyList<ErrorItem>? errors = null)
        : base(detail) => (Status, Code, Title, Errors) = (status, code, title, errors ?? []);

    /// <summary>HTTP status.</summary>
    public int Status { get; }

    /// <summary>Stable code; also the last part of <c>type</c>.</summary>
    public string Code { get; }

    /// <summary>Short Russian title.</summary>
    public string Title { get; }

    /// <summary>What is wrong, item by item.</summary>
    public IReadOnlyList<ErrorItem> Errors { get; }

    /// <summary>Further members of the answer, by name.</summary>
    public Dictionary<string, object?> Extensions { get; } = [];
}
