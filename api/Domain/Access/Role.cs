using static Opora.Domain.Access.Permission;

namespace Opora.Domain.Access;

/// <summary>What somebody is at a place.</summary>
public enum Role
{
    /// <summary>Regional operator: configures, approves, sees the whole region.</summary>
    Operator,

    /// <summary>Municipal coordinator: works in the own municipality.</summary>
    Coordinator,

    /// <summary>A school: sees and fills its own.</summary>
    School,

    /// <summary>A ministry: reads all of the region, without people's names.</summary>
    Observer,

    /// <summary>A program of a municipality that posts results.</summary>
    MunicipalSystem,

    /// <summary>A program of a third party that pulls indicator data.</summary>
    Integration,
}

/// <summary>Which role may do what. One table, so that it can be read, tested and shown.</summary>
public static class Roles
{
    private static readonly Dictionary<Role, HashSet<Permission>> Table = new()
    {
        [Role.Operator] = [.. Enum.GetValues<Permission>()],
        [Role.Coordinator] =
        [
            RegistryRead,
            SchoolsRead,
            OrganisationsRead,
            OrganisationsWrite,
            ResultsRead,
            ResultsWrite,
            IndicatorsRead,
            IndicatorsWrite,
            TargetsWrite,
            ReviewsWrite,
            RecommendationsRead,
            RecommendationsWrite,
            TeachersRead,
            TeachersWrite,
            PartnershipsRead,
            PartnershipsWrite,
            TrainingRead,
            TrainingWrite,
            EnrolmentsWrite,
            EventsRead,
            EventsWrite,
            DiagnosticsRead,
            DiagnosticsWrite,
            SupportRead,
            SupportWrite,
            RequestsWrite,
            CohortsRead,
            ImportsRead,
            ImportsWrite,
            PeopleRead,
            PeopleWrite,
            HistoryRead,
        ],
        [Role.School] =
        [
            RegistryRead,
            SchoolsRead,
            OrganisationsRead,
            ResultsRead,
            IndicatorsRead,
            IndicatorsWrite,
            RecommendationsRead,
            TeachersRead,
            TeachersWrite,
            PartnershipsRead,
            PartnershipsWrite,
            TrainingRead,
            EnrolmentsWrite,
            EventsRead,
            EventsWrite,
            DiagnosticsRead,
            DiagnosticsWrite,
            SupportRead,
            RequestsWrite,
            CohortsRead,
        ],
        [Role.Observer] =
        [
            RegistryRead,
            SchoolsRead,
            OrganisationsRead,
            ResultsRead,
            IndicatorsRead,
            RecommendationsRead,
            PartnershipsRead,
            TrainingRead,
            EventsRead,
            SupportRead,
            CohortsRead,
        ],
        [Role.MunicipalSystem] = [RegistryRead, ResultsRead, ResultsWrite, IndicatorsRead, IndicatorsWrite, ImportsRead, ImportsWrite],
        [Role.Integration] = [RegistryRead, ResultsRead, IndicatorsRead],
    };

    /// <summary>Whether the role may do this, at the place it was granted for.</summary>
    public static bool Permits(Role role, Permission permission) => Table[role].Contains(permission);

    /// <summary>Whether the role sees names of people; a ministry and programs see what was done, not who did it.</summary>
    public static bool SeesPeople(Role role) => role is Role.Operator or Role.Coordinator or Role.School;

    /// <summary>Whether who holds one role may give the other, at a place within the own one. Programs are no people.</summary>
    public static bool MayGive(Role held, Role given) =>
        held switch
        {
            Role.Operator => given is Role.Operator or Role.Coordinator or Role.School or Role.Observer,
            Role.Coordinator => given is Role.School,
            _ => false,
        };

    /// <summary>All that the role may do, in the order of <see cref="Permission"/>.</summary>
    public static IReadOnlyList<Permission> Of(Role role) => [.. Table[role].Order()];
}
