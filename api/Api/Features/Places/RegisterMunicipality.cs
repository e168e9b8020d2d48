using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Opora.Api.Http;
using Opora.Domain.Places;
using Opora.Persistence;

namespace Opora.Api.Features.Places;

/// <summary>Registers a municipality.</summary>
public static class RegisterMunicipality
{
    public sealed record Command(Body Body) : IRequest<Created<MunicipalitySummary>>;

    /// <summary>The new municipality.</summary>
    /// <param name="Code">ОКТМО code, 8 or 11 digits.</param>
    /// <param name="Name">Name.</param>
    /// <param name="RegionCode">Code of its region.</param>
    public sealed record Body(string Code, string Name, string RegionCode) : IExampled<Body>
    {
        public static Body Example => new("92626000", "Елабужский муниципальный район", "RU-TA");
    }

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Body.Code).Matches("^([0-9]{8}|[0-9]{11})$").WithMessage("Код ОКТМО — 8 или 11 цифр.");
            RuleFor(c => c.Body.Name).MunicipalityName();
            RuleFor(c => c.Body.RegionCode).NotEmpty().WithMessage("Укажите регион.");
        }
    }

    internal sealed class Handler(AppDbContext db) : IRequestHandler<Command, Created<MunicipalitySummary>>
    {
        public async Task<Created<MunicipalitySummary>> Handle(Command request, CancellationToken cancellationToken)
        {
            var (code, name, regionCode) = request.Body;
            if (!await db.Regions.AnyAsync(r => r.Code == regionCode, cancellationToken))
                throw Problems.NotFound("Регион", "/regionCode", regionCode);
            db.Add(new Municipality(code, regionCode, name));
            db.Act = ("registered", null);
            try
            {
                await db.SaveChangesAsync(cancellationToken);
            }
            catch (DbUpdateException e) when (db.IsDuplicateKey(e))
            {
                throw Problems.Duplicate("/code", $"Муниципалитет с кодом {code} уже есть.", code);
            }
            return TypedResults.Created($"/api/v1/municipalities/{code}", new MunicipalitySummary(code, name, regionCode, Schools: 0));
        }
    }
}
