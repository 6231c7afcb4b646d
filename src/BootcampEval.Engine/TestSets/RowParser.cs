// One line of a test file, read and checked.

using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Unicode;
using BootcampEval.Engine.Json;
using BootcampEval.Sdk;

namespace BootcampEval.Engine.TestSets;

/// <summary>What became of one row.</summary>
internal enum RowKind
{
    /// <summary>It can be run.</summary>
    Sound,

    /// <summary>It can't, for the reason given.</summary>
    Bad,

    /// <summary>It can't, for no bootcamp has the name given.</summary>
    UnknownSource,

    /// <summary>It is left out because its data source is not asked for.</summary>
    LeftOut,
}

/// <summary>What became of one row.</summary>
/// <param name="Kind">Whether it can be run.</param>
/// <param name="Text">The data source of a sound row; the fault of a bad one; the name that is unknown.</param>
/// <param name="Item">The row, when it is sound and was to be made.</param>
internal readonly record struct ParsedRow(RowKind Kind, string Text, TestItem? Item = null)
{
    /// <summary>A row that can't be run.</summary>
    public static ParsedRow Bad(string fault) => new(RowKind.Bad, fault);
}

/// <summary>What is wanted of the rows.</summary>
internal enum RowPurpose
{
    /// <summary>To know whether they are sound.</summary>
    Check,

    /// <summary>To run them: they were checked before, and all were sound.</summary>
    Run,

    /// <summary>To run those that are sound.</summary>
    CheckAndRun,
}

/// <summary>Reads the rows of one test file.</summary>
/// <param name="file">The file's name, for the items.</param>
/// <param name="catalog">The bootcamps that can be run.</param>
/// <param name="chosen">The data sources to run; empty for all.</param>
/// <param name="purpose">What is wanted of the rows.</param>
internal sealed class RowParser(string file, BootcampCatalog catalog, IReadOnlySet<string> chosen, RowPurpose purpose)
{
    private readonly SampleSet _ids = new(1);
    private string _lastSource = "";

    /// <summary>Reads a row.</summary>
    /// <param name="line">The line, not blank.</param>
    /// <param name="number">Its 1-based number.</param>
    /// <param name="row">The 0-based number of the row, for rows without an id.</param>
    public ParsedRow Parse(ReadOnlyMemory<byte> line, long number, long row)
    {
        try
        {
            return Read(line, number, row);
        }
        catch (JsonException fault)
        {
            return ParsedRow.Bad($"is not valid JSON: {Plain(fault)}");
        }
    }

    private ParsedRow Read(ReadOnlyMemory<byte> line, long number, long row)
    {
        if (purpose != RowPurpose.Run && !Utf8.IsValid(line.Span)) return ParsedRow.Bad("is not valid UTF-8");
        var reader = new Utf8JsonReader(line.Span);
        reader.Read();
        if (reader.TokenType != JsonTokenType.StartObject) return ParsedRow.Bad($"must be a JSON object, not {Kind(reader.TokenType)}");

        Field source = default, prompt = default, truth = default, id = default;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var isSource = reader.ValueTextEquals("data_source"u8);
            var isPrompt = !isSource && reader.ValueTextEquals("prompt"u8);
            var isTruth = !isSource && !isPrompt && reader.ValueTextEquals("ground_truth"u8);
            var isId = !isSource && !isPrompt && !isTruth && reader.ValueTextEquals("id"u8);
            reader.Read();
            var start = (int)reader.TokenStartIndex;
            var kind = reader.TokenType;
            var escaped = kind == JsonTokenType.String && reader.ValueIsEscaped;
            reader.Skip();
            var field = new Field(kind, start, (int)reader.BytesConsumed, escaped);
            if (isSource) source = field;
            else if (isPrompt) prompt = field;
            else if (isTruth) truth = field;
            else if (isId) id = field;
        }
        if (reader.Read()) return ParsedRow.Bad("is not valid JSON: something follows the object");
        return Build(line, number, row, source, prompt, truth, id);
    }

    private ParsedRow Build(ReadOnlyMemory<byte> line, long number, long row, Field source, Field prompt, Field truth, Field id)
    {
        var text = line.Span;
        if (source.Kind == JsonTokenType.String && chosen.Count > 0 && !chosen.Contains(SourceOf(text, source))) return new(RowKind.LeftOut, "");
        if (FaultOfShape(text, source, prompt, truth, id) is { } fault) return ParsedRow.Bad(fault);

        var name = SourceOf(text, source);
        if (!catalog.TryGet(name, out var bootcamp)) return new(RowKind.UnknownSource, name);
        var rowId = id.Kind switch
        {
            JsonTokenType.String => new RowId(JsonStrings.Read(id.Content(text))),
            JsonTokenType.Number => new RowId(long.Parse(id.Raw(text), CultureInfo.InvariantCulture)),
            _ => new RowId(row),
        };
        if (purpose != RowPurpose.Run)
        {
            if (!_ids.Add(rowId)) return ParsedRow.Bad($"id {rowId} stands on an earlier row, too");
            if (FaultOfTruth(bootcamp, line[truth.Start..truth.End]) is { } misread) return ParsedRow.Bad($"{name} can't read the ground_truth: {misread}");
            if (purpose == RowPurpose.Check) return new(RowKind.Sound, bootcamp.Info.Name);
        }
        return new(RowKind.Sound, bootcamp.Info.Name,
            new(file, number, rowId, bootcamp.Info.Name, JsonStrings.Read(prompt.Content(text)), TruthOf(truth.Raw(text))));
    }

    // Checked in place: what is only looked at is not copied.
    private static string? FaultOfTruth(IBootcamp bootcamp, ReadOnlyMemory<byte> raw)
    {
        if (raw.Span[0] == (byte)'"') return bootcamp.FaultOf(TruthOf(raw.Span));
        using var document = JsonDocument.Parse(raw);
        return bootcamp.FaultOf(document.RootElement);
    }

    private static string? FaultOfShape(ReadOnlySpan<byte> line, Field source, Field prompt, Field truth, Field id)
    {
        if (source.Kind == JsonTokenType.String && prompt.Kind == JsonTokenType.String && truth.Kind != JsonTokenType.None && id.Kind == JsonTokenType.None) return null;
        List<string> faults = [];
        RequireText("data_source", source);
        RequireText("prompt", prompt);
        if (truth.Kind == JsonTokenType.None) faults.Add("ground_truth is missing");
        var wholeNumber = id.Kind == JsonTokenType.Number && long.TryParse(id.Raw(line), CultureInfo.InvariantCulture, out _);
        if (!wholeNumber && id.Kind is not (JsonTokenType.None or JsonTokenType.Null or JsonTokenType.String))
            faults.Add($"id must be a whole number or a string, not {(id.Kind == JsonTokenType.Number ? "another number" : Kind(id.Kind))}");
        return faults.Count == 0 ? null : string.Join("; ", faults);

        void RequireText(string name, Field field)
        {
            if (field.Kind == JsonTokenType.None) faults.Add($"{name} is missing");
            else if (field.Kind != JsonTokenType.String) faults.Add($"{name} must be a string, not {Kind(field.Kind)}");
        }
    }

    // Most rows of a file have one data source: its name is made once.
    private string SourceOf(ReadOnlySpan<byte> line, Field source)
    {
        var content = source.Content(line);
        if (!source.Escaped && Encoding.UTF8.GetByteCount(_lastSource) == content.Length && Utf8Equals(content, _lastSource)) return _lastSource;
        return _lastSource = JsonStrings.Read(content);

        static bool Utf8Equals(ReadOnlySpan<byte> bytes, string text)
        {
            Span<byte> room = stackalloc byte[256];
            return Encoding.UTF8.TryGetBytes(text, room, out var written) && room[..written].SequenceEqual(bytes);
        }
    }

    /// <summary>The ground truth; a string that holds a JSON object is decoded.</summary>
    private static JsonElement TruthOf(ReadOnlySpan<byte> raw)
    {
        var reader = new Utf8JsonReader(raw);
        var element = JsonElement.ParseValue(ref reader);
        if (element.ValueKind != JsonValueKind.String) return element;
        var text = JsonStrings.Read(element);
        if (!text.AsSpan().TrimStart().StartsWith("{", StringComparison.Ordinal)) return element;
        try
        {
            return JsonElement.Parse(text);
        }
        catch (JsonException)
        {
            return element;
        }
    }

    private static string Kind(JsonTokenType token) => token switch
    {
        JsonTokenType.StartObject => "an object",
        JsonTokenType.StartArray => "an array",
        JsonTokenType.String => "a string",
        JsonTokenType.Number => "a number",
        JsonTokenType.True or JsonTokenType.False => "a truth value",
        _ => "null",
    };

    private static string Plain(JsonException fault)
    {
        var message = fault.Message;
        var end = message.IndexOf(" LineNumber:", StringComparison.Ordinal);
        if (end >= 0) message = message[..end];
        return $"{message.TrimEnd('.')}, at byte {fault.BytePositionInLine}";
    }

    /// <summary>Where the value of a member stands in the line.</summary>
    private readonly record struct Field(JsonTokenType Kind, int Start, int End, bool Escaped)
    {
        /// <summary>The value as it stands.</summary>
        public ReadOnlySpan<byte> Raw(ReadOnlySpan<byte> line) => line[Start..End];

        /// <summary>What stands between the quotes of a string.</summary>
        public ReadOnlySpan<byte> Content(ReadOnlySpan<byte> line) => line[(Start + 1)..(End - 1)];
    }
}
