using FluentValidation;
using MediatR;
using Opora.Api.Http;
using Opora.Domain.Access;
using Opora.Domain.Places;
using Opora.Persistence;
using Opora.Persistence.Identity;

namespace Opora.Api.Features.Schools;

/// <summary>Closes a school for good.</summary>
public static class CloseSchool
{
    /// <param name="Id">Id of the school.</param>
    /// <param name="IfMatch">The version that the caller saw.</param>
    /// <param name="Body">When and why the school closed.</param>
    public sealed record Command(Guid Id, IfMatch IfMatch, Body Body) : IRequest<Versioned<SchoolDetails>>;

    /// <summary>When and why the school closed.</summary>
    /// <param name="ClosedOn">The day; not ahead.</param>
    /// <param name="Reason">Why, for the history.</param>
    public sealed record Body(DateOnly ClosedOn, string Reason) : IExampled<Body>
    {
        public static Body Example => new(new DateOnly(2021, 8, 31), "Приказ о ликвидации № 12 от 01.06.2021");
    }

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Body.Reason).Reason();
        }
    }

    internal sealed class Handler(AppDbContext db) : IRequestHandler<Command, Versioned<SchoolDetails>>
    {
        public async Task<Versioned<SchoolDetails>> Handle(Command request, CancellationToken cancellationToken)
        {
            var (closedOn, reason) = request.Body;
            var school = await db.SchoolToChange(request.Id, request.IfMatch, cancellationToken);
            school.Close(closedOn, await db.Today(school.RegionCode, cancellationToken));
            await db.TellOf(NotificationKind.SchoolClosed, school, [school.MunicipalityCode], cancellationToken);
            return await db.Changed(school, "closed", reason, cancellationToken);
        }
    }
}
