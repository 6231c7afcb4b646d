// --config: the options of an evaluation from a file, an eval_args.json of an earlier run or YAML.

using System.Globalization;
using System.Text;
using System.Text.Json;
using BootcampEval.Engine.Results;
using BootcampEval.Engine.Running;
using BootcampEval.Sdk;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace BootcampEval.Cli.CommandLine;

/// <summary>Reads the settings that a file makes.</summary>
internal static class ConfigFile
{
    /// <summary>The options with the file's settings applied.</summary>
    /// <exception cref="UserFaultException">The file can't be read, or sets what is no option or no value; the message names the file.</exception>
    public static EvaluationOptions Apply(string path, EvaluationOptions options)
    {
        foreach (var (name, value) in Read(path))
        {
            if (RunArguments.Facts.Contains(name)) continue;
            var setting = EvaluationSetting.Find(name) ?? throw new UserFaultException($"{path}: '{name}' is no option{DidYouMean(name)}");
            try
            {
                if (setting.TextsOf(value) is { } texts) options = setting.Apply(options, texts);
            }
            catch (FormatException fault)
            {
                throw new UserFaultException($"{path}: {fault.Message}");
            }
        }
        return options;
    }

    private static IEnumerable<(string Name, JsonElement Value)> Read(string path)
    {
        var text = ReadText(path);
        try
        {
            var json = text.AsSpan().TrimStart().StartsWith('{') ? JsonElement.Parse(text) : FromYaml(text);
            if (json.ValueKind != JsonValueKind.Object) throw new UserFaultException($"{path}: must be a JSON object, or a YAML mapping, of options");
            return json.EnumerateObject().Select(member => (member.Name, member.Value));
        }
        catch (JsonException fault)
        {
            throw new UserFaultException($"{path}: {fault.Message}");
        }
        catch (YamlException fault)
        {
            throw new UserFaultException($"{path}:{fault.Start.Line}: {fault.InnerException?.Message ?? fault.Message}");
        }
    }

    private static string ReadText(string path)
    {
        try
        {
            return File.ReadAllText(path);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new UserFaultException($"--config {path}: {fault.Message}");
        }
    }

    private static JsonElement FromYaml(string text)
    {
        var yaml = new YamlStream();
        yaml.Load(new StringReader(text));
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes))
        {
            if (yaml.Documents.Count == 0) json.WriteNullValue();
            else Write(json, yaml.Documents[0].RootNode);
        }
        return JsonElement.Parse(Encoding.UTF8.GetString(bytes.ToArray()));
    }

    private static void Write(Utf8JsonWriter json, YamlNode node)
    {
        switch (node)
        {
            case YamlMappingNode mapping:
                json.WriteStartObject();
                foreach (var (name, value) in mapping.Children)
                {
                    json.WritePropertyName(((YamlScalarNode)name).Value ?? "");
                    Write(json, value);
                }
                json.WriteEndObject();
                break;
            case YamlSequenceNode sequence:
                json.WriteStartArray();
                foreach (var item in sequence) Write(json, item);
                json.WriteEndArray();
                break;
            case YamlScalarNode { Style: ScalarStyle.Plain, Value: "" or "~" or "null" }: json.WriteNullValue(); break;
            case YamlScalarNode { Style: ScalarStyle.Plain, Value: "true" or "false" } truth: json.WriteBooleanValue(truth.Value == "true"); break;
            case YamlScalarNode { Style: ScalarStyle.Plain, Value: { } number } when IsJsonNumber(number): json.WriteRawValue(number); break;
            case YamlScalarNode scalar: json.WriteStringValue(scalar.Value); break;
        }
    }

    private static bool IsJsonNumber(string text)
    {
        if (!double.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent, CultureInfo.InvariantCulture, out _)) return false;
        try
        {
            return JsonElement.Parse(text).ValueKind == JsonValueKind.Number;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private static string DidYouMean(string name)
    {
        var wanted = name.Replace('-', '_');
        if (wanted.Length > 100) return "";
        var closest = EvaluationSetting.All.MinBy(setting => EditDistance.Between(setting.Name, wanted));
        return closest is not null && EditDistance.Between(closest.Name, wanted) <= 3 ? $": did you mean {closest.Name}?" : "";
    }
}
