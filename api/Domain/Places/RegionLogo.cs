namespace Opora.Domain.Places;

/// <summary>The coat of arms or mark of a region, shown beside its name and on print. Kept apart, so that reading a region stays cheap.</summary>
public sealed class RegionLogo : IOffered
{
    /// <summary>Most bytes.</summary>
    public const int MostBytes = 256 * 1024;

    private static readonly byte[] Png = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A];
    private static readonly byte[] Jpeg = [0xFF, 0xD8, 0xFF];

    private RegionLogo() { }

    /// <summary>Keeps an image for the region.</summary>
    /// <exception cref="BrokenRule"><c>logo-too-large</c>, <c>logo-not-an-image</c></exception>
    public RegionLogo(string regionCode, byte[] image)
    {
        RegionCode = regionCode;
        Replace(image);
    }

    /// <inheritdoc/>
    public string RegionCode { get; private set; } = "";

    /// <summary>The image.</summary>
    public byte[] Image { get; private set; } = [];

    /// <summary>What its first bytes say that it is; what a sender calls it does not count.</summary>
    public string ContentType { get; private set; } = "";

    /// <summary>Takes another image. Only formats that hold no script: a page shows them as they are.</summary>
    /// <exception cref="BrokenRule"><c>logo-too-large</c>, <c>logo-not-an-image</c></exception>
    public void Replace(byte[] image)
    {
        if (image.Length > MostBytes)
            throw new BrokenRule("logo-too-large", $"Картинка больше {MostBytes / 1024} КБ. Уменьшите её и загрузите снова.");
        ContentType =
            image.AsSpan().StartsWith(Png) ? "image/png"
            : image.AsSpan().StartsWith(Jpeg) ? "image/jpeg"
            : throw new BrokenRule("logo-not-an-image", "Нужна картинка PNG или JPEG.");
        Image = image;
    }
}
