using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using Opora.Domain;
using Opora.Domain.Places;

namespace Opora.Persistence;

/// <summary>How values are stored unless a configuration says otherwise: UTC instants, enums and periods as text, short strings.</summary>
internal static class Conventions
{
    private const int DefaultLength = 200;
    private const int EnumLength = 30;

    public static void Apply(ModelConfigurationBuilder builder, string? collation)
    {
        builder.Properties<string>().HaveMaxLength(DefaultLength);
        builder.Properties<Enum>().HaveConversion<string>().HaveMaxLength(EnumLength);
        builder.Properties<DateTime>().HaveConversion<UtcInstant>();
        builder.Properties<Period>().HaveConversion<PeriodText>().HaveMaxLength(Period.MaxLength);
        builder
            .Properties<IReadOnlyList<CentreFunction>>()
            .HaveConversion<CentreFunctionsText, SameCentreFunctions>()
            .HaveMaxLength(CentreFunctionsText.MaxLength);
        if (collation is null)
            return;
        builder.Properties<string>().UseCollation(collation);
        builder.Properties<Enum>().UseCollation(collation);
        builder.Properties<Period>().UseCollation(collation);
        builder.Properties<IReadOnlyList<CentreFunction>>().UseCollation(collation);
    }

    /// <summary>snake_case table names, with Identity's tables among them.</summary>
    public static void NameTables(ModelBuilder builder)
    {
        foreach (var type in builder.Model.GetEntityTypes().Where(t => !t.IsOwned() && t.GetTableName() is not null))
            type.SetTableName(Snake(Unprefixed(type.GetTableName()!)));
    }

    private static string Unprefixed(string name) => name.StartsWith("AspNet", StringComparison.Ordinal) ? name["AspNet".Length..] : name;

    private static string Snake(string name) =>
        string.Concat(
            name.Select((c, i) => char.IsUpper(c) && i > 0 ? "_" + char.ToLowerInvariant(c) : char.ToLowerInvariant(c).ToString())
        );

    /// <summary>Every instant is UTC: engines give back a kind of their own, or none.</summary>
    private sealed class UtcInstant() : ValueConverter<DateTime, DateTime>(v => v, v => DateTime.SpecifyKind(v, DateTimeKind.Utc));

    private sealed class PeriodText() : ValueConverter<Period, string>(v => v.ToString(), v => Period.Parse(v));
}
