using Xunit.v3;

namespace Opora.Api.Tests.Support;

/// <summary>
/// Tests of what lies before the database or beside it (headers, shapes of bodies, files, letters, the contract). They are run on the
/// default engine only; everything else is run on each engine that is found.
/// </summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class AnyEngineAttribute : Attribute, ITraitAttribute
{
    /// <inheritdoc/>
    public IReadOnlyCollection<KeyValuePair<string, string>> GetTraits() => [new("Engine", "any")];
}
