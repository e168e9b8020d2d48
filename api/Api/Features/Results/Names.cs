using Opora.Domain.Results;

namespace Opora.Api.Features.Results;

/// <summary>A subject by code and name.</summary>
/// <param name="Code">Subject code, or <c>main</c> for both main subjects of ВПР together.</param>
/// <param name="Name">Russian name.</param>
public sealed record SubjectName(string Code, string Name)
{
    /// <summary>All of them in the order of tables, the two main subjects together first.</summary>
    internal static readonly IReadOnlyList<SubjectName> All =
    [
        new(ResultGroup.MainSubjects, "Два основных предмета"),
        .. Subject.All.Select(s => new SubjectName(s.Code, s.Name)),
    ];

    private static readonly Dictionary<string, int> Order = All.Select((s, i) => (s.Code, i)).ToDictionary(x => x.Code, x => x.i);

    /// <summary>Place of a subject in that order.</summary>
    internal static int OrderOf(string code) => Order[code];
}
