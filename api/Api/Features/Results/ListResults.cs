using System.Globalization;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Opora.Api.Auth;
using Opora.Api.Features.Results.Pulling;
using Opora.Api.Figures;
using Opora.Api.Http;
using Opora.Domain.Identification;
using Opora.Domain.Places;
using Opora.Domain.Results;
using Opora.Persistence;

namespace Opora.Api.Features.Results;

/// <summary>Gives results out page by page, for programs.</summary>
public static class ListResults
{
    private const int DefaultLimit = 500;
    private const int MostRows = 5_000;
    private const int LongestCursor = 600;

    /// <summary>Filters; all that are given must hold.</summary>
    /// <param name="SchoolCode">Code of a school.</param>
    /// <param name="Place">Code of a region or municipality: the results that it has published about itself.</param>
    /// <param name="Descendants">With place: also all places and schools in it. Without place everything within reach is given anyway.</param>
    /// <param name="Year">Calendar year of the assessment.</param>
    /// <param name="Assessment">Kind of assessment.</param>
    /// <param name="Subject">Subject code.</param>
    /// <param name="Grade">Grade.</param>
    /// <param name="Category">Schools in this category of the list of the result's year (with cohort: of that list); «Both» is in each of the two.</param>
    /// <param name="Cohort">Schools of this list of supported schools; any year's results.</param>
    /// <param name="Limit">Rows on a page, at most 5,000.</param>
    /// <param name="Cursor">Where to go on: taken from the link to the next page, good for the same filters only.</param>
    public sealed record Query(
        string? SchoolCode = null,
        string? Place = null,
        bool Descendants = false,
        int? Year = null,
        WireEnum<Assessment>? Assessment = null,
        string? Subject = null,
        int? Grade = null,
        WireEnum<SupportCategory>? Category = null,
        Guid? Cohort = null,
        int Limit = DefaultLimit,
        string? Cursor = null
    ) : IRequest<ResultPage>
    {
        /// <summary>All filters as one text: a cursor is bound to it.</summary>
        internal string Filters =>
            string.Join(
                '|',
                SchoolCode,
                Place,
                Descendants,
                Year?.ToString(CultureInfo.InvariantCulture),
                Assessment?.Value,
                Subject,
                Grade?.ToString(CultureInfo.InvariantCulture),
                Category?.Value,
                Cohort
            );
    }

    internal sealed class Validator : AbstractValidator<Query>
    {
        public Validator()
        {
            RuleFor(q => q.Limit)
                .InclusiveBetween(1, MostRows)
                .WithErrorCode(ResultRules.OutOfRange)
                .WithMessage($"На странице от 1 до {MostRows} строк.");
            RuleFor(q => q.Subject)
                .Must(s => s is null || Domain.Results.Subject.OfCode(s) is not null)
                .WithErrorCode(ResultRules.SubjectUnknown)
                .WithMessage("Такого предмета нет в справочнике предметов.");
            RuleFor(q => q.Cursor)
                .Must(
                    (q, cursor) =>
                        cursor is null || cursor.Length <= LongestCursor && ResultPosition.FromCursor(cursor, q.Filters) is not null
                )
                .WithErrorCode("cursor-invalid")
                .WithMessage("Курсор не подходит: он действует только с теми же фильтрами, с которыми получен. Начните с первой страницы.");
        }
    }

    internal sealed class Handler(AppDbContext db, IHttpContextAccessor http) : IRequestHandler<Query, ResultPage>
    {
        // A year of a school is some dozens of rows.
        private const int SchoolsOfYear = 64;
        private const int SchoolsOfAllYears = 16;

        public async Task<ResultPage> Handle(Query request, CancellationToken cancellationToken)
        {
            var schools = await Schools(request, cancellationToken);
            var after = request.Cursor is { } cursor ? ResultPosition.FromCursor(cursor, request.Filters) : null;
            // One more than asked for tells whether there is a next page. Published results come first.
            var most = request.Limit + 1;
            var lines = new List<ResultLine>();
            if (after is null or { PlaceCode: not null } && request is { SchoolCode: null, Category: null, Cohort: null })
                lines = await new PublishedReader(Published(request)).Read(after, most, cancellationToken);
            if (lines.Count < most && request is { Place: null } or { Descendants: true })
            {
                var reader = new ResultReader(schools, Results(request), request.Year is null ? SchoolsOfAllYears : SchoolsOfYear);
                var last = after is { PlaceCode: null } ? after : null;
                lines.AddRange(await reader.Read(last, most - lines.Count, cancellationToken));
            }
            if (lines.Count <= request.Limit)
                return new ResultPage(lines, Disclosure.To(http.Caller()), next: null);
            lines.RemoveAt(request.Limit);
            return new ResultPage(lines, Disclosure.To(http.Caller()), ResultPosition.Of(lines[^1]).ToCursor(request.Filters));
        }

        private async Task<IQueryable<School>> Schools(Query request, CancellationToken cancellationToken)
        {
            var schools = db.Schools.AsNoTracking();
            if (request.SchoolCode is { } code)
            {
                schools = schools.Where(s => s.Code == code);
                if (!await schools.AnyAsync(cancellationToken))
                    throw Problems.NotFound("Школа", "/schoolCode", code);
            }
            if (request.Place is { } place)
                schools = await InPlace(schools, place, cancellationToken);
            if (request.Cohort is { } cohort)
            {
                if (!await db.Cohorts.AnyAsync(c => c.Id == cohort, cancellationToken))
                    throw Problems.NotFound("Список школ", "/cohort", cohort.ToString());
                var members = Members(request).Where(m => m.CohortId == cohort);
                schools = schools.Where(s => members.Any(m => m.SchoolId == s.Id));
            }
            return schools;
        }

        private async Task<IQueryable<School>> InPlace(IQueryable<School> schools, string place, CancellationToken cancellationToken)
        {
            var scope = db.Current.Scope;
            if (scope.VisibleRegions.Contains(place, StringComparer.Ordinal))
                return schools.Where(s => s.RegionCode == place);
            var known =
                scope.Municipalities.Contains(place, StringComparer.Ordinal)
                || await db.Municipalities.AnyAsync(m => m.Code == place && scope.Regions.Contains(m.RegionCode), cancellationToken);
            return known ? schools.Where(s => s.MunicipalityCode == place) : throw Problems.NotFound("Территория", "/place", place);
        }

        private IQueryable<ReferenceResult> Published(Query request)
        {
            var results = db.ReferenceResults.AsNoTracking();
            if (request.Place is { } place)
                results = request.Descendants
                    ? results.Where(r => r.PlaceCode == place || r.RegionCode == place)
                    : results.Where(r => r.PlaceCode == place);
            if (request.Year is { } year)
                results = results.Where(r => r.Year == year);
            if (request.Assessment is { Value: var assessment })
                results = results.Where(r => r.Assessment == assessment);
            if (request.Subject is { } subject)
                results = results.Where(r => r.Subject == subject);
            return request.Grade is { } grade ? results.Where(r => r.Grade == grade) : results;
        }

        private IQueryable<ExamResult> Results(Query request)
        {
            var results = db.ExamResults.AsNoTracking();
            if (request.Year is { } year)
                results = results.Where(r => r.Year == year);
            if (request.Assessment is { Value: var assessment })
                results = results.Where(r => r.Assessment == assessment);
            if (request.Subject is { } subject)
                results = results.Where(r => r.Subject == subject);
            if (request.Grade is { } grade)
                results = results.Where(r => r.Grade == grade);
            if (request.Category is null || request.Cohort is not null)
                return results;
            var members = Members(request);
            return results.Where(r =>
                members.Any(m => m.SchoolId == r.SchoolId && db.Cohorts.Any(c => c.Id == m.CohortId && c.ResultsYear == r.Year))
            );
        }

        private IQueryable<CohortMember> Members(Query request) =>
            request.Category is { Value: var category }
                ? db.CohortMembers.Where(m => m.Category == category || m.Category == SupportCategory.Both)
                : db.CohortMembers;
    }
}
