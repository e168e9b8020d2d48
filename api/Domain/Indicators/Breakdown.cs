using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using Opora.Domain.Results;

namespace Opora.Domain.Indicators;

/// <summary>Into which parts the values of an indicator are told.</summary>
public enum BreakdownKind
{
    /// <summary>One value a place and period.</summary>
    None,

    /// <summary>By grade.</summary>
    Grade,

    /// <summary>By subject.</summary>
    Subject,

    /// <summary>By stage of the school: primary, basic, secondary.</summary>
    Stage,
}

/// <summary>
/// One part of an indicator: <c>grade=5</c>, <c>subject=russian</c>, <c>stage=primary</c>; empty for the whole. The whole is a value of
/// its own: it is told, never guessed from its parts.
/// </summary>
public static class Breakdown
{
    /// <summary>The whole, without parts.</summary>
    public const string Whole = "";

    /// <summary>Longest text form.</summary>
    public const int MaxLength = 48;

    static readonly string[] Stages = ["primary", "basic", "secondary"];

    /// <summary>Every part that an indicator of this kind may have, in the order in which it is shown; the whole comes first.</summary>
    public static IReadOnlyList<string> PartsOf(BreakdownKind kind) =>
        kind switch
        {
            BreakdownKind.Grade =>
            [
                Whole,
                .. Enumerable.Range(1, 11).Select(g => string.Create(CultureInfo.InvariantCulture, $"grade={g}")),
            ],
            BreakdownKind.Subject => [Whole, .. Subject.All.Select(s => $"subject={s.Code}")],
            BreakdownKind.Stage => [Whole, .. Stages.Select(s => $"stage={s}")],
            _ => [Whole],
        };

    /// <summary>Whether an indicator of this kind has such a part.</summary>
    public static bool Has(BreakdownKind kind, [NotNullWhen(true)] string? part) => part is not null && PartsOf(kind).Contains(part);

    /// <summary>The part in words: «5 класс», «Русский язык», «основная школа»; empty for the whole.</summary>
    public static string NameOf(string part)
    {
        var equals = part.IndexOf('=', StringComparison.Ordinal);
        var of = part[(equals + 1)..];
        return (equals < 0 ? Whole : part[..equals]) switch
        {
            "grade" => $"{of} класс",
            "subject" => Subject.OfCode(of)?.Name ?? of,
            "stage" => of switch
            {
                "primary" => "начальная школа",
                "basic" => "основная школа",
                _ => "средняя школа",
            },
            _ => "",
        };
    }
}
