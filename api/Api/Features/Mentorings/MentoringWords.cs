using Opora.Domain.Partnerships;

namespace Opora.Api.Features.Mentorings;

/// <summary>What files say in Russian.</summary>
internal static class MentoringWords
{
    public static string Of(MentoringKind kind) =>
        kind switch
        {
            MentoringKind.Teachers => "наставник педагогов",
            MentoringKind.Directors => "директор – директор",
            _ => "тьютор команды школы",
        };

    public static string Of(MentoringState state) =>
        state switch
        {
            MentoringState.Planned => "запланировано",
            MentoringState.Active => "идёт",
            MentoringState.Ending => "скоро завершится",
            MentoringState.Ended => "завершено",
            _ => "прекращено досрочно",
        };

    public static string? Of(MentoringReached? reached) =>
        reached switch
        {
            MentoringReached.Yes => "да",
            MentoringReached.Partly => "частично",
            MentoringReached.No => "нет",
            _ => null,
        };
}
