using Opora.Domain.Places;
using Opora.Domain.Results;

namespace Opora.Domain.Training;

/// <summary>
/// Somebody who teaches at a school. The name stands in this row only and can be erased with all counts kept. Written by the main school,
/// read by every school at which the teacher works.
/// </summary>
public sealed class Teacher : IPlaced, IVersioned, IHistoried
{
    /// <summary>Longest name.</summary>
    public const int NameLength = 200;

    /// <summary>Longest position.</summary>
    public const int PositionLength = 200;

    /// <summary>Longest reason of leaving.</summary>
    public const int ReasonLength = 300;

    /// <summary>Most subjects of one teacher.</summary>
    public const int MostSubjects = 10;

    // Behind every name of letters: the nameless end a list.
    private const string NoName = "\uFFFD";

    private readonly List<TeacherPost> _posts = [];
    private readonly List<TeacherAchievement> _achievements = [];

    private Teacher() { }

    /// <summary>Registers a teacher of a school.</summary>
    /// <exception cref="BrokenRule"><c>date-in-future</c></exception>
    public Teacher(School school, TeacherFacts facts, DateOnly today)
    {
        (RegionCode, MunicipalityCode, SchoolId) = (school.RegionCode, school.MunicipalityCode, school.Id);
        Version = 1;
        Revise(facts, today);
    }

    /// <summary>Key.</summary>
    public Guid Id { get; private set; } = Guid.CreateVersion7();

    /// <inheritdoc/>
    public string RegionCode { get; private set; } = "";

    /// <inheritdoc cref="IPlaced.MunicipalityCode"/>
    public string MunicipalityCode { get; private set; } = "";

    string? IPlaced.MunicipalityCode => MunicipalityCode;

    /// <summary>The main school.</summary>
    public Guid SchoolId { get; private set; }

    Guid? IPlaced.SchoolId => SchoolId;

    /// <summary>Full name, family name first; null once anonymised.</summary>
    public string? Name { get; private set; }

    /// <summary>The name by <see cref="SearchText.FoldName"/>: what is searched and matched.</summary>
    public string SearchName { get; private set; } = "";

    /// <summary>The family name, folded alike.</summary>
    public string Surname { get; private set; } = "";

    /// <summary>The name by <see cref="SortText"/>.</summary>
    public string SortName { get; private set; } = "";

    /// <summary>Codes of the subjects, each between spaces: <c>" russian literature "</c>.</summary>
    public string SubjectCodes { get; private set; } = " ";

    /// <summary>Codes of the subjects.</summary>
    public IReadOnlyList<string> Subjects => SubjectList.Of(SubjectCodes);

    public string? Position { get; private set; }
    public TeacherCategory Category { get; private set; }

    /// <summary>Since when the category holds.</summary>
    public DateOnly? CategoryOn { get; private set; }

    /// <summary>Year in which the person began to teach.</summary>
    public int? ExperienceSince { get; private set; }

    /// <summary>First day at the main school.</summary>
    public DateOnly? StaffSinceOn { get; private set; }

    /// <summary>Last day on its staff; null while the person works there.</summary>
    public DateOnly? LeftOn { get; private set; }

    /// <summary>Why the person left.</summary>
    public string? LeftReason { get; private set; }

    /// <summary>Since when there is an individual development plan.</summary>
    public DateOnly? PlanOn { get; private set; }

    /// <summary>When the plan was last brought up to date.</summary>
    public DateOnly? PlanUpdatedOn { get; private set; }

    /// <summary>Since when there is a portfolio.</summary>
    public DateOnly? PortfolioOn { get; private set; }

    /// <summary>When the portfolio was last brought up to date.</summary>
    public DateOnly? PortfolioUpdatedOn { get; private set; }

    /// <summary>When the name was erased.</summary>
    public DateTime? AnonymisedAt { get; private set; }

    /// <inheritdoc/>
    public int Version { get; private set; }

    /// <summary>Further schools, and main ones of earlier years.</summary>
    public IReadOnlyList<TeacherPost> Posts => _posts;

    /// <summary>What the teacher achieved.</summary>
    public IReadOnlyList<TeacherAchievement> Achievements => _achievements;

    object IHistoried.HistoryKey => Id;

    IReadOnlyCollection<string> IHistoried.PersonalFields => [nameof(Name), nameof(LeftReason)];

    /// <summary>Corrects what is known.</summary>
    /// <exception cref="BrokenRule"><c>teacher-anonymised</c>, <c>date-in-future</c></exception>
    public void Revise(TeacherFacts facts, DateOnly today)
    {
        MustHaveName();
        MustBePast(today, facts.CategoryOn, facts.StaffSinceOn, facts.Plan?.MadeOn, facts.Plan?.UpdatedOn);
        MustBePast(today, facts.Portfolio?.MadeOn, facts.Portfolio?.UpdatedOn);
        if (facts.ExperienceSince > today.Year)
            throw new BrokenRule("date-in-future", "Год начала педагогического стажа ещё не наступил.");
        (Position, Category, CategoryOn) = (facts.Position, facts.Category, facts.CategoryOn);
        (ExperienceSince, StaffSinceOn) = (facts.ExperienceSince, facts.StaffSinceOn);
        (PlanOn, PlanUpdatedOn) = (facts.Plan?.MadeOn, facts.Plan?.UpdatedOn);
        (PortfolioOn, PortfolioUpdatedOn) = (facts.Portfolio?.MadeOn, facts.Portfolio?.UpdatedOn);
        SubjectCodes = SubjectList.Text(facts.Subjects);
        Name = string.Join(' ', facts.Name.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        SearchName = SearchText.FoldName(Name);
        Surname = SearchName.Trim().Split(' ')[0];
        SortName = SortText.Key(Name);
    }

    /// <summary>Says that the person works at the school no more, the nameless too: they would count as staff for ever. Posts end with it.</summary>
    /// <exception cref="BrokenRule"><c>teacher-left</c>, <c>date-in-future</c>, <c>date-before-start</c></exception>
    public void Leave(DateOnly on, string? reason, DateOnly today)
    {
        MustBeOnStaff();
        MustBePast(today, on);
        MustFollow(on);
        (LeftOn, LeftReason) = (on, AnonymisedAt is null ? reason : null);
        foreach (var post in _posts.Where(p => p.UntilOn is null))
            post.End(post.FromOn > on ? post.FromOn.Value : on);
    }

    /// <summary>Takes the leaving back with the posts that ended by it, or with a day begins a new time at the same school.</summary>
    /// <exception cref="BrokenRule"><c>teacher-on-staff</c>, <c>date-in-future</c>, <c>date-before-start</c></exception>
    public void Return(DateOnly? on, DateOnly today)
    {
        MustHaveName();
        if (LeftOn is not { } left)
            throw new BrokenRule("teacher-on-staff", "Педагог и так работает в школе.");
        if (on is { } day)
        {
            MustBePast(today, day);
            if (day <= left)
                throw new BrokenRule("date-before-start", $"Педагог вернулся не раньше, чем ушёл: после {left:dd.MM.yyyy}.");
            Keep(left);
            StaffSinceOn = day;
        }
        else
            foreach (var post in _posts.Where(p => !p.Main && p.UntilOn == left))
                post.Resume();
        (LeftOn, LeftReason) = (null, null);
    }

    /// <summary>Moves the main place of work to another school of the region; the former one is kept among the posts.</summary>
    /// <exception cref="BrokenRule">
    /// <c>teacher-anonymised</c>, <c>move-nowhere</c>, <c>move-other-region</c>, <c>school-closed</c>, <c>date-in-future</c>, <c>date-before-start</c>
    /// </exception>
    public void MoveTo(School school, DateOnly on, DateOnly today)
    {
        MustHaveName();
        MustBeAnother(school);
        MustBePast(today, on);
        MustFollow(on);
        if (on <= LeftOn)
            throw new BrokenRule("date-before-start", $"День перевода раньше последнего дня в прежней школе ({LeftOn:dd.MM.yyyy}).");
        Keep(LeftOn ?? on.AddDays(-1));
        foreach (var post in _posts.Where(p => p.SchoolId == school.Id && p.UntilOn is null))
            post.End(on);
        (MunicipalityCode, SchoolId) = (school.MunicipalityCode, school.Id);
        (StaffSinceOn, LeftOn, LeftReason) = (on, null, null);
    }

    /// <summary>
    /// Goes on at the school of which the own one became part: by the main place of work or by a further one. Somebody who came later
    /// than that day moves on the day of coming.
    /// </summary>
    public void FollowMerger(School from, School into, DateOnly on, DateOnly today)
    {
        foreach (var post in _posts.Where(p => p.SchoolId == from.Id && p.UntilOn is null).ToList())
        {
            var last = post.FromOn > on ? post.FromOn.Value : on;
            post.End(last);
            if (SchoolId != into.Id && !_posts.Exists(p => p.SchoolId == into.Id && p.UntilOn is null))
                _posts.Add(new TeacherPost(this, into, into.Id, last, main: false));
        }
        if (SchoolId != from.Id)
            return;
        var day = StaffSinceOn > on ? StaffSinceOn.Value : on;
        Keep(day > today ? today : day);
        foreach (var post in _posts.Where(p => p.SchoolId == into.Id && p.UntilOn is null))
            post.End(post.FromOn > day ? post.FromOn.Value : day);
        (MunicipalityCode, SchoolId, StaffSinceOn) = (into.MunicipalityCode, into.Id, day);
    }

    /// <summary>Adds a further school of a part-timer.</summary>
    /// <exception cref="BrokenRule">
    /// <c>teacher-left</c>, <c>move-nowhere</c>, <c>move-other-region</c>, <c>school-closed</c>, <c>post-exists</c>, <c>date-in-future</c>
    /// </exception>
    public TeacherPost AddPost(School school, DateOnly? fromOn, DateOnly today)
    {
        MustHaveName();
        MustBeOnStaff();
        MustBeAnother(school);
        MustBePast(today, fromOn);
        if (_posts.Exists(p => p.SchoolId == school.Id && p.UntilOn is null))
            throw new BrokenRule("post-exists", "Эта школа уже указана среди мест работы педагога.");
        var post = new TeacherPost(this, school, school.Id, fromOn, main: false);
        _posts.Add(post);
        return post;
    }

    /// <summary>Ends a post.</summary>
    /// <exception cref="BrokenRule"><c>post-ended</c>, <c>date-in-future</c>, <c>date-before-start</c></exception>
    public void EndPost(TeacherPost post, DateOnly on, DateOnly today)
    {
        if (!_posts.Contains(post) || post.UntilOn is not null)
            throw new BrokenRule("post-ended", "Работа в этой школе уже закончена.");
        MustBePast(today, on);
        if (on < post.FromOn)
            throw new BrokenRule("date-before-start", $"День раньше начала работы в этой школе ({post.FromOn:dd.MM.yyyy}).");
        post.End(on);
    }

    /// <summary>Notes an achievement.</summary>
    /// <exception cref="BrokenRule"><c>teacher-anonymised</c>, <c>date-in-future</c></exception>
    public TeacherAchievement Achieve(AchievementFacts facts, DateOnly today)
    {
        MustHaveName();
        MustBePast(today, facts.On);
        var achievement = new TeacherAchievement(this, facts);
        _achievements.Add(achievement);
        return achievement;
    }

    /// <summary>Takes an achievement away that was noted by mistake.</summary>
    public void Withdraw(TeacherAchievement achievement) => _achievements.Remove(achievement);

    /// <summary>Erases the name for good. The row stays, so that every count stays what it was.</summary>
    /// <exception cref="BrokenRule"><c>teacher-anonymised</c></exception>
    public void Anonymise(DateTime at)
    {
        MustHaveName();
        (Name, SearchName, Surname, SortName, AnonymisedAt) = (null, " ", "", NoName, at);
        LeftReason = null;
        foreach (var achievement in _achievements)
            achievement.Forget();
    }

    /// <summary>Keeps the time at the main school until this day among the posts.</summary>
    private void Keep(DateOnly until)
    {
        var former = new TeacherPost(this, this, SchoolId, StaffSinceOn, main: true);
        former.End(until);
        _posts.Add(former);
    }

    private void MustBeAnother(School school)
    {
        if (school.Id == SchoolId)
            throw new BrokenRule("move-nowhere", "Педагог уже работает в этой школе.");
        if (!string.Equals(school.RegionCode, RegionCode, StringComparison.Ordinal))
            throw new BrokenRule("move-other-region", "Выберите школу того же региона.");
        if (school.State != SchoolState.Open)
            throw new BrokenRule("school-closed", "Школа закрыта или присоединена: выберите действующую.");
    }

    private void MustHaveName()
    {
        if (AnonymisedAt is not null)
            throw new BrokenRule("teacher-anonymised", "Педагог обезличен: сведения о нём больше не меняются.");
    }

    private void MustBeOnStaff()
    {
        if (LeftOn is { } left)
            throw new BrokenRule("teacher-left", $"Педагог не работает в школе с {left:dd.MM.yyyy}.");
    }

    private void MustFollow(DateOnly on)
    {
        if (on < StaffSinceOn)
            throw new BrokenRule("date-before-start", $"День раньше начала работы в школе ({StaffSinceOn:dd.MM.yyyy}).");
    }

    private static void MustBePast(DateOnly today, params ReadOnlySpan<DateOnly?> days)
    {
        foreach (var day in days)
            if (day > today)
                throw new BrokenRule("date-in-future", $"Дата {day:dd.MM.yyyy} ещё не наступила.");
    }
}
