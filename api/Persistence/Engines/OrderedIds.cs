using System.Buffers.Binary;

namespace Opora.Persistence.Engines;

/// <summary>
/// Keys of version 7 for the rows of one batch, each one more than the one before: an index takes them at its end. The first is as
/// random as any, and 2^62 values lie between two of them.
/// </summary>
internal static class OrderedIds
{
    private const ulong Random = 0x3FFF_FFFF_FFFF_FFFF;

    /// <summary>As many as are taken.</summary>
    public static IEnumerable<Guid> Next()
    {
        var id = new byte[16];
        Guid.CreateVersion7().TryWriteBytes(id, bigEndian: true, out _);
        var low = BinaryPrimitives.ReadUInt64BigEndian(id.AsSpan(8));
        // The two bits of the variant stay; the rest counts on from its random start.
        for (var random = low & Random; ; random = (random + 1) & Random)
        {
            BinaryPrimitives.WriteUInt64BigEndian(id.AsSpan(8), (low & ~Random) | random);
            yield return new Guid(id, bigEndian: true);
        }
    }
}
