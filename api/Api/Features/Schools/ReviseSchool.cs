using FluentValidation;
using MediatR;
using Opora.Api.Http;
using Opora.Domain.Places;
using Opora.Persistence;

namespace Opora.Api.Features.Schools;

/// <summary>Corrects what is known of an open school.</summary>
public static class ReviseSchool
{
    /// <param name="Id">Id of the school.</param>
    /// <param name="IfMatch">The version that the caller saw.</param>
    /// <param name="Body">What is known of the school now; what is left out becomes unknown.</param>
    public sealed record Command(Guid Id, IfMatch IfMatch, Body Body) : IRequest<Versioned<SchoolDetails>>;

    /// <summary>What is known of the school now; what is left out becomes unknown.</summary>
    /// <param name="Name">Official name.</param>
    /// <param name="Kind">Kind.</param>
    /// <param name="Locality">Town or village.</param>
    /// <param name="Pupils">Pupils, null when unknown.</param>
    /// <param name="Teachers">Teachers, null when unknown.</param>
    /// <param name="Address">Postal address.</param>
    /// <param name="Website">Site.</param>
    public sealed record Body(
        string Name,
        SchoolKind Kind,
        Locality Locality,
        int? Pupils = null,
        int? Teachers = null,
        string? Address = null,
        string? Website = null
    ) : IExampled<Body>
    {
        public static Body Example =>
            new("МБОУ «СОШ № 2» ЕМР РТ", SchoolKind.Secondary, Locality.Urban, 785, 51, "г. Елабуга", "https://example.org");

        internal SchoolFacts Facts => new(Name, Kind, Locality, Pupils, Teachers, Address, Website);
    }

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Body.Facts).SetValidator(new SchoolFactsValidator()).OverridePropertyName("Body");
        }
    }

    internal sealed class Handler(AppDbContext db) : IRequestHandler<Command, Versioned<SchoolDetails>>
    {
        public async Task<Versioned<SchoolDetails>> Handle(Command request, CancellationToken cancellationToken)
        {
            var school = await db.SchoolToChange(request.Id, request.IfMatch, cancellationToken);
            school.Revise(request.Body.Facts);
            return await db.Changed(school, "revised", reason: null, cancellationToken);
        }
    }
}
