using System.Reflection;
using System.Runtime.CompilerServices;
using MediatR;
using Opora.Api.Tests.Support;
using Opora.Domain;
using Opora.Persistence;

namespace Opora.Api.Tests.Architecture;

/// <summary>Names and the shape of slices, so that every next file reads like the last one.</summary>
[AnyEngine]
public sealed class NamingTests
{
    private const int LongestSlice = 250;

    private static readonly string[] Banned = ["Service", "Manager", "Helper", "Helpers", "Utils", "Common", "Base", "Dto", "Vm", "Impl"];
    private static readonly string[] Order = ["Command|Query", "Body", "Validator", "Handler"];
    private static readonly Assembly[] Floors = [typeof(BrokenRule).Assembly, typeof(AppDbContext).Assembly, typeof(Program).Assembly];

    [Fact]
    public void No_type_hides_behind_a_word_that_says_nothing() =>
        Types()
            .Where(t => t.IsClass || t.IsInterface)
            .Where(t => Banned.Any(word => t.Name.Split('`')[0].EndsWith(word, StringComparison.Ordinal)))
            .Select(t => t.FullName)
            .ShouldBeEmpty();

    [Fact]
    public void Classes_are_sealed_unless_something_derives_from_them()
    {
        var parents = Types().Select(t => t.BaseType is { IsGenericType: true } b ? b.GetGenericTypeDefinition() : t.BaseType).ToHashSet();
        Types()
            .Where(t => t is { IsClass: true, IsSealed: false, IsAbstract: false } && !parents.Contains(t) && t != typeof(Program))
            .Where(t => t.Namespace?.Contains("Migrations", StringComparison.Ordinal) == false)
            .Select(t => t.FullName)
            .ShouldBeEmpty();
    }

    [Fact]
    public void Nested_types_of_a_slice_stand_in_one_order()
    {
        var wrong =
            from slice in Slices()
            let places = slice
                .GetNestedTypes(BindingFlags.Public | BindingFlags.NonPublic)
                .OrderBy(t => t.MetadataToken)
                .Select(t => Array.FindIndex(Order, o => o.Split('|').Contains(t.Name, StringComparer.Ordinal)))
                .Where(i => i >= 0)
                .ToList()
            where !places.SequenceEqual(places.Order())
            select slice.FullName;
        wrong.ShouldBeEmpty();
    }

    [Fact]
    public void A_slice_is_one_file_of_its_name_and_hides_no_domain_logic()
    {
        var files = Directory
            .EnumerateFiles(SourceTree.At("api", "Api", "Features"), "*.cs", SearchOption.AllDirectories)
            .ToDictionary(f => Path.GetFileNameWithoutExtension(f), f => File.ReadLines(f).Count(), StringComparer.Ordinal);
        Slices().Where(s => files.GetValueOrDefault(s.Name) is 0 or > LongestSlice).Select(s => s.Name).ShouldBeEmpty();
    }

    private static List<Type> Slices()
    {
        var slices = Types()
            .Where(t => t.GetInterfaces().Any(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IRequestHandler<,>)))
            .Select(t => t.DeclaringType!)
            .ToList();
        slices.Count.ShouldBeGreaterThan(15);
        return slices;
    }

    private static List<Type> Types() =>
        [
            .. Floors
                .SelectMany(a => a.GetTypes())
                .Where(t => t.Namespace?.StartsWith("Opora.", StringComparison.Ordinal) == true)
                .Where(t => t.GetCustomAttribute<CompilerGeneratedAttribute>() is null && !t.Name.Contains('<', StringComparison.Ordinal)),
        ];
}
