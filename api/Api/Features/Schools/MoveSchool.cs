using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Opora.Api.Http;
using Opora.Domain.Access;
using Opora.Domain.Places;
using Opora.Persistence;
using Opora.Persistence.Engines;
using Opora.Persistence.Identity;
using Opora.Persistence.Rollups;

namespace Opora.Api.Features.Schools;

/// <summary>Moves a school to another municipality of its region; access to everything of the school follows it.</summary>
public static class MoveSchool
{
    /// <param name="Id">Id of the school.</param>
    /// <param name="IfMatch">The version that the caller saw.</param>
    /// <param name="Body">Where the school went, when and why.</param>
    public sealed record Command(Guid Id, IfMatch IfMatch, Body Body) : IRequest<Versioned<SchoolDetails>>;

    /// <summary>Where the school went, when and why.</summary>
    /// <param name="MunicipalityCode">ОКТМО code of the municipality it stands in now.</param>
    /// <param name="MovedOn">The day; not ahead.</param>
    /// <param name="Reason">Why, for the history.</param>
    public sealed record Body(string MunicipalityCode, DateOnly MovedOn, string Reason) : IExampled<Body>
    {
        public static Body Example => new("92601000", new DateOnly(2021, 8, 31), "Изменение границ: закон № 14-ЗРТ");
    }

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Body.MunicipalityCode).NotEmpty().WithMessage("Выберите муниципалитет.");
            RuleFor(c => c.Body.Reason).Reason();
        }
    }

    internal sealed class Handler(AppDbContext db, RollupSignal rollups) : IRequestHandler<Command, Versioned<SchoolDetails>>
    {
        public async Task<Versioned<SchoolDetails>> Handle(Command request, CancellationToken cancellationToken)
        {
            var (municipalityCode, movedOn, reason) = request.Body;
            var school = await db.SchoolToChange(request.Id, request.IfMatch, cancellationToken);
            var municipality =
                await db.Municipalities.SingleOrDefaultAsync(m => m.Code == municipalityCode, cancellationToken)
                ?? throw Problems.NotFound("Муниципалитет", "/municipalityCode", municipalityCode);
            var former = school.MunicipalityCode;
            school.MoveTo(municipality, movedOn, await db.Today(school.RegionCode, cancellationToken), reason);

            await using var write = await db.BeginWrite(cancellationToken);
            await db.TellOf(NotificationKind.SchoolMoved, school, [former, municipality.Code], cancellationToken);
            await db.MarkMove(school, movedOn, cancellationToken);
            var answer = await db.Changed(school, "moved", reason, cancellationToken);
            await db.PlaceRowsOf(school, cancellationToken);
            await write.Commit(cancellationToken);
            rollups.Raise();
            return answer;
        }
    }
}
