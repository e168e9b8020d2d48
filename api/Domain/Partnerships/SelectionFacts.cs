namespace Opora.Domain.Partnerships;

/// <summary>Where a competitive selection stands on a day.</summary>
public enum SelectionState
{
    /// <summary>Announced; applications are not taken yet.</summary>
    Upcoming,

    /// <summary>Takes applications.</summary>
    Accepting,

    /// <summary>Experts give their marks.</summary>
    Marking,

    /// <summary>Marks are closed; the winners are not chosen yet.</summary>
    Marked,

    /// <summary>The winners are chosen.</summary>
    Decided,
}

/// <summary>What a call says.</summary>
/// <param name="Title">Its name.</param>
/// <param name="Text">What is asked of schools.</param>
/// <param name="OpensOn">First day on which applications are taken.</param>
/// <param name="ClosesOn">Last day.</param>
/// <param name="Order">The order by which it is held.</param>
public sealed record SelectionFacts(string Title, string Text, DateOnly OpensOn, DateOnly ClosesOn, string? Order);

/// <summary>A criterion.</summary>
/// <param name="Title">What is judged.</param>
/// <param name="MostMark">The highest mark.</param>
/// <param name="Weight">How much a mark counts.</param>
public sealed record CriterionFacts(string Title, int MostMark, int Weight);

/// <summary>A criterion of a selection.</summary>
public sealed class SelectionCriterion
{
    private SelectionCriterion() { }

    internal SelectionCriterion(Selection selection, int number, CriterionFacts facts)
    {
        (SelectionId, Number) = (selection.Id, number);
        (Title, MostMark, Weight) = facts;
    }

    /// <summary>Key.</summary>
    public Guid Id { get; private set; } = Guid.CreateVersion7();

    /// <summary>The selection.</summary>
    public Guid SelectionId { get; private set; }

    /// <summary>Place among the criteria, from 1.</summary>
    public int Number { get; private set; }

    /// <summary>What is judged.</summary>
    public string Title { get; private set; } = "";

    /// <summary>The highest mark; the lowest is 0.</summary>
    public int MostMark { get; private set; }

    /// <summary>How much a mark counts.</summary>
    public int Weight { get; private set; }

    internal CriterionFacts Facts => new(Title, MostMark, Weight);
}

/// <summary>Somebody who gives marks in a selection.</summary>
public sealed class SelectionExpert
{
    private SelectionExpert() { }

    internal SelectionExpert(Selection selection, Guid personId) => (SelectionId, PersonId) = (selection.Id, personId);

    /// <summary>The selection.</summary>
    public Guid SelectionId { get; private set; }

    /// <summary>Who.</summary>
    public Guid PersonId { get; private set; }
}
