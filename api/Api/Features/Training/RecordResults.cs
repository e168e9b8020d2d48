using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Opora.Api.Http;
using Opora.Domain.Training;
using Opora.Persistence;
using Opora.Persistence.Training;

namespace Opora.Api.Features.Training;

/// <summary>Confirms enrolments, or says who completed a run and who did not; many at once.</summary>
public static class RecordResults
{
    /// <param name="Id">Id of the run.</param>
    /// <param name="Body">Who, and what.</param>
    public sealed record Command(Guid Id, Body Body) : IRequest<Ok<ChangedEnrolments>>;

    /// <summary>Who, and what came of it.</summary>
    /// <param name="State">What they become: Enrolled, Completed or NotCompleted.</param>
    /// <param name="Rows">The enrolments, at most 500.</param>
    /// <param name="CertificateOn">The day on which certificates were issued; not ahead.</param>
    /// <param name="Reason">Why the course was not completed.</param>
    public sealed record Body(EnrolmentState State, IReadOnlyList<ResultRow> Rows, DateOnly? CertificateOn = null, string? Reason = null)
        : IExampled<Body>
    {
        public static Body Example =>
            new(
                EnrolmentState.Completed,
                [new ResultRow(new Guid("0193a5c0-5b1e-7000-8000-000000000021"), 1, "УПК 21-004561")],
                new DateOnly(2021, 8, 31)
            );
    }

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            this.RowRules(c => c.Body.Rows.Count);
            RuleFor(c => c.Body.State)
                .Must(s => s is EnrolmentState.Enrolled or EnrolmentState.Completed or EnrolmentState.NotCompleted)
                .WithMessage("Выберите: зачислен, завершил или не завершил.");
            RuleFor(c => c.Body.Reason)
                .NotEmpty()
                .When(c => c.Body.State == EnrolmentState.NotCompleted)
                .WithMessage("Укажите, почему курс не завершён.")
                .MaximumLength(Enrolment.ReasonLength)
                .WithMessage($"Причина — до {Enrolment.ReasonLength} знаков.");
            RuleForEach(c => c.Body.Rows)
                .Must(r => r.CertificateNumber is null or { Length: > 0 and <= Enrolment.CertificateLength })
                .WithMessage($"Номер удостоверения — до {Enrolment.CertificateLength} знаков.");
            RuleFor(c => c.Body.Rows)
                .Must(rows =>
                    rows.Select(r => r.CertificateNumber?.Trim())
                        .OfType<string>()
                        .GroupBy(n => n, StringComparer.Ordinal)
                        .All(g => g.Count() == 1)
                )
                .WithErrorCode("certificate-twice")
                .WithMessage("Один номер удостоверения указан дважды.");
        }
    }

    internal sealed class Handler(AppDbContext db) : IRequestHandler<Command, Ok<ChangedEnrolments>>
    {
        public async Task<Ok<ChangedEnrolments>> Handle(Command request, CancellationToken cancellationToken)
        {
            var body = request.Body;
            await using var write = await db.BeginWrite(cancellationToken);
            var run = await db.HoldRun(request.Id, cancellationToken) ?? throw Problems.NotFound("Поток");
            var seen = body.Rows.Select(r => new EnrolmentSeen(r.Id, r.Version)).ToList();
            var enrolments = await db.EnrolmentsToChange(run.Id, seen, cancellationToken);
            var today = await db.Today(run.RegionCode, cancellationToken);
            foreach (var (enrolment, row) in enrolments.Zip(body.Rows))
                switch (body.State)
                {
                    case EnrolmentState.Completed:
                        enrolment.Complete(run, row.CertificateNumber?.Trim(), body.CertificateOn, today);
                        break;
                    case EnrolmentState.NotCompleted:
                        enrolment.Fail(run, body.Reason);
                        break;
                    default:
                        enrolment.Confirm();
                        break;
                }
            db.Act = ("advanced", null);
            await db.SaveChangesAsync(cancellationToken);
            await write.Commit(cancellationToken);
            return TypedResults.Ok(new ChangedEnrolments(enrolments.Count));
        }
    }
}

/// <summary>An enrolment and its certificate.</summary>
/// <param name="Id">Id of the enrolment.</param>
/// <param name="Version">The version seen.</param>
/// <param name="CertificateNumber">Number of the certificate.</param>
public sealed record ResultRow(Guid Id, int Version, string? CertificateNumber = null);

/// <summary>How many were changed.</summary>
/// <param name="Count">How many.</param>
public sealed record ChangedEnrolments(int Count);
