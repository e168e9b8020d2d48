using System.Text.Json;
using Opora.Domain.Places;

namespace Opora.Domain.Imports;

/// <summary>
/// A place in the queue of imports: which run waits or is being worked on, in whose name, and until when somebody holds it. It is no
/// placed row, because a runner looks for work before it acts as anybody; it says nothing about what a file holds.
/// </summary>
public sealed class ImportTicket
{
    /// <summary>How often a run is taken up before it is given up: it might be what brings the process down.</summary>
    public const int MostAttempts = 5;

    private ImportTicket() { }

    /// <summary>Queues a run, to be done in the name and scope of whoever asked for it.</summary>
    public ImportTicket(ImportRun run, ImportAsker by, DateTime at)
    {
        ImportId = run.Id;
        QueuedAt = at;
        ActorKind = by.Actor.Kind;
        ActorId = by.Actor.Id;
        Scope = JsonSerializer.Serialize(by.Scope);
    }

    /// <summary>Key: the run.</summary>
    public Guid ImportId { get; private set; }

    /// <summary>UTC instant; the oldest goes first.</summary>
    public DateTime QueuedAt { get; private set; }

    /// <summary>In whose name.</summary>
    public ActorKind ActorKind { get; private set; }

    /// <summary>Id of the person or client.</summary>
    public Guid? ActorId { get; private set; }

    /// <summary>The places reached, as JSON.</summary>
    public string Scope { get; private set; } = "";

    /// <summary>The runner that works on it.</summary>
    public Guid? HeldBy { get; private set; }

    /// <summary>UTC instant after which others may take it over.</summary>
    public DateTime? HeldUntil { get; private set; }

    /// <summary>How often it was taken up; of two who take it at once only one can save.</summary>
    public int Attempts { get; private set; }

    /// <summary>Who asked and what they reach.</summary>
    public ImportAsker AskedBy() => new(new Actor(ActorKind, ActorId, ImportId), JsonSerializer.Deserialize<Scope>(Scope)!);

    /// <summary>Takes it up.</summary>
    public void Take(Guid runner, DateTime until) => (HeldBy, HeldUntil, Attempts) = (runner, until, Attempts + 1);

    /// <summary>Goes on holding it.</summary>
    public void Hold(DateTime until) => HeldUntil = until;

    /// <summary>Lets others take it up at once; the try does not count when the process ends in good order.</summary>
    public void Release(bool countsAsTry)
    {
        (HeldBy, HeldUntil) = (null, null);
        if (!countsAsTry)
            Attempts--;
    }
}
