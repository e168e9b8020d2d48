using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Opora.Api.Auth;
using Opora.Api.Figures;
using Opora.Api.Http;
using Opora.Domain.Identification;
using Opora.Domain.Results;
using Opora.Persistence;
using Opora.Persistence.Rollups;

namespace Opora.Api.Features.Results;

/// <summary>The dashboard: municipalities by subjects, with the share of schools that rose in each cell.</summary>
public static class GetDynamicsMatrix
{
    /// <summary>The assessment, the year and the schools.</summary>
    /// <param name="Assessment">Kind of assessment.</param>
    /// <param name="Year">Calendar year; compared with the year before.</param>
    /// <param name="Grade">Only this grade; without it a school counts once for each grade it has a result in.</param>
    /// <param name="Base">Of which schools the share is taken: «comparable» those with results in both years, «cohort» all of the list.</param>
    /// <param name="Category">Only schools in this category of the list; «Both» is in each of the two.</param>
    /// <param name="Cohort">Only schools of this list of supported schools; any year's.</param>
    public sealed record Query(
        WireEnum<Assessment> Assessment,
        int Year,
        int? Grade = null,
        WireEnum<DynamicsBase>? Base = null,
        WireEnum<SupportCategory>? Category = null,
        Guid? Cohort = null
    ) : IRequest<Ok<DynamicsMatrix>>
    {
        internal DynamicsFilter Filter => new(Base?.Value ?? DynamicsBase.Comparable, Category?.Value, Cohort, null);
    }

    internal sealed class Validator : AbstractValidator<Query>
    {
        public Validator() => this.YearRule(q => q.Year);
    }

    internal sealed class Handler(AppDbContext db, RollupRefresher rollups, IHttpContextAccessor http)
        : IRequestHandler<Query, Ok<DynamicsMatrix>>
    {
        public async Task<Ok<DynamicsMatrix>> Handle(Query request, CancellationToken cancellationToken)
        {
            var assessment = request.Assessment.Value;
            var reach = await Reach.Of(db, http.Caller(), municipality: null, cancellationToken);
            var source = new DynamicsSource(db, reach, request.Filter, request.Year);
            await rollups.Ready(db, new RollupRange(reach.Visible, assessment, request.Year), cancellationToken);
            var cells =
                await source.List(cancellationToken) is { } list && list.ResultsYear != request.Year
                    ? await OfOtherYear(source, list, request, cancellationToken)
                    : await OfRollups(source, request, cancellationToken);

            var subjects = SubjectsOf(cells);
            var bySubject = cells.ToLookup(c => c.Subject, StringComparer.Ordinal);
            var byBoth = cells.ToLookup(c => (c.MunicipalityCode, c.Subject));
            var places = await new GroupNames(db).Municipalities(cells.Select(c => c.MunicipalityCode), cancellationToken);
            return TypedResults.Ok(
                new DynamicsMatrix(
                    assessment,
                    request.Year,
                    request.Grade,
                    request.Filter.Base,
                    subjects,
                    [
                        .. places.Select(m => new DynamicsMatrixRow(
                            new PlaceName(m.Key, m.Value),
                            [.. subjects.Select(s => Cell(s.Code, byBoth[(m.Key, s.Code)]))]
                        )),
                    ],
                    [.. subjects.Select(s => Cell(s.Code, bySubject[s.Code]))]
                )
            );

            DynamicsMatrixCell Cell(string subject, IEnumerable<DynamicsCell> of)
            {
                var figures = DynamicsFigures.Of(of, reach.Disclosure.Outward);
                var count = figures.Count;
                return new DynamicsMatrixCell(
                    subject,
                    count.Rising,
                    count.Falling,
                    count.Equal,
                    count.Mixed,
                    count.WithoutComparison,
                    ShareDetails.Of(count.Share(request.Filter.Base)),
                    figures.Withheld
                );
            }
        }

        // One statement over rollups: it grows with the cells of the table, whatever number of results stands behind them.
        private static Task<List<DynamicsCell>> OfRollups(DynamicsSource source, Query request, CancellationToken cancellationToken)
        {
            var assessment = request.Assessment.Value;
            var rollups = source.Rollups(r => r.Where(x => x.Assessment == assessment), byCategory: false);
            if (request.Grade is { } grade)
                rollups = rollups.Where(r => r.Grade == grade);
            return rollups
                .GroupBy(r => new
                {
                    r.RegionCode,
                    r.MunicipalityCode,
                    r.Small,
                    r.Subject,
                })
                .Select(g => new DynamicsCell(
                    g.Key.RegionCode,
                    g.Key.MunicipalityCode,
                    ResultRollup.AllSchools,
                    g.Key.Small,
                    g.Key.Subject,
                    new DynamicsCount(
                        g.Sum(r => r.Rising),
                        g.Sum(r => r.Falling),
                        g.Sum(r => r.Equal),
                        g.Sum(r => r.Mixed),
                        g.Sum(r => r.WithoutComparison)
                    ),
                    g.Sum(r => r.Schools),
                    0,
                    0
                ))
                .ToListAsync(cancellationToken);
        }

        private static async Task<List<DynamicsCell>> OfOtherYear(
            DynamicsSource source,
            ListName list,
            Query request,
            CancellationToken cancellationToken
        )
        {
            var (assessment, year, grade) = (request.Assessment.Value, request.Year, request.Grade);
            var results = source.Db.ExamResults.Where(r =>
                r.Assessment == assessment && (r.Year == year || r.Year == year - 1) && (grade == null || r.Grade == grade)
            );
            var cells = await source.OtherLists([list], results, GroupsOf, cancellationToken);
            return [.. cells[list.Id]];

            IEnumerable<(ResultGroup, IReadOnlyList<GroupResult>)> GroupsOf(IReadOnlyList<GroupRow> rows) =>
                rows.SelectMany(row =>
                        new ResultGroup("", year, assessment, row.Subject, row.Grade, row.Sitting)
                            .Touched()
                            .Where(g => g.Year == year && (grade == null || !g.IsComposite))
                            .Select(g => (Group: g, row.Result))
                    )
                    .GroupBy(x => x.Group, x => x.Result)
                    .Select(g => (g.Key, (IReadOnlyList<GroupResult>)[.. g]));
        }

        private static List<SubjectName> SubjectsOf(List<DynamicsCell> cells)
        {
            var found = cells.Select(c => c.Subject).ToHashSet(StringComparer.Ordinal);
            return [.. SubjectName.All.Where(s => found.Contains(s.Code))];
        }
    }
}

/// <summary>Municipalities by subjects.</summary>
/// <param name="Assessment">Kind of assessment.</param>
/// <param name="Year">Calendar year; compared with the year before.</param>
/// <param name="Grade">The grade asked for; null for all.</param>
/// <param name="Base">Of which schools the shares are taken.</param>
/// <param name="Subjects">The columns.</param>
/// <param name="Rows">The municipalities, by name.</param>
/// <param name="Total">All of them together, in the order of the columns.</param>
public sealed record DynamicsMatrix(
    Assessment Assessment,
    int Year,
    int? Grade,
    DynamicsBase Base,
    IReadOnlyList<SubjectName> Subjects,
    IReadOnlyList<DynamicsMatrixRow> Rows,
    IReadOnlyList<DynamicsMatrixCell> Total
);

/// <summary>One municipality.</summary>
/// <param name="Municipality">The municipality.</param>
/// <param name="Cells">Its figures, in the order of the columns.</param>
public sealed record DynamicsMatrixRow(PlaceName Municipality, IReadOnlyList<DynamicsMatrixCell> Cells);

/// <summary>Schools of one municipality in one subject, counted by where their means went.</summary>
/// <param name="Subject">Subject code.</param>
/// <param name="Rising">Schools whose mean rose.</param>
/// <param name="Falling">Schools whose mean fell.</param>
/// <param name="Equal">Schools with an exact tie.</param>
/// <param name="Mixed">Only of <c>main</c>: comparable in both subjects, and not the same way in both.</param>
/// <param name="WithoutComparison">Schools that cannot be compared.</param>
/// <param name="Share">Share of rising schools on the base; null when there is no school to take it of.</param>
/// <param name="Withheld">Schools left out because their figures are over fewer than five pupils, or over an unknown number; only for third parties.</param>
public sealed record DynamicsMatrixCell(
    string Subject,
    int Rising,
    int Falling,
    int Equal,
    int Mixed,
    int WithoutComparison,
    ShareDetails? Share,
    int Withheld
);
