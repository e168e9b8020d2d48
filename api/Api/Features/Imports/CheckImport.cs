using FluentValidation;
using MediatR;
using Opora.Api.Auth;
using Opora.Api.Features.Imports.Jobs;
using Opora.Api.Features.Imports.Tables;
using Opora.Api.Http;
using Opora.Domain.Imports;
using Opora.Persistence;

namespace Opora.Api.Features.Imports;

/// <summary>Says what the columns are and asks for the check of all rows.</summary>
public static class CheckImport
{
    /// <param name="Id">Id of the import.</param>
    /// <param name="IfMatch">The version that the caller saw.</param>
    /// <param name="Body">How the table is to be read.</param>
    public sealed record Command(Guid Id, IfMatch IfMatch, Body Body) : IRequest<AcceptedVersion<ImportDetails>>;

    /// <summary>How the table is to be read.</summary>
    /// <param name="Mapping">What the columns mean.</param>
    /// <param name="Mode">All or nothing, or good items only.</param>
    /// <param name="SaveMappingAs">Name under which the mapping is saved for the region; a newer one replaces it.</param>
    public sealed record Body(MappingSpec Mapping, ImportMode Mode, string? SaveMappingAs = null) : IExampled<Body>
    {
        public static Body Example =>
            new(
                new MappingSpec
                {
                    Constants = new Dictionary<string, string>(StringComparer.Ordinal) { ["assessment"] = "EGE", ["grade"] = "11" },
                    Columns = new Dictionary<string, string>(StringComparer.Ordinal) { ["subject"] = "A" },
                    Series =
                    [
                        new SeriesSpec
                        {
                            Constants = new Dictionary<string, string>(StringComparer.Ordinal)
                            {
                                ["schoolCode"] = "160312002",
                                ["year"] = "2019",
                            },
                            Columns = new Dictionary<string, string>(StringComparer.Ordinal) { ["mean"] = "B" },
                        },
                    ],
                },
                ImportMode.Atomic,
                "ЕГЭ школы"
            );
    }

    internal sealed class Validator : AbstractValidator<Command>
    {
        private const int MostSeries = 500;

        public Validator()
        {
            RuleFor(c => c.Body.SaveMappingAs)
                .Must(n => n is null || !string.IsNullOrWhiteSpace(n) && n.Length <= ImportMapping.NameLength)
                .WithMessage($"Название сопоставления — от 1 до {ImportMapping.NameLength} знаков.");
            RuleFor(c => c.Body.Mapping.Series)
                .Must(s => s.Count <= MostSeries && !s.Contains(null!))
                .WithMessage($"Не больше {MostSeries} серий.");
        }
    }

    internal sealed class Handler(AppDbContext db, ImportSpool spool, ImportQueue queue, IHttpContextAccessor http, TimeProvider clock)
        : IRequestHandler<Command, AcceptedVersion<ImportDetails>>
    {
        public async Task<AcceptedVersion<ImportDetails>> Handle(Command request, CancellationToken cancellationToken)
        {
            var (mapping, mode, name) = request.Body;
            var run = await db.FindImport(http.Caller(), request.Id, cancellationToken);
            var asker = http.Asker(run.Kind);
            if (mapping.WholeStaffOn is { } day && day > await db.Today(run.RegionCode, cancellationToken))
                throw Problems.Validation("/mapping/wholeStaffOn", "date-in-future", $"День {day:dd.MM.yyyy} ещё не наступил.");
            using var file = await spool.Table(run, cancellationToken);
            await ReadableTable.Read(() => Check(run, mapping, file), cancellationToken);

            var now = clock.GetUtcNow().UtcDateTime;
            db.Expect(run, request.IfMatch.Version);
            run.AskForCheck(mapping, name?.Trim(), mode);
            if (name is not null)
                await SavedMappings.Save(db, run, asker, file, mapping, name.Trim(), now, cancellationToken);
            db.Add(new ImportTicket(run, asker, now));
            await db.SaveTicket(cancellationToken);
            queue.Wake();
            var details = await ImportDetails.Read(db, run.Id, cancellationToken) ?? throw ImportAccess.NotFound();
            return new AcceptedVersion<ImportDetails>(details, details.Version, ImportAccess.AddressOf(run));
        }

        private static bool Check(ImportRun run, MappingSpec mapping, TableFile file)
        {
            if (CompiledMapping.Compile(run.Kind, mapping, file, out var problems) is null)
                throw Problems.Validation([.. problems.Select(p => new ErrorItem("/mapping" + p.Pointer, p.Code, p.Message, p.Value))]);
            return true;
        }
    }
}
