using System.Globalization;
using Opora.Api.Http;
using Opora.Domain.Support;

namespace Opora.Api.Features.Support;

/// <summary>What files say in Russian, and how their rows are written.</summary>
internal static class SupportWords
{
    public static string Of(SpecialistKind kind) =>
        kind switch
        {
            SpecialistKind.Psychologist => "педагог-психолог",
            SpecialistKind.SocialPedagogue => "социальный педагог",
            SpecialistKind.Defectologist => "учитель-дефектолог",
            _ => "учитель-логопед",
        };

    public static string Of(SpecialistRequestState state) =>
        state switch
        {
            SpecialistRequestState.Requested => "подана",
            SpecialistRequestState.Assigned => "назначена",
            SpecialistRequestState.InWork => "в работе",
            SpecialistRequestState.Done => "выполнена",
            SpecialistRequestState.Declined => "отказано",
            _ => "отозвана",
        };

    public static string Of(ConsultationAudience audience) =>
        audience switch
        {
            ConsultationAudience.Teachers => "педагоги",
            ConsultationAudience.Parents => "родители",
            _ => "школа",
        };

    /// <summary>A sheet with a frozen heading.</summary>
    public static void Head(this WorkbookWriter book, string sheet, (string Title, double Width)[] columns)
    {
        book.BeginSheet(sheet, [.. columns.Select(c => (c.Width, CellLook.Plain))], frozenRows: 1);
        book.Cells(1, CellLook.Heading, [.. columns.Select(c => c.Title)]);
    }

    /// <summary>A row of texts, numbers and days; what is null stays empty.</summary>
    public static void Cells(this WorkbookWriter book, int number, CellLook look, object?[] cells)
    {
        book.BeginRow(number);
        foreach (var (column, cell) in cells.Index())
            switch (cell)
            {
                case string text:
                    book.Text(column, text, look);
                    break;
                case DateOnly day:
                    book.Text(column, day.ToString("dd.MM.yyyy", CultureInfo.InvariantCulture), look);
                    break;
                case int count:
                    book.Number(column, count.ToString(CultureInfo.InvariantCulture), look);
                    break;
            }
    }
}
