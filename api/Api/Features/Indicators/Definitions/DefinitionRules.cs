using System.Linq.Expressions;
using FluentValidation;
using Opora.Domain.Indicators;

namespace Opora.Api.Features.Indicators.Definitions;

/// <summary>Shapes that several slices share.</summary>
internal static class DefinitionRules
{
    /// <summary>Greatest place in a set.</summary>
    public const int MostNumber = 9_999;

    /// <summary>What places may be.</summary>
    public static readonly string NumberWords = $"Номер в наборе — от 1 до {MostNumber}.";

    /// <summary>A code of Latin letters, digits and single hyphens.</summary>
    public static void CodeRule<T>(this AbstractValidator<T> validator, Expression<Func<T, string>> code, int longest) =>
        validator.RuleFor(code).Must(text => IsCode(text, longest)).WithMessage(CodeWords(longest));

    /// <summary>Whether a text is such a code.</summary>
    public static bool IsCode(string text, int longest) =>
        text.Length > 0
        && text.Length <= longest
        && text.Split('-').All(part => part.Length > 0 && part.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c)));

    /// <summary>What codes may be.</summary>
    public static string CodeWords(int longest) =>
        $"Код — строчные латинские буквы, цифры и дефисы между ними, до {longest} знаков: например, vpr-5-russian.";

    /// <summary>A place in a set.</summary>
    public static void NumberRule<T>(this AbstractValidator<T> validator, Expression<Func<T, int?>> number) =>
        validator.RuleFor(number).InclusiveBetween(1, MostNumber).WithMessage(NumberWords);

    /// <summary>The name and note of a set.</summary>
    public static void SetRules<T>(this AbstractValidator<T> validator, Expression<Func<T, string>> name, Expression<Func<T, string?>> note)
    {
        validator
            .RuleFor(name)
            .NotEmpty()
            .MaximumLength(IndicatorSet.NameLength)
            .WithMessage($"Укажите название, до {IndicatorSet.NameLength} знаков.");
        validator.RuleFor(note).MaximumLength(IndicatorSet.NoteLength).WithMessage($"Примечание — до {IndicatorSet.NoteLength} знаков.");
    }
}
