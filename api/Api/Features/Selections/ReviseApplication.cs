using FluentValidation;
using MediatR;
using Opora.Api.Auth;
using Opora.Api.Http;
using Opora.Persistence;

namespace Opora.Api.Features.Selections;

/// <summary>Writes an application anew while applications are taken.</summary>
public static class ReviseApplication
{
    /// <param name="Id">Id of the selection.</param>
    /// <param name="ApplicationId">Id of the application.</param>
    /// <param name="IfMatch">The version that the caller saw.</param>
    /// <param name="Body">What is right.</param>
    public sealed record Command(Guid Id, Guid ApplicationId, IfMatch IfMatch, ApplicationBody Body)
        : IRequest<Versioned<ApplicationDetails>>;

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.Body).SetValidator(new ApplicationValidator());
    }

    internal sealed class Handler(AppDbContext db, IHttpContextAccessor http) : IRequestHandler<Command, Versioned<ApplicationDetails>>
    {
        public async Task<Versioned<ApplicationDetails>> Handle(Command request, CancellationToken cancellationToken)
        {
            var (application, selection, today) = await db.ApplicationToChange(
                request.Id,
                request.ApplicationId,
                request.IfMatch,
                cancellationToken
            );
            application.Write(selection, request.Body.Text.Trim(), today);
            return await db.Saved(application, "revised", http.Caller(), cancellationToken);
        }
    }
}
