namespace Opora.Domain.Access;

/// <summary>
/// Filters of a screen kept under a name. A private one is its owner's alone; a shared one is read by everybody who sees anything of the
/// region, and changed by its owner or an operator.
/// </summary>
public sealed class SavedView : IVersioned
{
    /// <summary>Longest name.</summary>
    public const int NameLength = 100;

    /// <summary>Most views of one person.</summary>
    public const int MostOfOne = 100;

    private SavedView() { }

    /// <summary>Keeps filters.</summary>
    public SavedView(Guid personId, string regionCode, ViewScreen screen, string name, string query, bool shared)
    {
        (PersonId, RegionCode, Screen) = (personId, regionCode, screen);
        Version = 1;
        Revise(name, query, shared);
    }

    /// <summary>Key.</summary>
    public Guid Id { get; private set; } = Guid.CreateVersion7();

    /// <summary>Whose it is.</summary>
    public Guid PersonId { get; private set; }

    /// <summary>The region within which it is shared.</summary>
    public string RegionCode { get; private set; } = "";

    /// <summary>Whose filters they are.</summary>
    public ViewScreen Screen { get; private set; }

    /// <summary>What people call it.</summary>
    public string Name { get; private set; } = "";

    /// <summary>The part of the address behind «?»; see <see cref="ViewQuery"/>.</summary>
    public string Query { get; private set; } = "";

    /// <summary>Whether others of the region read it.</summary>
    public bool Shared { get; private set; }

    /// <inheritdoc/>
    public int Version { get; private set; }

    /// <summary>Renames it, puts other filters under the name, shares it or takes that back.</summary>
    /// <exception cref="BrokenRule"><c>view-query-unknown</c></exception>
    public void Revise(string name, string query, bool shared)
    {
        if (!ViewQuery.Fits(Screen, query))
            throw new BrokenRule("view-query-unknown", "Сохранить можно только отбор этого экрана: в адресе есть что-то ещё.");
        (Name, Query, Shared) = (name, query, shared);
    }
}
