namespace Opora.Persistence.Identity;

/// <summary>One sign-in of a person in one browser. The cookie carries its id; a session that has ended is refused at once.</summary>
public sealed class PersonSession
{
    /// <summary>Longest description of the browser.</summary>
    public const int ClientLength = 80;

    /// <summary>How long a session may lie unused.</summary>
    public static readonly TimeSpan IdleLimit = TimeSpan.FromHours(12);

    /// <summary>How long a session may last, however much it is used.</summary>
    public static readonly TimeSpan Limit = TimeSpan.FromDays(7);

    /// <summary>How exactly it is known when a session was last used: reading must not become writing.</summary>
    public static readonly TimeSpan SeenEvery = TimeSpan.FromMinutes(5);

    private PersonSession() { }

    /// <summary>Starts a session.</summary>
    /// <param name="personId">Whose it is.</param>
    /// <param name="now">UTC instant.</param>
    /// <param name="client">The browser in short words, «Chrome на Windows».</param>
    public PersonSession(Guid personId, DateTime now, string client)
    {
        PersonId = personId;
        StartedAt = now;
        LastSeenAt = now;
        Client = client;
    }

    /// <summary>Key, random: who knows the ids of old sessions cannot guess the next.</summary>
    public Guid Id { get; private set; } = Guid.NewGuid();

    /// <summary>Whose it is.</summary>
    public Guid PersonId { get; private set; }

    /// <summary>UTC instant of the sign-in.</summary>
    public DateTime StartedAt { get; private set; }

    /// <summary>UTC instant of the last request, to within <see cref="SeenEvery"/>.</summary>
    public DateTime LastSeenAt { get; private set; }

    /// <summary>The browser in short words.</summary>
    public string Client { get; private set; } = "";

    /// <summary>UTC instant at which somebody ended it.</summary>
    public DateTime? EndedAt { get; private set; }

    /// <summary>Ends it; an ended session stays as it ended.</summary>
    public void End(DateTime now) => EndedAt ??= now;
}
