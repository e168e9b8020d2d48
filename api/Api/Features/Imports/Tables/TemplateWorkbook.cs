using Opora.Api.Http;
using Opora.Domain.Imports;

namespace Opora.Api.Features.Imports.Tables;

/// <summary>An empty table of a kind to be filled in: headers that the guess knows, and a second sheet that explains them.</summary>
public static class TemplateWorkbook
{
    const int LeastWidth = 12;

    /// <summary>Writes the template; no other file is needed to fill it in.</summary>
    public static void Write(Stream to, ImportKind kind)
    {
        var fields = FieldCatalog.Of(kind).Fields;
        using var book = new WorkbookWriter(to);
        book.BeginSheet("Данные", [.. fields.Select(f => (WidthOf(f), f.IsValue ? CellLook.Plain : CellLook.Text))], frozenRows: 1);
        book.BeginRow(1);
        foreach (var field in fields)
            book.Text(field.Index, field.Label, CellLook.Heading);

        book.BeginSheet(
            "Как заполнять",
            [(26, CellLook.Wrapped), (16, CellLook.Wrapped), (80, CellLook.Wrapped), (34, CellLook.Wrapped)],
            frozenRows: 1
        );
        book.BeginRow(1);
        string[] headings = ["Столбец", "Обязателен", "Что писать", "Пример"];
        for (var i = 0; i < headings.Length; i++)
            book.Text(i, headings[i], CellLook.Heading);
        foreach (var field in fields)
        {
            book.BeginRow(field.Index + 2);
            book.Text(0, field.Label, CellLook.Wrapped);
            book.Text(1, field.Required ? "да" : "нет", CellLook.Wrapped);
            book.Text(2, field.Hint, CellLook.Wrapped);
            book.Text(3, field.Example, CellLook.Wrapped);
        }
        var row = fields.Count + 3;
        foreach (var choice in FieldCatalog.Of(kind).Choices)
        {
            book.BeginRow(row++);
            book.Text(2, choice.Message, CellLook.Wrapped);
        }
    }

    static double WidthOf(FieldSpec field) => Math.Max(LeastWidth, Math.Max(field.Label.Length, field.Example.Length) + 3);
}
