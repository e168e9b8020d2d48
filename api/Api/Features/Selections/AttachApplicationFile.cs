using FluentValidation;
using MediatR;
using Opora.Api.Auth;
using Opora.Api.Files;
using Opora.Api.Http;
using Opora.Domain.Files;
using Opora.Domain.Partnerships;
using Opora.Persistence;

namespace Opora.Api.Features.Selections;

/// <summary>Puts a file to an application while applications are taken.</summary>
public static class AttachApplicationFile
{
    /// <param name="Id">Id of the selection.</param>
    /// <param name="ApplicationId">Id of the application.</param>
    /// <param name="IfMatch">The version that the caller saw.</param>
    /// <param name="Name">Name of the file with its ending.</param>
    public sealed record Command(Guid Id, Guid ApplicationId, IfMatch IfMatch, string Name) : IRequest<Versioned<ApplicationDetails>>;

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
        : IRequestHandler<Command, Versioned<ApplicationDetails>>
    {
        public async Task<Versioned<ApplicationDetails>> Handle(Command request, CancellationToken cancellationToken)
        {
            var (application, selection, today) = await db.ApplicationToChange(
                request.Id,
                request.ApplicationId,
                request.IfMatch,
                cancellationToken
            );
            selection.MustTakeApplications(today);
            var caller = http.Caller();
            var body = http.HttpContext!.Request.Body;
            var file = await files.Receive(body, request.Name, clock.GetUtcNow().UtcDateTime, caller.Actor.Id!.Value, cancellationToken);
            try
            {
                db.Add(file);
                db.Add(application.Attach(selection, file.Id, today));
                db.Note(new ChangeNote(nameof(SelectionApplication), application.Id.ToString(), "file-attached", application, []));
                return await db.Saved(application, "file-attached", caller, cancellationToken);
            }
            catch
            {
                await files.Delete(file.Id);
                throw;
            }
        }
    }
}
