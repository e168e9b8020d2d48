namespace Opora.Api.Features.Profile;

/// <summary>New recovery codes: shown this once.</summary>
/// <param name="Codes">Each replaces the app for one sign-in.</param>
public sealed record RecoveryCodeList(IReadOnlyList<string> Codes);
