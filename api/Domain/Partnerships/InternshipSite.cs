using Opora.Domain.Places;
using Opora.Domain.Results;

namespace Opora.Domain.Partnerships;

/// <summary>What a place for internships offers.</summary>
/// <param name="Title">What is learned there.</param>
/// <param name="Subjects">Codes of subjects; empty when it is for all.</param>
/// <param name="Capacity">How many can be there at once.</param>
/// <param name="Contact">Whom to turn to, by role, never by name.</param>
/// <param name="Note">More about it.</param>
public sealed record InternshipSiteFacts(string Title, IReadOnlyList<string> Subjects, int Capacity, string? Contact, string? Note);

/// <summary>
/// A school or organisation that takes teachers as interns. Everybody in the region may find it; it is written by whoever answers for the
/// host.
/// </summary>
public sealed class InternshipSite : IPlaced, IOffered, IVersioned, IHistoried
{
    /// <summary>Longest title.</summary>
    public const int TitleLength = 300;

    /// <summary>Longest contact.</summary>
    public const int ContactLength = 200;

    /// <summary>Longest note.</summary>
    public const int NoteLength = 2_000;

    /// <summary>Most who can be there at once.</summary>
    public const int MostCapacity = 500;

    private InternshipSite() { }

    /// <summary>Offers a place at a school, or at an organisation.</summary>
    public InternshipSite(IPlaced host, Guid? organisationId, InternshipSiteFacts facts)
    {
        (RegionCode, MunicipalityCode, SchoolId, OrganisationId) = (host.RegionCode, host.MunicipalityCode, host.SchoolId, organisationId);
        Version = 1;
        Revise(facts);
    }

    /// <summary>Key.</summary>
    public Guid Id { get; private set; } = Guid.CreateVersion7();

    /// <inheritdoc cref="IPlaced.RegionCode"/>
    public string RegionCode { get; private set; } = "";

    /// <inheritdoc/>
    public string? MunicipalityCode { get; private set; }

    /// <summary>The school that takes interns.</summary>
    public Guid? SchoolId { get; private set; }

    /// <summary>The organisation that takes interns.</summary>
    public Guid? OrganisationId { get; private set; }

    /// <summary>What is learned there.</summary>
    public string Title { get; private set; } = "";

    /// <summary>The title folded by <see cref="SearchText"/>.</summary>
    public string SearchName { get; private set; } = "";

    /// <summary>The title by <see cref="SortText"/>.</summary>
    public string SortName { get; private set; } = "";

    /// <summary>The subjects, as <see cref="SubjectList"/> keeps them.</summary>
    public string SubjectCodes { get; private set; } = " ";

    /// <summary>Codes of the subjects.</summary>
    public IReadOnlyList<string> Subjects => SubjectList.Of(SubjectCodes);

    /// <summary>How many can be there at once.</summary>
    public int Capacity { get; private set; }

    /// <summary>Whom to turn to, by role.</summary>
    public string? Contact { get; private set; }

    /// <summary>More about it.</summary>
    public string? Note { get; private set; }

    /// <summary>The day on which it stopped taking interns; null while it takes them.</summary>
    public DateOnly? ClosedOn { get; private set; }

    /// <inheritdoc/>
    public int Version { get; private set; }

    object IHistoried.HistoryKey => Id;

    /// <summary>Corrects what it offers. Fewer places than are promised stand until those who are there have gone.</summary>
    public void Revise(InternshipSiteFacts facts)
    {
        (Title, Capacity, Contact, Note) = (facts.Title, facts.Capacity, facts.Contact, facts.Note);
        SubjectCodes = SubjectList.Text(facts.Subjects);
        SearchName = SearchText.Fold(Title);
        SortName = SortText.Key(Title);
    }

    /// <summary>Takes no more interns; those who are promised a place keep it.</summary>
    /// <exception cref="BrokenRule"><c>site-closed</c></exception>
    public void Close(DateOnly on)
    {
        MustBeOpen();
        ClosedOn = on;
    }

    /// <summary>Takes interns again.</summary>
    /// <exception cref="BrokenRule"><c>site-open</c></exception>
    public void Reopen()
    {
        if (ClosedOn is null)
            throw new BrokenRule("site-open", "Площадка и так открыта.");
        ClosedOn = null;
    }

    /// <summary>Demands that it takes interns.</summary>
    /// <exception cref="BrokenRule"><c>site-closed</c></exception>
    public void MustBeOpen()
    {
        if (ClosedOn is { } closed)
            throw new BrokenRule("site-closed", $"Площадка закрыта с {closed:dd.MM.yyyy}: новых стажёров она не принимает.");
    }
}
