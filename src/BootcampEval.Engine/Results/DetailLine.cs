// A scored sample as a line of a details file, and back.

using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;
using BootcampEval.Engine.Json;
using BootcampEval.Engine.TestSets;
using BootcampEval.Sdk;

namespace BootcampEval.Engine.Results;

/// <summary>Writes and reads the lines of <c>details/</c>: the order and the names of the members are a contract with existing scripts.</summary>
internal static class DetailLine
{
    /// <summary>Appends a sample as one line.</summary>
    public static void Append(Utf8Buffer line, SampleRecord sample)
    {
        line.Begin();
        if (sample.Id.IsText) line.Member("id"u8, sample.Id.Text);
        else line.Member("id"u8, sample.Id.Number);
        line.Member("prompt"u8, sample.Prompt);
        line.Member("output_len"u8, (long)sample.OutputLength);
        line.Member("score"u8, sample.Score);
        line.Foreign("extracted_output"u8, sample.ExtractedOutput);
        line.Name("ground_truth"u8);
        OneLineJson.Append(line, JsonMarshal.GetRawUtf8Value(sample.GroundTruth));
        line.Member("output"u8, sample.Output);
        line.Member("data_source"u8, sample.DataSource);
        line.Member("status"u8, NameOf(sample.Status));
        line.Member("reason"u8, sample.Reason);
        line.Member("finish_reason"u8, sample.FinishReason);
        line.Member("prompt_len"u8, (long?)sample.PromptLength);
        line.Member("sample"u8, (long)sample.Sample);
        line.Member("latency_ms"u8, Rounded(sample.LatencyMs));
        line.Member("ttft_ms"u8, Rounded(sample.TimeToFirstTokenMs));
        line.Member("attempts"u8, (long)sample.Attempts);
        if (sample.Reasoning is not null) line.Member("reasoning"u8, sample.Reasoning);
        if (sample.CountedInWords) line.Member("output_len_source"u8, "words");
        line.End();
    }

    /// <summary>Reads a line.</summary>
    /// <exception cref="JsonException">The line is no sample.</exception>
    public static SampleRecord Read(ReadOnlySpan<byte> line)
    {
        RowId? id = null;
        string? prompt = null, extracted = null, output = null, dataSource = null, reason = null, finishReason = null, reasoning = null;
        JsonElement groundTruth = default;
        VerdictStatus? status = null;
        int outputLength = 0, sample = 0, attempts = 1;
        int? promptLength = null;
        double score = 0, latency = 0;
        double? firstToken = null;
        var countedInWords = false;

        var reader = new Utf8JsonReader(line);
        if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject) throw new JsonException("the line is not a JSON object");
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var name = reader.ValueSpan;
            if (name.SequenceEqual("id"u8)) id = ReadId(ref reader);
            else if (name.SequenceEqual("prompt"u8)) prompt = ReadText(ref reader);
            else if (name.SequenceEqual("output_len"u8)) outputLength = ReadInteger(ref reader) ?? 0;
            else if (name.SequenceEqual("score"u8)) score = ReadNumber(ref reader) ?? 0;
            else if (name.SequenceEqual("extracted_output"u8)) extracted = ReadRaw(ref reader, line);
            else if (name.SequenceEqual("ground_truth"u8)) { reader.Read(); groundTruth = JsonElement.ParseValue(ref reader); }
            else if (name.SequenceEqual("output"u8)) output = ReadText(ref reader);
            else if (name.SequenceEqual("data_source"u8)) dataSource = ReadText(ref reader);
            else if (name.SequenceEqual("status"u8)) status = StatusOf(ReadText(ref reader));
            else if (name.SequenceEqual("reason"u8)) reason = ReadText(ref reader);
            else if (name.SequenceEqual("finish_reason"u8)) finishReason = ReadText(ref reader);
            else if (name.SequenceEqual("prompt_len"u8)) promptLength = ReadInteger(ref reader);
            else if (name.SequenceEqual("sample"u8)) sample = ReadInteger(ref reader) ?? 0;
            else if (name.SequenceEqual("latency_ms"u8)) latency = ReadNumber(ref reader) ?? 0;
            else if (name.SequenceEqual("ttft_ms"u8)) firstToken = ReadNumber(ref reader);
            else if (name.SequenceEqual("attempts"u8)) attempts = ReadInteger(ref reader) ?? 1;
            else if (name.SequenceEqual("reasoning"u8)) reasoning = ReadText(ref reader);
            else if (name.SequenceEqual("output_len_source"u8)) countedInWords = ReadText(ref reader) == "words";
            else { reader.Read(); reader.Skip(); }
        }
        if (reader.Read()) throw new JsonException("something follows the JSON object");
        return new()
        {
            Id = id ?? throw new JsonException("id is missing"),
            Prompt = prompt ?? throw new JsonException("prompt is missing"),
            OutputLength = outputLength,
            Score = score,
            ExtractedOutput = extracted,
            GroundTruth = groundTruth.ValueKind != JsonValueKind.Undefined ? groundTruth : throw new JsonException("ground_truth is missing"),
            Output = output ?? throw new JsonException("output is missing"),
            DataSource = dataSource ?? throw new JsonException("data_source is missing"),
            Status = status ?? throw new JsonException("status is missing"),
            Reason = reason,
            FinishReason = finishReason,
            PromptLength = promptLength,
            Sample = sample,
            LatencyMs = latency,
            TimeToFirstTokenMs = firstToken,
            Attempts = attempts,
            Reasoning = reasoning,
            CountedInWords = countedInWords,
        };
    }

    /// <summary>Reads what a line is sorted by.</summary>
    /// <param name="line">The line.</param>
    /// <param name="withSample">Whether the sample counts, too; the id stands first, the sample far behind.</param>
    /// <exception cref="JsonException">The line is no sample.</exception>
    public static (RowId Id, int Sample) ReadKey(ReadOnlySpan<byte> line, bool withSample)
    {
        RowId id = default;
        var sample = 0;
        var reader = new Utf8JsonReader(line);
        reader.Read();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (reader.ValueTextEquals("id"u8))
            {
                id = ReadId(ref reader);
                if (!withSample) break;
            }
            else if (reader.ValueTextEquals("sample"u8)) return (id, ReadInteger(ref reader) ?? 0);
            else { reader.Read(); reader.Skip(); }
        }
        return (id, sample);
    }

    /// <summary>The status as it stands in files.</summary>
    public static string NameOf(VerdictStatus status) => status switch
    {
        VerdictStatus.Correct => "correct",
        VerdictStatus.Partial => "partial",
        VerdictStatus.Wrong => "wrong",
        _ => "no_answer",
    };

    /// <summary>The status that a name stands for.</summary>
    /// <exception cref="JsonException">The name stands for none.</exception>
    public static VerdictStatus StatusOf(string? name) => name switch
    {
        "correct" => VerdictStatus.Correct,
        "partial" => VerdictStatus.Partial,
        "wrong" => VerdictStatus.Wrong,
        "no_answer" => VerdictStatus.NoAnswer,
        _ => throw new JsonException("status is none of correct, partial, wrong, no_answer"),
    };

    /// <summary>Reads the value of an id: a whole number or a text.</summary>
    /// <exception cref="JsonException">It is neither.</exception>
    public static RowId ReadId(ref Utf8JsonReader reader)
    {
        reader.Read();
        return reader.TokenType switch
        {
            JsonTokenType.String => new(JsonStrings.Read(ref reader)),
            JsonTokenType.Number when reader.TryGetInt64(out var number) => new(number),
            _ => throw new JsonException("id must be a whole number or a string"),
        };
    }

    private static string? ReadText(ref Utf8JsonReader reader)
    {
        reader.Read();
        return reader.TokenType switch
        {
            JsonTokenType.String => JsonStrings.Read(ref reader),
            JsonTokenType.Null => null,
            _ => throw new JsonException("a string was expected"),
        };
    }

    private static double? ReadNumber(ref Utf8JsonReader reader)
    {
        reader.Read();
        return reader.TokenType switch
        {
            JsonTokenType.Number => reader.GetDouble(),
            JsonTokenType.Null => null,
            _ => throw new JsonException("a number was expected"),
        };
    }

    private static int? ReadInteger(ref Utf8JsonReader reader)
    {
        reader.Read();
        return reader.TokenType switch
        {
            JsonTokenType.Number when reader.TryGetInt32(out var number) => number,
            JsonTokenType.Null => null,
            _ => throw new JsonException("a whole number was expected"),
        };
    }

    private static string? ReadRaw(ref Utf8JsonReader reader, ReadOnlySpan<byte> line)
    {
        reader.Read();
        if (reader.TokenType == JsonTokenType.Null) return null;
        var start = (int)reader.TokenStartIndex;
        reader.Skip();
        return Encoding.UTF8.GetString(line[start..(int)reader.BytesConsumed]);
    }

    // Three decimals are microseconds: more is noise.
    private static double? Rounded(double? milliseconds) => milliseconds is null ? null : Math.Round(milliseconds.Value, 3);
}
