using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Opora.Api.Auth;
using Opora.Api.Http;
using Opora.Domain.Access;
using Opora.Domain.Places;
using Opora.Persistence;
using Opora.Persistence.Identity;

namespace Opora.Api.Features.People;

/// <summary>
/// Lends the own rights of an operator or coordinator to a colleague of the same region for some days; what is borrowed cannot be lent
/// on. Who works for a school is replaced by inviting another person of the school.
/// </summary>
public static class DelegateRights
{
    private const int MostDays = 92;

    public sealed record Command(Body Body) : IRequest<Ok<Delegation>>;

    /// <summary>To whom and for which days.</summary>
    /// <param name="ToPersonId">Id of the colleague, see <c>GET /delegations/colleagues</c>.</param>
    /// <param name="FromOn">First day.</param>
    /// <param name="ToOn">Last day, at most 92 days on.</param>
    public sealed record Body(Guid ToPersonId, DateOnly FromOn, DateOnly ToOn) : IExampled<Body>
    {
        public static Body Example =>
            new(Guid.Parse("0193a5c0-5b1e-7000-8000-000000000003"), new DateOnly(2021, 9, 6), new DateOnly(2021, 9, 19));
    }

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Body.ToOn)
                .Must((c, to) => to >= c.Body.FromOn)
                .WithErrorCode("out-of-range")
                .WithMessage("Последний день раньше первого.");
            RuleFor(c => c.Body.ToOn)
                .Must((c, to) => to.DayNumber - c.Body.FromOn.DayNumber < MostDays)
                .WithErrorCode("out-of-range")
                .WithMessage($"Передать права можно не больше чем на {MostDays} дня.");
        }
    }

    internal sealed class Handler(AppDbContext db, IHttpContextAccessor http) : IRequestHandler<Command, Ok<Delegation>>
    {
        public async Task<Ok<Delegation>> Handle(Command request, CancellationToken cancellationToken)
        {
            var (toId, fromOn, toOn) = request.Body;
            var me = http.Caller().Actor.Id!.Value;
            var colleague =
                await Colleagues
                    .Of(db, me)
                    .Where(p => p.Id == toId)
                    .Select(p => new PersonName(p.Id, p.DisplayName))
                    .SingleOrDefaultAsync(cancellationToken)
                ?? throw Problems.NotFound("Коллега", "/toPersonId", toId.ToString());
            var today = await db.Today(cancellationToken);
            if (toOn < today)
                throw Problems.Validation("/toOn", "out-of-range", "Последний день уже прошёл.");
            var mine = await db.Grants.Where(g => g.HolderId == me && g.RevokedAt == null).ToListAsync(cancellationToken);
            var own = mine.FindAll(g => g.DelegatedById is null && g.HoldsOn(today) && Roles.Permits(g.Role, Permission.PeopleWrite));
            if (own.Count == 0)
                throw Problems.RuleBroken("nothing-own", "Передать можно только собственные права, а сейчас вы действуете по чужим.");
            if (
                await db.Grants.AnyAsync(
                    g => g.DelegatedById == me && g.HolderId == toId && g.RevokedAt == null && g.ToOn >= today,
                    cancellationToken
                )
            )
                throw Problems.RuleBroken("lent-before", "Этому коллеге ваши права уже переданы. Завершите передачу и оформите её снова.");
            foreach (var grant in own)
            {
                db.Add(grant.Lend(toId, fromOn, toOn));
                db.Note(
                    toId,
                    "delegated",
                    await PlaceOf(grant, cancellationToken),
                    new FieldChange("role", null, grant.Role.ToString()),
                    new FieldChange("delegatedBy", null, me.ToString()),
                    new FieldChange("fromOn", null, fromOn.ToString("O")),
                    new FieldChange("toOn", null, toOn.ToString("O"))
                );
            }
            db.TellOfAccess(toId, NotificationKind.RightsLent);
            await db.SaveChangesAsync(cancellationToken);
            return TypedResults.Ok(new Delegation(colleague, [.. own.Select(g => g.Role).Distinct()], fromOn, toOn, fromOn <= today));
        }

        private async Task<Place> PlaceOf(Grant grant, CancellationToken cancellationToken) =>
            new(
                grant.RegionCode,
                grant.MunicipalityCode
                    ?? await db
                        .Schools.Where(s => s.Id == grant.SchoolId)
                        .Select(s => s.MunicipalityCode)
                        .FirstOrDefaultAsync(cancellationToken),
                grant.SchoolId
            );
    }
}
