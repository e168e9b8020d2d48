using Opora.Domain.Places;

namespace Opora.Domain.Partnerships;

/// <summary>Where an agreement stands on a day.</summary>
public enum PartnershipState
{
    /// <summary>Being agreed upon: not signed yet.</summary>
    Draft,

    /// <summary>Signed, its term has not begun.</summary>
    Upcoming,

    /// <summary>In force.</summary>
    Active,

    /// <summary>In force, and ending within <see cref="Partnership.ExpiringDays"/> days.</summary>
    Expiring,

    /// <summary>Its term has ended.</summary>
    Expired,

    /// <summary>Ended before its term, with a reason.</summary>
    Terminated,
}

/// <summary>What an agreement says.</summary>
/// <param name="Subject">What the sides agree upon.</param>
/// <param name="Number">Number of the agreement; null while it is a draft.</param>
/// <param name="SignedOn">The day on which it was signed; null while it is a draft.</param>
/// <param name="StartsOn">First day of its term; the day of signing when null.</param>
/// <param name="EndsOn">Last day of its term; null when it has none.</param>
public sealed record PartnershipFacts(string Subject, string? Number, DateOnly? SignedOn, DateOnly? StartsOn, DateOnly? EndsOn);

/// <summary>
/// An agreement between supported schools and those who help them: schools, institutes, universities. Both sides read it; it is written
/// by the supported side.
/// </summary>
public sealed class Partnership : IShared<PartnershipParty>, IVersioned, IHistoried
{
    /// <summary>Longest number.</summary>
    public const int NumberLength = 60;

    /// <summary>Longest subject, reason, action and outcome.</summary>
    public const int TextLength = 2_000;

    /// <summary>Most sides of one agreement.</summary>
    public const int MostParties = 50;

    /// <summary>Most planned actions of one agreement.</summary>
    public const int MostActions = 100;

    /// <summary>How many days before its end an agreement is told to be ending.</summary>
    public const int ExpiringDays = 20;

    private readonly List<PartnershipParty> _parties = [];
    private readonly List<PartnershipAction> _actions = [];

    private Partnership() { }

    /// <summary>Makes an agreement.</summary>
    /// <exception cref="BrokenRule">See <see cref="Revise"/>.</exception>
    public Partnership(PartnershipFacts facts, IReadOnlyList<PartySide> sides)
    {
        Version = 1;
        Revise(facts, sides);
    }

    /// <summary>Key.</summary>
    public Guid Id { get; private set; } = Guid.CreateVersion7();

    /// <inheritdoc/>
    public string RegionCode { get; private set; } = "";

    /// <inheritdoc/>
    public string? MunicipalityCode { get; private set; }

    /// <inheritdoc/>
    public Guid? SchoolId { get; private set; }

    /// <summary>What the sides agree upon.</summary>
    public string Subject { get; private set; } = "";

    /// <summary>Number, null while it is a draft.</summary>
    public string? Number { get; private set; }

    /// <summary>The number folded by <see cref="SearchText"/>: it stands once among the agreements of one owner.</summary>
    public string? NumberKey { get; private set; }

    /// <summary>Number and subject, folded by <see cref="SearchText"/>.</summary>
    public string SearchName { get; private set; } = "";

    /// <summary>Whose number it is: the owning school, municipality or region as text.</summary>
    public string OwnerKey { get; private set; } = "";

    /// <summary>The day on which it was signed.</summary>
    public DateOnly? SignedOn { get; private set; }

    /// <summary>First day of its term; that of signing when null.</summary>
    public DateOnly? StartsOn { get; private set; }

    /// <summary>Last day of its term.</summary>
    public DateOnly? EndsOn { get; private set; }

    /// <summary>The day on which it was ended before its term.</summary>
    public DateOnly? TerminatedOn { get; private set; }

    /// <summary>Why it was ended before its term.</summary>
    public string? TerminationReason { get; private set; }

    /// <summary>The scan of the signed paper.</summary>
    public Guid? ScanId { get; private set; }

    /// <inheritdoc/>
    public int Version { get; private set; }

    /// <inheritdoc/>
    public IReadOnlyList<PartnershipParty> Parties => _parties;

    /// <summary>What the sides are going to do together, and what came of it.</summary>
    public IReadOnlyList<PartnershipAction> Actions => _actions;

    object IHistoried.HistoryKey => Id;

    /// <summary>Corrects what it says. The owner follows the supported schools: one school, their municipality, or the region.</summary>
    /// <exception cref="BrokenRule">
    /// <c>partnership-terminated</c>, <c>partnership-one-sided</c>, <c>party-twice</c>, <c>signed-needs-number</c>,
    /// <c>ends-before-start</c>
    /// </exception>
    public void Revise(PartnershipFacts facts, IReadOnlyList<PartySide> sides)
    {
        MustNotBeTerminated();
        if (facts.SignedOn is null != string.IsNullOrWhiteSpace(facts.Number))
            throw new BrokenRule(
                "signed-needs-number",
                "У подписанного договора есть и номер, и дата подписания: укажите оба или ни одного."
            );
        if (facts.EndsOn < (facts.StartsOn ?? facts.SignedOn))
            throw new BrokenRule("ends-before-start", "Срок договора кончается раньше, чем начинается. Проверьте даты.");
        (Subject, SignedOn, StartsOn, EndsOn) = (facts.Subject, facts.SignedOn, facts.StartsOn, facts.EndsOn);
        Number = string.IsNullOrWhiteSpace(facts.Number) ? null : facts.Number.Trim();
        NumberKey = Number is null ? null : SearchText.Fold(Number);
        SearchName = SearchText.Fold($"{Number} {Subject}");
        Join(sides);
    }

    /// <summary>Ends it before its term.</summary>
    /// <exception cref="BrokenRule"><c>partnership-terminated</c>, <c>partnership-draft</c>, <c>terminated-before-start</c></exception>
    public void Terminate(DateOnly on, string reason)
    {
        MustNotBeTerminated();
        if (SignedOn is not { } signed)
            throw new BrokenRule("partnership-draft", "Договор не подписан: расторгать нечего. Черновик можно удалить.");
        if (on < signed)
            throw new BrokenRule("terminated-before-start", "Договор нельзя расторгнуть раньше, чем он подписан.");
        (TerminatedOn, TerminationReason) = (on, reason);
    }

    /// <summary>Takes the early end back.</summary>
    /// <exception cref="BrokenRule"><c>partnership-not-terminated</c></exception>
    public void Resume()
    {
        if (TerminatedOn is null)
            throw new BrokenRule("partnership-not-terminated", "Договор не расторгнут.");
        (TerminatedOn, TerminationReason) = (null, null);
    }

    /// <summary>Puts the scan of the signed paper to it in place of the one before, or takes it away.</summary>
    /// <param name="fileId">Id of the stored file.</param>
    /// <returns>The scan before.</returns>
    public Guid? Scan(Guid? fileId)
    {
        var before = ScanId;
        ScanId = fileId;
        return before;
    }

    /// <summary>Where an agreement with these days stands on a day.</summary>
    public static PartnershipState StateOn(
        DateOnly day,
        DateOnly? signedOn,
        DateOnly? startsOn,
        DateOnly? endsOn,
        DateOnly? terminatedOn
    ) =>
        (signedOn, terminatedOn) switch
        {
            (_, { } end) when end <= day => PartnershipState.Terminated,
            (null, _) => PartnershipState.Draft,
            _ when endsOn < day => PartnershipState.Expired,
            _ when (startsOn ?? signedOn) > day => PartnershipState.Upcoming,
            _ when endsOn <= day.AddDays(ExpiringDays) => PartnershipState.Expiring,
            _ => PartnershipState.Active,
        };

    /// <summary>Plans something that the sides do together.</summary>
    /// <exception cref="BrokenRule"><c>too-many-actions</c></exception>
    public PartnershipAction Plan(ActionFacts facts)
    {
        if (_actions.Count >= MostActions)
            throw new BrokenRule("too-many-actions", $"В договоре не больше {MostActions} совместных действий.");
        var action = new PartnershipAction(this, _actions.Count == 0 ? 1 : _actions.Max(a => a.Number) + 1, facts);
        _actions.Add(action);
        return action;
    }

    /// <summary>Strikes out what was planned.</summary>
    public void Drop(PartnershipAction action) => _actions.Remove(action);

    private void Join(IReadOnlyList<PartySide> sides)
    {
        var supported = sides.Where(s => s.Role == PartyRole.Supported).ToList();
        if (supported.Count == 0 || supported.Count == sides.Count)
            throw new BrokenRule(
                "partnership-one-sided",
                "У договора две стороны: хотя бы одна поддерживаемая школа и хотя бы один партнёр."
            );
        if (sides.DistinctBy(s => (s.SchoolId, s.OrganisationId)).Count() < sides.Count)
            throw new BrokenRule("party-twice", "Одна и та же сторона указана дважды.");
        _parties.RemoveAll(p => !sides.Any(p.Is));
        _parties.AddRange(sides.Where(s => !_parties.Exists(p => p.Is(s))).Select(s => new PartnershipParty(this, s)));
        var municipalities = supported.Select(s => s.MunicipalityCode).Distinct(StringComparer.Ordinal).ToList();
        RegionCode = supported[0].RegionCode;
        MunicipalityCode = municipalities.Count == 1 ? municipalities[0] : null;
        SchoolId = supported.Count == 1 ? supported[0].SchoolId : null;
        OwnerKey = SchoolId?.ToString("N") ?? MunicipalityCode ?? RegionCode;
    }

    private void MustNotBeTerminated()
    {
        if (TerminatedOn is not null)
            throw new BrokenRule("partnership-terminated", "Договор расторгнут. Чтобы изменить его, верните его в силу.");
    }
}
