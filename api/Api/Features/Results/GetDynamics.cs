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

/// <summary>How many schools rose, fell or stayed equal against the year before, by region, municipality, category or list.</summary>
public static class GetDynamics
{
    /// <summary>The work, the year and the schools.</summary>
    /// <param name="Assessment">Kind of assessment.</param>
    /// <param name="Subject">Subject code; <c>main</c> is both main subjects of ВПР together, over all grades.</param>
    /// <param name="Year">Calendar year; compared with the year before.</param>
    /// <param name="Grade">Grade; 11 for ЕГЭ and 9 for ОГЭ when absent, none for <c>main</c>.</param>
    /// <param name="Sitting">Name of the work where the year had several.</param>
    /// <param name="Base">Of which schools the share is taken: «comparable» those with results in both years, «cohort» all of the list.</param>
    /// <param name="GroupBy">What is one group; the region when the caller reaches it as a whole, else the municipality.</param>
    /// <param name="Category">Only schools in this category of the list; «Both» is in each of the two.</param>
    /// <param name="Cohort">Only schools of this list of supported schools; any year's.</param>
    /// <param name="Municipality">Only this municipality: ОКТМО code.</param>
    public sealed record Query(
        WireEnum<Assessment> Assessment,
        string Subject,
        int Year,
        int? Grade = null,
        string? Sitting = null,
        WireEnum<DynamicsBase>? Base = null,
        WireEnum<SchoolGrouping>? GroupBy = null,
        WireEnum<SupportCategory>? Category = null,
        Guid? Cohort = null,
        string? Municipality = null
    ) : IRequest<Ok<DynamicsDetails>>, IDynamicsQuery
    {
        Assessment IDynamicsQuery.Assessment => Assessment.Value;

        internal DynamicsFilter Filter => new(Base?.Value ?? DynamicsBase.Comparable, Category?.Value, Cohort, Municipality);
    }

    internal sealed class Validator : AbstractValidator<Query>
    {
        public Validator() => this.QuestionRules();
    }

    internal sealed class Handler(AppDbContext db, RollupRefresher rollups, IHttpContextAccessor http)
        : IRequestHandler<Query, Ok<DynamicsDetails>>
    {
        public async Task<Ok<DynamicsDetails>> Handle(Query request, CancellationToken cancellationToken)
        {
            var whole = Reach.Of(db, http.Caller());
            var by = request.GroupBy?.Value ?? (whole.Regions.Count > 0 ? SchoolGrouping.Region : SchoolGrouping.Municipality);
            if (by == SchoolGrouping.Region && whole.Regions.Count == 0)
                throw Problems.NotFound("Регион");
            var reach = await Reach.Of(db, http.Caller(), request.Municipality, cancellationToken);
            var group = ((IDynamicsQuery)request).Group();
            var source = new DynamicsSource(db, reach, request.Filter, request.Year);
            await rollups.Ready(db, new RollupRange(reach.Visible, group.Assessment, group.Year, group.Subject), cancellationToken);
            return TypedResults.Ok(
                new DynamicsDetails(
                    group.Assessment,
                    group.Subject,
                    group.IsComposite ? null : group.Grade,
                    request.Sitting,
                    request.Year,
                    request.Filter.Base,
                    by,
                    await Groups(source, group, by, whole.Regions, cancellationToken)
                )
            );
        }

        private static async Task<List<DynamicsGroup>> Groups(
            DynamicsSource source,
            ResultGroup group,
            SchoolGrouping by,
            IReadOnlyList<string> regions,
            CancellationToken cancellationToken
        )
        {
            var names = new GroupNames(source.Db);
            if (by == SchoolGrouping.Cohort)
            {
                var lists = source.Filter.CohortId is null
                    ? await source.Lists(cancellationToken)
                    : [(await source.List(cancellationToken))!];
                var own = (await OwnCells(source, group, byCategory: true, cancellationToken)).ToLookup(c => c.RegionCode);
                var others = await OtherCells(source, lists, group, cancellationToken);
                return
                [
                    .. lists.Select(l =>
                        Made(l.Id.ToString(), l.Name, l.ResultsYear == group.Year ? own[l.RegionCode] : others[l.Id], source)
                    ),
                ];
            }
            var cells =
                await source.List(cancellationToken) is { } list && list.ResultsYear != group.Year
                    ? [.. (await OtherCells(source, [list], group, cancellationToken))[list.Id]]
                    : await OwnCells(source, group, by == SchoolGrouping.Category, cancellationToken);
            return by switch
            {
                SchoolGrouping.Region =>
                [
                    .. (await names.Regions(regions, cancellationToken)).Select(r => Of(r, cells.Where(c => c.RegionCode == r.Key))),
                ],
                SchoolGrouping.Municipality =>
                [
                    .. (await names.Municipalities(cells.Select(c => c.MunicipalityCode), cancellationToken)).Select(m =>
                        Of(m, cells.Where(c => c.MunicipalityCode == m.Key))
                    ),
                ],
                _ =>
                [
                    .. (await names.Categories(cancellationToken))
                        .Where(c => source.Filter.Category is null || c.Category == source.Filter.Category)
                        .Select(c =>
                            Of(
                                new(c.Category.ToString(), c.Name),
                                cells.Where(x =>
                                    new DynamicsFilter(default, c.Category, null, null).Takes(Enum.Parse<SupportCategory>(x.Category))
                                )
                            )
                        ),
                ],
            };

            DynamicsGroup Of(KeyValuePair<string, string> place, IEnumerable<DynamicsCell> own) =>
                Made(place.Key, place.Value, own, source);
        }

        private static Task<List<DynamicsCell>> OwnCells(
            DynamicsSource source,
            ResultGroup group,
            bool byCategory,
            CancellationToken cancellationToken
        ) =>
            source
                .Rollups(
                    r =>
                        r.Where(x =>
                            x.Assessment == group.Assessment
                            && x.Subject == group.Subject
                            && x.Grade == group.Grade
                            && x.Sitting == group.Sitting
                        ),
                    byCategory
                )
                .Select(DynamicsCell.Columns)
                .ToListAsync(cancellationToken);

        private static Task<ILookup<Guid, DynamicsCell>> OtherCells(
            DynamicsSource source,
            IReadOnlyList<ListName> lists,
            ResultGroup group,
            CancellationToken cancellationToken
        ) =>
            source.OtherLists(
                lists,
                source.Db.ResultsOfWork(group, [group.Year - 1, group.Year]),
                rows => rows.AsOne(group),
                cancellationToken
            );

        private static DynamicsGroup Made(string key, string name, IEnumerable<DynamicsCell> cells, DynamicsSource source)
        {
            var figures = DynamicsFigures.Of(cells, source.Reach.Disclosure.Outward);
            var count = figures.Count;
            return new DynamicsGroup(
                key,
                name,
                count.Rising,
                count.Falling,
                count.Equal,
                count.Mixed,
                count.WithoutComparison,
                figures.Schools,
                ShareDetails.Of(count.Share(source.Filter.Base)),
                MeanDetails.Of(figures.Mean),
                figures.Withheld
            );
        }
    }
}

/// <summary>Dynamics of one work in one year.</summary>
/// <param name="Assessment">Kind of assessment.</param>
/// <param name="Subject">Subject code, or <c>main</c>.</param>
/// <param name="Grade">Grade; null for <c>main</c>.</param>
/// <param name="Sitting">Name of the work where the year had several.</param>
/// <param name="Year">Calendar year; compared with the year before.</param>
/// <param name="Base">Of which schools the shares are taken.</param>
/// <param name="GroupBy">What is one group.</param>
/// <param name="Groups">The groups.</param>
public sealed record DynamicsDetails(
    Assessment Assessment,
    string Subject,
    int? Grade,
    string? Sitting,
    int Year,
    DynamicsBase Base,
    SchoolGrouping GroupBy,
    IReadOnlyList<DynamicsGroup> Groups
);

/// <summary>Schools of one group, counted by where their means went.</summary>
/// <param name="Key">Code of the region or municipality, name of the category, id of the list.</param>
/// <param name="Name">Russian name.</param>
/// <param name="Rising">Schools whose mean rose.</param>
/// <param name="Falling">Schools whose mean fell.</param>
/// <param name="Equal">Schools with an exact tie.</param>
/// <param name="Mixed">Only of <c>main</c>: comparable in both subjects, and not the same way in both.</param>
/// <param name="WithoutComparison">Schools that cannot be compared; of a list also those without any result.</param>
/// <param name="Schools">Schools with a result this year.</param>
/// <param name="Share">Share of rising schools on the base; null when there is no school to take it of.</param>
/// <param name="Mean">Mean of the year over all pupils of the group; null when unknown and for <c>main</c>. Of ОГЭ, which comes in marks or points, only results on the scale of most pupils.</param>
/// <param name="Withheld">Schools left out because their figures are over fewer than five pupils, or over an unknown number; only for third parties.</param>
public sealed record DynamicsGroup(
    string Key,
    string Name,
    int Rising,
    int Falling,
    int Equal,
    int Mixed,
    int WithoutComparison,
    int Schools,
    ShareDetails? Share,
    MeanDetails? Mean,
    int Withheld
);
