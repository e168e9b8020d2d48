using System.Reflection;
using Microsoft.AspNetCore.Http.Metadata;
using Opora.Api.Http;
using Opora.Domain.Imports;

namespace Opora.Api.Batches;

/// <summary>What became of a batch. Received is the sum of the four counts after it.</summary>
/// <param name="ImportId">Id of the import that the batch is kept as; null of a dry run, of which nothing is kept.</param>
/// <param name="DryRun">Whether everything was done and nothing kept.</param>
/// <param name="Received">Items sent.</param>
/// <param name="Created">Not known before.</param>
/// <param name="Updated">Known with other values.</param>
/// <param name="Unchanged">Known with the same values: nothing was written.</param>
/// <param name="Rejected">Wrong, or (atomic) not applied because others were.</param>
/// <param name="Errors">The first 100, by item.</param>
/// <param name="ErrorsTotal">All errors.</param>
/// <param name="ErrorsByCode">Errors by code, most frequent first.</param>
/// <param name="ErrorsUrl">Address of all errors; null when there are none or none are kept.</param>
public sealed record BatchAnswer(
    Guid? ImportId,
    bool DryRun,
    int Received,
    int Created,
    int Updated,
    int Unchanged,
    int Rejected,
    IReadOnlyList<BatchError> Errors,
    int ErrorsTotal,
    IReadOnlyList<CodeCount> ErrorsByCode,
    string? ErrorsUrl
)
{
    private const int ShownErrors = 100;

    internal static BatchAnswer Of(ImportRun run, IReadOnlyList<ItemError> errors) =>
        new(
            run.DryRun ? null : run.Id,
            run.DryRun,
            run.Received,
            run.Created,
            run.Updated,
            run.Unchanged,
            run.Rejected,
            [.. errors.Take(ShownErrors).Select(BatchError.Of)],
            run.ErrorsTotal,
            run.ErrorsByCode(),
            run.DryRun || errors.Count == 0 ? null : $"/api/v1/imports/{run.Id}/errors"
        );
}

/// <summary>One thing that is wrong with one item.</summary>
/// <param name="Index">Number of the item, from 0.</param>
/// <param name="Row">Always null: a batch has no rows of a file.</param>
/// <param name="Code">Stable code.</param>
/// <param name="Pointer">RFC 6901 pointer into the body.</param>
/// <param name="Value">The value as it was sent.</param>
/// <param name="Message">What is wrong and how to cure it, in Russian.</param>
/// <param name="Allowed">What is allowed instead.</param>
public sealed record BatchError(int Index, int? Row, string Code, string Pointer, string? Value, string Message, string? Allowed)
{
    internal static BatchError Of(ItemError error) =>
        new(error.Index!.Value, error.Row, error.Code, error.Pointer, error.Value, error.Message, error.Allowed);
}

/// <summary>Answers 200 when every item was taken, 207 when some were rejected.</summary>
public sealed class BatchResult(BatchAnswer answer) : IResult, IEndpointMetadataProvider
{
    /// <inheritdoc/>
    public Task ExecuteAsync(HttpContext httpContext)
    {
        httpContext.Response.StatusCode = answer.Rejected == 0 ? StatusCodes.Status200OK : StatusCodes.Status207MultiStatus;
        return httpContext.Response.WriteAsJsonAsync(answer, JsonOptions.Web, httpContext.RequestAborted);
    }

    /// <inheritdoc/>
    public static void PopulateMetadata(MethodInfo method, EndpointBuilder builder)
    {
        foreach (var status in new[] { StatusCodes.Status200OK, StatusCodes.Status207MultiStatus })
            builder.Metadata.Add(new ProducesResponseTypeMetadata(status, typeof(BatchAnswer), ["application/json"]));
    }
}
