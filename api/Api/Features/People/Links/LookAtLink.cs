using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using Opora.Api.Http;
using Opora.Domain.Access;
using Opora.Persistence;

namespace Opora.Api.Features.People;

/// <summary>Tells whoever holds a one-time link whom and what it is for; the link stays unused.</summary>
public static class LookAtLink
{
    public sealed record Command(Body Body) : IRequest<Ok<LinkView>>;

    /// <summary>The link.</summary>
    /// <param name="Token">What stands behind the <c>#</c> of its address.</param>
    public sealed record Body(string Token) : IExampled<Body>
    {
        public static Body Example => new("kT3v…");
    }

    /// <summary>Whom a link is for.</summary>
    /// <param name="DisplayName">Name of the person.</param>
    /// <param name="UserName">Name to sign in with.</param>
    /// <param name="Purpose">What the link is for.</param>
    /// <param name="Role">The person's role.</param>
    /// <param name="Place">Where.</param>
    /// <param name="ExpiresAt">Until when the link works.</param>
    public sealed record LinkView(
        string DisplayName,
        string UserName,
        LinkPurpose Purpose,
        Role Role,
        AccessPlace Place,
        DateTime ExpiresAt
    );

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.Body.Token).IsToken();
    }

    internal sealed class Handler(AppDbContext db, TimeProvider clock) : IRequestHandler<Command, Ok<LinkView>>
    {
        public async Task<Ok<LinkView>> Handle(Command request, CancellationToken cancellationToken)
        {
            var now = clock.GetUtcNow().UtcDateTime;
            var found = await FoundLink.Find(db, request.Body.Token, now, cancellationToken);
            var grantId = found.Grant.Id;
            var grants = await GrantDetails.Read(db, db.Grants.Where(g => g.Id == grantId), default, cancellationToken);
            return TypedResults.Ok(
                new LinkView(
                    found.Person.DisplayName,
                    found.Person.UserName!,
                    found.Link.Purpose,
                    found.Grant.Role,
                    grants[found.Person.Id].Single().Place,
                    found.Link.ExpiresAt
                )
            );
        }
    }

    /// <summary>The shape of a secret.</summary>
    internal static void IsToken<T>(this IRuleBuilder<T, string> rule) =>
        rule.NotEmpty().MaximumLength(200).WithMessage("Откройте ссылку целиком: в адресе не хватает её последней части.");
}
