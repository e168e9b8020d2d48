using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Opora.Api.Http;
using Opora.Domain;
using Opora.Domain.Training.Diagnostics;
using Opora.Persistence;

namespace Opora.Api.Features.Diagnostics;

/// <summary>Corrects what diagnostics found out about a teacher.</summary>
public static class ReviseDiagnosticResult
{
    /// <param name="Id">Id of the result.</param>
    /// <param name="IfMatch">The version that the caller saw.</param>
    /// <param name="Body">What is known now.</param>
    public sealed record Command(Guid Id, IfMatch IfMatch, Body Body) : IRequest<Versioned<DiagnosticResultSummary>>;

    /// <summary>What is known now.</summary>
    /// <param name="On">The day.</param>
    /// <param name="Values">A text for each column: a score, «да» or «нет»; empty where nothing was measured.</param>
    /// <param name="Level">How well the teacher does on the whole.</param>
    public sealed record Body(DateOnly On, IReadOnlyList<string> Values, DiagnosticLevel? Level = null) : IExampled<Body>
    {
        public static Body Example => new(new DateOnly(2021, 8, 31), ["14"], DiagnosticLevel.Middle);
    }

    internal sealed class Validator : AbstractValidator<Command>
    {
        private const int ValueLength = 60;

        public Validator() =>
            RuleForEach(c => c.Body.Values).MaximumLength(ValueLength).WithMessage($"Значение — до {ValueLength} знаков.");
    }

    internal sealed class Handler(AppDbContext db) : IRequestHandler<Command, Versioned<DiagnosticResultSummary>>
    {
        public async Task<Versioned<DiagnosticResultSummary>> Handle(Command request, CancellationToken cancellationToken)
        {
            var (on, values, level) = request.Body;
            var result =
                await db.DiagnosticResults.Include(r => r.Findings).SingleOrDefaultAsync(r => r.Id == request.Id, cancellationToken)
                ?? throw Problems.NotFound("Результат диагностики");
            db.Expect(result, request.IfMatch.Version);
            var campaign = await db
                .DiagnosticCampaigns.AsNoTracking()
                .Include(c => c.Measures)
                .SingleAsync(c => c.Id == result.CampaignId, cancellationToken);
            var deficits = campaign.Measures.Select(m => m.DeficitId).ToList();
            var names = await db.Deficits.Where(d => deficits.Contains(d.Id)).ToDictionaryAsync(d => d.Id, d => d.Name, cancellationToken);
            List<ErrorItem> wrong = [];
            var readings = ResultRows.Read(campaign, values, "", names, wrong) ?? throw Problems.Validation(wrong);
            await MustFollow(result, on, cancellationToken);
            result.Revise(campaign, new ResultFacts(on, level, readings), await db.Today(result.RegionCode, cancellationToken));
            await db.SaveChangesAsync(cancellationToken);
            var row = await db
                .DiagnosticResults.AsNoTracking()
                .Where(r => r.Id == result.Id)
                .Select(DiagnosticResultSummary.From(db))
                .SingleAsync(cancellationToken);
            return new Versioned<DiagnosticResultSummary>(row, row.Version);
        }

        /// <summary>Attempts follow each other.</summary>
        private async Task MustFollow(DiagnosticResult result, DateOnly on, CancellationToken cancellationToken)
        {
            var others = await db
                .DiagnosticResults.Where(r => r.CampaignId == result.CampaignId && r.TeacherId == result.TeacherId && r.Id != result.Id)
                .Select(r => new { r.Attempt, r.On })
                .ToListAsync(cancellationToken);
            if (others.Exists(o => o.Attempt < result.Attempt && o.On >= on || o.Attempt > result.Attempt && o.On <= on))
                throw new BrokenRule("attempt-too-early", "Попытки идут одна за другой: день не должен обгонять соседние попытки.");
        }
    }
}
