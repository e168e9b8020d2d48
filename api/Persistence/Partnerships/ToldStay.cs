using Opora.Domain.Partnerships;

namespace Opora.Persistence.Partnerships;

/// <summary>The days of any internship, told to everybody: how full a place is is nobody's secret, who is there is.</summary>
public sealed class ToldStay
{
    private ToldStay() { }

    /// <summary>Id of the internship.</summary>
    public Guid Id { get; private set; }

    /// <summary>Where.</summary>
    public Guid SiteId { get; private set; }

    /// <summary>Who, to be counted once; never told.</summary>
    public Guid TeacherId { get; private set; }

    /// <summary>First day.</summary>
    public DateOnly StartsOn { get; private set; }

    /// <summary>Last day.</summary>
    public DateOnly EndsOn { get; private set; }

    /// <summary>How it ended.</summary>
    public InternshipResult? Result { get; private set; }
}
