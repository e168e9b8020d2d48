namespace Opora.Domain.Files;

/// <summary>Files that may be kept: what people scan, write and show. Nothing that a browser would run.</summary>
public enum FileKind
{
    Pdf,
    Jpeg,
    Png,
    Docx,
    Xlsx,
    Pptx,
}

/// <summary>What the kinds are called elsewhere.</summary>
public static class FileKinds
{
    private const string Office = "application/vnd.openxmlformats-officedocument.";

    /// <summary>Content type.</summary>
    public static string ContentType(this FileKind kind) =>
        kind switch
        {
            FileKind.Pdf => "application/pdf",
            FileKind.Jpeg => "image/jpeg",
            FileKind.Png => "image/png",
            FileKind.Docx => Office + "wordprocessingml.document",
            FileKind.Xlsx => Office + "spreadsheetml.sheet",
            _ => Office + "presentationml.presentation",
        };

    /// <summary>Whether the ending of a name is one of this kind.</summary>
    public static bool Allows(this FileKind kind, string name) =>
        Path.GetExtension(name).ToUpperInvariant() is var ending
        && (kind == FileKind.Jpeg ? ending is ".JPG" or ".JPEG" : ending == "." + kind.ToString().ToUpperInvariant());
}
