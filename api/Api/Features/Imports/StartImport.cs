using System.Globalization;
using System.Text.Json;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Opora.Api.Features.Imports.Jobs;
using Opora.Api.Http;
using Opora.Domain.Imports;
using Opora.Persistence;

namespace Opora.Api.Features.Imports;

/// <summary>Takes a file in and queues its import, or leaves it to a person to say what its columns are.</summary>
public static class StartImport
{
    /// <param name="Kind">What the file holds.</param>
    /// <param name="File">The file: CSV, XLSX, XLS or NDJSON, also gzipped, up to 200 MB. Its content decides, not its name.</param>
    /// <param name="FileName">Name of the file; of a form it is the part's own.</param>
    /// <param name="Mode">atomic (all or nothing) when absent.</param>
    /// <param name="DryRun">Do everything and keep nothing.</param>
    /// <param name="Confirm">Wait until a person has said what the columns are and looked at the check.</param>
    /// <param name="Mapping">Id or name of a saved mapping, or a mapping as JSON; guessed from the header when absent.</param>
    public sealed record Command(
        WireEnum<ImportKind> Kind,
        Upload File,
        string? FileName = null,
        WireEnum<ImportMode>? Mode = null,
        bool DryRun = false,
        bool Confirm = false,
        string? Mapping = null
    ) : IRequest<AcceptedVersion<ImportDetails>>;

    internal sealed class Validator : AbstractValidator<Command>
    {
        private const int MappingLength = 20_000;

        public Validator()
        {
            RuleFor(c => c.FileName)
                .MaximumLength(ImportRun.FileNameLength)
                .WithMessage($"Имя файла — до {ImportRun.FileNameLength} знаков.");
            RuleFor(c => c.Mapping).MaximumLength(MappingLength).WithMessage("Сопоставление слишком длинное: сохраните его под именем.");
        }
    }

    internal sealed class Handler(AppDbContext db, ImportSpool spool, ImportQueue queue, IHttpContextAccessor http, TimeProvider clock)
        : IRequestHandler<Command, AcceptedVersion<ImportDetails>>
    {
        public async Task<AcceptedVersion<ImportDetails>> Handle(Command request, CancellationToken cancellationToken)
        {
            var kind = request.Kind.Value;
            var asker = http.Asker(kind);
            var mapping = request.Mapping is { Length: > 0 } said ? await Find(said, kind, asker, cancellationToken) : null;
            var (content, partName) = await request.File.Open(cancellationToken);
            using var spooled = await spool.Receive(content, cancellationToken);

            var now = clock.GetUtcNow().UtcDateTime;
            var run = ImportRun.OfFile(
                kind,
                asker,
                new ImportFile(NameOf(request.FileName, partName), spooled.Size, spooled.Hash),
                request.Mode?.Value ?? ImportMode.Atomic,
                request.DryRun,
                request.Confirm,
                now
            );
            if (mapping is not null)
                run.UseMapping(mapping.Spec, mapping.Name);
            db.Add(run);
            if (!request.Confirm)
                db.Add(new ImportTicket(run, asker, now));
            spooled.KeepFor(run, now);
            await db.SaveChangesAsync(cancellationToken);
            queue.Wake();
            var details = await ImportDetails.Read(db, run.Id, cancellationToken) ?? throw ImportAccess.NotFound();
            return new AcceptedVersion<ImportDetails>(details, details.Version, ImportAccess.AddressOf(run));
        }

        private async Task<ChosenMapping> Find(string said, ImportKind kind, ImportAsker asker, CancellationToken cancellationToken)
        {
            if (said[0] == '{')
                try
                {
                    return new ChosenMapping(MappingSpec.FromJson(said), null);
                }
                catch (JsonException e)
                {
                    throw Problems.Validation(
                        "/mapping",
                        "malformed",
                        $"Сопоставление не разобрано: ошибка в месте «{JsonPointer.FromJsonPath(e.Path)}»."
                    );
                }
            var id = Guid.TryParse(said, out var parsed) ? parsed : (Guid?)null;
            var saved =
                await db
                    .ImportMappings.AsNoTracking()
                    .Where(m => m.Kind == kind && m.RegionCode == asker.RegionCode && (m.Id == id || m.Name == said))
                    .FirstOrDefaultAsync(cancellationToken)
                ?? throw Problems.NotFound("Сопоставление столбцов");
            return new ChosenMapping(MappingSpec.FromJson(saved.Spec), saved.Name);
        }

        private static string NameOf(string? given, string? partName)
        {
            // Old browsers sent whole paths; signs that nobody sees could make one name look like another.
            var last = (given is { Length: > 0 } ? given : partName ?? "").Split('/', '\\')[^1];
            var name = string.Concat(last.Where(c => !char.IsControl(c) && char.GetUnicodeCategory(c) != UnicodeCategory.Format)).Trim();
            return name.Length == 0 ? "таблица" : name[..Math.Min(name.Length, ImportRun.FileNameLength)];
        }
    }
}
