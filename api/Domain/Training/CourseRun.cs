using Opora.Domain.Places;

namespace Opora.Domain.Training;

/// <summary>
/// A course as it is given once: days, place, seats. Everybody in the region sees it and how many seats are free. The seats taken are
/// counted on this row by statements of the database, so that two who click at once never get the same seat.
/// </summary>
public sealed class CourseRun : IPlaced, IOffered, IVersioned, IHistoried
{
    /// <summary>Longest place or link.</summary>
    public const int PlaceLength = 300;

    /// <summary>Longest reason of calling it off.</summary>
    public const int ReasonLength = 300;

    /// <summary>Most seats.</summary>
    public const int MostSeats = 5000;

    private static readonly Dictionary<CourseRunState, CourseRunState[]> Next = new()
    {
        [CourseRunState.Planned] = [CourseRunState.Open, CourseRunState.Cancelled],
        [CourseRunState.Open] = [CourseRunState.Running, CourseRunState.Finished, CourseRunState.Cancelled],
        [CourseRunState.Running] = [CourseRunState.Open, CourseRunState.Finished, CourseRunState.Cancelled],
        [CourseRunState.Finished] = [CourseRunState.Running],
        [CourseRunState.Cancelled] = [CourseRunState.Planned],
    };

    private CourseRun() { }

    /// <summary>Plans a run.</summary>
    /// <exception cref="BrokenRule"><c>course-closed</c>, <c>ends-before-start</c></exception>
    public CourseRun(Course course, CourseRunFacts facts)
    {
        if (course.ClosedOn is not null)
            throw new BrokenRule("course-closed", "Курс закрыт: новый поток по нему не объявить.");
        (RegionCode, MunicipalityCode, CourseId, Version) = (course.RegionCode, course.MunicipalityCode, course.Id, 1);
        Revise(facts);
    }

    /// <summary>Key.</summary>
    public Guid Id { get; private set; } = Guid.CreateVersion7();

    /// <inheritdoc cref="IPlaced.RegionCode"/>
    public string RegionCode { get; private set; } = "";

    /// <inheritdoc/>
    public string? MunicipalityCode { get; private set; }

    Guid? IPlaced.SchoolId => null;

    /// <summary>What is given.</summary>
    public Guid CourseId { get; private set; }

    /// <summary>First day.</summary>
    public DateOnly StartsOn { get; private set; }

    /// <summary>Last day.</summary>
    public DateOnly EndsOn { get; private set; }

    /// <summary>Where people meet.</summary>
    public string? Place { get; private set; }

    /// <summary>Where it is found on the net.</summary>
    public string? Link { get; private set; }

    /// <summary>How many can take part.</summary>
    public int Seats { get; private set; }

    /// <summary>Seats taken; counted by the database.</summary>
    public int Taken { get; private set; }

    /// <summary>How many wait for a seat; counted by the database.</summary>
    public int Waiting { get; private set; }

    /// <summary>How far it has come.</summary>
    public CourseRunState State { get; private set; }

    /// <summary>Why it was called off.</summary>
    public string? Reason { get; private set; }

    /// <inheritdoc/>
    public int Version { get; private set; }

    object IHistoried.HistoryKey => Id;

    Guid? IHistoried.HistoryRoot => CourseId;

    /// <summary>Whether people can be enrolled now.</summary>
    public bool TakesPeople => State is CourseRunState.Open or CourseRunState.Running;

    /// <summary>Corrects what is known.</summary>
    /// <exception cref="BrokenRule"><c>ends-before-start</c>, <c>seats-taken</c></exception>
    public void Revise(CourseRunFacts facts)
    {
        if (facts.EndsOn < facts.StartsOn)
            throw new BrokenRule("ends-before-start", "Последний день раньше первого: проверьте даты.");
        if (facts.Seats < Taken)
            throw new BrokenRule("seats-taken", $"Занято мест: {Taken}. Меньше этого мест быть не может.");
        (StartsOn, EndsOn, Place, Link, Seats) = (facts.StartsOn, facts.EndsOn, facts.Place, facts.Link, facts.Seats);
    }

    /// <summary>Takes the run on, back from a mistake, or calls it off.</summary>
    /// <exception cref="BrokenRule"><c>run-state</c>, <c>run-ahead</c>, <c>reason-required</c></exception>
    public void Become(CourseRunState state, string? reason, DateOnly today)
    {
        if (!Next[State].Contains(state))
            throw new BrokenRule("run-state", $"Поток {Words(State)}: перевести его в состояние «{Words(state)}» нельзя.");
        if (state == CourseRunState.Finished && EndsOn > today)
            throw new BrokenRule("run-ahead", $"Поток заканчивается {EndsOn:dd.MM.yyyy}: завершить его раньше нельзя.");
        if (state == CourseRunState.Cancelled && string.IsNullOrWhiteSpace(reason))
            throw new BrokenRule("reason-required", "Укажите, почему поток отменён.");
        (State, Reason) = (state, state == CourseRunState.Cancelled ? reason : null);
    }

    private static string Words(CourseRunState state) =>
        state switch
        {
            CourseRunState.Planned => "запланирован",
            CourseRunState.Open => "открыт для записи",
            CourseRunState.Running => "идёт",
            CourseRunState.Finished => "завершён",
            _ => "отменён",
        };
}
