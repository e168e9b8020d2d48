namespace Opora.Persistence.Partnerships;

/// <summary>
/// The name of a teacher, and nothing else, without the filter by scope: whoever is a side of a pairing or an internship sees the names
/// in it, of whatever school. To be asked only for the teachers of a row that the caller reads, and told only to who sees people.
/// </summary>
public sealed class ToldTeacher
{
    private ToldTeacher() { }

    /// <summary>Id of the teacher.</summary>
    public Guid Id { get; private set; }

    /// <summary>Full name; null once anonymised.</summary>
    public string? Name { get; private set; }
}
