using Microsoft.AspNetCore.Http.Metadata;

namespace Opora.Api.Files;

/// <summary>How much of a body a route reads, where it is more than others do.</summary>
internal sealed record FileLimit(long? MaxRequestBodySize) : IRequestSizeLimitMetadata;
