namespace Opora.Domain.Partnerships;

/// <summary>Something that the sides do together.</summary>
/// <param name="Text">What is done.</param>
/// <param name="DueOn">By when; null when no day was set.</param>
/// <param name="DoneOn">When it was done.</param>
/// <param name="Outcome">What came of it.</param>
public sealed record ActionFacts(string Text, DateOnly? DueOn, DateOnly? DoneOn, string? Outcome);

/// <summary>A joint action of an agreement: planned, and then what happened.</summary>
public sealed class PartnershipAction
{
    private PartnershipAction() { }

    internal PartnershipAction(Partnership partnership, int number, ActionFacts facts)
    {
        PartnershipId = partnership.Id;
        Number = number;
        Revise(facts);
    }

    /// <summary>Key.</summary>
    public Guid Id { get; private set; } = Guid.CreateVersion7();

    /// <summary>The agreement.</summary>
    public Guid PartnershipId { get; private set; }

    /// <summary>Place among the actions, from 1; those that stay keep theirs.</summary>
    public int Number { get; private set; }

    /// <summary>What is done.</summary>
    public string Text { get; private set; } = "";

    /// <summary>By when.</summary>
    public DateOnly? DueOn { get; private set; }

    /// <summary>When it was done.</summary>
    public DateOnly? DoneOn { get; private set; }

    /// <summary>What came of it.</summary>
    public string? Outcome { get; private set; }

    /// <summary>Corrects it, or says what happened.</summary>
    public void Revise(ActionFacts facts) => (Text, DueOn, DoneOn, Outcome) = facts;
}
