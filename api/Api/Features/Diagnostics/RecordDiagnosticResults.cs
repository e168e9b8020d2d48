using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Opora.Api.Http;
using Opora.Domain;
using Opora.Domain.Training;
using Opora.Domain.Training.Diagnostics;
using Opora.Persistence;

namespace Opora.Api.Features.Diagnostics;

/// <summary>What becomes of a teacher who has a result already.</summary>
public enum KnownResult
{
    /// <summary>Nothing is written down; the row is told.</summary>
    Refuse,

    /// <summary>A further attempt, later than the one before.</summary>
    Again,

    /// <summary>The last attempt is corrected.</summary>
    Replace,
}

/// <summary>Writes down what diagnostics found out, of one teacher or of a whole table; all rows or none.</summary>
public static class RecordDiagnosticResults
{
    private const int MostRows = 500;

    /// <param name="Id">Id of the diagnostics.</param>
    /// <param name="Body">What came out for whom.</param>
    public sealed record Command(Guid Id, Body Body) : IRequest<Ok<RecordedResults>>;

    /// <summary>What came out for whom.</summary>
    /// <param name="On">The day; not ahead and within the days of the diagnostics.</param>
    /// <param name="Rows">A row a teacher, at most 500.</param>
    /// <param name="Known">What becomes of those who have a result already.</param>
    public sealed record Body(DateOnly On, IReadOnlyList<ResultRowBody> Rows, KnownResult Known = KnownResult.Refuse) : IExampled<Body>
    {
        public static Body Example =>
            new(
                new DateOnly(2021, 8, 31),
                [new ResultRowBody(new Guid("0193a5c0-5b1e-7000-8000-000000000022"), ["7,5"])],
                KnownResult.Again
            );
    }

    internal sealed class Validator : AbstractValidator<Command>
    {
        private const int ValueLength = 60;

        public Validator()
        {
            RuleFor(c => c.Body.Rows)
                .Must(rows => rows.Count is > 0 and <= MostRows)
                .WithMessage($"Передайте от 1 до {MostRows} строк за раз.");
            RuleForEach(c => c.Body.Rows)
                .Must(r => r.Values.All(v => v.Length <= ValueLength))
                .WithMessage($"Значение — до {ValueLength} знаков.");
        }
    }

    internal sealed class Handler(AppDbContext db) : IRequestHandler<Command, Ok<RecordedResults>>
    {
        public async Task<Ok<RecordedResults>> Handle(Command request, CancellationToken cancellationToken)
        {
            var body = request.Body;
            await using var write = await db.BeginWrite(cancellationToken);
            var campaign =
                await db.DiagnosticCampaigns.Include(c => c.Measures).SingleOrDefaultAsync(c => c.Id == request.Id, cancellationToken)
                ?? throw Problems.NotFound("Диагностика");
            var table = await Table(campaign, body, cancellationToken);
            var today = await db.Today(campaign.RegionCode, cancellationToken);
            List<ErrorItem> wrong = [];
            var (added, replaced) = (0, 0);
            foreach (var (i, row) in body.Rows.Index())
                try
                {
                    if (table.Write(i, row, body, today, wrong) is not { } isNew)
                        continue;
                    if (isNew)
                        added++;
                    else
                        replaced++;
                }
                catch (BrokenRule e)
                {
                    wrong.Add(new ErrorItem($"/rows/{i}", e.Code, e.Message, table.NameOf(row)));
                }
            if (wrong.Count > 0)
                throw Problems.Validation(wrong);
            db.Act = ("registered", null);
            try
            {
                await db.SaveChangesAsync(cancellationToken);
            }
            catch (DbUpdateException e) when (db.IsDuplicateKey(e))
            {
                throw Problems.Duplicate("Этот результат только что записал кто-то другой. Обновите список и повторите.");
            }
            await write.Commit(cancellationToken);
            return TypedResults.Ok(new RecordedResults(added, replaced));
        }

        private async Task<ResultTable> Table(DiagnosticCampaign campaign, Body body, CancellationToken cancellationToken)
        {
            var ids = body.Rows.Select(r => r.TeacherId).Distinct().ToList();
            var teachers = await db.Teachers.AsNoTracking().Where(t => ids.Contains(t.Id)).ToDictionaryAsync(t => t.Id, cancellationToken);
            var known = await db
                .DiagnosticResults.Include(r => r.Findings)
                .Where(r => r.CampaignId == campaign.Id && ids.Contains(r.TeacherId))
                .ToListAsync(cancellationToken);
            var deficits = campaign.Measures.Select(m => m.DeficitId).ToList();
            var names = await db.Deficits.Where(d => deficits.Contains(d.Id)).ToDictionaryAsync(d => d.Id, d => d.Name, cancellationToken);
            return new ResultTable(
                db,
                campaign,
                teachers,
                known.GroupBy(r => r.TeacherId).ToDictionary(g => g.Key, g => g.MaxBy(r => r.Attempt)!),
                names
            );
        }
    }

    /// <summary>A table of results and what was known before.</summary>
    private sealed class ResultTable(
        AppDbContext db,
        DiagnosticCampaign campaign,
        Dictionary<Guid, Teacher> teachers,
        Dictionary<Guid, DiagnosticResult> last,
        Dictionary<Guid, string> names
    )
    {
        private readonly HashSet<Guid> _written = [];

        public string? NameOf(ResultRowBody row) => teachers.GetValueOrDefault(row.TeacherId)?.Name;

        /// <summary>Writes a row: true when it is a new result, false when it corrects one, null when it is wrong.</summary>
        public bool? Write(int i, ResultRowBody row, Body body, DateOnly today, List<ErrorItem> wrong)
        {
            var pointer = $"/rows/{i}";
            if (!teachers.TryGetValue(row.TeacherId, out var teacher) || !db.Current.Scope.Reaches(teacher))
                throw Problems.NotFound("Педагог", $"{pointer}/teacherId", row.TeacherId.ToString());
            if (!_written.Add(teacher.Id))
                throw new BrokenRule("teacher-twice", "Педагог указан в таблице дважды: оставьте одну строку.");
            if (teacher.Name is null)
                throw new BrokenRule("teacher-anonymised", "Педагог обезличен: сведения о нём больше не меняются.");
            if (ResultRows.Read(campaign, row.Values, pointer, names, wrong) is not { } readings)
                return null;
            var facts = new ResultFacts(row.On ?? body.On, row.Level, readings);
            if (!last.TryGetValue(teacher.Id, out var before))
            {
                db.Add(new DiagnosticResult(campaign, teacher, 1, facts, today));
                return true;
            }
            switch (body.Known)
            {
                case KnownResult.Replace:
                    db.Expect(before, before.Version);
                    before.Revise(campaign, facts, today);
                    return false;
                case KnownResult.Again when facts.On <= before.On:
                    throw new BrokenRule("attempt-too-early", $"Прежняя попытка была {before.On:dd.MM.yyyy}: повторная — позже этого дня.");
                case KnownResult.Again:
                    db.Add(new DiagnosticResult(campaign, teacher, before.Attempt + 1, facts, today));
                    return true;
                default:
                    throw new BrokenRule(
                        "result-exists",
                        $"Результат от {before.On:dd.MM.yyyy} уже записан: выберите, исправить его или записать новую попытку."
                    );
            }
        }
    }
}

/// <summary>What came of it.</summary>
/// <param name="Added">Results written down.</param>
/// <param name="Replaced">Results corrected.</param>
public sealed record RecordedResults(int Added, int Replaced);
