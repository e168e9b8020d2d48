using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Opora.Api.Auth;
using Opora.Api.Http;
using Opora.Domain.Access;
using Opora.Domain.Places;
using Opora.Persistence;
using Opora.Persistence.Identity;

namespace Opora.Api.Features.People;

/// <summary>Gives a person one more role at a place, for good or for some days.</summary>
public static class GiveGrant
{
    /// <param name="Id">Id of the person.</param>
    /// <param name="IfMatch">The version that the caller saw.</param>
    /// <param name="Body">The role, its place and its days.</param>
    public sealed record Command(Guid Id, IfMatch IfMatch, Body Body) : IRequest<Versioned<PersonDetails>>;

    /// <summary>The role, its place and its days.</summary>
    /// <param name="Role">The role.</param>
    /// <param name="Place">Code of its place: of the school, of the municipality (ОКТМО) for a coordinator, of the region otherwise.</param>
    /// <param name="FromOn">First day; at once when absent.</param>
    /// <param name="ToOn">Last day; no end when absent.</param>
    public sealed record Body(Role Role, string Place, DateOnly? FromOn = null, DateOnly? ToOn = null) : IExampled<Body>
    {
        public static Body Example => new(Role.Coordinator, "92601000", new DateOnly(2021, 9, 1), new DateOnly(2022, 8, 31));
    }

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Body.Place).NotEmpty().MaximumLength(School.CodeLength).WithMessage("Выберите место.");
            RuleFor(c => c.Body.Role)
                .Must(role => role is not (Role.MunicipalSystem or Role.Integration))
                .WithMessage("Роли программ людям не дают.");
        }
    }

    internal sealed class Handler(AppDbContext db, IHttpContextAccessor http, TimeProvider clock)
        : IRequestHandler<Command, Versioned<PersonDetails>>
    {
        public async Task<Versioned<PersonDetails>> Handle(Command request, CancellationToken cancellationToken)
        {
            var (role, code, fromOn, toOn) = request.Body;
            var caller = http.Caller();
            var person = await db.PersonToChange(request.Id, request.IfMatch, cancellationToken);
            var (place, grantTo) = await GrantPlace.Find(db, role, code, cancellationToken);
            Giving.DemandEnd(caller.LatestEnd(role, place), toOn);
            var today = await db.Today(place.RegionCode, cancellationToken);
            if (toOn < today)
                throw Problems.Validation("/toOn", "out-of-range", "Последний день уже прошёл.");
            var grant = grantTo(person.Id).GivenBy(caller.Actor.Id!.Value, fromOn, toOn);
            var held = await db.Grants.Where(g => g.HolderId == person.Id && g.RevokedAt == null).ToListAsync(cancellationToken);
            if (held.Exists(g => g.IsLike(grant) && g.DelegatedById is null && g.IsAliveOn(today)))
                throw Problems.Duplicate("Такая роль в этом месте у человека уже есть. Чтобы изменить срок, отзовите её и выдайте снова.");
            db.Add(grant);
            db.TellOfAccess(person.Id, NotificationKind.AccessGranted);
            db.Note(person.Id, "granted", place, Told(grant, place.Shown.Code));
            await db.SaveChangesAsync(cancellationToken);
            var details = await PersonDetails.Read(db, person, clock.GetUtcNow().UtcDateTime, cancellationToken);
            return new Versioned<PersonDetails>(details, person.Version);
        }
    }

    /// <summary>A grant as the history tells it.</summary>
    internal static FieldChange[] Told(Grant grant, string placeCode) =>
        [
            new("role", null, grant.Role.ToString()),
            new("place", null, placeCode),
            .. grant.FromOn is { } from ? [new FieldChange("fromOn", null, from.ToString("O"))] : Array.Empty<FieldChange>(),
            .. grant.ToOn is { } to ? [new FieldChange("toOn", null, to.ToString("O"))] : Array.Empty<FieldChange>(),
        ];
}
