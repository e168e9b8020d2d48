using System.Linq.Expressions;
using Opora.Domain.Identification;
using Opora.Domain.Places;
using Opora.Persistence;

namespace Opora.Api.Features.Schools;

/// <summary>A municipality by code and name.</summary>
public sealed record MunicipalityName(string Code, string Name);

/// <summary>A school as a row of a list.</summary>
/// <param name="Id">Id, for addresses.</param>
/// <param name="Code">Official code, for people and other systems.</param>
/// <param name="Name">Official name.</param>
/// <param name="Kind">Kind.</param>
/// <param name="Locality">Town or village.</param>
/// <param name="Municipality">Where it stands now.</param>
/// <param name="Pupils">Pupils, null when unknown.</param>
/// <param name="Teachers">Teachers, null when unknown.</param>
/// <param name="State">Whether it works.</param>
/// <param name="Category">Its category on the newest list of supported schools that holds it, null when it is on none.</param>
/// <param name="Version">Version, for If-Match.</param>
public record SchoolSummary(
    Guid Id,
    string Code,
    string Name,
    SchoolKind Kind,
    Locality Locality,
    MunicipalityName Municipality,
    int? Pupils,
    int? Teachers,
    SchoolState State,
    SupportCategory? Category,
    int Version
)
{
    /// <summary>The row of a school.</summary>
    internal static Expression<Func<School, SchoolSummary>> From(AppDbContext db) =>
        s => new SchoolSummary(
            s.Id,
            s.Code,
            s.Name,
            s.Kind,
            s.Locality,
            new MunicipalityName(
                s.MunicipalityCode,
                db.Municipalities.Where(m => m.Code == s.MunicipalityCode).Select(m => m.Name).First()
            ),
            s.Pupils,
            s.Teachers,
            s.State,
            (
                from member in db.CohortMembers
                join cohort in db.Cohorts on member.CohortId equals cohort.Id
                where member.SchoolId == s.Id && member.LeftOn == null
                orderby cohort.ResultsYear descending
                select (SupportCategory?)member.Category
            ).FirstOrDefault(),
            s.Version
        );
}
