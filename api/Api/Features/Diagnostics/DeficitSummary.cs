using System.Linq.Expressions;
using FluentValidation;
using Opora.Api.Http;
using Opora.Domain.Results;
using Opora.Domain.Training.Diagnostics;

namespace Opora.Api.Features.Diagnostics;

/// <summary>A deficit of the dictionary.</summary>
/// <param name="Id">Id, for addresses.</param>
/// <param name="Code">Short code; courses and diagnostics name the deficit by it.</param>
/// <param name="Name">Name.</param>
/// <param name="Kind">What kind of skill is lacking.</param>
/// <param name="Subject">Code of the subject.</param>
/// <param name="RetiredOn">Since when nothing new looks for it.</param>
/// <param name="Version">Version, for If-Match.</param>
public sealed record DeficitSummary(Guid Id, string Code, string Name, DeficitKind Kind, string? Subject, DateOnly? RetiredOn, int Version)
{
    /// <summary>Open courses that mend it.</summary>
    public int Courses { get; init; }

    internal static readonly Expression<Func<Deficit, DeficitSummary>> From = d => new DeficitSummary(
        d.Id,
        d.Code,
        d.Name,
        d.Kind,
        d.Subject,
        d.RetiredOn,
        d.Version
    );
}

/// <summary>What is known of a deficit.</summary>
/// <param name="Name">Name.</param>
/// <param name="Kind">What kind of skill is lacking.</param>
/// <param name="Subject">Code of the subject; null when it is of none.</param>
public sealed record DeficitBody(string Name, DeficitKind Kind, string? Subject = null) : IExampled<DeficitBody>
{
    public static DeficitBody Example => new("Работа с заданиями на смысловое чтение", DeficitKind.Subject, "russian");

    internal DeficitFacts Facts => new(Name, Kind, Subject);
}

/// <summary>Shape of what is said of a deficit.</summary>
internal sealed class DeficitBodyValidator : AbstractValidator<DeficitBody>
{
    public DeficitBodyValidator()
    {
        RuleFor(d => d.Name)
            .NotEmpty()
            .WithMessage("Укажите название дефицита.")
            .MaximumLength(Deficit.NameLength)
            .WithMessage($"Название — до {Deficit.NameLength} знаков.");
        RuleFor(d => d.Subject)
            .Must(code => code is null || Subject.OfCode(code) is not null)
            .WithMessage("Такого предмета нет в справочнике.");
    }
}
