using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Opora.Api.Http;
using Opora.Persistence;

namespace Opora.Api.Features.Places;

/// <summary>Gives a municipality its new name.</summary>
public static class RenameMunicipality
{
    /// <param name="Code">ОКТМО code.</param>
    /// <param name="Body">The new name.</param>
    public sealed record Command(string Code, Body Body) : IRequest<Ok<MunicipalitySummary>>;

    /// <summary>The new name.</summary>
    /// <param name="Name">Name.</param>
    public sealed record Body(string Name) : IExampled<Body>
    {
        public static Body Example => new("Елабужский муниципальный округ");
    }

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.Body.Name).MunicipalityName();
    }

    internal sealed class Handler(AppDbContext db) : IRequestHandler<Command, Ok<MunicipalitySummary>>
    {
        public async Task<Ok<MunicipalitySummary>> Handle(Command request, CancellationToken cancellationToken)
        {
            var municipality =
                await db.Municipalities.SingleOrDefaultAsync(m => m.Code == request.Code, cancellationToken)
                ?? throw Problems.NotFound("Муниципалитет");
            municipality.Rename(request.Body.Name);
            db.Act = ("renamed", null);
            await db.SaveChangesAsync(cancellationToken);
            return TypedResults.Ok(
                await db
                    .Municipalities.Where(m => m.Code == request.Code)
                    .Select(MunicipalitySummary.From(db))
                    .SingleAsync(cancellationToken)
            );
        }
    }
}
