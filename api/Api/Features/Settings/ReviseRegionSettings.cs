using FluentValidation;
using MediatR;
using Opora.Api.Http;
using Opora.Domain;
using Opora.Domain.Places;
using Opora.Persistence;
using Opora.Persistence.Rollups;

namespace Opora.Api.Features.Settings;

/// <summary>Sets names, time zone, school year, thresholds and letters of a region.</summary>
public static class ReviseRegionSettings
{
    /// <param name="Code">ISO 3166-2 code of the region.</param>
    /// <param name="IfMatch">The version that the caller saw.</param>
    /// <param name="Body">Everything that holds from now on.</param>
    public sealed record Command(string Code, IfMatch IfMatch, Body Body) : IRequest<Versioned<RegionSettingsDetails>>;

    /// <summary>Everything that holds from now on.</summary>
    /// <param name="Name">Full Russian name.</param>
    /// <param name="TimeZone">IANA time zone.</param>
    /// <param name="LowResultsLabel">What the region calls schools with low results.</param>
    /// <param name="AdverseConditionsLabel">What the region calls schools in adverse social conditions.</param>
    /// <param name="LeastPupils">Figures over fewer pupils are small, at least 5.</param>
    /// <param name="LeastSchools">Common figures of fewer schools are not shown beside one of them, at least 3.</param>
    /// <param name="RequiresSecondFactor">Whether operators must sign in with a code of an app beside the password.</param>
    /// <param name="SchoolYear">The school year that people work in, <c>2019/2020</c>; absent for the one of today's date.</param>
    /// <param name="MailSenderName">Whose name letters bear.</param>
    /// <param name="MailReplyTo">Where answers to letters go.</param>
    public sealed record Body(
        string Name,
        string TimeZone,
        string LowResultsLabel,
        string AdverseConditionsLabel,
        int LeastPupils,
        int LeastSchools,
        bool RequiresSecondFactor,
        Period? SchoolYear = null,
        string? MailSenderName = null,
        string? MailReplyTo = null
    ) : IExampled<Body>
    {
        public static Body Example =>
            new(
                "Республика Татарстан",
                "Europe/Moscow",
                "ШНОР",
                "ШНСУ",
                5,
                3,
                false,
                Period.SchoolYear(2026),
                "Оператор программы",
                "info@example.org"
            );
    }

    internal sealed class Validator : AbstractValidator<Command>
    {
        private const int MostPupils = 30;
        private const int MostSchools = 10;

        public Validator()
        {
            RuleFor(c => c.Body.Name).NotEmpty().MaximumLength(Region.NameLength).WithMessage("Укажите название региона.");
            RuleFor(c => c.Body.TimeZone)
                .Must(z => TimeZoneInfo.TryFindSystemTimeZoneById(z, out _))
                .WithMessage("Такого часового пояса нет; пример: Europe/Moscow.");
            RuleFor(c => c.Body.LowResultsLabel)
                .NotEmpty()
                .MaximumLength(Region.LabelLength)
                .WithMessage($"Укажите сокращение, до {Region.LabelLength} знаков.");
            RuleFor(c => c.Body.AdverseConditionsLabel)
                .NotEmpty()
                .MaximumLength(Region.LabelLength)
                .WithMessage($"Укажите сокращение, до {Region.LabelLength} знаков.");
            RuleFor(c => c.Body.LeastPupils)
                .InclusiveBetween(Region.FewestPupils, MostPupils)
                .WithErrorCode("out-of-range")
                .WithMessage($"Порог — от {Region.FewestPupils} до {MostPupils} обучающихся.");
            RuleFor(c => c.Body.LeastSchools)
                .InclusiveBetween(Region.FewestSchools, MostSchools)
                .WithErrorCode("out-of-range")
                .WithMessage($"Порог — от {Region.FewestSchools} до {MostSchools} школ.");
            RuleFor(c => c.Body.MailSenderName)
                .MaximumLength(Region.NameLength)
                .Must(n => n is null || !n.Any(char.IsControl))
                .WithMessage("Имя отправителя — одна строка до 200 знаков.");
            RuleFor(c => c.Body.MailReplyTo)
                .MaximumLength(Region.MailLength)
                .Must(m => m is null || System.Net.Mail.MailAddress.TryCreate(m, out var address) && address.Address == m)
                .WithMessage("Адрес для ответов — обычный адрес электронной почты.");
        }
    }

    internal sealed class Handler(AppDbContext db, TimeProvider clock) : IRequestHandler<Command, Versioned<RegionSettingsDetails>>
    {
        public async Task<Versioned<RegionSettingsDetails>> Handle(Command request, CancellationToken cancellationToken)
        {
            var region = await db.RegionToSet(request.Code, cancellationToken);
            db.Expect(region, request.IfMatch.Version);
            var body = request.Body;
            if (body.LeastPupils != region.LeastPupils)
                await db.MarkRegion(region.Code, cancellationToken);
            region.Set(
                new RegionSettings(
                    body.Name.Trim(),
                    body.TimeZone,
                    body.LowResultsLabel.Trim(),
                    body.AdverseConditionsLabel.Trim(),
                    body.SchoolYear,
                    body.LeastPupils,
                    body.LeastSchools,
                    body.RequiresSecondFactor,
                    body.MailSenderName,
                    body.MailReplyTo
                )
            );
            await db.SaveChangesAsync(cancellationToken);
            return await RegionSettingsDetails.Of(db, region, clock, cancellationToken);
        }
    }
}
