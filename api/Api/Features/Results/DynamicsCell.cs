using System.Linq.Expressions;
using Opora.Api.Figures;
using Opora.Domain.Results;

namespace Opora.Api.Features.Results;

/// <summary>Figures of the schools of one municipality and category in one subject.</summary>
internal sealed record DynamicsCell(
    string RegionCode,
    string MunicipalityCode,
    string Category,
    bool Small,
    string Subject,
    DynamicsCount Count,
    int Schools,
    long WeightedThousandths,
    long WeightedParticipants
)
{
    /// <summary>The cell of a rollup.</summary>
    public static readonly Expression<Func<ResultRollup, DynamicsCell>> Columns = r => new DynamicsCell(
        r.RegionCode,
        r.MunicipalityCode,
        r.Category,
        r.Small,
        r.Subject,
        new DynamicsCount(r.Rising, r.Falling, r.Equal, r.Mixed, r.WithoutComparison),
        r.Schools,
        r.WeightedThousandths,
        r.WeightedParticipants
    );

    /// <summary>The same, of a rollup in memory.</summary>
    public static readonly Func<ResultRollup, DynamicsCell> Of = Columns.Compile();
}

/// <summary>Cells of disjoint schools added up.</summary>
/// <param name="Count">How many schools went which way.</param>
/// <param name="Schools">Schools with a result this year.</param>
/// <param name="Mean">Participant-weighted mean of the year; null when nothing can be weighted.</param>
/// <param name="Withheld">Schools left out of all of it, because a figure about them is, or may be, small and goes outward.</param>
internal readonly record struct DynamicsFigures(DynamicsCount Count, int Schools, SchoolMean? Mean, int Withheld)
{
    /// <summary>Adds up; outward only what is not small.</summary>
    public static DynamicsFigures Of(IEnumerable<DynamicsCell> cells, bool outward)
    {
        var count = default(DynamicsCount);
        var (schools, withheld) = (0, 0);
        var (weighted, weight) = (0L, 0L);
        foreach (var cell in cells)
        {
            if (outward && cell.Small)
            {
                withheld += cell.Count.All;
                continue;
            }
            count += cell.Count;
            schools += cell.Schools;
            weighted += cell.WeightedThousandths;
            weight += cell.WeightedParticipants;
        }
        return new DynamicsFigures(count, schools, weight == 0 ? null : new SchoolMean(weighted, weight, weight), withheld);
    }
}

/// <summary>A mean with the number of pupils behind it.</summary>
/// <param name="Value">The mean, at most three decimals.</param>
/// <param name="Participants">Pupils; null when unknown.</param>
public sealed record MeanDetails(decimal Value, long? Participants)
{
    internal static MeanDetails? Of(SchoolMean? mean) =>
        mean is { } m ? new MeanDetails(Thousandths.Shown(m.Thousandths), m.Participants) : null;
}

/// <summary>Hundredths of a per cent as decimals.</summary>
internal static class Hundredths
{
    private const decimal Scale = 100m;

    public static decimal Shown(long hundredths) => hundredths / Scale;
}
