using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Opora.Api.Http;
using Opora.Domain.Places;
using Opora.Persistence;

namespace Opora.Api.Features.Schools;

/// <summary>Registers a school.</summary>
public static class RegisterSchool
{
    public sealed record Command(Body Body) : IRequest<CreatedVersion<SchoolDetails>>;

    /// <summary>The new school.</summary>
    /// <param name="Code">Official code, unique: regional school code or ОГРН.</param>
    /// <param name="Name">Official name.</param>
    /// <param name="Kind">Kind.</param>
    /// <param name="Locality">Town or village.</param>
    /// <param name="MunicipalityCode">ОКТМО code of its municipality.</param>
    /// <param name="Pupils">Pupils, null when unknown.</param>
    /// <param name="Teachers">Teachers, null when unknown.</param>
    /// <param name="Address">Postal address.</param>
    /// <param name="Website">Site.</param>
    public sealed record Body(
        string Code,
        string Name,
        SchoolKind Kind,
        Locality Locality,
        string MunicipalityCode,
        int? Pupils = null,
        int? Teachers = null,
        string? Address = null,
        string? Website = null
    ) : IExampled<Body>
    {
        public static Body Example =>
            new(
                "160312002",
                "МБОУ «СОШ № 2» ЕМР РТ",
                SchoolKind.Secondary,
                Locality.Urban,
                "92626000",
                780,
                52,
                "г. Елабуга",
                "https://example.org"
            );

        internal SchoolFacts Facts => new(Name, Kind, Locality, Pupils, Teachers, Address, Website);
    }

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Body.Code)
                .Matches($"^[0-9A-Za-zА-Яа-я-]{{1,{School.CodeLength}}}$")
                .WithMessage("Код школы — от 1 до 20 цифр или букв без пробелов.");
            RuleFor(c => c.Body.MunicipalityCode).NotEmpty().WithMessage("Выберите муниципалитет.");
            RuleFor(c => c.Body.Facts).SetValidator(new SchoolFactsValidator()).OverridePropertyName("Body");
        }
    }

    internal sealed class Handler(AppDbContext db) : IRequestHandler<Command, CreatedVersion<SchoolDetails>>
    {
        public async Task<CreatedVersion<SchoolDetails>> Handle(Command request, CancellationToken cancellationToken)
        {
            var body = request.Body;
            var municipality =
                await db.Municipalities.SingleOrDefaultAsync(m => m.Code == body.MunicipalityCode, cancellationToken)
                ?? throw Problems.NotFound("Муниципалитет", "/municipalityCode", body.MunicipalityCode);
            var school = new School(body.Code, municipality, body.Facts, await db.Today(municipality.RegionCode, cancellationToken));
            db.Add(school);
            db.Act = ("registered", null);
            try
            {
                await db.SaveChangesAsync(cancellationToken);
            }
            catch (DbUpdateException e) when (db.IsDuplicateKey(e))
            {
                throw Problems.Duplicate("/code", $"Школа с кодом {body.Code} уже есть в реестре.", body.Code);
            }
            return new CreatedVersion<SchoolDetails>(
                await SchoolDetails.Read(db, school.Id, db.Current.Scope, cancellationToken),
                school.Version,
                $"/api/v1/schools/{school.Id}"
            );
        }
    }
}
