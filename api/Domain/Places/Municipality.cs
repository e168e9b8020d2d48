namespace Opora.Domain.Places;

/// <summary>A municipality of a region, keyed by its ОКТМО code. Its name is no secret within the region.</summary>
public sealed class Municipality : IOffered, IHistoried
{
    /// <summary>Longest code (ОКТМО has 8 or 11 digits).</summary>
    public const int CodeLength = 11;

    /// <summary>Longest name.</summary>
    public const int NameLength = 200;

    private Municipality() { }

    /// <summary>Registers a municipality.</summary>
    public Municipality(string code, string regionCode, string name)
    {
        Code = code;
        RegionCode = regionCode;
        Rename(name);
    }

    /// <summary>ОКТМО code.</summary>
    public string Code { get; private set; } = "";

    /// <inheritdoc/>
    public string RegionCode { get; private set; } = "";

    /// <summary>Name as the municipality writes it.</summary>
    public string Name { get; private set; } = "";

    /// <summary>The name by <see cref="SortText"/>: what lists are sorted by.</summary>
    public string SortName { get; private set; } = "";

    object IHistoried.HistoryKey => Code;

    /// <summary>Gives the municipality its new name.</summary>
    public void Rename(string name) => (Name, SortName) = (name, SortText.Key(name));
}
