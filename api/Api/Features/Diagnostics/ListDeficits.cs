using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Opora.Api.Http;
using Opora.Domain;
using Opora.Domain.Training.Diagnostics;
using Opora.Persistence;

namespace Opora.Api.Features.Diagnostics;

/// <summary>Lists the deficits of the region's dictionary, each with how many open courses mend it.</summary>
public static class ListDeficits
{
    /// <summary>Filters; all that are given must hold.</summary>
    /// <param name="Search">Words of code or name; case and «ё» do not matter.</param>
    /// <param name="Kind">What kind of skill is lacking.</param>
    /// <param name="Retired">Whether nothing new looks for it; all when absent.</param>
    public sealed record Query(string? Search, WireEnum<DeficitKind>? Kind, bool? Retired = null)
        : IRequest<Ok<IReadOnlyList<DeficitSummary>>>;

    internal sealed class Validator : AbstractValidator<Query>
    {
        private const int SearchLength = 200;

        public Validator() => RuleFor(q => q.Search).MaximumLength(SearchLength).WithMessage("Строка поиска длиннее 200 знаков.");
    }

    internal sealed class Handler(AppDbContext db) : IRequestHandler<Query, Ok<IReadOnlyList<DeficitSummary>>>
    {
        public async Task<Ok<IReadOnlyList<DeficitSummary>>> Handle(Query request, CancellationToken cancellationToken)
        {
            var deficits = db.Deficits.AsNoTracking();
            foreach (var word in SearchText.Needles(request.Search))
                deficits = deficits.Where(d => d.SearchName.Contains(word));
            if (request.Kind is { Value: var kind })
                deficits = deficits.Where(d => d.Kind == kind);
            if (request.Retired is { } retired)
                deficits = deficits.Where(d => d.RetiredOn != null == retired);
            var rows = await deficits.OrderBy(d => d.SortName).ThenBy(d => d.Id).Select(DeficitSummary.From).ToListAsync(cancellationToken);
            var mending = await db
                .Courses.Where(c => c.ClosedOn == null && c.DeficitCodes != " ")
                .Select(c => c.DeficitCodes)
                .ToListAsync(cancellationToken);
            var courses = mending
                .SelectMany(DeficitList.Of)
                .CountBy(code => code, StringComparer.Ordinal)
                .ToDictionary(StringComparer.Ordinal);
            return TypedResults.Ok<IReadOnlyList<DeficitSummary>>([
                .. rows.Select(d => d with { Courses = courses.GetValueOrDefault(d.Code) }),
            ]);
        }
    }
}
