using System.Linq.Expressions;
using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Opora.Domain;
using Opora.Domain.Partnerships;
using Opora.Domain.Places;
using Opora.Domain.Training;

namespace Opora.Persistence;

public abstract partial class AppDbContext
{
    /// <summary>Name of the filter that keeps rows within the caller's scope.</summary>
    public const string ScopeFilter = "Scope";

    private static readonly MethodInfo PlacedFilterMethod = typeof(AppDbContext).GetMethod(
        nameof(PlacedFilter),
        BindingFlags.NonPublic | BindingFlags.Instance
    )!;

    private static readonly MethodInfo OfferedFilterMethod = typeof(AppDbContext).GetMethod(
        nameof(OfferedFilter),
        BindingFlags.NonPublic | BindingFlags.Instance
    )!;

    private static readonly MethodInfo AnnouncedFilterMethod = typeof(AppDbContext).GetMethod(
        nameof(AnnouncedFilter),
        BindingFlags.NonPublic | BindingFlags.Instance
    )!;

    private static readonly MethodInfo SharedFilterMethod = typeof(AppDbContext).GetMethod(
        nameof(SharedFilter),
        BindingFlags.NonPublic | BindingFlags.Instance
    )!;

    /// <summary>
    /// The collation that compares code points, null where that is the engine's own. All text is compared by it, so that keys, searches
    /// and sorting (by columns that Domain has folded) are alike everywhere, whatever language the server was set up for.
    /// </summary>
    protected abstract string? OrdinalCollation { get; }

    // Query filters read these through the context, so that each caller's own values are sent as parameters.
    internal IReadOnlyList<string> ScopeRegions => current.Scope.Regions;
    internal IReadOnlyList<string> ScopeMunicipalities => current.Scope.Municipalities;
    internal IReadOnlyList<Guid> ScopeSchools => current.Scope.Schools;
    internal IReadOnlyList<string> ScopeVisibleRegions => current.Scope.VisibleRegions;

    internal Guid ScopePerson => current.Actor.Id ?? Guid.Empty;

    // A post that ended shares nothing any more. The day of UTC: a clock of a region is at most half a day away.
    internal DateOnly ScopeDay => DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);

    /// <inheritdoc/>
    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) =>
        Conventions.Apply(configurationBuilder, OrdinalCollation);

    /// <inheritdoc/>
    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        builder.ApplyConfigurationsFromAssembly(typeof(AppDbContext).Assembly);
        foreach (var type in builder.Model.GetEntityTypes().ToList())
        {
            var clr = type.ClrType;
            if (clr == typeof(School))
                builder.Entity<School>().HasQueryFilter(ScopeFilter, SchoolFilter());
            else if (clr == typeof(Teacher))
                builder.Entity<Teacher>().HasQueryFilter(ScopeFilter, TeacherFilter());
            else if (clr == typeof(SelectionApplication))
                builder.Entity<SelectionApplication>().HasQueryFilter(ScopeFilter, ApplicationFilter());
            else if (clr == typeof(Region))
                builder.Entity<Region>().HasQueryFilter(ScopeFilter, (Region r) => ScopeVisibleRegions.Contains(r.Code));
            else if (typeof(IOffered).IsAssignableFrom(clr))
                builder.Entity(clr).HasQueryFilter(ScopeFilter, FilterFor(OfferedFilterMethod, clr));
            else if (typeof(IAnnounced).IsAssignableFrom(clr))
                builder.Entity(clr).HasQueryFilter(ScopeFilter, FilterFor(AnnouncedFilterMethod, clr));
            else if (PartiesOf(clr) is { } party)
                builder.Entity(clr).HasQueryFilter(ScopeFilter, FilterFor(SharedFilterMethod, clr, party));
            else if (typeof(IPlaced).IsAssignableFrom(clr))
                builder.Entity(clr).HasQueryFilter(ScopeFilter, FilterFor(PlacedFilterMethod, clr));
            if (typeof(IVersioned).IsAssignableFrom(clr))
                builder.Entity(clr).Property(nameof(IVersioned.Version)).IsConcurrencyToken();
        }
        Conventions.NameTables(builder);
    }

    private LambdaExpression FilterFor(MethodInfo method, params Type[] types) =>
        (LambdaExpression)method.MakeGenericMethod(types).Invoke(this, null)!;

    private static Type? PartiesOf(Type type) =>
        type.GetInterfaces()
            .FirstOrDefault(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IShared<>))
            ?.GenericTypeArguments[0];

    private Expression<Func<School, bool>> SchoolFilter() =>
        s => ScopeRegions.Contains(s.RegionCode) || ScopeMunicipalities.Contains(s.MunicipalityCode) || ScopeSchools.Contains(s.Id);

    // The posts by «IN», not «EXISTS»: a subquery that does not look at the teacher leaves every other part of the OR its index.
    private Expression<Func<Teacher, bool>> TeacherFilter() =>
        t =>
            ScopeRegions.Contains(t.RegionCode)
            || ScopeMunicipalities.Contains(t.MunicipalityCode)
            || ScopeSchools.Contains(t.SchoolId)
            || TeacherPosts
                .Where(p =>
                    (p.UntilOn == null || p.UntilOn >= ScopeDay)
                    && (ScopeMunicipalities.Contains(p.MunicipalityCode) || ScopeSchools.Contains(p.SchoolId))
                )
                .Select(p => p.TeacherId)
                .Contains(t.Id);

    // Experts read what was handed in, wherever the school lies; what a school still writes or has taken back is its own.
    private Expression<Func<SelectionApplication, bool>> ApplicationFilter() =>
        a =>
            ScopeRegions.Contains(a.RegionCode)
            || ScopeMunicipalities.Contains(a.MunicipalityCode)
            || ScopeSchools.Contains(a.SchoolId)
            || a.State == ApplicationState.Submitted
                && ScopeVisibleRegions.Contains(a.RegionCode)
                && SelectionExperts.Where(e => e.PersonId == ScopePerson).Select(e => e.SelectionId).Contains(a.SelectionId);

    // EF.Property, because a type may implement the interface explicitly where its own column is not nullable. No «sees all» term:
    // it would stop SQLite from using the index.
    private Expression<Func<T, bool>> PlacedFilter<T>()
        where T : class
    {
        var columns = typeof(T);
        bool Has(string name) => columns.GetProperty(name) is not null;
        var hasMunicipality = Has(nameof(IPlaced.MunicipalityCode));
        var hasSchool = Has(nameof(IPlaced.SchoolId));
        var schoolMayBeAbsent = columns.GetProperty(nameof(IPlaced.SchoolId))?.PropertyType == typeof(Guid?);
        return (hasMunicipality, hasSchool, schoolMayBeAbsent) switch
        {
            (true, true, true) => x =>
                ScopeRegions.Contains(EF.Property<string>(x, nameof(IPlaced.RegionCode)))
                || EF.Property<string?>(x, nameof(IPlaced.MunicipalityCode)) != null
                    && ScopeMunicipalities.Contains(EF.Property<string>(x, nameof(IPlaced.MunicipalityCode)))
                || EF.Property<Guid?>(x, nameof(IPlaced.SchoolId)) != null
                    && ScopeSchools.Contains(EF.Property<Guid?>(x, nameof(IPlaced.SchoolId))!.Value),
            (true, true, false) => x =>
                ScopeRegions.Contains(EF.Property<string>(x, nameof(IPlaced.RegionCode)))
                || ScopeMunicipalities.Contains(EF.Property<string>(x, nameof(IPlaced.MunicipalityCode)))
                || ScopeSchools.Contains(EF.Property<Guid>(x, nameof(IPlaced.SchoolId))),
            (true, false, _) => x =>
                ScopeRegions.Contains(EF.Property<string>(x, nameof(IPlaced.RegionCode)))
                || EF.Property<string?>(x, nameof(IPlaced.MunicipalityCode)) != null
                    && ScopeMunicipalities.Contains(EF.Property<string>(x, nameof(IPlaced.MunicipalityCode))),
            _ => throw new InvalidOperationException($"{typeof(T).Name} is placed and has no column for its municipality."),
        };
    }

    private Expression<Func<T, bool>> OfferedFilter<T>()
        where T : class => x => ScopeVisibleRegions.Contains(EF.Property<string>(x, nameof(IOffered.RegionCode)));

    private Expression<Func<T, bool>> AnnouncedFilter<T>()
        where T : class, IAnnounced =>
        x =>
            ScopeVisibleRegions.Contains(EF.Property<string>(x, nameof(IPlaced.RegionCode)))
            && (
                EF.Property<Guid?>(x, nameof(IPlaced.SchoolId)) == null
                || ScopeRegions.Contains(EF.Property<string>(x, nameof(IPlaced.RegionCode)))
                || EF.Property<string?>(x, nameof(IPlaced.MunicipalityCode)) != null
                    && ScopeMunicipalities.Contains(EF.Property<string>(x, nameof(IPlaced.MunicipalityCode)))
                || ScopeSchools.Contains(EF.Property<Guid?>(x, nameof(IPlaced.SchoolId))!.Value)
            );

    // The owner is one of the sides, or the place above several of them, so the sides alone tell who reads it below a region.
    private Expression<Func<T, bool>> SharedFilter<T, TParty>()
        where T : class, IShared<TParty>
        where TParty : class, IParty =>
        x =>
            ScopeRegions.Contains(EF.Property<string>(x, nameof(IPlaced.RegionCode)))
            || x.Parties.Any(p =>
                ScopeRegions.Contains(EF.Property<string>(p, nameof(IParty.RegionCode)))
                || EF.Property<string?>(p, nameof(IParty.MunicipalityCode)) != null
                    && ScopeMunicipalities.Contains(EF.Property<string>(p, nameof(IParty.MunicipalityCode)))
                || EF.Property<Guid?>(p, nameof(IParty.SchoolId)) != null
                    && ScopeSchools.Contains(EF.Property<Guid?>(p, nameof(IParty.SchoolId))!.Value)
            );
}
