using System.Collections.Concurrent;
using System.Reflection;
using System.Xml.Linq;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace Opora.Api.Http;

/// <summary>What the code says of itself in its documentation comments, for the contract.</summary>
internal static class XmlDocs
{
    private static readonly ConcurrentDictionary<Assembly, Dictionary<string, XElement>> Files = new();

    /// <summary>The summary of a type.</summary>
    public static string? Of(Type type) => Text(Node(type, "T:" + NameOf(type))?.Element("summary"));

    /// <summary>What is said of a property: its own summary, or the parameter of its record, also in the records it derives from.</summary>
    public static string? Of(PropertyInfo property)
    {
        for (var type = property.ReflectedType; type is not null && type != typeof(object); type = type.BaseType)
        {
            var told =
                Text(Node(type, $"P:{NameOf(type)}.{property.Name}")?.Element("summary"))
                ?? Text(
                    Node(type, "T:" + NameOf(type))?.Elements("param").FirstOrDefault(p => p.Attribute("name")?.Value == property.Name)
                );
            if (told is not null)
                return told;
        }
        return null;
    }

    /// <summary>The summary of a member of an enum.</summary>
    public static string? Of(Type type, string member) => Text(Node(type, $"F:{NameOf(type)}.{member}")?.Element("summary"));

    private static XElement? Node(Type type, string id) => Files.GetOrAdd(type.Assembly, Read).GetValueOrDefault(id);

    private static Dictionary<string, XElement> Read(Assembly assembly)
    {
        var path = Path.Combine(AppContext.BaseDirectory, assembly.GetName().Name + ".xml");
        return File.Exists(path)
            ? XDocument.Load(path).Descendants("member").ToDictionary(m => m.Attribute("name")!.Value, StringComparer.Ordinal)
            : [];
    }

    private static string NameOf(Type type) => (type.IsGenericType ? type.GetGenericTypeDefinition() : type).FullName!.Replace('+', '.');

    private static string? Text(XElement? node)
    {
        if (node is null)
            return null;
        var text = XmlCommentsTextHelper.Humanize(string.Concat(node.Nodes()), null).ReplaceLineEndings(" ").Trim();
        return text.Length == 0 ? null : text;
    }
}
