using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Opora.Api.Http;
using Opora.Domain;
using Opora.Domain.Access;
using Opora.Domain.Indicators;
using Opora.Persistence;
using Opora.Persistence.Identity;

namespace Opora.Api.Features.Indicators.Reports;

/// <summary>Hands a period in: «сдать период».</summary>
public static class SubmitIndicatorReport
{
    /// <param name="Body">What is handed in.</param>
    public sealed record Command(Body Body) : IRequest<Versioned<IndicatorReportDetails>>;

    /// <summary>A period of a place.</summary>
    /// <param name="SetId">The set.</param>
    /// <param name="Period">The period.</param>
    /// <param name="SchoolId">The school. Either this or the municipality.</param>
    /// <param name="MunicipalityCode">ОКТМО code of the municipality whose own period it is.</param>
    /// <param name="Note">Why values are missing; needed when some are.</param>
    public sealed record Body(Guid SetId, Period Period, Guid? SchoolId = null, string? MunicipalityCode = null, string? Note = null)
        : IExampled<Body>
    {
        public static Body Example =>
            new(
                new Guid("0193a5c0-5b1e-7000-8000-000000000010"),
                Period.CalendarYear(2020),
                new Guid("0193a5c0-5b1e-7000-8000-000000000002"),
                Note: "В школе нет 11 класса"
            );
    }

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Body.Note)
                .Must(note => note is null || note.Length <= IndicatorReport.ReasonLength)
                .WithErrorCode("too-long")
                .WithMessage($"Пояснение длиннее {IndicatorReport.ReasonLength} знаков.")
                .OverridePropertyName("Note");
            RuleFor(c => c.Body.MunicipalityCode)
                .Null()
                .When(c => c.Body.SchoolId is not null)
                .WithErrorCode("place-ambiguous")
                .WithMessage("Укажите либо школу, либо муниципалитет.")
                .OverridePropertyName("MunicipalityCode");
        }
    }

    internal sealed class Handler(AppDbContext db, TimeProvider clock) : IRequestHandler<Command, Versioned<IndicatorReportDetails>>
    {
        public async Task<Versioned<IndicatorReportDetails>> Handle(Command request, CancellationToken cancellationToken)
        {
            var body = request.Body;
            await using var write = await db.BeginWrite(cancellationToken);
            var region =
                await db
                    .IndicatorPeriods.Where(p => p.SetId == body.SetId && p.Period == body.Period)
                    .Select(p => p.RegionCode)
                    .SingleOrDefaultAsync(cancellationToken)
                ?? throw Problems.NotFound("Период набора");
            // Alone: what is handed in is what was looked through, and nobody is still writing into it.
            await db.HoldPeriods(region, cancellationToken);
            var place = await ReportPlace.Read(db, body.SetId, body.Period, body.SchoolId, body.MunicipalityCode, cancellationToken);
            if (place.Place.Level == IndicatorLevel.Region)
                throw Problems.Validation("/schoolId", "required", "Сдают период школа или муниципалитет: укажите, кто именно.");
            if (place.Column.ClosedAt is not null)
                throw Problems.RuleBroken("period-closed", $"Период {body.Period} закрыт: сдать его уже нельзя.");
            var report = await Report(place, cancellationToken);
            var note = string.IsNullOrWhiteSpace(body.Note) ? null : body.Note.Trim();
            report.Submit(clock.GetUtcNow().UtcDateTime, db.Current.Actor.Id ?? Guid.Empty, note);
            Refuse(place.Look(), note);
            db.Act = ("submitted", null);
            await db.TellOfReport(NotificationKind.ReportSubmitted, report, cancellationToken);
            try
            {
                await db.SaveChangesAsync(cancellationToken);
            }
            catch (DbUpdateException e) when (db.IsDuplicateKey(e))
            {
                // Somebody of the same place was quicker.
                throw Problems.VersionMismatch();
            }
            await write.Commit(cancellationToken);
            return new Versioned<IndicatorReportDetails>(IndicatorReportDetails.Of(report), report.Version);
        }

        private async Task<IndicatorReport> Report(ReportPlace place, CancellationToken cancellationToken)
        {
            var (setId, period) = (place.Column.SetId, place.Column.Period);
            if (place.Sheet.Report(setId, period) is { } known)
            {
                var report = await db.IndicatorReports.SingleAsync(r => r.Id == known.Id, cancellationToken);
                db.Expect(report, known.Version);
                return report;
            }
            var begun = new IndicatorReport(place.Place.Row, setId, period);
            db.Add(begun);
            return begun;
        }

        private static void Refuse(IReadOnlyList<ReportItem> found, string? note)
        {
            var refused = found.Where(f => f.Finding != ReportFinding.Missing || note is null).ToList();
            if (refused.Count == 0)
                return;
            var missing = refused.Count(f => f.Finding == ReportFinding.Missing);
            var wrong = refused.Count(f => f.Finding == ReportFinding.Fault);
            var unexplained = refused.Count - missing - wrong;
            List<string> words = [];
            if (missing > 0)
                words.Add($"не заполнено ячеек — {missing} (заполните или поясните, почему данных нет)");
            if (wrong > 0)
                words.Add($"с ошибкой — {wrong}");
            if (unexplained > 0)
                words.Add($"резко изменились — {unexplained} (добавьте к ним комментарий)");
            throw Problems.Unprocessable(
                "report-incomplete",
                $"Период пока нельзя сдать: {string.Join("; ", words)}.",
                [
                    .. refused.Select(f => new ErrorItem(
                        f.Breakdown.Length == 0 ? $"/indicators/{f.Indicator.Code}" : $"/indicators/{f.Indicator.Code}/{f.Breakdown}",
                        f.Fault.Code,
                        $"{f.Version.Name}: {f.Fault.Message}",
                        Allowed: f.Fault.Allowed
                    )),
                ]
            );
        }
    }
}
