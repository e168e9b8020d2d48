using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Opora.Api.Auth;
using Opora.Api.Http;
using Opora.Domain;
using Opora.Domain.Access;
using Opora.Domain.Indicators;
using Opora.Persistence;

namespace Opora.Api.Features.Indicators.Values;

/// <summary>The values and targets of one place in one set, as a grid.</summary>
public static class GetIndicatorGrid
{
    private const int MostColumns = 24;

    /// <param name="Set">Id of the set.</param>
    /// <param name="School">Id of the school. Neither this nor municipality: the region itself.</param>
    /// <param name="Municipality">ОКТМО code of the municipality whose own values are meant.</param>
    /// <param name="From">First period; without it the newest 24 are shown.</param>
    /// <param name="To">Last period.</param>
    public sealed record Query(Guid Set, Guid? School = null, string? Municipality = null, Period? From = null, Period? To = null)
        : IRequest<Ok<IndicatorGrid>>;

    internal sealed class Validator : AbstractValidator<Query>
    {
        public Validator()
        {
            RuleFor(q => q.Municipality)
                .Null()
                .When(q => q.School is not null)
                .WithErrorCode("place-ambiguous")
                .WithMessage("Укажите либо школу, либо муниципалитет.");
            RuleFor(q => q.To)
                .Must((q, to) => to >= q.From)
                .When(q => q is { From: not null, To: not null })
                .WithErrorCode("out-of-range")
                .WithMessage("Последний период раньше первого.");
        }
    }

    internal sealed class Handler(AppDbContext db, IHttpContextAccessor http) : IRequestHandler<Query, Ok<IndicatorGrid>>
    {
        public async Task<Ok<IndicatorGrid>> Handle(Query request, CancellationToken cancellationToken)
        {
            var caller = http.Caller();
            var set =
                await db
                    .IndicatorSets.AsNoTracking()
                    .Where(s => s.Id == request.Set)
                    .Select(s => new
                    {
                        s.RegionCode,
                        s.Name,
                        Periods = db.IndicatorPeriods.Where(p => p.SetId == s.Id).ToList(),
                    })
                    .SingleOrDefaultAsync(cancellationToken)
                ?? throw Problems.NotFound("Набор показателей");
            var place = await IndicatorPlace.Find(db, set.RegionCode, request.School, request.Municipality, cancellationToken);
            var indicators = await db
                .Indicators.AsNoTracking()
                .Include(i => i.Versions)
                .Where(i => i.SetId == request.Set)
                .OrderBy(i => i.Number)
                .ThenBy(i => i.Id)
                .ToListAsync(cancellationToken);
            var sheet = await PlaceSheet.Read(db, place, indicators, set.Periods, only: null, cancellationToken);
            var targets = await db.TargetsOf(place, [.. indicators.Select(i => i.Id)], cancellationToken);

            var columns = set
                .Periods.Where(p => (request.From is not { } from || p.Period >= from) && (request.To is not { } to || p.Period <= to))
                .OrderBy(p => p.Period)
                .ToList();
            columns = request.From is null ? [.. columns.TakeLast(MostColumns)] : [.. columns.Take(MostColumns)];
            var picture = new CellPicture(sheet, targets, caller);
            return TypedResults.Ok(
                new IndicatorGrid(
                    request.Set,
                    set.Name,
                    set.RegionCode,
                    place.Row.MunicipalityCode,
                    place.Row.SchoolId,
                    place.Level,
                    place.Name,
                    place.WriterOf(caller) is not null,
                    caller.ScopeFor(Permission.TargetsWrite).Reaches(place.Row),
                    caller.ScopeFor(Permission.ReviewsWrite).Reaches(place.Row),
                    [.. columns.Select(c => ColumnOf(c, sheet, caller))],
                    [.. indicators.SelectMany(i => RowsOf(i, columns, sheet, picture))]
                )
            );
        }

        private static GridColumn ColumnOf(IndicatorPeriod column, PlaceSheet sheet, Caller caller)
        {
            var report = sheet.Report(column.SetId, column.Period);
            return new GridColumn(
                column.Id,
                column.Period,
                column.DueOn,
                column.ClosedAt is not null,
                report?.Id,
                report?.State,
                report?.Version,
                caller.IsThirdParty ? null : report?.ReturnReason
            );
        }

        // An indicator that is asked for in none of the periods, and has no value in any, is no row.
        private static IEnumerable<GridRow> RowsOf(
            Indicator indicator,
            List<IndicatorPeriod> columns,
            PlaceSheet sheet,
            CellPicture picture
        )
        {
            var asked = columns
                .Select(c => (c.Period, Version: indicator.For(c.Period)))
                .LastOrDefault(c => c.Version is { } v && v.Level == sheet.Place.Level && EntryRules.Fits(v.PeriodKind, c.Period));
            var held = columns.Any(c => sheet.Value(indicator.Id, c.Period, Breakdown.Whole) is not null);
            if ((asked.Version ?? (held ? indicator.Current : null)) is not { } version)
                yield break;
            yield return new GridRow(
                GridIndicator.Of(indicator, version),
                [
                    .. Breakdown
                        .PartsOf(version.Breakdown)
                        .Select(part => new GridPart(
                            part,
                            Breakdown.NameOf(part),
                            [.. columns.Select(c => picture.Of(indicator, c.Period, part))]
                        )),
                ]
            );
        }
    }
}
