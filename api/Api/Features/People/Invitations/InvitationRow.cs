using Opora.Domain.Access;

namespace Opora.Api.Features.People;

/// <summary>What an invitation will do.</summary>
public enum InvitationOutcome
{
    /// <summary>Somebody new, who gets a link.</summary>
    New,

    /// <summary>Somebody who is here already gets one more role.</summary>
    FurtherRole,

    /// <summary>Somebody who holds this role already: nothing changes.</summary>
    Unchanged,
}

/// <summary>A row of a list as it was understood.</summary>
/// <param name="Row">Number of the row, from 1.</param>
/// <param name="DisplayName">Name of the person.</param>
/// <param name="Email">E-mail address, if one is given.</param>
/// <param name="Role">The role.</param>
/// <param name="Place">Where.</param>
/// <param name="Outcome">What will be done.</param>
public sealed record InvitationRow(int Row, string DisplayName, string? Email, Role Role, AccessPlace Place, InvitationOutcome Outcome);

/// <summary>What is wrong in a row.</summary>
/// <param name="Row">Number of the row, from 1.</param>
/// <param name="Column">Its column: имя, почта, роль or место.</param>
/// <param name="Code">Stable code.</param>
/// <param name="Message">What to do about it.</param>
/// <param name="Value">The value as it was sent.</param>
/// <param name="Allowed">What is allowed instead.</param>
public sealed record InvitationError(int Row, string Column, string Code, string Message, string? Value, string? Allowed);
