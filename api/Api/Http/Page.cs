using System.Linq.Expressions;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace Opora.Api.Http;

/// <summary>What every list for people takes.</summary>
public interface IPaged
{
    /// <summary>Number of the page, from 1.</summary>
    int Page { get; }

    /// <summary>Rows on a page, at most <see cref="Paging.MostRows"/>.</summary>
    int PageSize { get; }

    /// <summary>Name of the column to sort by; a leading minus turns the order round.</summary>
    string? Sort { get; }
}

/// <summary>A page of a list and how long the list is.</summary>
/// <param name="Items">The rows of this page.</param>
/// <param name="Page">Number of the page, from 1.</param>
/// <param name="PageSize">Rows on a page.</param>
/// <param name="Total">Rows of the whole list.</param>
public sealed record PageOf<T>(IReadOnlyList<T> Items, int Page, int PageSize, int Total);

/// <summary>Sorting and cutting of lists: one way for all.</summary>
public static class Paging
{
    /// <summary>Most rows on a page.</summary>
    public const int MostRows = 200;

    /// <summary>Rows on a page when nothing is said.</summary>
    public const int DefaultRows = 25;

    /// <summary>Page and size within bounds, sort among the names allowed.</summary>
    public static void PagingRules<T>(this AbstractValidator<T> validator, params string[] sorts)
        where T : IPaged
    {
        validator
            .RuleFor(q => q.Page)
            .InclusiveBetween(1, 1_000_000)
            .WithErrorCode("out-of-range")
            .WithMessage("Номер страницы начинается с 1.");
        validator
            .RuleFor(q => q.PageSize)
            .InclusiveBetween(1, MostRows)
            .WithErrorCode("out-of-range")
            .WithMessage($"На странице от 1 до {MostRows} строк.");
        validator
            .RuleFor(q => q.Sort)
            .Must(sort => sort is null || sorts.Contains(sort.TrimStart('-'), StringComparer.Ordinal))
            .WithErrorCode("sort-unknown")
            .WithMessage($"Сортировать можно по: {string.Join(", ", sorts)}.");
    }

    /// <summary>Sorts by the named expression (the default when none is named), then by the last key, both the same way round.</summary>
    public static IQueryable<T> SortBy<T, TLast>(
        this IQueryable<T> rows,
        string? sort,
        IReadOnlyDictionary<string, Expression<Func<T, object?>>> keys,
        string standard,
        Expression<Func<T, TLast>> last
    )
    {
        var wanted = sort ?? standard;
        var key = keys[wanted.TrimStart('-')];
        return wanted.StartsWith('-') ? rows.OrderByDescending(key).ThenByDescending(last) : rows.OrderBy(key).ThenBy(last);
    }

    /// <summary>Counts the rows and takes the page; a page past the end still tells the total.</summary>
    public static async Task<PageOf<TRow>> ToPage<T, TRow>(
        this IQueryable<T> sorted,
        IPaged page,
        Expression<Func<T, TRow>> project,
        CancellationToken cancellationToken
    )
    {
        var total = await sorted.CountAsync(cancellationToken);
        var items =
            total == 0
                ? []
                : await sorted.Skip((page.Page - 1) * page.PageSize).Take(page.PageSize).Select(project).ToListAsync(cancellationToken);
        return new PageOf<TRow>(items, page.Page, page.PageSize, total);
    }
}
