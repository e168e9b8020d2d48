namespace Opora.Persistence.Partnerships;

/// <summary>The term of any agreement, told to everybody: how many schools a partner helps is nobody's secret, whom it helps is.</summary>
public sealed class ToldTerm
{
    private ToldTerm() { }

    /// <summary>Id of the agreement.</summary>
    public Guid Id { get; private set; }

    /// <summary>The day on which it was signed.</summary>
    public DateOnly? SignedOn { get; private set; }

    /// <summary>First day of its term.</summary>
    public DateOnly? StartsOn { get; private set; }

    /// <summary>Last day of its term.</summary>
    public DateOnly? EndsOn { get; private set; }

    /// <summary>The day on which it was ended before its term.</summary>
    public DateOnly? TerminatedOn { get; private set; }
}
