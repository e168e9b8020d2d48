namespace Opora.Domain;

/// <summary>Something the domain never allows was asked for.</summary>
/// <param name="code">Stable machine-readable name of the rule, e.g. <c>school-closed</c>.</param>
/// <param name="message">A Russian sentence the user can act on.</param>
public sealed class BrokenRule(string code, string message) : Exception(message)
{
    /// <summary>Stable machine-readable name of the rule, in kebab case.</summary>
    public string Code { get; } = code;
}
