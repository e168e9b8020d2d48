using System.Text.Json.Serialization;

namespace Opora.Api.History;

/// <summary>One change, as every history and the journal tell it.</summary>
/// <param name="Id">Id of the change.</param>
/// <param name="At">UTC instant.</param>
/// <param name="By">Who stands behind it.</param>
/// <param name="OnBehalfOf">Whose rights were used, when they were lent to whoever acted.</param>
/// <param name="Thing">What changed: <c>School</c>, <c>CohortMember</c>; one of <c>ChangedThing</c>.</param>
/// <param name="ThingKey">Its id or code, for addresses; that of the school for a member of a list.</param>
/// <param name="ThingName">Its name, null where the caller may not see it or it is gone.</param>
/// <param name="RootId">The list of a member.</param>
/// <param name="School">The school that it concerns.</param>
/// <param name="Action">What was done: <c>registered</c>, <c>revised</c>, <c>moved</c>; one of <c>ChangeAction</c>.</param>
/// <param name="Changes">The fields that changed.</param>
/// <param name="Reason">Why, when a reason was asked for.</param>
public sealed record Change(
    Guid Id,
    DateTime At,
    Who By,
    Who? OnBehalfOf,
    string Thing,
    string ThingKey,
    string? ThingName,
    Guid? RootId,
    ChangedSchool? School,
    string Action,
    IReadOnlyList<ChangedField> Changes,
    string? Reason
);

/// <summary>The school that a change concerns.</summary>
/// <param name="Id">Id of the school.</param>
/// <param name="Name">Its name now.</param>
public sealed record ChangedSchool(Guid Id, string Name);

/// <summary>Who stands behind a change.</summary>
/// <param name="Kind">Person, program, import of a file, or the product itself.</param>
/// <param name="Id">Id of the person, client or import.</param>
/// <param name="Name">Name of the person or client, null where the caller may not see it or it has been erased.</param>
public sealed record Who(WhoKind Kind, Guid? Id, string? Name);

/// <summary>What stands behind a change.</summary>
public enum WhoKind
{
    /// <summary>A signed-in person.</summary>
    [JsonStringEnumMemberName("person")]
    Person,

    /// <summary>A machine client.</summary>
    [JsonStringEnumMemberName("client")]
    Client,

    /// <summary>An import; the name is that of whoever asked for it.</summary>
    [JsonStringEnumMemberName("import")]
    Import,

    /// <summary>The product itself.</summary>
    [JsonStringEnumMemberName("system")]
    System,
}

/// <summary>One field, from what to what, as text.</summary>
/// <param name="Field">Name of the field, as elsewhere in this API.</param>
/// <param name="From">Former value, null when there was none.</param>
/// <param name="To">New value, null when there is none.</param>
public sealed record ChangedField(string Field, string? From, string? To);
