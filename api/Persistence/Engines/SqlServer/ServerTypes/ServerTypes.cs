// The four types of the assembly Microsoft.SqlServer.Server that SqlClient refers to. The package itself cannot be restored
// everywhere we build; without the assembly every command with a parameter fails at run time. See decisions/0003.
namespace Microsoft.SqlServer.Server;

/// <summary>How a CLR type is laid out when it is sent to the server.</summary>
public enum Format
{
    /// <summary>Unknown to the client.</summary>
    Unknown = 0,

    /// <summary>Written field by field by the framework.</summary>
    Native = 1,

    /// <summary>Written by the type itself through <see cref="IBinarySerialize"/>.</summary>
    UserDefined = 2,
}

/// <summary>A CLR type that writes and reads itself.</summary>
public interface IBinarySerialize
{
    /// <summary>Reads the value.</summary>
    void Read(BinaryReader r);

    /// <summary>Writes the value.</summary>
    void Write(BinaryWriter w);
}

/// <summary>Marks a CLR type as a user-defined type of the server.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct, Inherited = false)]
public sealed class SqlUserDefinedTypeAttribute(Format format) : Attribute
{
    /// <summary>Size in bytes, -1 for unlimited.</summary>
    public int MaxByteSize { get; set; }

    /// <summary>Every value has the same length.</summary>
    public bool IsFixedLength { get; set; }

    /// <summary>Bytes sort as values do.</summary>
    public bool IsByteOrdered { get; set; }

    /// <summary>The layout.</summary>
    public Format Format { get; } = format;

    /// <summary>Name of the method that validates a value.</summary>
    public string? ValidationMethodName { get; set; }

    /// <summary>Name of the type on the server.</summary>
    public string? Name { get; set; }
}

/// <summary>A type is no valid user-defined type.</summary>
public sealed class InvalidUdtException : SystemException
{
    /// <summary>Creates the exception without a text.</summary>
    public InvalidUdtException() { }

    /// <summary>Creates the exception with a text.</summary>
    public InvalidUdtException(string message)
        : base(message) { }

    /// <summary>Creates the exception with a text and its cause.</summary>
    public InvalidUdtException(string message, Exception inner)
        : base(message, inner) { }
}
