// Reads rows of test files where they stand: one pass over all prompts, then single lines by their offsets.

using System.Buffers;
using System.Text.Json;
using BootcampEval.Server.Http;
using Microsoft.Win32.SafeHandles;

namespace BootcampEval.Server.Answers;

/// <summary>The test files of a run, opened for reading rows in any order.</summary>
internal sealed class RowFiles : IDisposable
{
    private const int ChunkSize = 1 << 20;
    private readonly SafeFileHandle[] _files;

    /// <summary>Opens the <c>*.jsonl</c> files of a folder, or one file.</summary>
    /// <exception cref="IOException">The folder or a file can't be read.</exception>
    public RowFiles(string folderOrFile)
    {
        string[] paths = File.Exists(folderOrFile)
            ? [folderOrFile]
            : [.. Directory.EnumerateFiles(folderOrFile, "*.jsonl").Order(StringComparer.Ordinal)];
        _files = [.. paths.Select(path => File.OpenHandle(path))];
    }

    /// <summary>Puts every row that has a prompt into an index. Lines that are no rows are passed over: checking them is the evaluation's part.</summary>
    public void IndexInto(PromptIndex index, CancellationToken cancellationToken)
    {
        for (var file = 0; file < _files.Length; file++) IndexInto(index, file, cancellationToken);
    }

    /// <summary>Reads a row; null when it is not one.</summary>
    public Row? Read(int file, long offset)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(ChunkSize >> 4);
        try
        {
            for (var length = 0; ;)
            {
                if (length == buffer.Length) Grow(ref buffer, length);
                var read = RandomAccess.Read(_files[file], buffer.AsSpan(length), offset + length);
                var end = buffer.AsSpan(length, read).IndexOf((byte)'\n');
                if (end >= 0 || read == 0) return Row.Read(buffer.AsSpan(0, end >= 0 ? length + end : length));
                length += read;
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var file in _files) file.Dispose();
    }

    private void IndexInto(PromptIndex index, int file, CancellationToken cancellationToken)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(ChunkSize);
        try
        {
            long offset = 0, previous = -1;
            for (var length = 0; ;)
            {
                cancellationToken.ThrowIfCancellationRequested();
                if (length == buffer.Length) Grow(ref buffer, length);
                var read = RandomAccess.Read(_files[file], buffer.AsSpan(length), offset + length);
                length += read;
                var used = 0;
                for (; ; )
                {
                    var end = buffer.AsSpan(used, length - used).IndexOf((byte)'\n');
                    if (end < 0 && (read > 0 || used == length)) break;
                    var line = buffer.AsSpan(used, end < 0 ? length - used : end);
                    var place = new RowPlace(file, offset + used, previous);
                    if (TryAdd(index, line, place)) previous = place.Offset;
                    used += line.Length + (end < 0 ? 0 : 1);
                }
                if (read == 0) return;
                buffer.AsSpan(used, length - used).CopyTo(buffer);
                length -= used;
                offset += used;
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    private static bool TryAdd(PromptIndex index, ReadOnlySpan<byte> line, RowPlace place)
    {
        try
        {
            var reader = new Utf8JsonReader(Row.WithoutMark(line));
            if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject) return false;
            while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            {
                var isPrompt = reader.ValueTextEquals("prompt"u8);
                reader.Read();
                if (isPrompt && reader.TokenType == JsonTokenType.String)
                {
                    using var prompt = JsonString.Unescape(ref reader);
                    index.Add(prompt.Utf8, place);
                    return true;
                }
                reader.Skip();
            }
        }
        catch (JsonException)
        {
            // Not a row: the evaluation says so, with file and line.
        }
        return false;
    }

    private static void Grow(ref byte[] buffer, int length)
    {
        var larger = ArrayPool<byte>.Shared.Rent(buffer.Length * 2);
        buffer.AsSpan(0, length).CopyTo(larger);
        ArrayPool<byte>.Shared.Return(buffer);
        buffer = larger;
    }
}

/// <summary>What is needed of a row to answer it.</summary>
internal sealed record Row(string DataSource, JsonElement GroundTruth)
{
    /// <summary>Reads a line; null when it is no row.</summary>
    public static Row? Read(ReadOnlySpan<byte> line)
    {
        try
        {
            var reader = new Utf8JsonReader(WithoutMark(line));
            if (JsonElement.ParseValue(ref reader) is not { ValueKind: JsonValueKind.Object } json
                || !json.TryGetProperty("data_source", out var dataSource) || dataSource.GetString() is not { } name
                || !json.TryGetProperty("ground_truth", out var groundTruth)) return null;
            return new(name, Decoded(groundTruth));
        }
        catch (Exception fault) when (fault is JsonException or InvalidOperationException)
        {
            return null;
        }
    }

    /// <summary>The line without the byte-order mark that may open a file.</summary>
    public static ReadOnlySpan<byte> WithoutMark(ReadOnlySpan<byte> line) => line.StartsWith("\uFEFF"u8) ? line[3..] : line;

    // A ground truth may be a string that itself holds a JSON object.
    private static JsonElement Decoded(JsonElement groundTruth)
    {
        if (groundTruth.ValueKind != JsonValueKind.String || groundTruth.GetString()?.TrimStart() is not ['{', ..] text) return groundTruth;
        try
        {
            var reader = new Utf8JsonReader(System.Text.Encoding.UTF8.GetBytes(text));
            return JsonElement.ParseValue(ref reader);
        }
        catch (JsonException)
        {
            return groundTruth;
        }
    }
}
