using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using Opora.Domain.Places;

namespace Opora.Persistence;

/// <summary>The few functions of a centre in one column, by name: they are shown together and never searched.</summary>
internal sealed class CentreFunctionsText()
    : ValueConverter<IReadOnlyList<CentreFunction>, string>(
        functions => string.Join(Comma, functions),
        text => text.Split(Comma, StringSplitOptions.RemoveEmptyEntries).Select(Enum.Parse<CentreFunction>).ToList()
    )
{
    /// <summary>Length of all of them together.</summary>
    public const int MaxLength = 100;

    private const char Comma = ',';
}

/// <summary>Whether two lists hold the same functions.</summary>
internal sealed class SameCentreFunctions()
    : ValueComparer<IReadOnlyList<CentreFunction>>(
        (a, b) => a!.SequenceEqual(b!),
        functions => functions.Aggregate(0, (hash, f) => HashCode.Combine(hash, f)),
        functions => functions.ToList()
    );
