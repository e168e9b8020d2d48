using Opora.Domain.Training.Diagnostics;

namespace Opora.Api.Features.Diagnostics;

/// <summary>Russian words of diagnostics for workbooks.</summary>
internal static class DiagnosticWords
{
    public static string? Of(DiagnosticLevel? level) =>
        level switch
        {
            DiagnosticLevel.Low => "низкий",
            DiagnosticLevel.Middle => "средний",
            DiagnosticLevel.High => "высокий",
            _ => null,
        };

    public static string Of(DeficitOutcome outcome) =>
        outcome switch
        {
            DeficitOutcome.NoCourse => "курс не назначен",
            DeficitOutcome.OnCourse => "учится на курсе",
            DeficitOutcome.NotMeasured => "курс пройден, повторно не измерен",
            DeficitOutcome.Closed => "закрыт после курса",
            DeficitOutcome.Remains => "остаётся после курса",
            _ => "закрыт без курса",
        };
}
