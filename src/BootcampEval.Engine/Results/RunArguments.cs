// eval_args.json: all that a run was started with, so that it can be repeated and resumed.

using System.Reflection;
using System.Text;
using System.Text.Json;
using BootcampEval.Engine.Json;
using BootcampEval.Engine.Running;

namespace BootcampEval.Engine.Results;

/// <summary>What a run was started with.</summary>
/// <param name="Options">The options; keys and passwords are masked.</param>
/// <param name="Version">The version of the program.</param>
/// <param name="PromptFormat">What stands around a prompt, with <c>{input}</c> in its place: the text of the template, or the system prompt of chat mode.</param>
/// <param name="Files">The test files, in order.</param>
public sealed record RunArguments(EvaluationOptions Options, string Version, string PromptFormat, IReadOnlyList<TestFileMark> Files)
{
    /// <summary>The version of this program.</summary>
    public static string CurrentVersion { get; } =
        typeof(RunArguments).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0] ?? "0";

    /// <summary>The members of eval_args.json that are no settings.</summary>
    public static IReadOnlyList<string> Facts { get; } = ["version", "prompt_format", "files"];

    /// <summary>Reads an eval_args.json.</summary>
    /// <exception cref="IOException">The file can't be read.</exception>
    /// <exception cref="FormatException">The file is not what a run leaves; the message names it.</exception>
    public static RunArguments Read(string path)
    {
        try
        {
            using var document = JsonDocument.Parse(File.ReadAllBytes(path));
            var root = document.RootElement;
            var options = new EvaluationOptions();
            foreach (var setting in EvaluationSetting.All)
                if (root.TryGetProperty(setting.Name, out var value) && setting.TextsOf(value) is { } texts) options = setting.Apply(options, texts);
            return new(options, root.GetProperty("version").GetString() ?? "",
                root.GetProperty("prompt_format").GetString() ?? "",
                [.. root.GetProperty("files").EnumerateObject().Select(file => TestFileMark.Read(file.Name, file.Value))]);
        }
        catch (Exception fault) when (fault is JsonException or FormatException or InvalidOperationException or KeyNotFoundException)
        {
            throw new FormatException($"{path} is not what a run leaves: {fault.Message}", fault);
        }
    }

    internal void Write(string path)
    {
        using var json = new Utf8Buffer();
        json.Append("{\n"u8);
        foreach (var setting in EvaluationSetting.All)
        {
            if (setting.Name == "resume") continue;
            json.Append("  "u8);
            JsonStrings.Append(json, setting.Name);
            json.Append(": "u8);
            json.Append(Encoding.UTF8.GetBytes(setting.JsonOf(Options)));
            json.Append(",\n"u8);
        }
        json.Append("  \"version\": "u8);
        JsonStrings.Append(json, Version);
        json.Append(",\n  \"prompt_format\": "u8);
        JsonStrings.Append(json, PromptFormat);
        json.Append(",\n  \"files\": {"u8);
        for (var i = 0; i < Files.Count; i++)
        {
            json.Append(i == 0 ? "\n    "u8 : ",\n    "u8);
            Files[i].Append(json);
        }
        json.Append("\n  }\n}\n"u8);
        AtomicFile.Write(path, json.Written);
    }
}

/// <summary>What a test file was when the run began.</summary>
public sealed record TestFileMark
{
    /// <summary>The file's name, without its folder.</summary>
    public required string Name { get; init; }

    /// <summary>The SHA-256 of its bytes, in lower-case hexadecimal.</summary>
    public required string Sha256 { get; init; }

    /// <summary>How many rows it has, bad ones included.</summary>
    public required long Rows { get; init; }

    /// <summary>How many rows of each data source are run, by its name.</summary>
    public required IReadOnlyDictionary<string, long> DataSources { get; init; }

    /// <summary>How many rows are bad, and left out.</summary>
    public long BadRows { get; init; }

    /// <summary>How many rows are left out because their data source is not asked for.</summary>
    public long LeftOut { get; init; }

    /// <summary>How many rows are run.</summary>
    public long RowsToRun => DataSources.Values.Sum();

    internal static TestFileMark Read(string name, JsonElement json) => new()
    {
        Name = name,
        Sha256 = json.GetProperty("sha256").GetString() ?? "",
        Rows = json.GetProperty("rows").GetInt64(),
        BadRows = json.GetProperty("bad_rows").GetInt64(),
        LeftOut = json.GetProperty("left_out").GetInt64(),
        DataSources = json.GetProperty("data_sources").EnumerateObject().ToDictionary(source => source.Name, source => source.Value.GetInt64(), StringComparer.Ordinal),
    };

    internal void Append(Utf8Buffer json)
    {
        JsonStrings.Append(json, Name);
        json.Append(": "u8);
        json.Begin();
        json.Member("sha256"u8, Sha256);
        json.Member("rows"u8, Rows);
        json.Member("bad_rows"u8, BadRows);
        json.Member("left_out"u8, LeftOut);
        json.Name("data_sources"u8);
        json.Begin();
        foreach (var (source, rows) in DataSources.OrderBy(pair => pair.Key, StringComparer.Ordinal)) json.Member(Encoding.UTF8.GetBytes(source), rows);
        json.Append("}}"u8);
    }
}
