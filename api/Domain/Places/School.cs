namespace Opora.Domain.Places;

/// <summary>Kind of a school as its charter names it.</summary>
public enum SchoolKind
{
    /// <summary>СОШ.</summary>
    Secondary,

    /// <summary>ООШ.</summary>
    Basic,

    /// <summary>НОШ.</summary>
    Primary,

    /// <summary>Лицей.</summary>
    Lyceum,

    /// <summary>Гимназия.</summary>
    Gymnasium,

    /// <summary>Вечерняя (сменная) школа.</summary>
    Evening,

    /// <summary>Школа-интернат.</summary>
    Boarding,

    /// <summary>Коррекционная школа.</summary>
    Special,

    /// <summary>Anything else.</summary>
    Other,
}

/// <summary>Whether a school stands in a town or in a village.</summary>
public enum Locality
{
    /// <summary>Город.</summary>
    Urban,

    /// <summary>Село.</summary>
    Rural,
}

/// <summary>Whether a school works.</summary>
public enum SchoolState
{
    /// <summary>Works.</summary>
    Open,

    /// <summary>Closed for good.</summary>
    Closed,

    /// <summary>Became part of another school.</summary>
    Merged,
}

/// <summary>What a person may say of a school and correct later.</summary>
/// <param name="Name">Official name.</param>
/// <param name="Kind">Kind.</param>
/// <param name="Locality">Town or village.</param>
/// <param name="Pupils">Number of pupils, null when unknown.</param>
/// <param name="Teachers">Number of teachers, null when unknown.</param>
/// <param name="Address">Postal address.</param>
/// <param name="Website">Address of the school's site.</param>
public sealed record SchoolFacts(
    string Name,
    SchoolKind Kind,
    Locality Locality,
    int? Pupils = null,
    int? Teachers = null,
    string? Address = null,
    string? Website = null
);

/// <summary>
/// A school of the register. Its code is the official one and unique; its place may change, and the places it had are kept as
/// <see cref="Placements"/>, so that figures of past years stay where they belong.
/// </summary>
public sealed class School : IVersioned, IPlaced, IHistoried
{
    /// <summary>Longest code (ОГРН has 13 digits, regional codes fewer).</summary>
    public const int CodeLength = 20;

    /// <summary>Longest name.</summary>
    public const int NameLength = 300;

    /// <summary>Longest address or site.</summary>
    public const int AddressLength = 300;

    /// <summary>Longest reason of a change.</summary>
    public const int ReasonLength = 500;

    /// <summary>Most pupils, and most teachers, that a school is believed to have.</summary>
    public const int MostPeople = 20_000;

    private readonly List<SchoolPlacement> _placements = [];

    private School() { }

    /// <summary>Registers a school in a municipality from a day on.</summary>
    public School(string code, Municipality municipality, SchoolFacts facts, DateOnly registeredOn)
    {
        Code = code;
        RegionCode = municipality.RegionCode;
        MunicipalityCode = municipality.Code;
        Version = 1;
        Take(facts);
        _placements.Add(new SchoolPlacement(Id, municipality, registeredOn, reason: null));
    }

    /// <summary>Key.</summary>
    public Guid Id { get; private set; } = Guid.CreateVersion7();

    /// <summary>Official code: regional school code or ОГРН.</summary>
    public string Code { get; private set; } = "";

    /// <summary>Official name.</summary>
    public string Name { get; private set; } = "";

    /// <summary>Code and name folded by <see cref="Opora.Domain.SearchText"/>: what search looks at.</summary>
    public string SearchName { get; private set; } = "";

    /// <summary>The name by <see cref="Opora.Domain.SortText"/>: what lists are sorted by.</summary>
    public string SortName { get; private set; } = "";

    /// <summary>Kind.</summary>
    public SchoolKind Kind { get; private set; }

    /// <summary>Town or village.</summary>
    public Locality Locality { get; private set; }

    /// <summary>Number of pupils, null when unknown.</summary>
    public int? Pupils { get; private set; }

    /// <summary>Number of teachers, null when unknown.</summary>
    public int? Teachers { get; private set; }

    /// <summary>Postal address.</summary>
    public string? Address { get; private set; }

    /// <summary>Site.</summary>
    public string? Website { get; private set; }

    /// <inheritdoc/>
    public string RegionCode { get; private set; } = "";

    /// <summary>ОКТМО code of the municipality it stands in now.</summary>
    public string MunicipalityCode { get; private set; } = "";

    string? IPlaced.MunicipalityCode => MunicipalityCode;

    Guid? IPlaced.SchoolId => Id;

    object IHistoried.HistoryKey => Id;

    /// <summary>Whether it works.</summary>
    public SchoolState State { get; private set; }

    /// <summary>The day it closed or merged.</summary>
    public DateOnly? ClosedOn { get; private set; }

    /// <summary>The school it became part of.</summary>
    public Guid? MergedIntoId { get; private set; }

    /// <inheritdoc/>
    public int Version { get; private set; }

    /// <summary>The municipalities it has stood in, oldest first.</summary>
    public IReadOnlyList<SchoolPlacement> Placements => _placements;

    /// <summary>Corrects what is known of an open school.</summary>
    /// <exception cref="BrokenRule"><c>school-closed</c></exception>
    public void Revise(SchoolFacts facts)
    {
        MustBeOpen();
        Take(facts);
    }

    /// <summary>Closes the school for good.</summary>
    /// <exception cref="BrokenRule"><c>school-closed</c>, <c>date-before-start</c>, <c>date-in-future</c></exception>
    public void Close(DateOnly on, DateOnly today)
    {
        MustBeOpen();
        MustFit(on, today);
        (State, ClosedOn) = (SchoolState.Closed, on);
    }

    /// <summary>Makes the school part of another one.</summary>
    /// <exception cref="BrokenRule">
    /// <c>school-closed</c>, <c>merge-into-itself</c>, <c>merge-into-closed</c>, <c>merge-other-region</c>, <c>date-before-start</c>,
    /// <c>date-in-future</c>
    /// </exception>
    public void MergeInto(School other, DateOnly on, DateOnly today)
    {
        MustBeOpen();
        MustFit(on, today);
        if (other.Id == Id)
            throw new BrokenRule("merge-into-itself", "Школу нельзя присоединить к ней самой.");
        if (other.State != SchoolState.Open)
            throw new BrokenRule("merge-into-closed", $"«{other.Name}» не действует: присоединить можно только к действующей школе.");
        if (!string.Equals(other.RegionCode, RegionCode, StringComparison.Ordinal))
            throw new BrokenRule("merge-other-region", "Присоединить можно только к школе того же региона.");
        (State, ClosedOn, MergedIntoId) = (SchoolState.Merged, on, other.Id);
    }

    /// <summary>Takes back a closing or merging that was recorded by mistake.</summary>
    /// <exception cref="BrokenRule"><c>school-open</c></exception>
    public void Reopen()
    {
        if (State == SchoolState.Open)
            throw new BrokenRule("school-open", "Школа и так действует.");
        (State, ClosedOn, MergedIntoId) = (SchoolState.Open, null, null);
    }

    /// <summary>Moves the school to another municipality of its region; rows of the school are re-placed by the caller.</summary>
    /// <exception cref="BrokenRule">
    /// <c>school-closed</c>, <c>move-nowhere</c>, <c>move-other-region</c>, <c>date-before-start</c>, <c>date-in-future</c>
    /// </exception>
    public void MoveTo(Municipality municipality, DateOnly on, DateOnly today, string? reason)
    {
        MustBeOpen();
        if (string.Equals(municipality.Code, MunicipalityCode, StringComparison.Ordinal))
            throw new BrokenRule("move-nowhere", "Школа уже в этом муниципалитете.");
        if (!string.Equals(municipality.RegionCode, RegionCode, StringComparison.Ordinal))
            throw new BrokenRule("move-other-region", "Перевести школу можно только в муниципалитет того же региона.");
        MustFit(on, today);
        _placements.OrderBy(p => p.FromOn).Last().End(on);
        _placements.Add(new SchoolPlacement(Id, municipality, on, reason));
        MunicipalityCode = municipality.Code;
    }

    private void Take(SchoolFacts facts)
    {
        (Name, Kind, Locality, Pupils, Teachers, Address, Website) = facts;
        SearchName = SearchText.Fold($"{Code} {Name}");
        SortName = SortText.Key(Name);
    }

    private void MustBeOpen()
    {
        if (State != SchoolState.Open)
            throw new BrokenRule("school-closed", "Школа закрыта или присоединена: сведения о ней больше не меняются.");
    }

    // A closing or moving has effect at once, so one that lies ahead would show the school where it is not yet.
    private void MustFit(DateOnly on, DateOnly today)
    {
        if (on > today)
            throw new BrokenRule("date-in-future", "Дата ещё не наступила: внесите это изменение в тот день или позже.");
        var last = _placements.Max(p => p.FromOn);
        if (on < last)
            throw new BrokenRule("date-before-start", $"Дата раньше начала последней записи о месте школы ({last:dd.MM.yyyy}).");
    }
}
