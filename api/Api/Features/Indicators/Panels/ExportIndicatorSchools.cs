using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using Opora.Api.Auth;
using Opora.Api.Http;
using Opora.Domain;
using Opora.Domain.Identification;
using Opora.Domain.Indicators;
using Opora.Persistence;

namespace Opora.Api.Features.Indicators.Panels;

/// <summary>The schools of an indicator in order of their values, as a workbook.</summary>
public static class ExportIndicatorSchools
{
    /// <param name="Id">Id of the indicator.</param>
    /// <param name="Period">The period; without it the newest opened one of its set.</param>
    /// <param name="Category">Only schools in this category of the list; «Both» is in each of the two.</param>
    /// <param name="Cohort">Only schools of this list of supported schools; any year's.</param>
    /// <param name="Municipality">Only this municipality: ОКТМО code.</param>
    public sealed record Query(
        Guid Id,
        Period? Period = null,
        WireEnum<SupportCategory>? Category = null,
        Guid? Cohort = null,
        string? Municipality = null
    ) : IRequest<FileContentHttpResult>;

    internal sealed class Handler(AppDbContext db, IHttpContextAccessor http, TimeProvider clock)
        : IRequestHandler<Query, FileContentHttpResult>
    {
        public async Task<FileContentHttpResult> Handle(Query request, CancellationToken cancellationToken)
        {
            var question = await SchoolsQuestion.Ask(
                db,
                http.Caller(),
                new(request.Id, request.Period, request.Category?.Value, request.Cohort, request.Municipality),
                clock.GetUtcNow(),
                cancellationToken
            );
            using var file = new MemoryStream();
            using (var book = new WorkbookWriter(file))
                Write(book, question);
            var name = $"Рейтинг школ – {question.Watched.Indicator.Code} – {question.Period.ToString().Replace('/', '-')}.xlsx";
            return TypedResults.File(file.ToArray(), WorkbookWriter.ContentType, name);
        }

        private static void Write(WorkbookWriter book, SchoolsQuestion question)
        {
            var indicator = question.Watched.Details;
            book.BeginSheet(
                "Рейтинг",
                [(8, CellLook.Plain), (14, CellLook.Text), (50, CellLook.Plain), (34, CellLook.Plain)],
                frozenRows: 2
            );
            book.Row(1, CellLook.Plain, $"{PanelSheet.Title(indicator)} – {question.Period}");
            book.Row(
                2,
                CellLook.Heading,
                "Место",
                "Код школы",
                "Школа",
                "Муниципалитет",
                "Значение",
                "Числитель",
                "Знаменатель",
                "Цель",
                "Результат"
            );
            var number = 3;
            foreach (var school in RankedSchools.Of(question))
                book.Row(
                    number++,
                    CellLook.Plain,
                    school.Place,
                    school.Code,
                    school.Name,
                    school.Municipality.Name,
                    school.Figure?.Value,
                    school.Figure?.Numerator,
                    school.Figure?.Denominator,
                    school.Target,
                    school.Withheld ? "скрыто: малая группа" : Word(school.Achievement)
                );
        }

        private static string Word(Achievement? achievement) =>
            achievement switch
            {
                Achievement.Achieved => "достигнут",
                Achievement.NotAchieved => "не достигнут",
                Achievement.NoValue => "нет данных",
                Achievement.NoTarget => "нет цели",
                _ => "не оценивается",
            };
    }
}
