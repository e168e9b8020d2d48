namespace Opora.Domain.Results;

/// <summary>How people write the assessments.</summary>
public static class AssessmentNames
{
    /// <summary>The Russian abbreviation, or the words for the kinds that have several.</summary>
    public static string Russian(this Assessment assessment) =>
        assessment switch
        {
            Assessment.EGE => "ЕГЭ",
            Assessment.OGE => "ОГЭ",
            Assessment.VPR => "ВПР",
            Assessment.REGIONAL => "Региональная работа",
            _ => "Национальное исследование",
        };

    /// <summary>The assessment that a cell names: ЕГЭ, ОГЭ, ВПР, КДР, РДР, НИКО … or a name as on the wire; or null.</summary>
    public static Assessment? Named(string? text) =>
        text?.Trim().ToUpperInvariant() switch
        {
            "ЕГЭ" or "EGE" => Assessment.EGE,
            "ОГЭ" or "OGE" => Assessment.OGE,
            "ВПР" or "VPR" => Assessment.VPR,
            "КДР" or "РДР" or "РПР" or "ККР" or "РЕГИОНАЛЬНАЯ РАБОТА" or "REGIONAL" => Assessment.REGIONAL,
            "НИКО" or "НАЦИОНАЛЬНОЕ ИССЛЕДОВАНИЕ" or "NATIONAL" => Assessment.NATIONAL,
            _ => null,
        };
}
