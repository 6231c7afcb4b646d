// How a row of a test set is recognised wherever it turns up: by what it asks, not by the name of its file or its place in it.

using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace BootcampEval.Engine.Results.Audit;

/// <summary>Keys of rows and of what stands in them: the first 64 bits of SHA-256 hashes.</summary>
public static class RowKey
{
    /// <summary>The key of a question: its data source, a zero, and its prompt, in UTF-8.</summary>
    public static ulong Of(string dataSource, string prompt)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Encoding.UTF8.GetBytes(dataSource + "\0"));
        hash.AppendData(Encoding.UTF8.GetBytes(prompt));
        return First64Bits(hash.GetHashAndReset());
    }

    /// <summary>The key of a ground truth: its JSON without white space, members in the order in which they stand.</summary>
    public static ulong Of(JsonElement groundTruth) => First64Bits(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(groundTruth, AuditJson.Default.JsonElement)));

    /// <summary>The key of a text.</summary>
    public static ulong Of(string text) => First64Bits(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    private static ulong First64Bits(ReadOnlySpan<byte> hash) => BinaryPrimitives.ReadUInt64BigEndian(hash);
}

[System.Text.Json.Serialization.JsonSerializable(typeof(JsonElement))]
internal sealed partial class AuditJson : System.Text.Json.Serialization.JsonSerializerContext;
