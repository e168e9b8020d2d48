namespace Opora.Domain.Identification;

/// <summary>Why a school is supported. Regions call the categories differently; the labels are the region's settings.</summary>
public enum SupportCategory
{
    /// <summary>Low results (ШНОР).</summary>
    LowResults,

    /// <summary>Adverse social conditions (ШНСУ).</summary>
    AdverseConditions,

    /// <summary>Both at once.</summary>
    Both,
}
