using System.Linq.Expressions;
using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Opora.Api.Auth;
using Opora.Api.Http;
using Opora.Domain.Access;
using Opora.Persistence;

namespace Opora.Api.Features.Views;

/// <summary>Filters of a screen under a name.</summary>
/// <param name="Id">Id, for addresses.</param>
/// <param name="Screen">Whose filters they are.</param>
/// <param name="Name">What people call it.</param>
/// <param name="Query">The part of the screen's address behind «?».</param>
/// <param name="Shared">Whether others of the region read it.</param>
/// <param name="Own">Whether it is the caller's.</param>
/// <param name="Editable">Whether the caller may change it.</param>
/// <param name="Version">Version, for If-Match.</param>
public sealed record SavedViewDetails(
    Guid Id,
    ViewScreen Screen,
    string Name,
    string Query,
    bool Shared,
    bool Own,
    bool Editable,
    int Version
)
{
    /// <summary>The view as this caller sees it.</summary>
    internal static Expression<Func<SavedView, SavedViewDetails>> For(Guid me, IReadOnlyList<string> operated) =>
        v => new SavedViewDetails(
            v.Id,
            v.Screen,
            v.Name,
            v.Query,
            v.Shared,
            v.PersonId == me,
            v.PersonId == me || operated.Contains(v.RegionCode),
            v.Version
        );

    /// <summary>The view as this caller sees it.</summary>
    internal static SavedViewDetails Of(SavedView view, Guid me) =>
        new(view.Id, view.Screen, view.Name, view.Query, view.Shared, view.PersonId == me, Editable: true, view.Version);
}

/// <summary>Which kept filters a caller sees and may change.</summary>
internal static class SavedViewAccess
{
    /// <summary>The caller's own, and those shared in a region of which the caller sees anything.</summary>
    public static IQueryable<SavedView> Views(this AppDbContext db, Guid me)
    {
        var visible = db.Current.Scope.VisibleRegions;
        return db.SavedViews.Where(v => visible.Contains(v.RegionCode) && (v.PersonId == me || v.Shared));
    }

    /// <summary>Who calls.</summary>
    public static Guid Me(this AppDbContext db) => db.Current.Actor.Id!.Value;

    /// <summary>The regions whose shared views the caller may change: those that an operator configures.</summary>
    public static IReadOnlyList<string> Operated(this IHttpContextAccessor http) =>
        [.. http.Caller().Grants.Where(g => g.Role == Role.Operator).Select(g => g.RegionCode)];

    /// <summary>The view to change, expected in this version.</summary>
    /// <exception cref="Problem">404; 409 when it is shared by somebody else.</exception>
    public static async Task<SavedView> FindView(
        this AppDbContext db,
        IHttpContextAccessor http,
        Guid id,
        IfMatch seen,
        CancellationToken cancellationToken
    )
    {
        var me = db.Me();
        var view =
            await db.Views(me).SingleOrDefaultAsync(v => v.Id == id, cancellationToken) ?? throw Problems.NotFound("Сохранённый отбор");
        db.Expect(view, seen.Version);
        return view.PersonId == me || http.Operated().Contains(view.RegionCode, StringComparer.Ordinal)
            ? view
            : throw Problems.RuleBroken("view-of-another", "Этот отбор сохранил другой человек: изменить его может он или оператор.");
    }

    /// <summary>Saves; a name that the person has on this screen already is refused.</summary>
    /// <exception cref="Problem">409</exception>
    public static async Task SaveView(this AppDbContext db, SavedView view, CancellationToken cancellationToken)
    {
        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateException e) when (db.IsDuplicateKey(e))
        {
            throw Problems.Duplicate("/name", $"Отбор «{view.Name}» уже есть. Назовите иначе.", view.Name);
        }
    }

    /// <summary>A name that can be read in a menu.</summary>
    public static void ViewName<T>(this IRuleBuilderInitial<T, string> name) =>
        name.NotEmpty()
            .MaximumLength(SavedView.NameLength)
            .Must(n => !n.Any(char.IsControl))
            .WithMessage($"Назовите отбор, до {SavedView.NameLength} знаков.");

    /// <summary>A query of some screen: a known one is told apart by the domain.</summary>
    public static void ViewQueryLength<T>(this IRuleBuilderInitial<T, string> query) =>
        query
            .NotEmpty()
            .MaximumLength(Domain.Access.ViewQuery.Length)
            .WithMessage($"Отбор пуст или длиннее {Domain.Access.ViewQuery.Length} знаков: сохранять нечего.");
}
