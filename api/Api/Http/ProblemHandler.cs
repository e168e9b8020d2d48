using System.Diagnostics;
using System.Text.Json;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Opora.Domain;
using Opora.Persistence;

namespace Opora.Api.Http;

/// <summary>Turns everything thrown into Problem Details. What is unexpected is logged and told as 500 without its text.</summary>
public sealed partial class ProblemHandler(ILogger<ProblemHandler> logger) : IExceptionHandler
{
    /// <inheritdoc/>
    public async ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        if (exception is OperationCanceledException && httpContext.RequestAborted.IsCancellationRequested)
            return true;
        // The middleware has taken the endpoint away from the context by now.
        var endpoint = httpContext.Features.Get<IExceptionHandlerFeature>()?.Endpoint;
        var problem = exception is BadHttpRequestException { StatusCode: 400, InnerException: not JsonException } bad
            ? BoundParameter.Problem(bad, endpoint, httpContext.Request)
            : Translate(exception);
        if (problem is null)
        {
            Unexpected(logger, exception, httpContext.Request.Method, endpoint?.DisplayName);
            problem = new Problem(
                500,
                "unexpected",
                "Ошибка сервера",
                "Что-то пошло не так у нас. Повторите; если не поможет, сообщите номер запроса."
            );
        }
        await Write(httpContext, problem, cancellationToken);
        return true;
    }

    /// <summary>Writes a problem as the answer.</summary>
    public static Task Write(HttpContext context, Problem problem, CancellationToken cancellationToken)
    {
        context.Response.StatusCode = problem.Status;
        context.Response.Headers.CacheControl = "no-store";
        var details = new ProblemDetails
        {
            Type = "/problems/" + problem.Code,
            Title = problem.Title,
            Status = problem.Status,
            Detail = problem.Message,
            Extensions = { ["code"] = problem.Code, ["traceId"] = Activity.Current?.TraceId.ToString() ?? context.TraceIdentifier },
        };
        if (problem.Errors.Count > 0)
            details.Extensions["errors"] = problem.Errors;
        foreach (var (name, value) in problem.Extensions)
            details.Extensions[name] = value;
        return context.Response.WriteAsJsonAsync(details, JsonOptions.Web, "application/problem+json", cancellationToken);
    }

    private static Problem? Translate(Exception exception) =>
        exception switch
        {
            Problem problem => problem,
            BrokenRule rule => Problems.RuleBroken(rule.Code, rule.Message),
            OutOfScope => Problems.NotFound(),
            StaleVersion => Problems.VersionMismatch(),
            DbUpdateConcurrencyException stale when stale.Entries.Any(e => e.Entity is IVersioned) => Problems.VersionMismatch(),
            BadHttpRequestException { InnerException: JsonException json } => JsonProblem(json),
            BadHttpRequestException { StatusCode: 413 } => Problems.OfStatus(413),
            BadHttpRequestException { StatusCode: 415 } => Problems.OfStatus(415),
            BadHttpRequestException => Problems.Malformed("Запрос не разобран: проверьте адрес, параметры и тело."),
            _ => null,
        };

    // The message of a JsonException names CLR types: only its path is told.
    private static Problem JsonProblem(JsonException json)
    {
        var pointer = JsonPointer.FromJsonPath(json.Path);
        const string Detail = "Тело запроса не соответствует описанию: лишнее, пропущенное или неверного вида поле.";
        return Problems.Malformed(Detail, [new ErrorItem(pointer, "malformed", Detail)]);
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "{Method} {Endpoint} failed")]
    private static partial void Unexpected(ILogger logger, Exception exception, string method, string? endpoint);
}
