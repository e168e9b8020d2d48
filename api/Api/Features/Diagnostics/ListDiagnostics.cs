using System.Linq.Expressions;
using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Opora.Api.Http;
using Opora.Domain;
using Opora.Domain.Results;
using Opora.Domain.Training.Diagnostics;
using Opora.Persistence;

namespace Opora.Api.Features.Diagnostics;

/// <summary>When diagnostics are held, seen from today.</summary>
public enum DiagnosticTime
{
    /// <summary>Ahead.</summary>
    Ahead,

    /// <summary>Going on.</summary>
    Now,

    /// <summary>Over.</summary>
    Over,
}

/// <summary>Lists the diagnostics of the caller's region, with counts of the caller's own teachers.</summary>
public static class ListDiagnostics
{
    private static readonly Dictionary<string, Expression<Func<DiagnosticCampaign, object?>>> Sorts = new(StringComparer.Ordinal)
    {
        ["from"] = c => c.FromOn,
        ["title"] = c => c.SortName,
    };

    /// <summary>Filters; all that are given must hold.</summary>
    /// <param name="Search">Words of the title; case and «ё» do not matter.</param>
    /// <param name="Kind">What kind of deficits it looks for.</param>
    /// <param name="Subject">Code of a subject.</param>
    /// <param name="Time">When it is held, seen from today.</param>
    /// <param name="Page">Number of the page, from 1.</param>
    /// <param name="PageSize">Rows on a page, at most 200.</param>
    /// <param name="Sort">from or title; a leading minus turns the order round.</param>
    public sealed record Query(
        string? Search,
        WireEnum<DeficitKind>? Kind,
        string? Subject,
        WireEnum<DiagnosticTime>? Time,
        int Page = 1,
        int PageSize = Paging.DefaultRows,
        string? Sort = null
    ) : IRequest<Ok<PageOf<DiagnosticSummary>>>, IPaged;

    internal sealed class Validator : AbstractValidator<Query>
    {
        private const int SearchLength = 200;

        public Validator()
        {
            this.PagingRules([.. Sorts.Keys]);
            RuleFor(q => q.Search).MaximumLength(SearchLength).WithMessage("Строка поиска длиннее 200 знаков.");
            RuleFor(q => q.Subject)
                .Must(code => code is null || Subject.OfCode(code) is not null)
                .WithMessage("Такого предмета нет в справочнике.");
        }
    }

    internal sealed class Handler(AppDbContext db) : IRequestHandler<Query, Ok<PageOf<DiagnosticSummary>>>
    {
        public async Task<Ok<PageOf<DiagnosticSummary>>> Handle(Query request, CancellationToken cancellationToken)
        {
            var campaigns = db.DiagnosticCampaigns.AsNoTracking();
            foreach (var word in SearchText.Needles(request.Search))
                campaigns = campaigns.Where(c => c.SearchName.Contains(word));
            if (request.Kind is { Value: var kind })
                campaigns = campaigns.Where(c => c.Kind == kind);
            if (request.Subject is { } subject)
                campaigns = campaigns.Where(c => c.Subject == subject);
            if (request.Time is { Value: var time })
            {
                var today = await db.Today(cancellationToken);
                campaigns = time switch
                {
                    DiagnosticTime.Ahead => campaigns.Where(c => c.FromOn > today),
                    DiagnosticTime.Now => campaigns.Where(c => c.FromOn <= today && c.UntilOn >= today),
                    _ => campaigns.Where(c => c.UntilOn < today),
                };
            }
            return TypedResults.Ok(
                await campaigns
                    .SortBy(request.Sort, Sorts, "-from", c => c.Id)
                    .ToPage(request, DiagnosticSummary.From(db), cancellationToken)
            );
        }
    }
}
