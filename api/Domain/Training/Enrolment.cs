using Opora.Domain.Places;

namespace Opora.Domain.Training;

/// <summary>
/// A teacher on a run of a course, once. It belongs to the main school of the teacher and moves along with the teacher; the name stands
/// in the row of the teacher only.
/// </summary>
public sealed class Enrolment : IPlaced, IVersioned, IHistoried
{
    /// <summary>Longest number of a certificate.</summary>
    public const int CertificateLength = 60;

    /// <summary>Longest reason.</summary>
    public const int ReasonLength = 300;

    private readonly List<Attendance> _days = [];

    private Enrolment() { }

    /// <summary>Enrols a teacher.</summary>
    /// <param name="run">On what.</param>
    /// <param name="teacher">Whom.</param>
    /// <param name="confirmed">Whether somebody says so who decides on it; else the school applies.</param>
    /// <param name="waiting">Whether no seat is free.</param>
    /// <param name="at">UTC instant: first come, first served.</param>
    public Enrolment(CourseRun run, Teacher teacher, bool confirmed, bool waiting, DateTime at)
    {
        (RunId, TeacherId, RegionCode, Version) = (run.Id, teacher.Id, run.RegionCode, 1);
        Enter(teacher, confirmed, waiting, at);
    }

    /// <summary>Key.</summary>
    public Guid Id { get; private set; } = Guid.CreateVersion7();

    /// <inheritdoc/>
    public string RegionCode { get; private set; } = "";

    /// <inheritdoc cref="IPlaced.MunicipalityCode"/>
    public string MunicipalityCode { get; private set; } = "";

    string? IPlaced.MunicipalityCode => MunicipalityCode;

    /// <summary>The main school of the teacher.</summary>
    public Guid SchoolId { get; private set; }

    Guid? IPlaced.SchoolId => SchoolId;

    /// <summary>On what.</summary>
    public Guid RunId { get; private set; }

    /// <summary>Who.</summary>
    public Guid TeacherId { get; private set; }

    /// <summary>How far it has come.</summary>
    public EnrolmentState State { get; private set; }

    /// <summary>Whether somebody has confirmed it who decides.</summary>
    public bool Confirmed { get; private set; }

    /// <summary>UTC instant at which the place was asked for.</summary>
    public DateTime AskedAt { get; private set; }

    /// <summary>Number of the certificate.</summary>
    public string? CertificateNumber { get; private set; }

    /// <summary>The day on which it was issued.</summary>
    public DateOnly? CertificateOn { get; private set; }

    /// <summary>Why the course was not completed, or the teacher does not come.</summary>
    public string? Reason { get; private set; }

    /// <inheritdoc/>
    public int Version { get; private set; }

    /// <summary>The days marked.</summary>
    public IReadOnlyList<Attendance> Days => _days;

    object IHistoried.HistoryKey => Id;

    Guid? IHistoried.HistoryRoot => RunId;

    IReadOnlyCollection<string> IHistoried.PersonalFields => [nameof(CertificateNumber), nameof(Reason)];

    /// <summary>Whether it holds a seat.</summary>
    public bool HoldsSeat => State is not (EnrolmentState.Waiting or EnrolmentState.Withdrawn);

    /// <summary>Enrols somebody again who had withdrawn.</summary>
    /// <exception cref="BrokenRule"><c>enrolment-state</c></exception>
    public void Renew(Teacher teacher, bool confirmed, bool waiting, DateTime at)
    {
        Must(EnrolmentState.Withdrawn);
        (Reason, RegionCode) = (null, teacher.RegionCode);
        Enter(teacher, confirmed, waiting, at);
    }

    /// <summary>Confirms what a school has applied for, or takes a result back that was a mistake.</summary>
    /// <exception cref="BrokenRule"><c>enrolment-state</c></exception>
    public void Confirm()
    {
        Must(EnrolmentState.Applied, EnrolmentState.Completed, EnrolmentState.NotCompleted);
        (State, Confirmed) = (EnrolmentState.Enrolled, true);
        (CertificateNumber, CertificateOn, Reason) = (null, null, null);
    }

    /// <summary>The course is completed; told again, the certificate is corrected.</summary>
    /// <exception cref="BrokenRule"><c>enrolment-state</c>, <c>run-not-begun</c>, <c>date-in-future</c></exception>
    public void Complete(CourseRun run, string? certificate, DateOnly? certificateOn, DateOnly today)
    {
        MustHaveBegun(run);
        Must(EnrolmentState.Applied, EnrolmentState.Enrolled, EnrolmentState.Completed, EnrolmentState.NotCompleted);
        if (certificateOn > today)
            throw new BrokenRule("date-in-future", $"Дата {certificateOn:dd.MM.yyyy} ещё не наступила.");
        if (certificateOn < run.StartsOn)
            throw new BrokenRule("date-before-start", $"Удостоверение выдано раньше начала потока ({run.StartsOn:dd.MM.yyyy}).");
        (State, Confirmed, Reason) = (EnrolmentState.Completed, true, null);
        (CertificateNumber, CertificateOn) = (certificate, certificateOn);
    }

    /// <summary>The course is not completed.</summary>
    /// <exception cref="BrokenRule"><c>enrolment-state</c>, <c>run-not-begun</c></exception>
    public void Fail(CourseRun run, string? reason)
    {
        MustHaveBegun(run);
        Must(EnrolmentState.Applied, EnrolmentState.Enrolled, EnrolmentState.Completed, EnrolmentState.NotCompleted);
        (State, Reason) = (EnrolmentState.NotCompleted, reason);
        (CertificateNumber, CertificateOn) = (null, null);
    }

    /// <summary>The teacher does not come.</summary>
    /// <exception cref="BrokenRule"><c>enrolment-state</c></exception>
    public void Withdraw(string? reason)
    {
        Must(EnrolmentState.Applied, EnrolmentState.Enrolled, EnrolmentState.Waiting);
        (State, Reason) = (EnrolmentState.Withdrawn, reason);
        _days.Clear();
    }

    /// <summary>Takes the seat that became free.</summary>
    public void MoveUp()
    {
        Must(EnrolmentState.Waiting);
        State = Confirmed ? EnrolmentState.Enrolled : EnrolmentState.Applied;
        Version++;
    }

    /// <summary>Marks a day: was there, was not, or (null) nothing is known.</summary>
    /// <exception cref="BrokenRule"><c>enrolment-state</c>, <c>day-outside-run</c>, <c>date-in-future</c></exception>
    public void Mark(CourseRun run, DateOnly on, bool? present, DateOnly today)
    {
        Must(EnrolmentState.Applied, EnrolmentState.Enrolled, EnrolmentState.Completed, EnrolmentState.NotCompleted);
        if (on < run.StartsOn || on > run.EndsOn)
            throw new BrokenRule("day-outside-run", $"Поток идёт с {run.StartsOn:dd.MM.yyyy} по {run.EndsOn:dd.MM.yyyy}: проверьте день.");
        if (on > today)
            throw new BrokenRule("date-in-future", $"Дата {on:dd.MM.yyyy} ещё не наступила.");
        _days.RemoveAll(d => d.On == on && d.Present != present);
        if (present is { } was && !_days.Exists(d => d.On == on))
            _days.Add(new Attendance(this, on, was));
    }

    private void Enter(Teacher teacher, bool confirmed, bool waiting, DateTime at)
    {
        (MunicipalityCode, SchoolId) = (teacher.MunicipalityCode, teacher.SchoolId);
        (Confirmed, AskedAt) = (confirmed, at);
        State =
            waiting ? EnrolmentState.Waiting
            : confirmed ? EnrolmentState.Enrolled
            : EnrolmentState.Applied;
    }

    private void Must(params ReadOnlySpan<EnrolmentState> states)
    {
        if (!states.Contains(State))
            throw new BrokenRule("enrolment-state", "С этой записью так поступить нельзя: её состояние уже другое. Обновите список.");
    }

    private static void MustHaveBegun(CourseRun run)
    {
        if (run.State is not (CourseRunState.Running or CourseRunState.Finished))
            throw new BrokenRule("run-not-begun", "Итоги отмечают, когда поток идёт или завершён. Сначала переведите его в это состояние.");
    }
}
