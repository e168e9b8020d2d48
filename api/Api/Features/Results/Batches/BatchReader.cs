using System.Text;
using System.Text.Json;
using Opora.Api.Batches;
using Opora.Api.Http;

namespace Opora.Api.Features.Results.Batches;

/// <summary>The items of a batch: those that could be read, how many there were, and what is wrong so far.</summary>
internal sealed record ReadBatch(IReadOnlyList<ReadItem> Items, int Received, BatchErrors Errors);

/// <summary>Reads the body of a batch item by item, so that each wrong item is told. Only a body that is no JSON is refused as such.</summary>
internal static class BatchReader
{
    /// <summary>Most items of a batch.</summary>
    public const int MostItems = BatchShape.MostItems;

    /// <summary>Reads a whole body.</summary>
    /// <param name="body">JSON in UTF-8.</param>
    /// <param name="thisYear">The current calendar year, for the rules.</param>
    /// <exception cref="Problem">400: no JSON, or no list of items; 422: too many items.</exception>
    public static ReadBatch Read(ReadOnlySpan<byte> body, int thisYear)
    {
        body = BatchBytes.Checked(body);
        try
        {
            return ReadItems(body, thisYear);
        }
        catch (JsonException e)
        {
            throw BatchShape.NoJson(e);
        }
        catch (InvalidOperationException)
        {
            // The reader's word for «\ud800» without its other half.
            throw BatchShape.NoText();
        }
    }

    private static ReadBatch ReadItems(ReadOnlySpan<byte> body, int thisYear)
    {
        var json = new Utf8JsonReader(body);
        if (!json.Read() || json.TokenType != JsonTokenType.StartObject)
            throw BatchShape.NoItems("");
        var errors = new BatchErrors();
        var items = new ItemReader(body, errors, thisYear);
        int? received = null;
        while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
        {
            if (!json.ValueTextEquals("items"u8))
                throw BatchShape.Unknown(json.GetString()!);
            if (received is not null || !json.Read() || json.TokenType != JsonTokenType.StartArray)
                throw BatchShape.NoItems("/items");
            received = 0;
            while (json.Read() && json.TokenType != JsonTokenType.EndArray)
            {
                if (received < MostItems)
                    items.Read(ref json, received.Value);
                else
                    json.Skip();
                received++;
            }
        }
        if (json.Read())
            throw BatchShape.NoItems("");
        return received switch
        {
            null => throw BatchShape.NoItems("/items"),
            0 => throw BatchShape.Empty(),
            > MostItems => throw BatchShape.TooMany(received.Value),
            _ => new ReadBatch(items.Items, received.Value, errors),
        };
    }

    /// <summary>A token as it was sent, for showing.</summary>
    internal static string Raw(ReadOnlySpan<byte> token)
    {
        const int Most = 200;
        return BatchErrors.Shown(Encoding.UTF8.GetString(token[..Math.Min(token.Length, Most)]));
    }
}
