namespace Opora.Api.Http;

/// <summary>Marks a route that reads its JSON body itself, so that the contract can tell of it all the same.</summary>
/// <param name="Type">What the body looks like.</param>
public sealed record TakesJson(Type Type);
