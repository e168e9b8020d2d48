using FluentValidation;
using MediatR;
using Opora.Api.Auth;
using Opora.Api.Http;
using Opora.Domain.Partnerships;
using Opora.Persistence;
using Opora.Persistence.Partnerships;

namespace Opora.Api.Features.Internships;

/// <summary>Corrects the days and hours of an internship.</summary>
public static class ReviseInternship
{
    /// <param name="Id">Id of the internship.</param>
    /// <param name="IfMatch">The version that the caller saw.</param>
    /// <param name="Body">What is right.</param>
    public sealed record Command(Guid Id, IfMatch IfMatch, InternshipDays Body) : IRequest<Versioned<InternshipDetails>>;

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.Body).SetValidator(new InternshipDaysValidator());
    }

    internal sealed class Handler(AppDbContext db, IHttpContextAccessor http) : IRequestHandler<Command, Versioned<InternshipDetails>>
    {
        public async Task<Versioned<InternshipDetails>> Handle(Command request, CancellationToken cancellationToken)
        {
            await using var write = await db.BeginWrite(cancellationToken);
            var internship = await db.InternshipToChange(request.Id, request.IfMatch, cancellationToken);
            internship.Revise(request.Body.Facts);
            var stay = new Stay(internship.StartsOn, internship.EndsOn);
            var site = await db.HoldSite(internship.SiteId, cancellationToken) ?? throw Problems.NotFound("Площадка");
            await db.MustBeFree([internship.TeacherId], stay, internship.Id, cancellationToken);
            await db.MustHavePlaces(site, stay, 1, internship.Id, cancellationToken);
            var details = await db.Saved(internship, "revised", http.Caller(), cancellationToken);
            await write.Commit(cancellationToken);
            return details;
        }
    }
}
