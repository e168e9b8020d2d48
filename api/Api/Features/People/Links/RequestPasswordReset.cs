using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using Opora.Api.Http;

namespace Opora.Api.Features.People;

/// <summary>Takes note that somebody wants a new password. The answer is the same whether the name is known or not.</summary>
public static class RequestPasswordReset
{
    public sealed record Command(Body Body) : IRequest<NoContent>;

    /// <summary>Who wants a new password.</summary>
    /// <param name="UserName">Name to sign in with, or the e-mail address.</param>
    public sealed record Body(string UserName) : IExampled<Body>
    {
        public static Body Example => new("school2@example.org");
    }

    internal sealed class Validator : AbstractValidator<Command>
    {
        private const int Longest = 200;

        public Validator() =>
            RuleFor(c => c.Body.UserName).NotEmpty().MaximumLength(Longest).WithMessage("Введите имя пользователя или почту.");
    }

    internal sealed class Handler(ResetRequests requests) : IRequestHandler<Command, NoContent>
    {
        public Task<NoContent> Handle(Command request, CancellationToken cancellationToken)
        {
            requests.Add(request.Body.UserName.Trim());
            return Task.FromResult(TypedResults.NoContent());
        }
    }
}
