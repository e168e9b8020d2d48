using Opora.Domain.Imports;

namespace Opora.Api.Features.Imports.Tables;

/// <summary>A field that the guess could not fill and a person, or a saved mapping, must.</summary>
/// <param name="Series">The series that lacks it, from 0; null when all items do.</param>
/// <param name="Field">Which one; for a school or a place the most usual way to name it.</param>
public sealed record MissingField(int? Series, FieldSpec Field);

/// <summary>A column that the guess does not use.</summary>
/// <param name="Letter">Which one.</param>
/// <param name="Header">Its header.</param>
/// <param name="Nearest">The field whose name differs by a slip of the pen, if there is one.</param>
public sealed record UnusedColumn(string Letter, string Header, string? Nearest);

/// <summary>A mapping guessed from headers, and how far it can be trusted.</summary>
/// <param name="Spec">The mapping, to be completed and confirmed.</param>
/// <param name="Missing">What must still be given.</param>
/// <param name="Assumed">Russian sentences on what was only likely: a person should look before rows are loaded.</param>
/// <param name="Unused">Columns with a header that are left out.</param>
public sealed record MappingGuess(
    MappingSpec Spec,
    IReadOnlyList<MissingField> Missing,
    IReadOnlyList<string> Assumed,
    IReadOnlyList<UnusedColumn> Unused
)
{
    /// <summary>Whether rows can be loaded by this mapping without anybody looking at it.</summary>
    public bool IsCertain => Missing.Count == 0 && Assumed.Count == 0;

    /// <summary>Guesses the mapping of a previewed sheet.</summary>
    /// <param name="kind">What the table is said to hold.</param>
    /// <param name="preview">Its beginning.</param>
    /// <param name="fileName">As the sender called it: «ВПР 2019.xlsx» says what the columns do not.</param>
    /// <param name="isIndicator">Whether a header names an indicator; without it none does.</param>
    public static MappingGuess From(ImportKind kind, TablePreview preview, string? fileName = null, Func<string, bool>? isIndicator = null)
    {
        var draft = new MappingDraft(FieldCatalog.Of(kind));
        draft.TakeColumns(preview.Columns);
        string[] context = [.. preview.Titles, preview.Sheet, Path.GetFileNameWithoutExtension(fileName ?? "")];
        if (kind == ImportKind.ExamResults)
        {
            draft.TakeSeries(preview.Columns);
            draft.TakeContext(context);
        }
        if (kind == ImportKind.IndicatorValues)
        {
            draft.TakeValues(preview.Columns, isIndicator ?? (_ => false));
            draft.TakePeriod(context);
        }
        draft.TakeLikeliest(preview.Columns);
        return new(
            draft.Spec(preview),
            draft.Missing(),
            draft.Assumed,
            [
                .. preview
                    .Columns.Where(c => c.Header.Length > 0 && !draft.Uses(c.Letter))
                    .Select(c => new UnusedColumn(c.Letter, c.Header, draft.Nearest(c.Header))),
            ]
        );
    }
}
