using Opora.Domain.Places;
using Opora.Domain.Results;
using Opora.Domain.Training.Diagnostics;

namespace Opora.Domain.Training;

/// <summary>
/// A course for teachers. Everybody in the region may read it; it is written by whoever answers for its municipality, or for the region
/// when it belongs to none.
/// </summary>
public sealed class Course : IPlaced, IOffered, IVersioned, IHistoried
{
    /// <summary>Longest title.</summary>
    public const int TitleLength = 300;

    /// <summary>Longest words about for whom it is.</summary>
    public const int WordsLength = 1000;

    /// <summary>Most hours.</summary>
    public const int MostHours = 2000;

    private Course() { }

    /// <summary>Offers a course of a municipality, or of the whole region (municipality null).</summary>
    public Course(string regionCode, string? municipalityCode, CourseFacts facts)
    {
        (RegionCode, MunicipalityCode, Version) = (regionCode, municipalityCode, 1);
        Revise(facts);
    }

    /// <summary>Key.</summary>
    public Guid Id { get; private set; } = Guid.CreateVersion7();

    /// <inheritdoc cref="IPlaced.RegionCode"/>
    public string RegionCode { get; private set; } = "";

    /// <inheritdoc/>
    public string? MunicipalityCode { get; private set; }

    Guid? IPlaced.SchoolId => null;

    /// <summary>Title.</summary>
    public string Title { get; private set; } = "";

    /// <summary>The title, folded by <see cref="SearchText"/>.</summary>
    public string SearchName { get; private set; } = "";

    /// <summary>The title by <see cref="SortText"/>.</summary>
    public string SortName { get; private set; } = "";

    /// <summary>Length, academic hours.</summary>
    public int Hours { get; private set; }

    /// <summary>The organisation that gives it.</summary>
    public Guid? ProviderId { get; private set; }

    /// <summary>How it is given.</summary>
    public CourseForm Form { get; private set; }

    /// <summary>For whom.</summary>
    public string? Audience { get; private set; }

    /// <summary>Codes of the subjects, each between spaces: <c>" russian literature "</c>.</summary>
    public string SubjectCodes { get; private set; } = " ";

    /// <summary>Codes of the subjects.</summary>
    public IReadOnlyList<string> Subjects => SubjectList.Of(SubjectCodes);

    /// <summary>Codes of the deficits that it mends, each between spaces, as <see cref="DeficitList"/> keeps them.</summary>
    public string DeficitCodes { get; private set; } = " ";

    /// <summary>Codes of the deficits that it mends.</summary>
    public IReadOnlyList<string> Deficits => DeficitList.Of(DeficitCodes);

    /// <summary>Since when it is offered no more.</summary>
    public DateOnly? ClosedOn { get; private set; }

    /// <inheritdoc/>
    public int Version { get; private set; }

    object IHistoried.HistoryKey => Id;

    /// <summary>Corrects what is known.</summary>
    public void Revise(CourseFacts facts)
    {
        (Title, Hours, ProviderId, Form) = (facts.Title.Trim(), facts.Hours, facts.ProviderId, facts.Form);
        (Audience, DeficitCodes) = (facts.Audience, DeficitList.Text(facts.Deficits));
        SubjectCodes = SubjectList.Text(facts.Subjects);
        (SearchName, SortName) = (SearchText.Fold(Title), SortText.Key(Title));
    }

    /// <summary>Offers it no more; its runs and who completed them stay.</summary>
    /// <exception cref="BrokenRule"><c>already-closed</c></exception>
    public void Close(DateOnly on) => ClosedOn = ClosedOn is null ? on : throw new BrokenRule("already-closed", "Курс уже закрыт.");

    /// <summary>Offers it again.</summary>
    /// <exception cref="BrokenRule"><c>not-closed</c></exception>
    public void Reopen() => ClosedOn = ClosedOn is null ? throw new BrokenRule("not-closed", "Курс не закрыт.") : null;
}
