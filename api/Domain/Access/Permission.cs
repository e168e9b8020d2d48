namespace Opora.Domain.Access;

/// <summary>What a route lets its caller do. <see cref="Roles.Permits"/> says which role holds which.</summary>
public enum Permission
{
    /// <summary>Read the dictionaries and the list of schools: what a machine needs to name places.</summary>
    RegistryRead,

    /// <summary>Read schools and their cards.</summary>
    SchoolsRead,

    /// <summary>Register, revise, close, merge and move schools.</summary>
    SchoolsWrite,

    /// <summary>Register and rename municipalities.</summary>
    PlacesWrite,

    /// <summary>Set what holds for the whole region.</summary>
    SettingsWrite,

    /// <summary>Read organisations and who works there.</summary>
    OrganisationsRead,

    /// <summary>Register and change organisations and their staff.</summary>
    OrganisationsWrite,

    /// <summary>Read exam results and what is computed from them.</summary>
    ResultsRead,

    /// <summary>Send exam results.</summary>
    ResultsWrite,

    /// <summary>Read the lists of supported schools.</summary>
    CohortsRead,

    /// <summary>Make and change the lists of supported schools.</summary>
    CohortsWrite,

    /// <summary>See imports of files.</summary>
    ImportsRead,

    /// <summary>Import files.</summary>
    ImportsWrite,

    /// <summary>See people and what they may do.</summary>
    PeopleRead,

    /// <summary>Invite people, give and take back roles.</summary>
    PeopleWrite,

    /// <summary>See machine clients.</summary>
    ClientsRead,

    /// <summary>Register machine clients, change and revoke their keys.</summary>
    ClientsWrite,

    /// <summary>Read the journal of all changes.</summary>
    HistoryRead,
}
