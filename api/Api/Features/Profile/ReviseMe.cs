using FluentValidation;
using MediatR;
using Opora.Api.Http;
using Opora.Persistence;
using Opora.Persistence.Identity;

namespace Opora.Api.Features.Profile;

/// <summary>Changes one's own name.</summary>
public static class ReviseMe
{
    public sealed record Command(IfMatch Version, Body Body) : IRequest<Versioned<OwnName>>;

    /// <summary>One's own name.</summary>
    /// <param name="DisplayName">Name that screens show.</param>
    public sealed record Body(string DisplayName) : IExampled<Body>
    {
        public static Body Example => new("Оператор региона");
    }

    /// <summary>One's own name as it is now.</summary>
    /// <param name="DisplayName">Name that screens show.</param>
    /// <param name="Version">Version of the person, for If-Match.</param>
    public sealed record OwnName(string DisplayName, int Version);

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator() =>
            RuleFor(c => c.Body.DisplayName)
                .Must(n => !string.IsNullOrWhiteSpace(n) && n.Length <= Person.DisplayNameLength)
                .WithMessage("Укажите имя, которое увидят коллеги, до 200 знаков.");
    }

    internal sealed class Handler(AppDbContext db, IHttpContextAccessor http) : IRequestHandler<Command, Versioned<OwnName>>
    {
        public async Task<Versioned<OwnName>> Handle(Command request, CancellationToken cancellationToken)
        {
            var me = await db.FindMe(http, cancellationToken);
            db.Expect(me, request.Version.Version);
            me.DisplayName = request.Body.DisplayName.Trim();
            await db.SaveChangesAsync(cancellationToken);
            return new Versioned<OwnName>(new OwnName(me.DisplayName, me.Version), me.Version);
        }
    }
}
