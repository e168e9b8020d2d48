using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Opora.Api.Auth;
using Opora.Api.Http;
using Opora.Domain.Partnerships;
using Opora.Persistence;

namespace Opora.Api.Features.Selections;

/// <summary>Begins an application of a school; it is handed in by a step of its own.</summary>
public static class ApplyToSelection
{
    /// <param name="Id">Id of the selection.</param>
    /// <param name="Body">Which school and what it offers.</param>
    public sealed record Command(Guid Id, Body Body) : IRequest<CreatedVersion<ApplicationDetails>>;

    /// <summary>Which school and what it offers.</summary>
    /// <param name="SchoolId">Id of the school.</param>
    /// <param name="Offer">What it offers.</param>
    public sealed record Body(Guid SchoolId, ApplicationBody Offer) : IExampled<Body>
    {
        public static Body Example => new(new Guid("0193a5c0-5b1e-7000-8000-000000000002"), ApplicationBody.Example);
    }

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.Body.Offer).SetValidator(new ApplicationValidator());
    }

    internal sealed class Handler(AppDbContext db, IHttpContextAccessor http) : IRequestHandler<Command, CreatedVersion<ApplicationDetails>>
    {
        public async Task<CreatedVersion<ApplicationDetails>> Handle(Command request, CancellationToken cancellationToken)
        {
            var selection =
                await db.Selections.AsNoTracking().SingleOrDefaultAsync(s => s.Id == request.Id, cancellationToken)
                ?? throw Problems.NotFound("Отбор");
            var school =
                await db.Schools.AsNoTracking().SingleOrDefaultAsync(s => s.Id == request.Body.SchoolId, cancellationToken)
                ?? throw Problems.NotFound("Школа", "/schoolId", request.Body.SchoolId.ToString());
            var today = await db.Today(school.RegionCode, cancellationToken);
            var application = new SelectionApplication(selection, school, request.Body.Offer.Text.Trim(), today);
            db.Add(application);
            try
            {
                var details = (await db.Saved(application, "registered", http.Caller(), cancellationToken)).Body;
                return new CreatedVersion<ApplicationDetails>(
                    details,
                    details.Version,
                    $"/api/v1/selections/{selection.Id}/applications/{details.Id}"
                );
            }
            catch (DbUpdateException e) when (db.IsDuplicateKey(e))
            {
                throw Problems.Duplicate("/schoolId", $"{school.Name}: заявка уже начата. Откройте её и продолжите.", school.Id.ToString());
            }
        }
    }
}
