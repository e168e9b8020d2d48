using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using Opora.Api.Auth;
using Opora.Api.Figures;
using Opora.Api.Http;
using Opora.Domain;
using Opora.Domain.Identification;
using Opora.Domain.Results;
using Opora.Persistence;

namespace Opora.Api.Features.Results;

/// <summary>The schools behind each number of <see cref="GetDynamics"/>, computed from the results themselves.</summary>
public static class ListDynamicsSchools
{
    private static readonly Dictionary<string, Func<DynamicsSchool, object?>> Sorts = new(StringComparer.Ordinal)
    {
        ["name"] = s => SortText.Key(s.School.Name),
        ["code"] = s => s.School.Code,
        ["municipality"] = s => SortText.Key(s.School.Municipality.Name),
        ["before"] = s => s.Before?.Mean,
        ["after"] = s => s.After?.Mean,
        ["change"] = s => s.Change,
    };

    /// <summary>The question of <see cref="GetDynamics"/>, one group of its answer and one direction.</summary>
    /// <param name="Assessment">Kind of assessment.</param>
    /// <param name="Subject">Subject code; <c>main</c> is both main subjects of ВПР together, over all grades.</param>
    /// <param name="Year">Calendar year; compared with the year before.</param>
    /// <param name="Grade">Grade; 11 for ЕГЭ and 9 for ОГЭ when absent, none for <c>main</c>.</param>
    /// <param name="Sitting">Name of the work where the year had several.</param>
    /// <param name="Base">On the base «cohort» only schools of the list are meant.</param>
    /// <param name="GroupBy">What <c>group</c> is the key of.</param>
    /// <param name="Group">Key of one group of the answer.</param>
    /// <param name="Category">Only schools in this category of the list; «Both» is in each of the two.</param>
    /// <param name="Cohort">Only schools of this list of supported schools; any year's.</param>
    /// <param name="Municipality">Only this municipality: ОКТМО code.</param>
    /// <param name="Direction">Only schools that went this way.</param>
    /// <param name="Page">Number of the page, from 1.</param>
    /// <param name="PageSize">Rows on a page, at most 200.</param>
    /// <param name="Sort">name, code, municipality, before, after or change; a leading minus turns the order round.</param>
    public sealed record Query(
        WireEnum<Assessment> Assessment,
        string Subject,
        int Year,
        int? Grade = null,
        string? Sitting = null,
        WireEnum<DynamicsBase>? Base = null,
        WireEnum<SchoolGrouping>? GroupBy = null,
        string? Group = null,
        WireEnum<SupportCategory>? Category = null,
        Guid? Cohort = null,
        string? Municipality = null,
        WireEnum<Direction>? Direction = null,
        int Page = 1,
        int PageSize = Paging.DefaultRows,
        string? Sort = null
    ) : IRequest<Ok<PageOf<DynamicsSchool>>>, IDynamicsQuery, IPaged
    {
        Assessment IDynamicsQuery.Assessment => Assessment.Value;

        /// <summary>The filter, with the group that was asked for made part of it.</summary>
        internal DynamicsFilter Filter
        {
            get
            {
                var filter = new DynamicsFilter(Base?.Value ?? DynamicsBase.Comparable, Category?.Value, Cohort, Municipality);
                return GroupBy?.Value switch
                {
                    SchoolGrouping.Municipality when Group is not null => filter with { Municipality = Group },
                    SchoolGrouping.Category => filter with { Category = CategoryOfGroup ?? filter.Category, Base = DynamicsBase.Cohort },
                    SchoolGrouping.Cohort => filter with { CohortId = CohortOfGroup ?? filter.CohortId, Base = DynamicsBase.Cohort },
                    _ => filter,
                };
            }
        }

        internal SupportCategory? CategoryOfGroup =>
            WireEnum<SupportCategory>.TryParse(Group, null, out var category) ? category.Value : null;

        internal Guid? CohortOfGroup => Guid.TryParse(Group, out var id) ? id : null;
    }

    internal sealed class Validator : AbstractValidator<Query>
    {
        public Validator()
        {
            this.QuestionRules();
            this.PagingRules([.. Sorts.Keys]);
            RuleFor(q => q.Group)
                .Must(
                    (q, group) =>
                        q.GroupBy?.Value switch
                        {
                            null => group is null,
                            SchoolGrouping.Category => group is null || q.CategoryOfGroup is not null,
                            SchoolGrouping.Cohort => q.CohortOfGroup is not null || q.Cohort is not null,
                            _ => true,
                        }
                )
                .WithErrorCode("group-unknown")
                .WithMessage("Ключ группы не подходит к groupBy.");
        }
    }

    internal sealed class Handler(AppDbContext db, IHttpContextAccessor http) : IRequestHandler<Query, Ok<PageOf<DynamicsSchool>>>
    {
        public async Task<Ok<PageOf<DynamicsSchool>>> Handle(Query request, CancellationToken cancellationToken)
        {
            var reach = await Reach.Of(db, http.Caller(), request.Filter.Municipality, cancellationToken);
            var region = request.GroupBy?.Value == SchoolGrouping.Region ? request.Group : null;
            if (region is not null && !reach.Regions.Contains(region, StringComparer.Ordinal))
                throw Problems.NotFound("Регион");
            var group = ((IDynamicsQuery)request).Group();
            var source = new DynamicsSource(db, reach, request.Filter, request.Year);
            await source.List(cancellationToken);
            var schools = await new SchoolsOfDynamics(db, source, group, region).Read(cancellationToken);
            var found = request.Direction is { Value: var direction } ? [.. schools.Where(s => s.Direction == direction)] : schools;
            return TypedResults.Ok(
                new PageOf<DynamicsSchool>(
                    [.. Sorted(found, request.Sort ?? "name").Skip((request.Page - 1) * request.PageSize).Take(request.PageSize)],
                    request.Page,
                    request.PageSize,
                    found.Count
                )
            );
        }

        // What has no value stands last in either order.
        private static IEnumerable<DynamicsSchool> Sorted(IReadOnlyList<DynamicsSchool> schools, string sort)
        {
            var key = Sorts[sort.TrimStart('-')];
            var known = schools.OrderBy(s => key(s) is null ? 1 : 0);
            return (sort.StartsWith('-') ? known.ThenByDescending(key, ByValue) : known.ThenBy(key, ByValue)).ThenBy(s => s.School.Id);
        }

        private static readonly Comparer<object?> ByValue = Comparer<object?>.Create(
            (a, b) =>
                a is string text ? string.CompareOrdinal(text, (string?)b) : Comparer<decimal?>.Default.Compare((decimal?)a, (decimal?)b)
        );
    }
}

/// <summary>A school and where its mean went.</summary>
/// <param name="School">The school.</param>
/// <param name="Category">Its category on the list in question, null when it is on none.</param>
/// <param name="Before">Mean of the year before; null for <c>main</c>.</param>
/// <param name="After">Mean of the year; null for <c>main</c>.</param>
/// <param name="Change">After less before; null without comparison and for <c>main</c>.</param>
/// <param name="Direction">Where it went; of <c>main</c> both subjects together. Null when withheld.</param>
/// <param name="Russian">Only of <c>main</c>: the comparison in Russian.</param>
/// <param name="Mathematics">Only of <c>main</c>: the comparison in mathematics.</param>
/// <param name="Small">Whether a figure is over fewer than five pupils.</param>
/// <param name="Withheld">Whether the figures are left out for that reason; only for third parties.</param>
public sealed record DynamicsSchool(
    DynamicsSchoolName School,
    SupportCategory? Category,
    MeanOfSchool? Before,
    MeanOfSchool? After,
    decimal? Change,
    Direction? Direction,
    MeanComparison? Russian,
    MeanComparison? Mathematics,
    bool Small,
    bool Withheld
);

/// <summary>A school of the register.</summary>
/// <param name="Id">Id, for addresses.</param>
/// <param name="Code">Official code.</param>
/// <param name="Name">Official name.</param>
/// <param name="Municipality">Where it stands now.</param>
public sealed record DynamicsSchoolName(Guid Id, string Code, string Name, PlaceName Municipality);

/// <summary>Two means of one subject.</summary>
/// <param name="Before">Mean of the year before.</param>
/// <param name="After">Mean of the year.</param>
/// <param name="Change">After less before.</param>
/// <param name="Direction">Where it went.</param>
public sealed record MeanComparison(MeanOfSchool? Before, MeanOfSchool? After, decimal? Change, Direction Direction)
{
    internal static MeanComparison Of(MeanPair pair) =>
        new(MeanOfSchool.Of(pair.Before), MeanOfSchool.Of(pair.After), Thousandths.Shown(pair.ChangeThousandths), pair.Direction);
}

/// <summary>A school's mean with the pupils behind it.</summary>
/// <param name="Mean">The mean, at most three decimals.</param>
/// <param name="Participants">Pupils; null when unknown.</param>
public sealed record MeanOfSchool(decimal Mean, long? Participants)
{
    internal static MeanOfSchool? Of(SchoolMean? mean) =>
        mean is { } m ? new MeanOfSchool(Thousandths.Shown(m.Thousandths), m.Participants) : null;
}
