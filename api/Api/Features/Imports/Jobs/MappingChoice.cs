using Microsoft.EntityFrameworkCore;
using Opora.Api.Features.Imports.Tables;
using Opora.Domain;
using Opora.Domain.Imports;
using Opora.Persistence;

namespace Opora.Api.Features.Imports.Jobs;

/// <summary>What the columns of a file are taken for.</summary>
/// <param name="Spec">The mapping.</param>
/// <param name="Name">Name under which it was saved, when it was.</param>
internal sealed record ChosenMapping(MappingSpec Spec, string? Name)
{
    /// <summary>
    /// The mapping to begin with: the one already said, else the newest one saved for the same header, else a guess from the words of the
    /// header.
    /// </summary>
    public static async Task<(ChosenMapping Mapping, MappingGuess? Guess)> Suggest(
        AppDbContext db,
        ImportRun run,
        TablePreview preview,
        CancellationToken cancellationToken
    )
    {
        if (run.Mapping is { } said)
            return (new ChosenMapping(MappingSpec.FromJson(said), run.MappingName), null);
        if (await Saved(db, run, preview, cancellationToken) is { } saved)
            return (new ChosenMapping(MappingSpec.FromJson(saved.Spec) with { Sheet = SheetOf(preview) }, saved.Name), null);
        var indicators = run.Kind == ImportKind.IndicatorValues ? await KnownIndicators.Read(db, cancellationToken) : null;
        var guess = MappingGuess.From(run.Kind, preview, run.FileName, indicators is null ? null : indicators.Names);
        return (new ChosenMapping(guess.Spec, null), guess);
    }

    /// <summary>The mapping by which a file is read without a person looking at it.</summary>
    /// <exception cref="ImportRefused">It cannot be told what the columns are, or the mapping does not fit the file.</exception>
    public static async Task<ChosenMapping> Choose(AppDbContext db, ImportRun run, TableFile file, CancellationToken cancellationToken)
    {
        var (mapping, guess) = await Suggest(db, run, file.Preview(), cancellationToken);
        if (file.Format == TableFormat.Ndjson && guess is { Unused.Count: > 0 })
            throw Unknown(run.Kind, guess.Unused);
        if (guess is null || guess.IsCertain)
            return mapping;
        throw new ImportRefused(
            "Не удалось однозначно понять, что означают столбцы. Укажите сопоставление в мастере импорта или назовите сохранённое.",
            [
                .. guess.Missing.Select(m => new ItemError(
                    null,
                    "column-missing",
                    (m.Series is { } series ? $"/mapping/series/{series}/columns/" : "/mapping/columns/") + m.Field.Name,
                    $"Не найден столбец «{m.Field.Label}». {m.Field.Hint}"
                )),
                .. guess.Assumed.Select(a => new ItemError(null, "mapping-uncertain", "/mapping", a)),
            ]
        );
    }

    /// <summary>Checks a mapping against the file and compiles it.</summary>
    /// <exception cref="ImportRefused">It does not fit.</exception>
    public static CompiledMapping Compile(ImportRun run, MappingSpec spec, TableFile file) =>
        CompiledMapping.Compile(run.Kind, spec, file, out var problems)
        ?? throw new ImportRefused(
            "Сопоставление столбцов не подходит к этой таблице.",
            [.. problems.Select(p => new ItemError(null, p.Code, "/mapping" + p.Pointer, p.Message, p.Value))]
        );

    // People's tables have columns of their own; a program that sends a name nobody knows has mistaken it, and its values would be lost.
    private static ImportRefused Unknown(ImportKind kind, IReadOnlyList<UnusedColumn> properties) =>
        new(
            "В файле есть неизвестные свойства. Исправьте их имена или уберите их.",
            [
                .. properties.Select(p => new ItemError(
                    null,
                    "unknown-property",
                    "/" + Http.JsonPointer.Escape(p.Header),
                    $"Свойство «{p.Header}» неизвестно."
                        + (p.Nearest is { } nearest ? $" Возможно, имелось в виду: {nearest}." : " Уберите его или назовите иначе."),
                    p.Header,
                    p.Nearest ?? string.Join(", ", FieldCatalog.Of(kind).Fields.Select(f => f.Name))
                )),
            ]
        );

    private static async Task<ImportMapping?> Saved(
        AppDbContext db,
        ImportRun run,
        TablePreview preview,
        CancellationToken cancellationToken
    ) =>
        // Tables without a header all look alike.
        preview.HeaderRow == 0
            ? null
            : await db
                .ImportMappings.AsNoTracking()
                .Where(m => m.RegionCode == run.RegionCode && m.Kind == run.Kind && m.Fingerprint == preview.Fingerprint)
                .OrderByDescending(m => m.SavedAt)
                .ThenBy(m => m.Id)
                .FirstOrDefaultAsync(cancellationToken);

    private static string? SheetOf(TablePreview preview) => preview.Sheet.Length > 0 ? preview.Sheet : null;
}

/// <summary>Names and codes of indicators, by which columns of a wide table are known.</summary>
internal sealed class KnownIndicators
{
    private readonly HashSet<string> _names;

    private KnownIndicators(IEnumerable<string> names) => _names = names.Select(SearchText.Fold).ToHashSet(StringComparer.Ordinal);

    /// <summary>Reads those within reach.</summary>
    public static async Task<KnownIndicators> Read(AppDbContext db, CancellationToken cancellationToken) =>
        new([
            .. await db.Indicators.Select(i => i.Code).ToListAsync(cancellationToken),
            .. await db.Indicators.SelectMany(i => i.Versions).Select(v => v.Name).Distinct().ToListAsync(cancellationToken),
        ]);

    /// <summary>Whether a text is the name or code of one.</summary>
    public bool Names(string text) => _names.Contains(SearchText.Fold(text));
}
