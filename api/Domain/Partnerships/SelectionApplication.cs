using Opora.Domain.Places;

namespace Opora.Domain.Partnerships;

/// <summary>How far an application has come.</summary>
public enum ApplicationState
{
    /// <summary>Being written.</summary>
    Draft,

    /// <summary>Handed in.</summary>
    Submitted,

    /// <summary>Taken back by the school.</summary>
    Withdrawn,
}

/// <summary>A file of an application.</summary>
public sealed class ApplicationFile
{
    private ApplicationFile() { }

    internal ApplicationFile(SelectionApplication application, Guid fileId) => (ApplicationId, FileId) = (application.Id, fileId);

    /// <summary>The application.</summary>
    public Guid ApplicationId { get; private set; }

    /// <summary>The stored file.</summary>
    public Guid FileId { get; private set; }
}

/// <summary>
/// An application of a school in a selection, one a school. Read by whoever answers for the school and, once handed in, by the experts of
/// the selection; written by the school while applications are taken.
/// </summary>
public sealed class SelectionApplication : IPlaced, IVersioned, IHistoried
{
    /// <summary>Most files of one application.</summary>
    public const int MostFiles = 10;

    private readonly List<ApplicationFile> _files = [];

    private SelectionApplication() { }

    /// <summary>Begins an application.</summary>
    /// <exception cref="BrokenRule"><c>window-closed</c>, <c>school-closed</c></exception>
    public SelectionApplication(Selection selection, School school, string text, DateOnly today)
    {
        selection.MustTakeApplications(today);
        if (school.State != SchoolState.Open)
            throw new BrokenRule("school-closed", "Школа закрыта или присоединена: заявку она не подаёт.");
        (SelectionId, SchoolId, Text, Version) = (selection.Id, school.Id, text, 1);
        (RegionCode, MunicipalityCode) = (school.RegionCode, school.MunicipalityCode);
    }

    /// <summary>Key.</summary>
    public Guid Id { get; private set; } = Guid.CreateVersion7();

    /// <inheritdoc/>
    public string RegionCode { get; private set; } = "";

    /// <inheritdoc cref="IPlaced.MunicipalityCode"/>
    public string MunicipalityCode { get; private set; } = "";

    string? IPlaced.MunicipalityCode => MunicipalityCode;

    /// <summary>The school.</summary>
    public Guid SchoolId { get; private set; }

    Guid? IPlaced.SchoolId => SchoolId;

    /// <summary>The selection.</summary>
    public Guid SelectionId { get; private set; }

    /// <summary>What the school offers.</summary>
    public string Text { get; private set; } = "";

    /// <summary>How far it has come.</summary>
    public ApplicationState State { get; private set; }

    /// <summary>When it was handed in.</summary>
    public DateTime? SubmittedAt { get; private set; }

    /// <summary>Whether it has won; null before the decision.</summary>
    public bool? Won { get; private set; }

    /// <inheritdoc/>
    public int Version { get; private set; }

    /// <summary>What was sent with it.</summary>
    public IReadOnlyList<ApplicationFile> Files => _files;

    object IHistoried.HistoryKey => Id;

    Guid? IHistoried.HistoryRoot => SelectionId;

    /// <summary>Writes it anew; one that was handed in stays so.</summary>
    /// <exception cref="BrokenRule"><c>window-closed</c></exception>
    public void Write(Selection selection, string text, DateOnly today)
    {
        selection.MustTakeApplications(today);
        Text = text;
    }

    /// <summary>Hands it in.</summary>
    /// <exception cref="BrokenRule"><c>window-closed</c>, <c>application-submitted</c></exception>
    public void Submit(Selection selection, DateTime at, DateOnly today)
    {
        selection.MustTakeApplications(today);
        if (State == ApplicationState.Submitted)
            throw new BrokenRule("application-submitted", "Заявка уже подана.");
        (State, SubmittedAt) = (ApplicationState.Submitted, at);
    }

    /// <summary>Takes it back.</summary>
    /// <exception cref="BrokenRule"><c>window-closed</c>, <c>application-not-submitted</c></exception>
    public void Withdraw(Selection selection, DateOnly today)
    {
        selection.MustTakeApplications(today);
        if (State != ApplicationState.Submitted)
            throw new BrokenRule("application-not-submitted", "Заявка не подана: отзывать нечего.");
        (State, SubmittedAt) = (ApplicationState.Withdrawn, null);
    }

    /// <summary>Puts a file to it.</summary>
    /// <exception cref="BrokenRule"><c>window-closed</c>, <c>too-many-files</c></exception>
    public ApplicationFile Attach(Selection selection, Guid fileId, DateOnly today)
    {
        selection.MustTakeApplications(today);
        if (_files.Count >= MostFiles)
            throw new BrokenRule("too-many-files", $"К заявке прикладывают не больше {MostFiles} файлов.");
        var file = new ApplicationFile(this, fileId);
        _files.Add(file);
        return file;
    }

    /// <summary>Takes a file away from it.</summary>
    /// <exception cref="BrokenRule"><c>window-closed</c></exception>
    public void Detach(Selection selection, ApplicationFile file, DateOnly today)
    {
        selection.MustTakeApplications(today);
        _files.Remove(file);
    }

    /// <summary>Says whether it has won.</summary>
    public void Settle(bool won) => Won = won;
}
