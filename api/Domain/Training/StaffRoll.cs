namespace Opora.Domain.Training;

/// <summary>What a row of a staff list means for the register.</summary>
public enum RollFinding
{
    /// <summary>Nobody of this name is known: a new person.</summary>
    New,

    /// <summary>This one.</summary>
    Same,

    /// <summary>Works there besides a main school, which writes down what is known.</summary>
    PartTimer,

    /// <summary>Several may be meant.</summary>
    Ambiguous,

    /// <summary>Is known to have left the school.</summary>
    HasLeft,

    /// <summary>Somebody of this name is known at another school.</summary>
    Elsewhere,

    /// <summary>Nobody has this code.</summary>
    UnknownCode,

    /// <summary>The code is that of somebody of another name.</summary>
    OtherName,
}

/// <summary>A row of a staff list: who, where, and the code that tells namesakes apart.</summary>
/// <param name="SchoolId">The school.</param>
/// <param name="Name">The full name, folded by <see cref="SearchText.FoldName"/>.</param>
/// <param name="Code">What stands in the column of codes; null when nothing does.</param>
/// <param name="LeftOn">The last day that the row gives.</param>
public sealed record RollEntry(Guid SchoolId, string Name, string? Code = null, DateOnly? LeftOn = null)
{
    /// <summary>The id that the code is; null when it is none.</summary>
    public Guid? Id => Guid.TryParse(Code, out var id) ? id : null;

    /// <summary>Whether the code says that this is somebody who is not in the register yet: «новый», «новый 2».</summary>
    public bool SaysNew => Code is not null && Id is null && Code.StartsWith("нов", StringComparison.OrdinalIgnoreCase);
}

/// <summary>Whom a row means.</summary>
/// <param name="Finding">What it means.</param>
/// <param name="Teachers">The one, or those who may be meant.</param>
public sealed record RollAnswer(RollFinding Finding, IReadOnlyList<Teacher> Teachers);

/// <summary>
/// Finds the people of staff lists in the register: by the code where one is given, else by the full name within the school. Two of one
/// name are never guessed apart, and nobody is taken from another school.
/// </summary>
public sealed class StaffRoll
{
    private readonly Dictionary<Guid, Teacher> _byId;
    private readonly ILookup<(Guid School, string Name), Teacher> _bySchool;
    private readonly ILookup<(Guid School, string Name), Teacher> _byPost;
    private readonly ILookup<string, Teacher> _byName;
    private readonly HashSet<Guid> _claimed;

    /// <param name="known">The teachers of the schools, and those of the same names elsewhere.</param>
    /// <param name="entries">All rows: whom one of them names by code is not meant by the name of another.</param>
    public StaffRoll(IReadOnlyCollection<Teacher> known, IEnumerable<RollEntry> entries)
    {
        var named = known.Where(t => t.AnonymisedAt is null).ToList();
        _byId = known.ToDictionary(t => t.Id);
        _bySchool = named.ToLookup(t => (t.SchoolId, NameMatch.Key(t.SearchName)));
        _byPost = named
            .SelectMany(
                t => t.Posts.Where(p => p.UntilOn is null && p.SchoolId != t.SchoolId),
                (t, p) => (Key: (p.SchoolId, NameMatch.Key(t.SearchName)), Teacher: t)
            )
            .ToLookup(p => p.Key, p => p.Teacher);
        _byName = named.ToLookup(t => NameMatch.Key(t.SearchName), StringComparer.Ordinal);
        _claimed = [.. entries.Select(e => e.Id).OfType<Guid>()];
    }

    /// <summary>Whom the row means.</summary>
    public RollAnswer Find(RollEntry entry)
    {
        var name = NameMatch.Key(entry.Name);
        if (entry.Id is { } id)
            return ByCode(id, entry.SchoolId, name);
        var namesakes = _bySchool[(entry.SchoolId, name)].ToList();
        if (entry.SaysNew)
            return new(RollFinding.New, namesakes);
        if (entry.Code is not null)
            return new(RollFinding.UnknownCode, namesakes);
        if (namesakes.Exists(t => _claimed.Contains(t.Id)))
            return new(RollFinding.Ambiguous, namesakes);
        var onStaff = namesakes.Where(t => t.LeftOn is null).ToList();
        if (onStaff.Count > 0)
            return new(onStaff.Count == 1 ? RollFinding.Same : RollFinding.Ambiguous, onStaff);
        if (namesakes.Where(t => t.LeftOn == entry.LeftOn).ToList() is [var gone])
            return new(RollFinding.Same, [gone]);
        if (namesakes.Count > 0)
            return new(RollFinding.HasLeft, namesakes);
        if (_byPost[(entry.SchoolId, name)].ToList() is { Count: > 0 } partTimers)
            return new(RollFinding.PartTimer, partTimers);
        var elsewhere = _byName[name].ToList();
        return new(elsewhere.Count > 0 ? RollFinding.Elsewhere : RollFinding.New, elsewhere);
    }

    private RollAnswer ByCode(Guid id, Guid school, string name)
    {
        if (!_byId.TryGetValue(id, out var known) || known.AnonymisedAt is not null)
            return new(RollFinding.UnknownCode, []);
        if (NameMatch.Key(known.SearchName) != name)
            return new(RollFinding.OtherName, [known]);
        return new(known.SchoolId == school ? RollFinding.Same : RollFinding.Elsewhere, [known]);
    }
}
