using Opora.Domain.Places;

namespace Opora.Domain.Indicators;

/// <summary>A value as it stands or stood: what it says, of what, and where it came from.</summary>
public interface IValueState : IPlaced
{
    /// <summary>Key.</summary>
    Guid Id { get; }

    /// <summary>Whose value it is.</summary>
    string PlaceKey { get; }

    /// <summary>The indicator.</summary>
    Guid IndicatorId { get; }

    /// <summary>The period.</summary>
    Period Period { get; }

    /// <summary>The part.</summary>
    string Breakdown { get; }

    /// <summary>Of a share with a known base.</summary>
    long? Numerator { get; }

    /// <summary>Of a share with a known base.</summary>
    long? Denominator { get; }

    /// <summary>Of everything else.</summary>
    long? Thousandths { get; }

    /// <summary>What somebody said of it.</summary>
    string? Comment { get; }

    /// <summary>Where it came from.</summary>
    ValueOrigin Origin { get; }

    /// <summary>The import or batch that brought it.</summary>
    Guid? ImportId { get; }

    /// <summary>Row of the file as people see it.</summary>
    int? SourceRow { get; }

    /// <summary>Who wrote it.</summary>
    Guid? ChangedById { get; }

    /// <summary>When.</summary>
    DateTime ChangedAt { get; }
}
