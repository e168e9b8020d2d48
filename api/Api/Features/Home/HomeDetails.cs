using Opora.Domain.Access;
using Opora.Domain.Identification;
using Opora.Domain.Results;

namespace Opora.Api.Features.Home;

/// <summary>What a person begins with: what needs them, what they keep an eye on, and how far the region has come.</summary>
/// <param name="Role">The role that the page is made for: the widest one held.</param>
/// <param name="Schools">Schools of the register that one sees.</param>
/// <param name="Cohort">The newest list of supported schools.</param>
/// <param name="Tasks">What needs the person; only what is not nothing. Of operators, coordinators and schools.</param>
/// <param name="Starred">Schools the person keeps an eye on, by name.</param>
/// <param name="Region">The region in figures; of observers.</param>
/// <param name="Guide">How far the region is set up; of operators.</param>
public sealed record HomeDetails(
    Role Role,
    int Schools,
    HomeCohort? Cohort,
    IReadOnlyList<HomeNumber> Tasks,
    IReadOnlyList<HomeSchool> Starred,
    HomeRegion? Region,
    HomeGuide? Guide
);

/// <summary>What a number of the page counts.</summary>
public enum HomeNumberKind
{
    /// <summary>Imports that wait for a person.</summary>
    ImportsWaiting,

    /// <summary>Imports of the last two weeks that brought nothing, or not all.</summary>
    ImportsTroubled,

    /// <summary>Open recommendations that one answers for and whose day has passed.</summary>
    RecommendationsOverdue,

    /// <summary>Open recommendations that one answers for and whose day is today or later this week.</summary>
    RecommendationsThisWeek,

    /// <summary>Schools of the newest list without any result of its year.</summary>
    SchoolsWithoutResults,

    /// <summary>Schools of the newest list that fell in both main subjects of ВПР.</summary>
    SchoolsFallen,

    /// <summary>Lists of supported schools without schools.</summary>
    EmptyLists,

    /// <summary>People whose invitation has run out before they used it.</summary>
    UnusedInvitations,

    /// <summary>Machine clients whose access ends within two weeks.</summary>
    KeysEnding,

    /// <summary>Submitted periods of indicators that wait to be accepted.</summary>
    ReportsWaiting,

    /// <summary>Submitted periods of indicators that were sent back and wait for the school.</summary>
    ReportsReturned,

    /// <summary>Schools on the newest list with low results.</summary>
    LowResults,

    /// <summary>Schools on the newest list in adverse conditions.</summary>
    AdverseConditions,

    /// <summary>Schools on the newest list in both categories.</summary>
    Both,

    /// <summary>Schools whose mean rose.</summary>
    Rising,

    /// <summary>Schools whose mean fell.</summary>
    Falling,
}

/// <summary>A number, and the list that has exactly so many rows.</summary>
/// <param name="Kind">What is counted.</param>
/// <param name="Count">How many there are.</param>
/// <param name="List">Address of the list below <c>/api/v1/</c>, with its filters.</param>
/// <param name="Year">The calendar year it is about.</param>
public sealed record HomeNumber(HomeNumberKind Kind, int Count, string List, int? Year = null);

/// <summary>The newest list of supported schools.</summary>
/// <param name="Id">Id, for addresses.</param>
/// <param name="Name">What people call it.</param>
/// <param name="ResultsYear">The calendar year whose exams it holds.</param>
/// <param name="Members">Schools on it that one sees.</param>
public sealed record HomeCohort(Guid Id, string Name, int ResultsYear, int Members);

/// <summary>A school that one keeps an eye on.</summary>
/// <param name="Id">Id, for addresses.</param>
/// <param name="Name">Official name.</param>
/// <param name="Municipality">Where it stands now.</param>
/// <param name="Latest">Its newest results against the year before; null without any.</param>
public sealed record HomeSchool(Guid Id, string Name, string Municipality, HomeMovement? Latest);

/// <summary>Where the means of a school went.</summary>
/// <param name="Year">The newest year with results.</param>
/// <param name="Rising">Works whose mean rose.</param>
/// <param name="Falling">Works whose mean fell.</param>
/// <param name="Comparable">Works with a mean in both years.</param>
public sealed record HomeMovement(int Year, int Rising, int Falling, int Comparable);

/// <summary>A region in figures.</summary>
/// <param name="Categories">Supported schools by category; a school in both counts in each of the two.</param>
/// <param name="Headlines">Dynamics of the supported schools in the works that people ask about first.</param>
/// <param name="Municipalities">Where most and where fewest schools rose in the first of these works.</param>
public sealed record HomeRegion(
    IReadOnlyList<HomeNumber> Categories,
    IReadOnlyList<HomeHeadline> Headlines,
    HomeMunicipalities? Municipalities
);

/// <summary>Dynamics of the supported schools in one work.</summary>
/// <param name="Assessment">Kind of assessment.</param>
/// <param name="Subject">Subject code, or <c>main</c>.</param>
/// <param name="Year">Calendar year.</param>
/// <param name="Rising">Schools whose mean rose.</param>
/// <param name="Falling">Schools whose mean fell.</param>
/// <param name="Comparable">Schools with results in both years.</param>
/// <param name="All">All schools of the list.</param>
public sealed record HomeHeadline(
    Assessment Assessment,
    string Subject,
    int Year,
    HomeNumber Rising,
    HomeNumber Falling,
    int Comparable,
    int All
);

/// <summary>Municipalities with the largest and the smallest share of rising schools.</summary>
/// <param name="Top">Largest share first.</param>
/// <param name="Bottom">Smallest share first.</param>
public sealed record HomeMunicipalities(IReadOnlyList<HomeMunicipality> Top, IReadOnlyList<HomeMunicipality> Bottom);

/// <summary>Supported schools of a municipality.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Rising">Schools whose mean rose.</param>
/// <param name="Comparable">Schools with results in both years.</param>
public sealed record HomeMunicipality(string Name, HomeNumber Rising, int Comparable);

/// <summary>How far a region is set up.</summary>
/// <param name="Municipalities">Municipalities there are.</param>
/// <param name="Schools">Schools there are.</param>
/// <param name="HasResults">Whether any result is loaded.</param>
/// <param name="ListedSchools">Schools on the newest list.</param>
/// <param name="People">People besides oneself who have a role here.</param>
public sealed record HomeGuide(int Municipalities, int Schools, bool HasResults, int ListedSchools, int People);
