using FluentValidation;
using MediatR;

namespace Opora.Api.Http;

/// <summary>Runs the slice's validator before its handler: the one place where shape is checked.</summary>
public sealed class ValidationBehavior<TRequest, TResponse>(IEnumerable<IValidator<TRequest>> validators)
    : IPipelineBehavior<TRequest, TResponse>
    where TRequest : IRequest<TResponse>
{
    // Endings of names of fields whose value is never told back.
    private static readonly string[] Secrets = ["Password", "Token", ".Current", ".New"];

    /// <inheritdoc/>
    public Task<TResponse> Handle(TRequest request, CancellationToken cancellationToken, RequestHandlerDelegate<TResponse> next)
    {
        var failures = validators.SelectMany(v => v.Validate(request).Errors).ToList();
        if (failures.Count == 0)
            return next();
        throw Problems.Validation([
            .. failures.Select(f => new ErrorItem(
                JsonPointer.FromPropertyPath(f.PropertyName),
                f.ErrorCode.EndsWith("Validator", StringComparison.Ordinal) ? "invalid" : f.ErrorCode,
                f.ErrorMessage,
                IsSecret(f.PropertyName) ? null : f.AttemptedValue?.ToString()
            )),
        ]);
    }

    private static bool IsSecret(string property) => Secrets.Any(word => property.EndsWith(word, StringComparison.Ordinal));
}
