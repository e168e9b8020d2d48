namespace Opora.Api.Http;

/// <summary>Marks a route whose answer may carry the header <c>Link</c> to its next page.</summary>
public sealed record LinksToNext;
