using Opora.Domain;
using Opora.Domain.Training;

namespace Opora.Api.Features.Imports.Targets;

/// <summary>Why a row of a staff list is not taken, and what to write so that it is.</summary>
internal static class RollWords
{
    private const int Shown = 2;
    private const string OrNew = "если это другой человек, напишите в столбце «Код педагога» слово «новый»";

    /// <summary>The refusal.</summary>
    public static BrokenRule Refusal(string name, RollAnswer answer) =>
        answer.Finding switch
        {
            RollFinding.Ambiguous => new(
                "teacher-ambiguous",
                $"{name}: в школе таких несколько. Напишите в столбце «Код педагога» код нужного: {Codes(answer)}. Или {OrNew}."
            ),
            RollFinding.HasLeft => new(
                "teacher-left",
                $"{name}: по реестру не работает в школе с {answer.Teachers[0].LeftOn:dd.MM.yyyy}. Если он вернулся, отметьте это в его карточке; {OrNew}."
            ),
            RollFinding.Elsewhere => new(
                "teacher-elsewhere",
                $"{name}: педагог с таким именем есть в другой вашей школе. Если он перешёл, переведите его в карточке: так сохранятся его курсы. "
                    + $"Если работает в двух школах, добавьте школу там же; {OrNew}."
            ),
            RollFinding.OtherName => new(
                "teacher-other-name",
                $"{name}: это код педагога с другим именем. Проверьте код; если человек сменил фамилию, исправьте её в карточке."
            ),
            _ => new(
                "teacher-code-unknown",
                $"{name}: такого кода среди ваших педагогов нет. Возьмите код из выгрузки списка педагогов или уберите его; нового тёзку обозначьте словом «новый»."
            ),
        };

    private static string Codes(RollAnswer answer)
    {
        var told = answer.Teachers.Take(Shown).Select(t => $"{t.Id} ({Told(t)})");
        return string.Join(", ", told) + (answer.Teachers.Count > Shown ? " и другие из выгрузки" : "");
    }

    private static string Told(Teacher teacher)
    {
        string?[] parts = [teacher.Position, teacher.StaffSinceOn is { } since ? $"в школе с {since:dd.MM.yyyy}" : null];
        var known = string.Join(", ", parts.OfType<string>());
        return known.Length > 0 ? known : "сведений нет";
    }
}
