using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Opora.Api.Auth;
using Opora.Api.Http;
using Opora.Domain;
using Opora.Domain.Identification;
using Opora.Domain.Indicators;
using Opora.Persistence;

namespace Opora.Api.Features.Indicators.Machine;

/// <summary>Gives values of indicators out page by page, for programs.</summary>
public static class ListIndicatorValues
{
    private const int DefaultLimit = 500;
    private const int MostRows = 5_000;
    private const int LongestCursor = 600;

    /// <summary>Filters; all that are given must hold.</summary>
    /// <param name="Indicator">Code of an indicator.</param>
    /// <param name="SchoolCode">Code of a school.</param>
    /// <param name="Place">Code of a region or municipality: its own values.</param>
    /// <param name="Descendants">With place: also all places and schools in it. Without place everything within reach is given anyway.</param>
    /// <param name="Level">Only values of schools, of municipalities or of regions.</param>
    /// <param name="Period">The period.</param>
    /// <param name="Category">Schools in this category of any list (with cohort: of that list); «Both» is in each of the two.</param>
    /// <param name="Cohort">Schools of this list of supported schools.</param>
    /// <param name="Limit">Rows on a page, at most 5,000.</param>
    /// <param name="Cursor">Where to go on: taken from the link to the next page, good for the same filters only.</param>
    public sealed record Query(
        string? Indicator = null,
        string? SchoolCode = null,
        string? Place = null,
        bool Descendants = false,
        WireEnum<IndicatorLevel>? Level = null,
        Period? Period = null,
        WireEnum<SupportCategory>? Category = null,
        Guid? Cohort = null,
        int Limit = DefaultLimit,
        string? Cursor = null
    ) : IRequest<IndicatorValuePage>
    {
        /// <summary>All filters as one text: a cursor is bound to it.</summary>
        internal string Filters =>
            string.Join('|', Indicator, SchoolCode, Place, Descendants, Level?.Value, Period, Category?.Value, Cohort);
    }

    internal sealed class Validator : AbstractValidator<Query>
    {
        public Validator()
        {
            RuleFor(q => q.Limit)
                .InclusiveBetween(1, MostRows)
                .WithErrorCode("out-of-range")
                .WithMessage($"На странице от 1 до {MostRows} строк.");
            RuleFor(q => q.Cursor)
                .Must(
                    (q, cursor) =>
                        cursor is null || cursor.Length <= LongestCursor && ValuePosition.FromCursor(cursor, q.Filters) is not null
                )
                .WithErrorCode("cursor-invalid")
                .WithMessage("Курсор не подходит: он действует только с теми же фильтрами, с которыми получен. Начните с первой страницы.");
        }
    }

    internal sealed class Handler(AppDbContext db, IHttpContextAccessor http) : IRequestHandler<Query, IndicatorValuePage>
    {
        // A place has some dozens of values a period.
        private const int PlacesOfPeriod = 64;
        private const int PlacesOfAllPeriods = 16;

        public async Task<IndicatorValuePage> Handle(Query request, CancellationToken cancellationToken)
        {
            var values = await Filtered(request, cancellationToken);
            var after = request.Cursor is { } cursor ? ValuePosition.FromCursor(cursor, request.Filters) : null;
            var chunk = request.Period is null ? PlacesOfAllPeriods : PlacesOfPeriod;
            var lines = new List<ValueLine>();
            var from = after?.Place;
            var first = true;
            // One more than asked for tells whether there is a next page.
            while (lines.Count <= request.Limit)
            {
                var places = await Places(values, from, includingFrom: first && after is not null, chunk, cancellationToken);
                if (places.Length == 0)
                    break;
                var rows = await values
                    .Where(v => EF.Parameter(places).Contains(v.PlaceKey))
                    .Select(ValueLine.Columns(db))
                    .ToListAsync(cancellationToken);
                lines.AddRange(
                    rows.Where(r => after is null || ValuePosition.Order.Compare(r.Position, after) > 0)
                        .OrderBy(r => r.Position, ValuePosition.Order)
                );
                (from, first) = (places[^1], false);
                if (places.Length < chunk)
                    break;
            }
            var caller = http.Caller();
            var page = lines.Take(request.Limit).ToList();
            var ids = page.Select(l => l.Value.IndicatorId).Distinct().ToArray();
            var indicators = await db
                .Indicators.AsNoTracking()
                .Include(i => i.Versions)
                .Where(i => EF.Parameter(ids).Contains(i.Id))
                .ToDictionaryAsync(i => i.Id, cancellationToken);
            return new IndicatorValuePage(
                [.. page.Select(l => l.ToPulled(caller, indicators[l.Value.IndicatorId]))],
                lines.Count <= request.Limit ? null : page[^1].Position.ToCursor(request.Filters)
            );
        }

        private static Task<string[]> Places(
            IQueryable<IndicatorValue> values,
            string? from,
            bool includingFrom,
            int most,
            CancellationToken cancellationToken
        )
        {
            // Compared by the database, whose columns are ordinal: the analyzer's overload is none that it knows.
#pragma warning disable CA1309
            if (from is not null)
                values = values.Where(v => string.Compare(v.PlaceKey, from) > 0 || includingFrom && v.PlaceKey == from);
#pragma warning restore CA1309
            var keys = values.Select(v => v.PlaceKey);
            return keys.Distinct().OrderBy(k => k).Take(most).ToArrayAsync(cancellationToken);
        }

        private async Task<IQueryable<IndicatorValue>> Filtered(Query request, CancellationToken cancellationToken)
        {
            var values = db.IndicatorValues.AsNoTracking();
            if (request.Indicator is { } code)
            {
                var ids = await db.Indicators.Where(i => i.Code == code).Select(i => i.Id).ToArrayAsync(cancellationToken);
                if (ids.Length == 0)
                    throw Problems.NotFound("Показатель", "/indicator", code);
                values = values.Where(v => EF.Parameter(ids).Contains(v.IndicatorId));
            }
            if (request.SchoolCode is { } school)
            {
                var id = await db.Schools.Where(s => s.Code == school).Select(s => (Guid?)s.Id).SingleOrDefaultAsync(cancellationToken);
                values = id is not null ? values.Where(v => v.SchoolId == id) : throw Problems.NotFound("Школа", "/schoolCode", school);
            }
            if (request.Period is { } period)
                values = values.Where(v => v.Period == period);
            values = request.Level?.Value switch
            {
                IndicatorLevel.School => values.Where(v => v.SchoolId != null),
                IndicatorLevel.Municipality => values.Where(v => v.SchoolId == null && v.MunicipalityCode != null),
                IndicatorLevel.Region => values.Where(v => v.SchoolId == null && v.MunicipalityCode == null),
                _ => values,
            };
            if (request.Place is { } place)
                values = await InPlace(values, place, request.Descendants, cancellationToken);
            return await OnList(values, request, cancellationToken);
        }

        private async Task<IQueryable<IndicatorValue>> InPlace(
            IQueryable<IndicatorValue> values,
            string place,
            bool descendants,
            CancellationToken cancellationToken
        )
        {
            var scope = db.Current.Scope;
            if (scope.VisibleRegions.Contains(place, StringComparer.Ordinal))
                return descendants ? values.Where(v => v.RegionCode == place) : values.Where(v => v.PlaceKey == place);
            var known =
                scope.Municipalities.Contains(place, StringComparer.Ordinal)
                || await db.Municipalities.AnyAsync(m => m.Code == place && scope.Regions.Contains(m.RegionCode), cancellationToken);
            if (!known)
                throw Problems.NotFound("Территория", "/place", place);
            return descendants ? values.Where(v => v.MunicipalityCode == place) : values.Where(v => v.PlaceKey == place);
        }

        private async Task<IQueryable<IndicatorValue>> OnList(
            IQueryable<IndicatorValue> values,
            Query request,
            CancellationToken cancellationToken
        )
        {
            if (request is { Category: null, Cohort: null })
                return values;
            IQueryable<CohortMember> members = db.CohortMembers;
            if (request.Cohort is { } cohort)
            {
                if (!await db.Cohorts.AnyAsync(c => c.Id == cohort, cancellationToken))
                    throw Problems.NotFound("Список школ", "/cohort", cohort.ToString());
                members = members.Where(m => m.CohortId == cohort);
            }
            if (request.Category is { Value: var category })
                members = members.Where(m => m.Category == category || m.Category == SupportCategory.Both);
            return values.Where(v => members.Any(m => m.SchoolId == v.SchoolId));
        }
    }
}
