using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Opora.Api.Auth;
using Opora.Api.Entry;
using Opora.Api.Http;
using Opora.Domain.Training;
using Opora.Persistence;

namespace Opora.Api.Features.Events;

/// <summary>Announces an event of a region, a municipality or a school, or a meeting of an association; or writes down one that was held.</summary>
public static class AnnounceEvent
{
    public sealed record Command(Body Body) : IRequest<CreatedVersion<EventDetails>>;

    /// <summary>The new event.</summary>
    /// <param name="Facts">What is known of it.</param>
    /// <param name="SchoolId">Id of the school whose it is.</param>
    /// <param name="MunicipalityCode">ОКТМО code of the municipality whose it is.</param>
    /// <param name="RegionCode">The region whose it is. Of all three the caller's own place when none is named.</param>
    /// <param name="AssociationId">Id of the association whose meeting it is; it then belongs where the association does.</param>
    /// <param name="Held">Whether it took place already.</param>
    public sealed record Body(
        EventBody Facts,
        Guid? SchoolId = null,
        string? MunicipalityCode = null,
        string? RegionCode = null,
        Guid? AssociationId = null,
        bool Held = false
    ) : IExampled<Body>
    {
        public static Body Example => new(EventBody.Example, MunicipalityCode: "92626000", Held: true);
    }

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Body.Facts).SetValidator(new EventBodyValidator());
            RuleFor(c => c.Body.Facts.Kind)
                .Must((c, kind) => kind == EventKind.AssociationMeeting == (c.Body.AssociationId is not null))
                .WithErrorCode("kind-of-meeting")
                .WithMessage("Заседание объявляют у методического объединения: укажите его, а у других мероприятий его не указывают.");
        }
    }

    internal sealed class Handler(AppDbContext db, IHttpContextAccessor http) : IRequestHandler<Command, CreatedVersion<EventDetails>>
    {
        public async Task<CreatedVersion<EventDetails>> Handle(Command request, CancellationToken cancellationToken)
        {
            var body = request.Body;
            var added = body.AssociationId is { } id
                ? await Meeting(id, body.Facts, cancellationToken)
                : await Own(body, cancellationToken);
            await db.MustKnowOrganiser(body.Facts, added.RegionCode, "/facts", cancellationToken);
            if (body.Held)
                added.Become(EventState.Held, null, await db.Today(added.RegionCode, cancellationToken));
            db.Add(added);
            var details = (await db.Changed(added, "registered", http.Caller(), cancellationToken)).Body;
            return new CreatedVersion<EventDetails>(details, details.Version, $"/api/v1/events/{details.Id}");
        }

        private async Task<Event> Own(Body body, CancellationToken cancellationToken)
        {
            var owner = await db.OwnerPlace((body.RegionCode, body.MunicipalityCode, body.SchoolId), cancellationToken);
            return new Event(owner, body.Facts.Facts);
        }

        private async Task<Event> Meeting(Guid id, EventBody facts, CancellationToken cancellationToken)
        {
            var association = await db.Associations.AsNoTracking().SingleOrDefaultAsync(a => a.Id == id, cancellationToken);
            return association is not null && db.Current.Scope.Reaches(association)
                ? new Event(association, facts.Facts)
                : throw Problems.NotFound("Методическое объединение", "/associationId", id.ToString());
        }
    }
}
