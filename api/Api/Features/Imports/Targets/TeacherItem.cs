using Opora.Api.Features.Imports.Tables;
using Opora.Domain.Places;
using Opora.Domain.Training;

namespace Opora.Api.Features.Imports.Targets;

/// <summary>A row of a staff list. What is null is not said by the row: what is known stays.</summary>
internal sealed record TeacherItem(int Index, MappedItem Source, School School, RollEntry Entry, string Name, DateOnly Today)
    : ImportItem(Index, Source)
{
    public IReadOnlyList<string>? Subjects { get; private init; }
    public string? Position { get; private init; }
    public TeacherCategory? Category { get; private init; }
    public DateOnly? CategoryOn { get; private init; }
    public (int? Year, bool Counted) Experience { get; private init; }
    public DateOnly? StaffSinceOn { get; private init; }

    /// <summary>The facts of somebody new.</summary>
    public TeacherFacts Facts =>
        new(Name, Subjects ?? [], Position, Category ?? TeacherCategory.None, CategoryOn, Experience.Year, StaffSinceOn);

    /// <summary>Reads what the row says besides who and where.</summary>
    public static TeacherItem Read(TeacherItem who, ItemFaults faults)
    {
        var (source, today) = (who.Source, who.Today);
        var read = who with
        {
            Subjects = TeacherWords.Subjects(source, faults),
            Position = source.Short(TeacherField.Position, Teacher.PositionLength, faults),
            Category = TeacherWords.Category(source, faults),
            CategoryOn = TeacherWords.Past(source, TeacherField.CategoryOn, today, faults),
            Experience = TeacherWords.Experience(source, today, faults),
            StaffSinceOn = TeacherWords.Past(source, TeacherField.StaffSinceOn, today, faults),
        };
        if (read.CategoryOn is not null && read.Category is null or TeacherCategory.None)
            faults.Add(TeacherField.Category, "category-required", "День присвоения указывают вместе с категорией: первая или высшая.");
        if (who.Entry.LeftOn < read.StaffSinceOn)
            faults.Add(TeacherField.LeftOn, "date-before-start", "Уволен раньше, чем принят: проверьте даты.");
        return read;
    }

    /// <summary>The facts of somebody known, with what the row says in the place of what was known.</summary>
    public TeacherFacts Over(Teacher known)
    {
        var category = Category ?? known.Category;
        // Years are counted whole: a year more or less is no other beginning.
        var since =
            Experience is { Counted: true, Year: { } year } && known.ExperienceSince is { } was && Math.Abs(year - was) <= 1
                ? was
                : Experience.Year ?? known.ExperienceSince;
        return new(
            known.Name!,
            Subjects ?? known.Subjects,
            Position ?? known.Position,
            category,
            CategoryOn ?? (category == known.Category ? known.CategoryOn : null),
            since,
            StaffSinceOn ?? known.StaffSinceOn,
            known.PlanOn is { } plan ? new TeacherPaper(plan, known.PlanUpdatedOn) : null,
            known.PortfolioOn is { } portfolio ? new TeacherPaper(portfolio, known.PortfolioUpdatedOn) : null
        );
    }

    /// <summary>Whether the row says nothing that is not known of this person.</summary>
    public bool IsKnownOf(Teacher known)
    {
        var facts = Over(known);
        return facts.Position == known.Position
            && (facts.Category, facts.CategoryOn) == (known.Category, known.CategoryOn)
            && (facts.ExperienceSince, facts.StaffSinceOn) == (known.ExperienceSince, known.StaffSinceOn)
            && facts
                .Subjects.Order(StringComparer.Ordinal)
                .SequenceEqual(known.Subjects.Order(StringComparer.Ordinal), StringComparer.Ordinal);
    }
}
