namespace Opora.Domain.Partnerships;

/// <summary>A mark that an expert gives.</summary>
/// <param name="CriterionId">For what.</param>
/// <param name="Value">From 0 to the highest mark of the criterion.</param>
/// <param name="Comment">Why.</param>
public sealed record MarkFacts(Guid CriterionId, int Value, string? Comment);

/// <summary>A mark of an expert for one criterion of one application.</summary>
public sealed class SelectionMark
{
    /// <summary>Longest comment.</summary>
    public const int CommentLength = 2_000;

    private SelectionMark() { }

    private SelectionMark(Guid applicationId, Guid expertId, MarkFacts facts)
    {
        (ApplicationId, ExpertId, CriterionId) = (applicationId, expertId, facts.CriterionId);
        Revise(facts);
    }

    /// <summary>The application.</summary>
    public Guid ApplicationId { get; private set; }

    /// <summary>Who gave it.</summary>
    public Guid ExpertId { get; private set; }

    /// <summary>For what.</summary>
    public Guid CriterionId { get; private set; }

    /// <summary>The mark.</summary>
    public int Value { get; private set; }

    /// <summary>Why.</summary>
    public string? Comment { get; private set; }

    /// <summary>Changes the mark.</summary>
    public void Revise(MarkFacts facts) => (Value, Comment) = (facts.Value, facts.Comment);

    /// <summary>A whole sheet: one mark for each criterion, so that every expert weighs the same in the mean.</summary>
    /// <exception cref="BrokenRule"><c>sheet-incomplete</c>, <c>mark-out-of-range</c></exception>
    public static IReadOnlyList<SelectionMark> Sheet(Selection selection, Guid applicationId, Guid expertId, IReadOnlyList<MarkFacts> marks)
    {
        var missing = selection.Criteria.OrderBy(c => c.Number).FirstOrDefault(c => marks.Count(m => m.CriterionId == c.Id) != 1);
        if (missing is not null || marks.Count != selection.Criteria.Count)
            throw new BrokenRule(
                "sheet-incomplete",
                missing is null
                    ? "В листе есть критерий, которого нет в объявлении."
                    : $"Поставьте одну оценку по каждому критерию: «{missing.Title}»."
            );
        foreach (var criterion in selection.Criteria)
        {
            var value = marks.Single(m => m.CriterionId == criterion.Id).Value;
            if (value < 0 || value > criterion.MostMark)
                throw new BrokenRule(
                    "mark-out-of-range",
                    $"«{criterion.Title}»: оценка {value} вне пределов, допустимо от 0 до {criterion.MostMark}."
                );
        }
        return [.. marks.Select(m => new SelectionMark(applicationId, expertId, m))];
    }
}

/// <summary>
/// What an application has earned: the sum over criteria of weight × mean mark. All experts mark all criteria, so it is one exact ratio:
/// the weighted sum of all marks over the number of experts.
/// </summary>
/// <param name="Weighted">Sum over all marks of weight × mark.</param>
/// <param name="Experts">How many experts; at least one.</param>
public readonly record struct SelectionScore(long Weighted, int Experts) : IComparable<SelectionScore>
{
    /// <summary>Thousandths, half away from zero.</summary>
    public long Thousandths => (2_000 * Weighted + Experts) / (2L * Experts);

    /// <inheritdoc/>
    public int CompareTo(SelectionScore other) => (Weighted * other.Experts).CompareTo(other.Weighted * Experts);

    /// <summary>
    /// The place of each score, the highest first. Equal scores share a place and the next one skips as many: 1, 2, 2, 4. Compared as
    /// ratios, never as rounded numbers.
    /// </summary>
    public static IReadOnlyList<int> Places(IReadOnlyList<SelectionScore> scores) =>
        [.. scores.Select(s => 1 + scores.Count(other => other.CompareTo(s) > 0))];

    /// <summary>Whether one is less than the other.</summary>
    public static bool operator <(SelectionScore one, SelectionScore other) => one.CompareTo(other) < 0;

    /// <summary>Whether one is more than the other.</summary>
    public static bool operator >(SelectionScore one, SelectionScore other) => one.CompareTo(other) > 0;

    /// <summary>Whether one is at most the other.</summary>
    public static bool operator <=(SelectionScore one, SelectionScore other) => one.CompareTo(other) <= 0;

    /// <summary>Whether one is at least the other.</summary>
    public static bool operator >=(SelectionScore one, SelectionScore other) => one.CompareTo(other) >= 0;
}
