namespace Opora.Domain.Training;

/// <summary>Whether somebody was there on a day of a run.</summary>
public sealed class Attendance
{
    private Attendance() { }

    internal Attendance(Enrolment enrolment, DateOnly on, bool present) => (EnrolmentId, On, Present) = (enrolment.Id, on, present);

    /// <summary>Who on what.</summary>
    public Guid EnrolmentId { get; private set; }

    /// <summary>The day.</summary>
    public DateOnly On { get; private set; }

    /// <summary>Whether the teacher was there.</summary>
    public bool Present { get; private set; }
}
