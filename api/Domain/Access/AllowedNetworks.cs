using System.Net;
using System.Net.Sockets;

namespace Opora.Domain.Access;

/// <summary>Networks from which a key is taken: CIDR blocks of IPv4 and IPv6, kept as one text («10.0.0.0/8, 2001:db8::/32»).</summary>
public static class AllowedNetworks
{
    /// <summary>Most networks of a client.</summary>
    public const int Most = 20;

    /// <summary>Longest text of them all: an IPv6 block has at most 43 characters.</summary>
    public const int TextLength = 1000;

    private const string Separator = ", ";
    private const int BitsOfV4 = 32;

    // An IPv4 address inside IPv6 (::ffff:10.0.0.1) has its own bits behind these.
    private const int BitsBeforeMapped = 96;

    /// <summary>
    /// The block in its one spelling: an address by itself is a block of one, IPv4 written as IPv6 becomes IPv4. Null when the text is no
    /// block, or has bits set behind its prefix, which would mean another network than the writer thought of.
    /// </summary>
    public static string? Canonical(string text) => Parse(text.Trim())?.ToString();

    /// <summary>The text that is kept; null for no limit.</summary>
    public static string? Join(IEnumerable<string> canonical) =>
        string.Join(Separator, canonical.Distinct(StringComparer.Ordinal)) is { Length: > 0 } text ? text : null;

    /// <summary>The blocks of a kept text.</summary>
    public static IReadOnlyList<string> Split(string? kept) => kept?.Split(Separator) ?? [];

    /// <summary>Whether a sender at this address is allowed; everybody is while there is no limit.</summary>
    public static bool Allow(string? kept, IPAddress? sender)
    {
        if (kept is null)
            return true;
        if (sender is null)
            return false;
        var address = sender.IsIPv4MappedToIPv6 ? sender.MapToIPv4() : sender;
        return Split(kept).Any(block => IPNetwork.Parse(block).Contains(address));
    }

    private static IPNetwork? Parse(string text)
    {
        var slash = text.IndexOf('/', StringComparison.Ordinal);
        if (!IPAddress.TryParse(slash < 0 ? text : text.AsSpan(0, slash), out var address) || !IsWrittenOut(address, text))
            return null;
        var mapped = address.IsIPv4MappedToIPv6;
        var whole = address.AddressFamily == AddressFamily.InterNetwork ? BitsOfV4 : BitsBeforeMapped + BitsOfV4;
        var bits = whole;
        if (
            slash >= 0
            && !int.TryParse(
                text.AsSpan(slash + 1),
                System.Globalization.NumberStyles.None,
                System.Globalization.CultureInfo.InvariantCulture,
                out bits
            )
        )
            return null;
        if (mapped && bits >= BitsBeforeMapped)
            (address, bits) = (address.MapToIPv4(), bits - BitsBeforeMapped);
        return IPNetwork.TryParse($"{address}/{bits}", out var network) && network.BaseAddress.Equals(address) ? network : null;
    }

    // «10» and «10.1» are addresses to the framework, and not what anybody means.
    private static bool IsWrittenOut(IPAddress address, string text) =>
        address.AddressFamily == AddressFamily.InterNetworkV6 && address.ScopeId == 0 || text.Count(c => c == '.') == 3;
}
