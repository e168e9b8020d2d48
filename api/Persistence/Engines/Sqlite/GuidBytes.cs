using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Opora.Persistence.Engines.Sqlite;

/// <summary>Keys as 16 bytes, most significant first: less than half of their text, and in the order in which version 7 makes them.</summary>
internal sealed class GuidBytes() : ValueConverter<Guid, byte[]>(id => id.ToByteArray(true), bytes => new Guid(bytes, true));
