using System.Text.Json.Serialization;

namespace Opora.Domain.Results;

/// <summary>Kinds of assessment, named as on the wire.</summary>
public enum Assessment
{
    /// <summary>ЕГЭ: the state exam after grade 11; test points 0–100, basic mathematics by marks.</summary>
    EGE,

    /// <summary>ОГЭ: the state exam after grade 9; marks 2–5 or primary points.</summary>
    OGE,

    /// <summary>ВПР: the all-Russian check works; marks 2–5.</summary>
    VPR,

    /// <summary>Works of the region (КДР, РДР); points, per cent or marks.</summary>
    REGIONAL,

    /// <summary>National studies (НИКО); points, per cent or marks.</summary>
    NATIONAL,
}

/// <summary>In what the mean of a result is measured.</summary>
public enum ResultScale
{
    /// <summary>Test points or per cent of the maximum.</summary>
    [JsonStringEnumMemberName("points")]
    Points,

    /// <summary>School marks «2» to «5».</summary>
    [JsonStringEnumMemberName("marks")]
    Marks,
}

/// <summary>How the distribution of marks was sent; it is kept that way and the other form is derived.</summary>
public enum MarksForm
{
    /// <summary>Numbers of pupils.</summary>
    [JsonStringEnumMemberName("counts")]
    Counts,

    /// <summary>Hundredths of a per cent of the participants.</summary>
    [JsonStringEnumMemberName("percent")]
    Percent,
}

/// <summary>What is known of each kind of assessment.</summary>
public static class Assessments
{
    private const int LastGrade = 11;
    private const int LastBasicGrade = 9;

    /// <summary>The grade in which it is held when nothing is said: 11 for ЕГЭ, 9 for ОГЭ; null where there are several.</summary>
    public static int? UsualGrade(this Assessment assessment) =>
        assessment switch
        {
            Assessment.EGE => LastGrade,
            Assessment.OGE => LastBasicGrade,
            _ => null,
        };
}
