using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Opora.Api.Http;
using Opora.Domain.Results;
using Opora.Domain.Training.Diagnostics;
using Opora.Persistence;

namespace Opora.Api.Features.Diagnostics;

/// <summary>What is known of diagnostics.</summary>
/// <param name="Title">Title.</param>
/// <param name="Kind">What kind of deficits it looks for.</param>
/// <param name="FromOn">First day.</param>
/// <param name="UntilOn">Last day; not before the first.</param>
/// <param name="Form">Who finds deficits out.</param>
/// <param name="Measures">What it looks for, in the order of its columns; at most 30.</param>
/// <param name="Subject">Code of the subject.</param>
/// <param name="ProviderId">Id of the organisation that carries it out.</param>
public sealed record DiagnosticBody(
    string Title,
    DeficitKind Kind,
    DateOnly FromOn,
    DateOnly UntilOn,
    DiagnosticForm Form,
    IReadOnlyList<MeasureBody> Measures,
    string? Subject = null,
    Guid? ProviderId = null
) : IExampled<DiagnosticBody>
{
    public static DiagnosticBody Example =>
        new(
            "Предметные дефициты учителей русского языка",
            DeficitKind.Subject,
            new DateOnly(2021, 8, 1),
            new DateOnly(2021, 9, 30),
            DiagnosticForm.External,
            [new MeasureBody("reading-sense", 20, 12)],
            "russian"
        );

    internal CampaignFacts Facts => new(Title, Kind, Subject, FromOn, UntilOn, Form, ProviderId);
}

/// <summary>A deficit that is looked for.</summary>
/// <param name="Deficit">Its code in the region's dictionary.</param>
/// <param name="Maximum">Highest score; absent when only yes or no is told.</param>
/// <param name="Threshold">Score below which there is a deficit; absent likewise.</param>
public sealed record MeasureBody(string Deficit, decimal? Maximum = null, decimal? Threshold = null);

/// <summary>Shape of what is said of diagnostics.</summary>
internal sealed class DiagnosticBodyValidator : AbstractValidator<DiagnosticBody>
{
    private const int Earliest = 2000;
    private const int Latest = 2099;
    private const int MostPoints = 1000;
    private const int Decimals = 3;

    public DiagnosticBodyValidator()
    {
        RuleFor(d => d.Title)
            .NotEmpty()
            .WithMessage("Укажите название диагностики.")
            .MaximumLength(DiagnosticCampaign.TitleLength)
            .WithMessage($"Название — до {DiagnosticCampaign.TitleLength} знаков.");
        RuleFor(d => d.FromOn).Must(IsDay).WithMessage("Проверьте год первого дня.");
        RuleFor(d => d.UntilOn).Must(IsDay).WithMessage("Проверьте год последнего дня.");
        RuleFor(d => d.UntilOn)
            .GreaterThanOrEqualTo(d => d.FromOn)
            .WithErrorCode("ends-before-start")
            .WithMessage("Последний день раньше первого: проверьте даты.");
        RuleFor(d => d.Subject)
            .Must(code => code is null || Subject.OfCode(code) is not null)
            .WithMessage("Такого предмета нет в справочнике.");
        RuleFor(d => d.Measures)
            .Must(m => m.Count is > 0 and <= DeficitList.Most)
            .WithMessage($"Выберите от 1 до {DeficitList.Most} дефицитов.")
            .Must(m => m.DistinctBy(x => x.Deficit, StringComparer.Ordinal).Count() == m.Count)
            .WithErrorCode("measure-twice")
            .WithMessage("Один дефицит указан дважды.");
        RuleForEach(d => d.Measures)
            .Must(m => m.Maximum is null == m.Threshold is null)
            .WithErrorCode("threshold-wrong")
            .WithMessage("Укажите и высший балл, и порог; без баллов не указывают ни того, ни другого.")
            .Must(m => m.Maximum is null or (> 0 and <= MostPoints))
            .WithErrorCode("maximum-wrong")
            .WithMessage($"Высший балл — больше 0 и до {MostPoints}.")
            .Must(m => m.Threshold is null || m.Threshold > 0 && m.Threshold <= m.Maximum)
            .WithErrorCode("threshold-wrong")
            .WithMessage("Порог — больше 0 и не больше высшего балла.")
            .Must(m => Fits(m.Maximum) && Fits(m.Threshold))
            .WithErrorCode("too-many-decimals")
            .WithMessage($"Не больше {Decimals} знаков после запятой.");
    }

    private static bool IsDay(DateOnly day) => day.Year is >= Earliest and <= Latest;

    private static bool Fits(decimal? points) => points is not { } p || decimal.Round(p, Decimals) == p;
}

/// <summary>What announcing and revising have in common.</summary>
internal static class DiagnosticBodies
{
    /// <summary>What is looked for, by the dictionary of the region.</summary>
    /// <exception cref="Problem">404</exception>
    public static async Task<IReadOnlyList<MeasureFacts>> MeasuresOf(
        this AppDbContext db,
        DiagnosticBody body,
        string region,
        string pointer,
        CancellationToken cancellationToken
    )
    {
        var codes = body.Measures.Select(m => m.Deficit).ToList();
        var known = await db
            .Deficits.Where(d => d.RegionCode == region && codes.Contains(d.Code))
            .ToDictionaryAsync(d => d.Code, d => d.Id, StringComparer.Ordinal, cancellationToken);
        return
        [
            .. body.Measures.Select(
                (m, i) =>
                    known.TryGetValue(m.Deficit, out var id)
                        ? new MeasureFacts(id, Points.Thousandths(m.Maximum), Points.Thousandths(m.Threshold))
                        : throw Problems.NotFound("Дефицит", $"{pointer}/measures/{i}/deficit", m.Deficit)
            ),
        ];
    }

    /// <summary>Refuses an organisation that the region does not know.</summary>
    /// <exception cref="Problem">404</exception>
    public static async Task MustKnowProvider(
        this AppDbContext db,
        Guid? provider,
        string region,
        string pointer,
        CancellationToken cancellationToken
    )
    {
        if (provider is { } id && !await db.Organisations.AnyAsync(o => o.Id == id && o.RegionCode == region, cancellationToken))
            throw Problems.NotFound("Организация", $"{pointer}/providerId", id.ToString());
    }

    /// <summary>The campaign to change, in the version that the caller saw.</summary>
    /// <exception cref="Problem">404, also where the caller may read it and not write it.</exception>
    public static async Task<DiagnosticCampaign> CampaignToChange(
        this AppDbContext db,
        Guid id,
        IfMatch seen,
        CancellationToken cancellationToken
    )
    {
        var campaign = await db.DiagnosticCampaigns.Include(c => c.Measures).SingleOrDefaultAsync(c => c.Id == id, cancellationToken);
        if (campaign is null || !db.Current.Scope.Reaches(campaign))
            throw Problems.NotFound("Диагностика");
        db.Expect(campaign, seen.Version);
        return campaign;
    }
}
