// The body of a request. All but the prompt is the same for a whole run: it is made once, as bytes.

using System.Globalization;
using System.Text;
using System.Text.Json;
using BootcampEval.Engine.Json;
using BootcampEval.Engine.Running;

namespace BootcampEval.Engine.Models;

/// <summary>Writes request bodies in one dialect.</summary>
internal sealed class RequestShape
{
    private readonly byte[] _before, _after;
    private readonly long? _seed;

    /// <summary>Makes the parts that are the same for all prompts.</summary>
    public RequestShape(EvaluationOptions options, Template template, Dialect dialect)
    {
        Dialect = dialect;
        var members = MembersOf(options, template, dialect);
        _seed = members.Remove("seed") ? options.Seed : null;

        using var before = new Utf8Buffer();
        before.Append("{\"model\":"u8);
        JsonStrings.Append(before, options.ModelName);
        using var after = new Utf8Buffer();
        if (options.ApiMode == ApiMode.Completion)
        {
            before.Append(",\"prompt\":\""u8);
            JsonStrings.AppendContent(before, template.Before);
            JsonStrings.AppendContent(after, template.After);
            after.Append("\""u8);
        }
        else
        {
            before.Append(",\"messages\":["u8);
            if ((options.SysPrompt ?? template.SystemPrompt) is { Length: > 0 } system)
            {
                before.Append("{\"role\":\"system\",\"content\":"u8);
                JsonStrings.Append(before, system);
                before.Append("},"u8);
            }
            before.Append("{\"role\":\"user\",\"content\":\""u8);
            after.Append("\"}]"u8);
        }
        foreach (var (name, json) in members)
        {
            after.Append(","u8);
            JsonStrings.Append(after, name);
            after.Append(":"u8);
            after.Append(Encoding.UTF8.GetBytes(json));
        }
        _before = before.Written.ToArray();
        _after = after.Written.ToArray();
    }

    /// <summary>The dialect of the bodies.</summary>
    public Dialect Dialect { get; }

    /// <summary>Appends the body for a prompt.</summary>
    /// <param name="body">Where to.</param>
    /// <param name="prompt">The question.</param>
    /// <param name="sample">Which sample of the row, from 0: it moves the seed.</param>
    public void Write(Utf8Buffer body, string prompt, int sample)
    {
        body.Append(_before);
        JsonStrings.AppendContent(body, prompt);
        body.Append(_after);
        if (_seed is { } seed) body.Append(Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $",\"seed\":{unchecked(seed + sample)}")));
        body.Append("}"u8);
    }

    /// <summary>The members after the prompt, by name, as JSON. Those of <c>--extra_body</c> win; null there leaves one out.</summary>
    private static OrderedDictionary<string, string> MembersOf(EvaluationOptions options, Template template, Dialect dialect)
    {
        var members = new OrderedDictionary<string, string>(StringComparer.Ordinal) { [dialect.MaxTokensField] = Number(options.MaxTokens), ["temperature"] = Number(options.Temperature) };
        if (options.TopP is { } topP) members["top_p"] = Number(topP);
        if (options.TopK is { } topK) members["top_k"] = Number(topK);
        if (options.MinP is { } minP) members["min_p"] = Number(minP);
        if (options.ApiMode == ApiMode.Completion && template.StopWords.Count > 0) members["stop"] = Texts(template.StopWords);
        if (dialect.Stream) members["stream"] = "true";
        if (dialect is { Stream: true, StreamOptions: true }) members["stream_options"] = "{\"include_usage\":true}";
        if (options.Seed is not null) members["seed"] = "";
        if (options.ExtraBody is null) return members;
        using var extra = JsonDocument.Parse(options.ExtraBody);
        foreach (var member in extra.RootElement.EnumerateObject())
        {
            members.Remove(member.Name);
            if (member.Value.ValueKind != JsonValueKind.Null) members[member.Name] = member.Value.GetRawText();
        }
        return members;
    }

    private static string Number(double value) => value.ToString("R", CultureInfo.InvariantCulture);

    private static string Texts(IReadOnlyList<string> texts)
    {
        using var json = new Utf8Buffer();
        json.Append((byte)'[');
        for (var i = 0; i < texts.Count; i++)
        {
            if (i > 0) json.Append((byte)',');
            JsonStrings.Append(json, texts[i]);
        }
        json.Append((byte)']');
        return Encoding.UTF8.GetString(json.Written);
    }
}
