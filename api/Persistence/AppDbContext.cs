using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Opora.Domain;
using Opora.Domain.Access;
using Opora.Domain.Files;
using Opora.Domain.Identification;
using Opora.Domain.Imports;
using Opora.Domain.Indicators;
using Opora.Domain.Partnerships;
using Opora.Domain.Places;
using Opora.Domain.Results;
using Opora.Domain.Support;
using Opora.Domain.Training;
using Opora.Domain.Training.Diagnostics;
using Opora.Persistence.Identity;
using Opora.Persistence.Indicators;
using Opora.Persistence.Partnerships;

namespace Opora.Persistence;

/// <summary>
/// The sets and the three guards: scope on read (a named query filter on every placed row), scope on write (in SaveChanges, for the
/// old place and the new), version on write (<see cref="Expect{T}"/>). What differs between engines has a name here and an override
/// in <c>Engines/</c>.
/// </summary>
public abstract partial class AppDbContext(DbContextOptions options, CurrentScope current, TimeProvider clock)
    : IdentityUserContext<Person, Guid>(options)
{
    public DbSet<Region> Regions => Set<Region>();
    public DbSet<RegionLogo> RegionLogos => Set<RegionLogo>();
    public DbSet<Municipality> Municipalities => Set<Municipality>();
    public DbSet<Organisation> Organisations => Set<Organisation>();
    public DbSet<StaffMember> StaffMembers => Set<StaffMember>();
    public DbSet<School> Schools => Set<School>();
    public DbSet<Cohort> Cohorts => Set<Cohort>();
    public DbSet<CohortMember> CohortMembers => Set<CohortMember>();
    public DbSet<ExamResult> ExamResults => Set<ExamResult>();
    public DbSet<ExamResultRevision> ExamResultRevisions => Set<ExamResultRevision>();
    public DbSet<DeletedResult> DeletedResults => Set<DeletedResult>();
    public DbSet<ReferenceResult> ReferenceResults => Set<ReferenceResult>();
    public DbSet<ReferenceResultRevision> ReferenceResultRevisions => Set<ReferenceResultRevision>();
    public DbSet<ResultRollup> ResultRollups => Set<ResultRollup>();
    public DbSet<DirtyGroup> DirtyGroups => Set<DirtyGroup>();
    public DbSet<IndicatorSet> IndicatorSets => Set<IndicatorSet>();
    public DbSet<Indicator> Indicators => Set<Indicator>();
    public DbSet<IndicatorVersion> IndicatorVersions => Set<IndicatorVersion>();
    public DbSet<IndicatorValue> IndicatorValues => Set<IndicatorValue>();
    public DbSet<IndicatorValueRevision> IndicatorValueRevisions => Set<IndicatorValueRevision>();
    public DbSet<IndicatorTarget> IndicatorTargets => Set<IndicatorTarget>();
    public DbSet<IndicatorPeriod> IndicatorPeriods => Set<IndicatorPeriod>();
    public DbSet<IndicatorReport> IndicatorReports => Set<IndicatorReport>();
    public DbSet<IndicatorRollup> IndicatorRollups => Set<IndicatorRollup>();
    public DbSet<DirtyIndicator> DirtyIndicators => Set<DirtyIndicator>();
    public DbSet<FormulaNote> FormulaNotes => Set<FormulaNote>();
    public DbSet<FormulaProgress> FormulaProgress => Set<FormulaProgress>();
    public DbSet<Recommendation> Recommendations => Set<Recommendation>();
    public DbSet<Teacher> Teachers => Set<Teacher>();
    public DbSet<TeacherPost> TeacherPosts => Set<TeacherPost>();
    public DbSet<StoredFile> StoredFiles => Set<StoredFile>();
    public DbSet<Partnership> Partnerships => Set<Partnership>();
    public DbSet<PartnershipParty> PartnershipParties => Set<PartnershipParty>();
    public DbSet<Partner> Partners => Set<Partner>();
    public DbSet<ToldTerm> ToldTerms => Set<ToldTerm>();
    public DbSet<Mentoring> Mentorings => Set<Mentoring>();
    public DbSet<MentoringParty> MentoringParties => Set<MentoringParty>();
    public DbSet<InternshipSite> InternshipSites => Set<InternshipSite>();
    public DbSet<Internship> Internships => Set<Internship>();
    public DbSet<InternshipParty> InternshipParties => Set<InternshipParty>();
    public DbSet<ToldStay> ToldStays => Set<ToldStay>();
    public DbSet<Selection> Selections => Set<Selection>();
    public DbSet<SelectionExpert> SelectionExperts => Set<SelectionExpert>();
    public DbSet<SelectionApplication> SelectionApplications => Set<SelectionApplication>();
    public DbSet<SelectionMark> SelectionMarks => Set<SelectionMark>();
    public DbSet<ToldTeacher> ToldTeachers => Set<ToldTeacher>();
    public DbSet<Course> Courses => Set<Course>();
    public DbSet<CourseRun> CourseRuns => Set<CourseRun>();
    public DbSet<Enrolment> Enrolments => Set<Enrolment>();
    public DbSet<Event> Events => Set<Event>();
    public DbSet<EventTurnout> EventTurnouts => Set<EventTurnout>();
    public DbSet<EventAttendee> EventAttendees => Set<EventAttendee>();
    public DbSet<Association> Associations => Set<Association>();
    public DbSet<AssociationMember> AssociationMembers => Set<AssociationMember>();
    public DbSet<Deficit> Deficits => Set<Deficit>();
    public DbSet<DiagnosticCampaign> DiagnosticCampaigns => Set<DiagnosticCampaign>();
    public DbSet<DiagnosticResult> DiagnosticResults => Set<DiagnosticResult>();
    public DbSet<SpecialistRequest> SpecialistRequests => Set<SpecialistRequest>();
    public DbSet<SupportSession> SupportSessions => Set<SupportSession>();
    public DbSet<SupportVisit> SupportVisits => Set<SupportVisit>();
    public DbSet<Consultation> Consultations => Set<Consultation>();
    public DbSet<ImportRun> ImportRuns => Set<ImportRun>();
    public DbSet<ImportTicket> ImportTickets => Set<ImportTicket>();
    public DbSet<RejectedRow> RejectedRows => Set<RejectedRow>();
    public DbSet<ImportMapping> ImportMappings => Set<ImportMapping>();
    public DbSet<Grant> Grants => Set<Grant>();
    public DbSet<MachineClient> MachineClients => Set<MachineClient>();
    public DbSet<SignInLink> SignInLinks => Set<SignInLink>();
    public DbSet<CalendarFeed> CalendarFeeds => Set<CalendarFeed>();
    public DbSet<ClientKey> ClientKeys => Set<ClientKey>();
    public DbSet<ClientRules> ClientRules => Set<ClientRules>();
    public DbSet<PersonSession> PersonSessions => Set<PersonSession>();
    public DbSet<RecoveryCode> RecoveryCodes => Set<RecoveryCode>();
    public DbSet<StarredSchool> StarredSchools => Set<StarredSchool>();
    public DbSet<SavedView> SavedViews => Set<SavedView>();
    public DbSet<Notification> Notifications => Set<Notification>();
    public DbSet<ToldSchool> ToldSchools => Set<ToldSchool>();
    public DbSet<RegionRules> RegionRules => Set<RegionRules>();
    public DbSet<ChangeEntry> ChangeEntries => Set<ChangeEntry>();

    /// <summary>Who acts in this unit of work and what they reach.</summary>
    public CurrentScope Current => current;

    /// <summary>The clock of the history.</summary>
    internal TimeProvider Clock => clock;

    /// <summary>What is being done now, for the history: a word and, where one was asked for, the reason.</summary>
    public (string Action, string? Reason)? Act { get; set; }

    /// <summary>
    /// Demands that the caller saw this version of the root. The UPDATE is then always sent and always checked, even when only a
    /// child of the root changes. Told before anything else is judged: what the caller does not see may not be judged either.
    /// </summary>
    /// <exception cref="StaleVersion">The root has another version already.</exception>
    public void Expect<T>(T root, int version)
        where T : class, IVersioned
    {
        var property = Entry(root).Property(x => x.Version);
        if (property.OriginalValue != version)
            throw new StaleVersion(Entry(root).Metadata.DisplayName());
        property.OriginalValue = version;
        property.CurrentValue = version + 1;
        property.IsModified = true;
    }

    /// <summary>Writes into the history what no historied row tells; it is kept together with the change itself.</summary>
    public void Note(ChangeNote note) => ChangeEntries.Add(ChangeLog.EntryFor(this, note, clock.GetUtcNow().UtcDateTime));

    /// <summary>The day that the clocks of a region show now.</summary>
    public async Task<DateOnly> Today(string regionCode, CancellationToken cancellationToken) =>
        (await Regions.AsNoTracking().SingleAsync(r => r.Code == regionCode, cancellationToken)).DayAt(clock.GetUtcNow().UtcDateTime);

    /// <summary>The day of whoever asks: nearly everybody works in one region, of several the first one's clocks are read.</summary>
    public Task<DateOnly> Today(CancellationToken cancellationToken) => Today(current.Scope.VisibleRegions[0], cancellationToken);

    /// <inheritdoc/>
    public override Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        ChangeTracker.DetectChanges();
        foreach (var entry in ChangeTracker.Entries())
            GuardWrite(entry);
        FormulaWatch.Record(this);
        ChangeLog.Record(this);
        Act = null;
        return SaveInTurn(acceptAllChangesOnSuccess, cancellationToken);
    }

    /// <inheritdoc/>
    public override int SaveChanges(bool acceptAllChangesOnSuccess) =>
        throw new NotSupportedException("Saving is asynchronous: SaveChangesAsync guards and records.");

    /// <summary>Whether saving failed because a unique key was taken.</summary>
    public abstract bool IsDuplicateKey(DbUpdateException exception);

    private void GuardWrite(EntityEntry entry)
    {
        if (entry.State is not (EntityState.Added or EntityState.Modified or EntityState.Deleted))
            return;
        var scope = current.Scope;
        var reached = entry.Entity switch
        {
            IPlaced placed => scope.Reaches(placed) && (entry.State == EntityState.Added || scope.Reaches(Former(entry, placed))),
            IOffered offered => scope.ReachesRegion(offered.RegionCode),
            _ => true,
        };
        if (!reached)
            throw new OutOfScope(entry.Metadata.DisplayName());
    }

    /// <summary>The place that the row had when it was loaded.</summary>
    private static Place Former(EntityEntry entry, IPlaced now)
    {
        var municipality = entry.Metadata.FindProperty(nameof(IPlaced.MunicipalityCode)) is null
            ? now.MunicipalityCode
            : (string?)entry.Property(nameof(IPlaced.MunicipalityCode)).OriginalValue;
        return new Place((string)entry.Property(nameof(IPlaced.RegionCode)).OriginalValue!, municipality, now.SchoolId);
    }
}
