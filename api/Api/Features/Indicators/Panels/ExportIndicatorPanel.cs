using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using Opora.Api.Auth;
using Opora.Api.Figures;
using Opora.Api.Http;
using Opora.Domain;
using Opora.Domain.Identification;
using Opora.Persistence;
using Opora.Persistence.Indicators;

namespace Opora.Api.Features.Indicators.Panels;

/// <summary>The panel as a workbook: what the screen shows, with the schools behind each number on a second sheet.</summary>
public static class ExportIndicatorPanel
{
    /// <param name="Set">Id of the set; without it the set of the newest period.</param>
    /// <param name="Period">The period; without it the newest opened one.</param>
    /// <param name="Category">Only schools in this category of the list; «Both» is in each of the two.</param>
    /// <param name="Cohort">Only schools of this list of supported schools; any year's.</param>
    public sealed record Query(Guid? Set = null, Period? Period = null, WireEnum<SupportCategory>? Category = null, Guid? Cohort = null)
        : IRequest<FileContentHttpResult>;

    internal sealed class Handler(AppDbContext db, IndicatorRefresher refresher, IHttpContextAccessor http)
        : IRequestHandler<Query, FileContentHttpResult>
    {
        public async Task<FileContentHttpResult> Handle(Query request, CancellationToken cancellationToken)
        {
            var panel = await new PanelReading(db, refresher, Reach.Of(db, http.Caller())).Read(
                request.Set,
                request.Period,
                request.Category?.Value,
                request.Cohort,
                cancellationToken
            );
            using var file = new MemoryStream();
            using (var book = new WorkbookWriter(file))
                Write(book, panel);
            var name =
                $"Показатели – {panel.Set?.Name ?? "нет наборов"} – {panel.Period?.ToString().Replace('/', '-') ?? "нет периодов"}.xlsx";
            return TypedResults.File(file.ToArray(), WorkbookWriter.ContentType, name);
        }

        private static void Write(WorkbookWriter book, IndicatorPanel panel)
        {
            Sheet(book, "Показатели", panel, cell => cell.Figure?.Value, total => total.Figure?.Value);
            Sheet(book, "Школ со значением", panel, cell => cell.Schools, total => total.Schools);
            book.BeginSheet("Свод по школам", [(60, CellLook.Plain)], frozenRows: 1);
            book.Row(
                1,
                CellLook.Heading,
                "Показатель",
                "Свод",
                "Среднее по школам",
                "Максимум",
                "Минимум",
                "Школ со значением",
                "Из школ",
                "Из них с известной базой",
                "Из них больше нуля",
                "Цель достигнута",
                "Не достигнута"
            );
            foreach (var (i, indicator) in panel.Indicators.Index())
            {
                var t = panel.Total[i];
                book.Row(
                    i + 2,
                    CellLook.Plain,
                    PanelSheet.Title(indicator),
                    t.Figure?.Value,
                    t.Mean,
                    t.Greatest,
                    t.Least,
                    t.Schools,
                    t.Registered,
                    t.WithBase,
                    t.AboveZero,
                    t.Achieved,
                    t.Missed
                );
            }
        }

        private static void Sheet(
            WorkbookWriter book,
            string name,
            IndicatorPanel panel,
            Func<IndicatorPanelCell, decimal?> cell,
            Func<IndicatorFigures, decimal?> total
        )
        {
            book.BeginSheet(name, [(40, CellLook.Plain), (10, CellLook.Plain)], frozenRows: 1);
            book.Row(1, CellLook.Heading, ["Муниципалитет", "Школ", .. panel.Indicators.Select(PanelSheet.Title)]);
            var number = 2;
            foreach (var row in panel.Rows)
                book.Row(number++, CellLook.Plain, [row.Municipality.Name, row.Schools, .. row.Cells.Select(c => (object?)cell(c))]);
            book.Row(number, CellLook.Heading, ["Всего", panel.Schools, .. panel.Total.Select(t => (object?)total(t))]);
        }
    }
}
