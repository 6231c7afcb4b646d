// Finds the papers that lie beside the checkout: specs' labelled cases and the official test files. They are not part of the project.

using System.Text.Json;

namespace BootcampEval.Library.Tests;

/// <summary>The folder <c>shared</c> beside the checkout; tests that need it are skipped, and say so, where it is missing.</summary>
internal static class SharedData
{
    private static readonly Lazy<ILookup<string, OfficialRow>> OfficialRows = new(() =>
        ReadLines("eval_data").Select(line => new OfficialRow(
            line.File, line.Row, line.Json.GetProperty("data_source").GetString()!, line.Json.GetProperty("prompt").GetString()!, line.Json.GetProperty("ground_truth")))
        .ToLookup(row => row.DataSource));

    private static readonly Lazy<HashSet<(string File, int Row)>> Unanswerable = new(() =>
        [.. ReadLines("flaws").Where(line => line.Json.GetProperty("kinds").EnumerateArray().Any(kind => kind.GetString() == "unanswerable"))
            .Select(line => (line.File, line.Json.GetProperty("id").GetInt32()))]);

    private static readonly string? Root = Find();

    /// <summary>All official rows of a bootcamp.</summary>
    public static IReadOnlyList<OfficialRow> RowsOf(string bootcamp)
    {
        Require();
        return [.. OfficialRows.Value[bootcamp]];
    }

    /// <summary>Whether the audit found that nothing can score 1 on a row.</summary>
    public static bool IsUnanswerable(OfficialRow row) => Unanswerable.Value.Contains((row.File, row.Row));

    /// <summary>The outputs with which the audit shows the flaws of a bootcamp's rows, each with the score that it found.</summary>
    public static IEnumerable<(OfficialRow Row, string Output, double Score)> WitnessesOf(string bootcamp)
    {
        Require();
        var rows = RowsOf(bootcamp).ToDictionary(row => (row.File, row.Row));
        foreach (var line in ReadLines("flaws", rows.Keys.Select(key => key.File).Distinct().Single()))
            foreach (var witness in line.Json.EnumerateObject().Where(member => member.Name.StartsWith("witness", StringComparison.Ordinal)).SelectMany(member => Several(member.Value)))
                if (witness.TryGetProperty("output", out var output) && witness.TryGetProperty("score", out var score))
                    yield return (rows[(line.File, line.Json.GetProperty("id").GetInt32())], LoneSurrogates.Read(output), score.GetDouble());

        static IEnumerable<JsonElement> Several(JsonElement witness) => witness.ValueKind == JsonValueKind.Array ? witness.EnumerateArray() : [witness];
    }

    /// <summary>The labelled cases of a bootcamp, each with the ground truth of its row.</summary>
    public static IEnumerable<LabelledCase> CasesOf(string bootcamp)
    {
        Require();
        var truths = RowsOf(bootcamp).ToDictionary(row => (row.File, row.Row), row => row.GroundTruth);
        foreach (var line in ReadLines("conformance", bootcamp + ".jsonl"))
        {
            var json = line.Json;
            var score = json.GetProperty("score");
            yield return new(
                $"{bootcamp}.jsonl:{line.Row + 1} ({json.GetProperty("kind").GetString()})",
                truths[(json.GetProperty("file").GetString()!, json.GetProperty("id").GetInt32())],
                LoneSurrogates.Read(json.GetProperty("output")),
                score.ValueKind == JsonValueKind.Null ? 0 : score.GetDouble(),
                json.GetProperty("extracted"));
        }
    }

    /// <summary>The lines of one file of JSON lines.</summary>
    public static IEnumerable<JsonElement> LinesOf(string folder, string file)
    {
        Require();
        return ReadLines(folder, file).Select(line => line.Json);
    }

    private static void Require() =>
        Assert.SkipWhen(Root is null, "The folder shared/ with the official rows and labelled cases is not beside this checkout.");

    private static IEnumerable<(string File, int Row, JsonElement Json)> ReadLines(string folder, string pattern = "*.jsonl") =>
        Directory.GetFiles(Path.Combine(Root!, folder), pattern).Order(StringComparer.Ordinal).SelectMany(path =>
            File.ReadLines(path).Where(line => line.Length > 0).Select((line, row) => (Path.GetFileName(path), row, JsonElement.Parse(line, Lenient))));

    private static readonly JsonDocumentOptions Lenient = new() { MaxDepth = 1024 };

    private static string? Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (!File.Exists(Path.Combine(folder.FullName, "BootcampEval.slnx"))) continue;
            var shared = Path.Combine(folder.Parent!.FullName, "shared");
            return Directory.Exists(Path.Combine(shared, "conformance")) ? shared : null;
        }
        return null;
    }
}

/// <summary>A row of an official test file.</summary>
internal sealed record OfficialRow(string File, int Row, string DataSource, string Prompt, JsonElement GroundTruth);

/// <summary>A model's text with the verdict that the reference gave.</summary>
internal sealed record LabelledCase(string Name, JsonElement GroundTruth, string Output, double Score, JsonElement Extracted);

/// <summary>Reads JSON strings that hold lone surrogates, which System.Text.Json refuses.</summary>
internal static class LoneSurrogates
{
    public static string Read(JsonElement text)
    {
        try
        {
            return text.GetString()!;
        }
        catch (InvalidOperationException)
        {
            return Unescape(text.GetRawText().AsSpan(1..^1));
        }
    }

    private static string Unescape(ReadOnlySpan<char> raw)
    {
        var plain = new System.Text.StringBuilder(raw.Length);
        for (var i = 0; i < raw.Length; i++)
        {
            if (raw[i] != '\\')
            {
                plain.Append(raw[i]);
                continue;
            }
            i++;
            plain.Append(raw[i] switch
            {
                'n' => '\n',
                't' => '\t',
                'r' => '\r',
                'b' => '\b',
                'f' => '\f',
                'u' => (char)ushort.Parse(raw.Slice(i + 1, 4), System.Globalization.NumberStyles.HexNumber, System.Globalization.CultureInfo.InvariantCulture),
                var c => c,
            });
            if (raw[i] == 'u') i += 4;
        }
        return plain.ToString();
    }
}
