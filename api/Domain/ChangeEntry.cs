using Opora.Domain.Places;

namespace Opora.Domain;

/// <summary>Who stands behind a change.</summary>
public enum ActorKind
{
    /// <summary>The product itself: set-up, a migration.</summary>
    System,

    /// <summary>A signed-in person.</summary>
    Person,

    /// <summary>A machine client.</summary>
    Client,
}

/// <summary>Who does what is done now. People are named by id only, so that a name can be erased in one row.</summary>
/// <param name="Kind">Person, client or the product.</param>
/// <param name="Id">Id of the person or client.</param>
/// <param name="ImportId">The import that carries the change, when one does.</param>
public sealed record Actor(ActorKind Kind, Guid? Id, Guid? ImportId = null)
{
    /// <summary>The product itself.</summary>
    public static readonly Actor System = new(ActorKind.System, null);
}

/// <summary>One change of one historied thing.</summary>
public sealed class ChangeEntry : IPlaced
{
    /// <summary>Key; version 7, so that it also orders.</summary>
    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>UTC instant.</summary>
    public DateTime At { get; init; }

    /// <summary>Who.</summary>
    public ActorKind ActorKind { get; init; }

    /// <summary>Id of the person or client.</summary>
    public Guid? ActorId { get; init; }

    /// <summary>The person whose rights were used, when they were lent to whoever acted.</summary>
    public Guid? OnBehalfOfId { get; init; }

    /// <summary>The import that carried it.</summary>
    public Guid? ImportId { get; init; }

    /// <summary>Type of the thing: <c>School</c>, <c>CohortMember</c>.</summary>
    public string Thing { get; init; } = "";

    /// <summary>Its history key as text.</summary>
    public string ThingKey { get; init; } = "";

    /// <summary>The same key where it is an id.</summary>
    public Guid? ThingId { get; init; }

    /// <summary>The root that the thing is part of: the list of a member.</summary>
    public Guid? RootId { get; init; }

    /// <summary>What was done, in a word the screens translate: <c>registered</c>, <c>revised</c>, <c>moved</c>.</summary>
    public string Action { get; init; } = "";

    /// <summary>Why, when a reason was asked for.</summary>
    public string? Reason { get; init; }

    /// <summary>Old and new of every field that changed, as JSON: <c>[{"field":"pupils","from":"500","to":"512"}]</c>.</summary>
    public string Changes { get; init; } = "[]";

    /// <inheritdoc/>
    public string RegionCode { get; init; } = "";

    /// <inheritdoc/>
    public string? MunicipalityCode { get; init; }

    /// <inheritdoc/>
    public Guid? SchoolId { get; init; }
}
