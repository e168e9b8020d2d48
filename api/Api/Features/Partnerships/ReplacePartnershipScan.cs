using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Opora.Api.Auth;
using Opora.Api.Files;
using Opora.Api.Http;
using Opora.Domain.Files;
using Opora.Persistence;

namespace Opora.Api.Features.Partnerships;

/// <summary>Puts the scan of the signed paper to an agreement, in place of the one before.</summary>
public static class ReplacePartnershipScan
{
    /// <param name="Id">Id of the agreement.</param>
    /// <param name="IfMatch">The version that the caller saw.</param>
    /// <param name="Name">Name of the file with its ending.</param>
    public sealed record Command(Guid Id, IfMatch IfMatch, string Name) : IRequest<Versioned<PartnershipDetails>>;

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator() =>
            RuleFor(c => c.Name)
                .NotEmpty()
                .MaximumLength(StoredFile.NameLength)
                .Must(name => name is null || name.IndexOfAny(['/', '\\', '\0']) < 0)
                .WithMessage($"Имя файла – до {StoredFile.NameLength} знаков, без папок.");
    }

    internal sealed class Handler(AppDbContext db, FileKeeper files, IHttpContextAccessor http, TimeProvider clock)
        : IRequestHandler<Command, Versioned<PartnershipDetails>>
    {
        public async Task<Versioned<PartnershipDetails>> Handle(Command request, CancellationToken cancellationToken)
        {
            var partnership = await db.PartnershipToChange(request.Id, request.IfMatch, cancellationToken);
            var caller = http.Caller();
            var body = http.HttpContext!.Request.Body;
            var file = await files.Receive(body, request.Name, clock.GetUtcNow().UtcDateTime, caller.Actor.Id!.Value, cancellationToken);
            try
            {
                db.Add(file);
                var before = partnership.Scan(file.Id);
                var former = await db.StoredFiles.SingleOrDefaultAsync(f => f.Id == before, cancellationToken);
                if (former is not null)
                    db.Remove(former);
                var details = await db.Saved(partnership, "scan-replaced", null, caller, cancellationToken);
                if (former is not null)
                    await files.Delete(former.Id);
                return new Versioned<PartnershipDetails>(details, details.Version);
            }
            catch
            {
                await files.Delete(file.Id);
                throw;
            }
        }
    }
}
