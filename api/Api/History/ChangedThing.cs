using System.Text.Json.Serialization;

namespace Opora.Api.History;

/// <summary>What the history is kept of.</summary>
public enum ChangedThing
{
    /// <summary>A school.</summary>
    School,

    /// <summary>A municipality.</summary>
    Municipality,

    /// <summary>A region and its settings.</summary>
    Region,

    /// <summary>A list of supported schools.</summary>
    Cohort,

    /// <summary>A school on such a list.</summary>
    CohortMember,

    /// <summary>An organisation.</summary>
    Organisation,

    /// <summary>Somebody on the staff of an organisation.</summary>
    StaffMember,

    /// <summary>A person and what the person may do.</summary>
    Person,

    /// <summary>A machine client.</summary>
    MachineClient,

    /// <summary>A set of indicators.</summary>
    IndicatorSet,

    /// <summary>The definition of an indicator.</summary>
    Indicator,

    /// <summary>A target of an indicator.</summary>
    IndicatorTarget,

    /// <summary>A period of a set of indicators.</summary>
    IndicatorPeriod,

    /// <summary>The submission of a period.</summary>
    IndicatorReport,

    /// <summary>A recommendation or decision.</summary>
    Recommendation,

    /// <summary>A teacher.</summary>
    Teacher,

    /// <summary>An agreement with partners.</summary>
    Partnership,

    /// <summary>A school that helps others.</summary>
    Partner,

    /// <summary>A mentor and those who are helped.</summary>
    Mentoring,

    /// <summary>A place that takes interns.</summary>
    InternshipSite,

    /// <summary>A teacher as an intern.</summary>
    Internship,

    /// <summary>A competitive selection of partner schools.</summary>
    Selection,

    /// <summary>An application of a school in a selection.</summary>
    SelectionApplication,

    /// <summary>A course.</summary>
    Course,

    /// <summary>A run of a course.</summary>
    CourseRun,

    /// <summary>A teacher on a run of a course.</summary>
    Enrolment,

    /// <summary>An event, or a meeting of an association.</summary>
    Event,

    /// <summary>Who of a school took part in an event.</summary>
    EventTurnout,

    /// <summary>An association of teachers.</summary>
    Association,

    /// <summary>A teacher in an association.</summary>
    AssociationMember,

    /// <summary>A deficit of the dictionary.</summary>
    Deficit,

    /// <summary>Diagnostics of teachers.</summary>
    DiagnosticCampaign,

    /// <summary>What diagnostics found out about a teacher.</summary>
    DiagnosticResult,

    /// <summary>A request for a specialist.</summary>
    SpecialistRequest,

    /// <summary>A session of a specialist.</summary>
    SupportSession,

    /// <summary>A visit to a school.</summary>
    SupportVisit,

    /// <summary>A consultation.</summary>
    Consultation,
}

/// <summary>What was done.</summary>
public enum ChangeAction
{
    /// <summary>Made by an import.</summary>
    [JsonStringEnumMemberName("created")]
    Created,

    /// <summary>Registered by hand.</summary>
    [JsonStringEnumMemberName("registered")]
    Registered,

    /// <summary>Changed.</summary>
    [JsonStringEnumMemberName("revised")]
    Revised,

    /// <summary>Given another name.</summary>
    [JsonStringEnumMemberName("renamed")]
    Renamed,

    /// <summary>Removed.</summary>
    [JsonStringEnumMemberName("removed")]
    Removed,

    /// <summary>Closed.</summary>
    [JsonStringEnumMemberName("closed")]
    Closed,

    /// <summary>Made part of another school.</summary>
    [JsonStringEnumMemberName("merged")]
    Merged,

    /// <summary>Moved to another municipality.</summary>
    [JsonStringEnumMemberName("moved")]
    Moved,

    /// <summary>A closing taken back.</summary>
    [JsonStringEnumMemberName("reopened")]
    Reopened,

    /// <summary>Put on a list.</summary>
    [JsonStringEnumMemberName("entered")]
    Entered,

    /// <summary>Taken off a list.</summary>
    [JsonStringEnumMemberName("left")]
    Left,

    /// <summary>An import taken back.</summary>
    [JsonStringEnumMemberName("rolledBack")]
    RolledBack,

    /// <summary>A key changed.</summary>
    [JsonStringEnumMemberName("rotated")]
    Rotated,

    /// <summary>Keys or a role taken away.</summary>
    [JsonStringEnumMemberName("revoked")]
    Revoked,

    /// <summary>A role given.</summary>
    [JsonStringEnumMemberName("granted")]
    Granted,

    /// <summary>A person invited.</summary>
    [JsonStringEnumMemberName("invited")]
    Invited,

    /// <summary>A person blocked.</summary>
    [JsonStringEnumMemberName("blocked")]
    Blocked,

    /// <summary>A person let in again.</summary>
    [JsonStringEnumMemberName("unblocked")]
    Unblocked,

    /// <summary>A one-time link taken back.</summary>
    [JsonStringEnumMemberName("link-revoked")]
    LinkRevoked,

    /// <summary>Rights lent to somebody for a while.</summary>
    [JsonStringEnumMemberName("delegated")]
    Delegated,

    /// <summary>Lent rights taken back.</summary>
    [JsonStringEnumMemberName("delegation-ended")]
    DelegationEnded,

    /// <summary>An invitation taken up.</summary>
    [JsonStringEnumMemberName("joined")]
    Joined,

    /// <summary>A forgotten password told.</summary>
    [JsonStringEnumMemberName("link-asked")]
    LinkAsked,

    /// <summary>A one-time link issued.</summary>
    [JsonStringEnumMemberName("link-issued")]
    LinkIssued,

    /// <summary>A password set anew by a link.</summary>
    [JsonStringEnumMemberName("password-reset")]
    PasswordReset,

    /// <summary>Somebody put on the staff.</summary>
    [JsonStringEnumMemberName("staff-added")]
    StaffAdded,

    /// <summary>What is known of somebody on the staff changed.</summary>
    [JsonStringEnumMemberName("staff-revised")]
    StaffRevised,

    /// <summary>Somebody taken off the staff.</summary>
    [JsonStringEnumMemberName("staff-removed")]
    StaffRemoved,

    /// <summary>Given another meaning from a day on.</summary>
    [JsonStringEnumMemberName("redefined")]
    Redefined,

    /// <summary>Watched no more.</summary>
    [JsonStringEnumMemberName("retired")]
    Retired,

    /// <summary>Watched again.</summary>
    [JsonStringEnumMemberName("restored")]
    Restored,

    /// <summary>Handed in.</summary>
    [JsonStringEnumMemberName("submitted")]
    Submitted,

    /// <summary>Accepted.</summary>
    [JsonStringEnumMemberName("accepted")]
    Accepted,

    /// <summary>Sent back.</summary>
    [JsonStringEnumMemberName("returned")]
    Returned,

    /// <summary>Looked at: personal data.</summary>
    [JsonStringEnumMemberName("viewed")]
    Viewed,

    /// <summary>What diagnostics found out about people looked at.</summary>
    [JsonStringEnumMemberName("diagnostics-viewed")]
    DiagnosticsViewed,

    /// <summary>Personal data taken out as a file.</summary>
    [JsonStringEnumMemberName("exported")]
    Exported,

    /// <summary>Back on the staff.</summary>
    [JsonStringEnumMemberName("came-back")]
    CameBack,

    /// <summary>A further place of work added.</summary>
    [JsonStringEnumMemberName("post-added")]
    PostAdded,

    /// <summary>A further place of work ended.</summary>
    [JsonStringEnumMemberName("post-ended")]
    PostEnded,

    /// <summary>An achievement noted.</summary>
    [JsonStringEnumMemberName("achievement-added")]
    AchievementAdded,

    /// <summary>An achievement taken away.</summary>
    [JsonStringEnumMemberName("achievement-removed")]
    AchievementRemoved,

    /// <summary>A name erased for good.</summary>
    [JsonStringEnumMemberName("anonymised")]
    Anonymised,

    /// <summary>Put on a course.</summary>
    [JsonStringEnumMemberName("enrolled")]
    Enrolled,

    /// <summary>Brought on in its state.</summary>
    [JsonStringEnumMemberName("advanced")]
    Advanced,

    /// <summary>Taken off a course, or taken back by who asked.</summary>
    [JsonStringEnumMemberName("withdrawn")]
    Withdrawn,

    /// <summary>Given a seat that became free.</summary>
    [JsonStringEnumMemberName("moved-up")]
    MovedUp,

    /// <summary>Followed or called off.</summary>
    [JsonStringEnumMemberName("settled")]
    Settled,

    /// <summary>Ended before its term.</summary>
    [JsonStringEnumMemberName("terminated")]
    Terminated,

    /// <summary>An early end taken back.</summary>
    [JsonStringEnumMemberName("resumed")]
    Resumed,

    /// <summary>Something planned, done or struck out within it.</summary>
    [JsonStringEnumMemberName("actions-revised")]
    ActionsRevised,

    /// <summary>An organisation was made responsible.</summary>
    [JsonStringEnumMemberName("assigned")]
    Assigned,

    /// <summary>Refused.</summary>
    [JsonStringEnumMemberName("declined")]
    Declined,

    /// <summary>Finished.</summary>
    [JsonStringEnumMemberName("finished")]
    Finished,

    /// <summary>A session planned.</summary>
    [JsonStringEnumMemberName("session-planned")]
    SessionPlanned,

    /// <summary>A session written down as held.</summary>
    [JsonStringEnumMemberName("session-held")]
    SessionHeld,

    /// <summary>A session struck out.</summary>
    [JsonStringEnumMemberName("session-removed")]
    SessionRemoved,

    /// <summary>Who took part written down.</summary>
    [JsonStringEnumMemberName("turnout-recorded")]
    TurnoutRecorded,

    /// <summary>The secret address of a calendar made.</summary>
    [JsonStringEnumMemberName("feed-issued")]
    FeedIssued,

    /// <summary>The secret address of a calendar taken back.</summary>
    [JsonStringEnumMemberName("feed-revoked")]
    FeedRevoked,

    /// <summary>A scan put to it.</summary>
    [JsonStringEnumMemberName("scan-replaced")]
    ScanReplaced,

    /// <summary>A scan taken away.</summary>
    [JsonStringEnumMemberName("scan-removed")]
    ScanRemoved,

    /// <summary>Said who the mentor is.</summary>
    [JsonStringEnumMemberName("mentor-named")]
    MentorNamed,

    /// <summary>A meeting written down.</summary>
    [JsonStringEnumMemberName("visit-added")]
    VisitAdded,

    /// <summary>A meeting corrected.</summary>
    [JsonStringEnumMemberName("visit-revised")]
    VisitRevised,

    /// <summary>A meeting struck out.</summary>
    [JsonStringEnumMemberName("visit-removed")]
    VisitRemoved,

    /// <summary>Said what came of it.</summary>
    [JsonStringEnumMemberName("concluded")]
    Concluded,

    /// <summary>Experts appointed or dismissed.</summary>
    [JsonStringEnumMemberName("experts-appointed")]
    ExpertsAppointed,

    /// <summary>Marks closed: all may be read.</summary>
    [JsonStringEnumMemberName("marks-closed")]
    MarksClosed,

    /// <summary>Marks taken again.</summary>
    [JsonStringEnumMemberName("marks-reopened")]
    MarksReopened,

    /// <summary>An expert has given marks.</summary>
    [JsonStringEnumMemberName("marked")]
    Marked,

    /// <summary>Winners chosen.</summary>
    [JsonStringEnumMemberName("decided")]
    Decided,

    /// <summary>A file put to it.</summary>
    [JsonStringEnumMemberName("file-attached")]
    FileAttached,

    /// <summary>A file taken away.</summary>
    [JsonStringEnumMemberName("file-detached")]
    FileDetached,
}
