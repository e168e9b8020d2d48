using Opora.Domain.Places;

namespace Opora.Domain.Training;

/// <summary>How wide an association of teachers is.</summary>
public enum AssociationLevel
{
    /// <summary>Школьное методическое объединение, ШМО.</summary>
    School,

    /// <summary>Районное (муниципальное) методическое объединение, РМО.</summary>
    Municipal,

    /// <summary>Сетевое: of schools of several municipalities.</summary>
    Network,

    /// <summary>Региональное.</summary>
    Regional,
}

/// <summary>What is known of an association.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Level">How wide it is.</param>
/// <param name="Subject">Code of a <see cref="Results.Subject"/>; null when it is of none.</param>
/// <param name="LeaderId">The teacher who leads it.</param>
public sealed record AssociationFacts(string Name, AssociationLevel Level, string? Subject, Guid? LeaderId);

/// <summary>An association of teachers: of a school, a municipality, a network or the region. Its meetings are events.</summary>
public sealed class Association : IAnnounced, IVersioned, IHistoried
{
    /// <summary>Longest name.</summary>
    public const int NameLength = 300;

    private Association() { }

    /// <summary>Founds an association.</summary>
    /// <exception cref="BrokenRule"><c>level-of-place</c></exception>
    public Association(IPlaced owner, AssociationFacts facts)
    {
        (RegionCode, MunicipalityCode, SchoolId, Version) = (owner.RegionCode, owner.MunicipalityCode, owner.SchoolId, 1);
        Revise(facts);
    }

    /// <summary>Key.</summary>
    public Guid Id { get; private set; } = Guid.CreateVersion7();

    /// <inheritdoc/>
    public string RegionCode { get; private set; } = "";

    /// <inheritdoc/>
    public string? MunicipalityCode { get; private set; }

    /// <inheritdoc/>
    public Guid? SchoolId { get; private set; }

    public AssociationLevel Level { get; private set; }

    /// <summary>Its name.</summary>
    public string Name { get; private set; } = "";

    /// <summary>The name, folded by <see cref="SearchText"/>.</summary>
    public string SearchName { get; private set; } = "";

    /// <summary>The name by <see cref="SortText"/>.</summary>
    public string SortName { get; private set; } = "";

    /// <summary>Code of the subject.</summary>
    public string? Subject { get; private set; }

    /// <summary>The teacher who leads it.</summary>
    public Guid? LeaderId { get; private set; }

    /// <summary>Since when it works no more.</summary>
    public DateOnly? ClosedOn { get; private set; }

    /// <summary>Members of today, of whatever school; counted by the database.</summary>
    public int MemberCount { get; private set; }

    /// <inheritdoc/>
    public int Version { get; private set; }

    object IHistoried.HistoryKey => Id;

    // Who leads it is a person: the history tells that it changed.
    IReadOnlyCollection<string> IHistoried.PersonalFields => [nameof(LeaderId)];

    /// <summary>For whom its meetings are.</summary>
    internal EventLevel LevelOfMeetings => MeetingLevel(Level);

    /// <summary>For whom the meetings of associations of this level are.</summary>
    public static EventLevel MeetingLevel(AssociationLevel level) =>
        level switch
        {
            AssociationLevel.School => EventLevel.School,
            AssociationLevel.Municipal => EventLevel.Municipal,
            AssociationLevel.Network => EventLevel.InterMunicipal,
            _ => EventLevel.Regional,
        };

    /// <summary>Corrects what is known; how wide it is stays, as its meetings were counted by it.</summary>
    /// <exception cref="BrokenRule"><c>level-of-place</c>, <c>level-stays</c></exception>
    public void Revise(AssociationFacts facts)
    {
        var fits = facts.Level switch
        {
            AssociationLevel.School => SchoolId is not null,
            AssociationLevel.Municipal => SchoolId is null && MunicipalityCode is not null,
            AssociationLevel.Regional => SchoolId is null && MunicipalityCode is null,
            _ => SchoolId is null,
        };
        if (!fits)
            throw new BrokenRule(
                "level-of-place",
                facts.Level switch
                {
                    AssociationLevel.School => "Школьное объединение относится к школе: выберите школу.",
                    AssociationLevel.Municipal => "Муниципальное объединение относится к муниципалитету: выберите его.",
                    AssociationLevel.Regional => "Региональное объединение относится ко всему региону: его ведёт региональный оператор.",
                    _ => "Сетевое объединение шире одной школы: выберите муниципалитет, который его ведёт, или регион.",
                }
            );
        if (Name.Length > 0 && facts.Level != Level)
            throw new BrokenRule("level-stays", "Уровень объединения не меняется: по нему считали охват прежних заседаний.");
        (Name, Level, Subject, LeaderId) = (facts.Name.Trim(), facts.Level, facts.Subject, facts.LeaderId);
        (SearchName, SortName) = (SearchText.Fold(Name), SortText.Key(Name));
    }

    /// <summary>Says that it works no more; its meetings and members stay.</summary>
    /// <exception cref="BrokenRule"><c>already-closed</c></exception>
    public void Close(DateOnly on) => ClosedOn = ClosedOn is null ? on : throw new BrokenRule("already-closed", "Объединение уже закрыто.");

    /// <summary>Lets it work again.</summary>
    /// <exception cref="BrokenRule"><c>not-closed</c></exception>
    public void Reopen() => ClosedOn = ClosedOn is null ? throw new BrokenRule("not-closed", "Объединение не закрыто.") : null;
}
