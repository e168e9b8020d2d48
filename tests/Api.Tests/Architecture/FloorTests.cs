using System.Reflection;
using Opora.Api.Tests.Support;
using Opora.Domain;
using Opora.Persistence;

namespace Opora.Api.Tests.Architecture;

/// <summary>Who may know whom: floors, folders of the API, folders of the domain.</summary>
[AnyEngine]
public sealed class FloorTests
{
    private static readonly string[] Bypassing = [".ExecuteDelete", ".ExecuteUpdate", ".ExecuteSql"];
    private static readonly Assembly DomainFloor = typeof(BrokenRule).Assembly;
    private static readonly Assembly PersistenceFloor = typeof(AppDbContext).Assembly;
    private static readonly Assembly ApiFloor = typeof(Program).Assembly;

    /// <summary>Every folder of the domain may know Places and Results; these are the further arrows.</summary>
    private static readonly (string From, string To)[] DomainArrows = [];

    [Fact]
    public void The_domain_knows_nothing_but_dotnet()
    {
        var known = DomainFloor.GetReferencedAssemblies().Select(a => a.Name!).ToList();
        known.ShouldNotBeEmpty();
        known.Where(name => !name.StartsWith("System", StringComparison.Ordinal)).ShouldBeEmpty();
    }

    [Fact]
    public void Persistence_does_not_know_the_API()
    {
        var known = PersistenceFloor.GetReferencedAssemblies().Select(a => a.Name).ToList();
        known.ShouldContain(DomainFloor.GetName().Name);
        known.ShouldNotContain(ApiFloor.GetName().Name);
    }

    [Fact]
    public void Slices_never_know_slices_of_another_feature() =>
        Uses(ApiFloor, "Opora.Api.Features.").Where(u => u.From != u.To).Select(u => u.ToString()).ShouldBeEmpty();

    [Fact]
    public void Features_know_Auth_and_Auth_knows_Http_never_back()
    {
        string[] order = ["Http", "Auth", "Features"];
        Uses(ApiFloor, "Opora.Api.")
            .Where(u => Array.IndexOf(order, u.From) is >= 0 and var from && Array.IndexOf(order, u.To) > from)
            .Select(u => u.ToString())
            .ShouldBeEmpty();
    }

    [Fact]
    public void Folders_of_the_domain_know_Places_and_Results_and_what_is_listed() =>
        Uses(DomainFloor, "Opora.Domain.")
            .Where(u => u.From != u.To && u.To is not ("Places" or "Results") && !DomainArrows.Contains((u.From, u.To)))
            .Select(u => u.ToString())
            .ShouldBeEmpty();

    [Fact]
    public void Places_know_no_other_folder() =>
        Uses(DomainFloor, "Opora.Domain.").Where(u => u.From == "Places" && u.To != "Places").Select(u => u.ToString()).ShouldBeEmpty();

    [Fact]
    public void Statements_that_bypass_the_tracker_live_only_in_Persistence()
    {
        var floor = SourceTree.At("api", "Persistence");
        var files = Directory
            .EnumerateFiles(SourceTree.At("api"), "*.cs", SearchOption.AllDirectories)
            .Where(file => File.ReadAllText(file) is var text && Bypassing.Any(call => text.Contains(call, StringComparison.Ordinal)))
            .ToList();
        files.ShouldContain(file => file.StartsWith(floor, StringComparison.Ordinal), "Nothing was found: the test looks wrongly.");
        files.Where(file => !file.StartsWith(floor, StringComparison.Ordinal)).ShouldBeEmpty();
    }

    /// <summary>Every use of a type in a folder under this namespace by a type in a folder under it.</summary>
    private static List<Use> Uses(Assembly assembly, string root)
    {
        string? Folder(Type type) =>
            type.Namespace is { } ns && ns.StartsWith(root, StringComparison.Ordinal) ? ns[root.Length..].Split('.')[0] : null;

        List<Use> uses =
        [
            .. from type in assembly.GetTypes()
            let folder = Folder(type)
            where folder is not null
            from used in TypeUses.Of(type)
            let to = Folder(used)
            where to is not null && used.Assembly == assembly
            select new Use(folder, to, type.FullName!, used.FullName ?? used.Name),
        ];
        uses.Count.ShouldBeGreaterThan(50, "No uses were found: the test looks at the wrong thing.");
        return uses;
    }

    private sealed record Use(string From, string To, string Type, string Used)
    {
        public override string ToString() => $"{From} → {To}: {Type} uses {Used}";
    }
}
