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

    /// <summary>Read indicators, their values and targets, and what is computed from them.</summary>
    IndicatorsRead,

    /// <summary>Enter, send and submit values of indicators.</summary>
    IndicatorsWrite,

    /// <summary>Define indicators, and open and close their periods.</summary>
    DefinitionsWrite,

    /// <summary>Set targets.</summary>
    TargetsWrite,

    /// <summary>Accept submitted periods or send them back.</summary>
    ReviewsWrite,

    /// <summary>Read recommendations and decisions.</summary>
    RecommendationsRead,

    /// <summary>Address recommendations, take decisions and say what came of them.</summary>
    RecommendationsWrite,

    /// <summary>Read the register of teachers, by name.</summary>
    TeachersRead,

    /// <summary>Register teachers and change what is known of them.</summary>
    TeachersWrite,

    /// <summary>Read agreements with partners and who can help.</summary>
    PartnershipsRead,

    /// <summary>Make agreements with partners and say who can help.</summary>
    PartnershipsWrite,

    /// <summary>Hold competitive selections of partner schools: call, experts, winners.</summary>
    SelectionsWrite,

    /// <summary>Read courses, their runs, who is enrolled and how many are trained.</summary>
    TrainingRead,

    /// <summary>Offer courses and runs, decide on enrolments and say who completed.</summary>
    TrainingWrite,

    /// <summary>Enrol teachers or apply for them, and take them off again.</summary>
    EnrolmentsWrite,

    /// <summary>Read events, associations of teachers and the calendar.</summary>
    EventsRead,

    /// <summary>Announce events, found associations and say who took part.</summary>
    EventsWrite,

    /// <summary>Read what diagnostics found out about teachers, by name.</summary>
    DiagnosticsRead,

    /// <summary>Write down what diagnostics found out about teachers.</summary>
    DiagnosticsWrite,

    /// <summary>Read requests for specialists, visits and consultations, and what they add up to.</summary>
    SupportRead,

    /// <summary>Assign organisations to requests, and write sessions, visits and consultations down.</summary>
    SupportWrite,

    /// <summary>Ask for a specialist, correct the request and take it back.</summary>
    RequestsWrite,

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
