using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Opora.Api.Http;
using Opora.Domain.Training;
using Opora.Persistence;

namespace Opora.Api.Features.Training;

/// <summary>An enrolment as the caller saw it.</summary>
/// <param name="Id">Id of the enrolment.</param>
/// <param name="Version">The version seen.</param>
public sealed record EnrolmentSeen(Guid Id, int Version);

/// <summary>Many enrolments of one run, changed together or not at all.</summary>
internal static class EnrolmentsSeen
{
    private const int MostRows = 500;

    public static void RowRules<T>(this AbstractValidator<T> validator, System.Linq.Expressions.Expression<Func<T, int>> count) =>
        validator.RuleFor(count).InclusiveBetween(1, MostRows).WithMessage($"Выберите от 1 до {MostRows} записей за раз.");

    /// <summary>The enrolments of the run, in the versions that the caller saw, in the order of the list.</summary>
    /// <exception cref="Problem">404</exception>
    /// <exception cref="StaleVersion">412</exception>
    public static async Task<List<Enrolment>> EnrolmentsToChange(
        this AppDbContext db,
        Guid runId,
        IReadOnlyList<EnrolmentSeen> seen,
        CancellationToken cancellationToken
    )
    {
        var ids = seen.Select(s => s.Id).ToList();
        var found = await db
            .Enrolments.Include(e => e.Days)
            .Where(e => e.RunId == runId && ids.Contains(e.Id))
            .ToDictionaryAsync(e => e.Id, cancellationToken);
        List<Enrolment> enrolments = [];
        foreach (var (i, row) in seen.Index())
        {
            if (!found.Remove(row.Id, out var enrolment))
                throw Problems.NotFound("Запись", $"/rows/{i}", row.Id.ToString());
            db.Expect(enrolment, row.Version);
            enrolments.Add(enrolment);
        }
        return enrolments;
    }
}
