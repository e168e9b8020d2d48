using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Opora.Api.Http;
using Opora.Domain.Access;
using Opora.Domain.Places;
using Opora.Persistence;
using Opora.Persistence.Identity;

namespace Opora.Api.Features.Schools;

/// <summary>Makes a school part of another one, with its staff and everything that goes on there.</summary>
public static class MergeSchool
{
    /// <param name="Id">Id of the school.</param>
    /// <param name="IfMatch">The version that the caller saw.</param>
    /// <param name="Body">With which school it merged, when and why.</param>
    public sealed record Command(Guid Id, IfMatch IfMatch, Body Body) : IRequest<Versioned<SchoolDetails>>;

    /// <summary>With which school it merged, when and why.</summary>
    /// <param name="IntoId">Id of the school that goes on.</param>
    /// <param name="MergedOn">The day; not ahead.</param>
    /// <param name="Reason">Why, for the history.</param>
    public sealed record Body(Guid IntoId, DateOnly MergedOn, string Reason) : IExampled<Body>
    {
        public static Body Example =>
            new(
                new Guid("0193a5c0-5b1e-7000-8000-000000000002"),
                new DateOnly(2021, 8, 31),
                "Постановление о реорганизации № 7 от 15.05.2021"
            );
    }

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Body.IntoId).NotEmpty().WithMessage("Выберите школу, к которой присоединяется эта.");
            RuleFor(c => c.Body.Reason).Reason();
        }
    }

    internal sealed class Handler(AppDbContext db) : IRequestHandler<Command, Versioned<SchoolDetails>>
    {
        public async Task<Versioned<SchoolDetails>> Handle(Command request, CancellationToken cancellationToken)
        {
            var (intoId, mergedOn, reason) = request.Body;
            var school = await db.SchoolToChange(request.Id, request.IfMatch, cancellationToken);
            var other =
                await db.Schools.SingleOrDefaultAsync(s => s.Id == intoId, cancellationToken)
                ?? throw Problems.NotFound("Школа", "/intoId", intoId.ToString());
            var today = await db.Today(school.RegionCode, cancellationToken);
            school.MergeInto(other, mergedOn, today);
            await using var write = await db.BeginWrite(cancellationToken);
            await db.MoveOn(school, other, mergedOn, today, cancellationToken);
            await db.TellOf(NotificationKind.SchoolMerged, school, [school.MunicipalityCode, other.MunicipalityCode], cancellationToken);
            var card = await db.Changed(school, "merged", reason, cancellationToken);
            await write.Commit(cancellationToken);
            return card;
        }
    }
}
