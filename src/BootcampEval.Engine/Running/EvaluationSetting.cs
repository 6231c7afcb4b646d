// The one table of an evaluation's settings: the command line, eval_args.json, --config and the comparison on resume are all made from it.

using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace BootcampEval.Engine.Running;

/// <summary>One named setting of an evaluation: how it is called, what it means, how text sets it and how JSON shows it.</summary>
public sealed class EvaluationSetting
{
    private readonly Func<EvaluationOptions, string, EvaluationOptions> _set;
    private readonly Func<EvaluationOptions, JsonNode?> _get;

    private EvaluationSetting(string name, string value, string description,
        Func<EvaluationOptions, string, EvaluationOptions> set, Func<EvaluationOptions, JsonNode?> get)
    {
        Name = name;
        Value = value;
        Description = description;
        _set = set;
        _get = get;
    }

    /// <summary>The name, as the guide writes it: <c>max_tokens</c>.</summary>
    public string Name { get; }

    /// <summary>What stands for the value in a usage line: <c>N</c>, <c>URL</c>.</summary>
    public string Value { get; }

    /// <summary>What it means, with its default.</summary>
    public string Description { get; }

    /// <summary>Whether it may be given several times; the values add up.</summary>
    public bool Repeatable { get; private init; }

    /// <summary>Whether it may stand without a value, which means true.</summary>
    public bool IsSwitch { get; private init; }

    /// <summary>Whether another value may give other scores: a run can't be resumed with it.</summary>
    public bool ChangesResults { get; private init; }

    /// <summary>The options with this setting's value replaced.</summary>
    /// <param name="options">The options to start from.</param>
    /// <param name="values">One text; several for a repeatable setting.</param>
    /// <exception cref="FormatException">A text is no value of this setting; the message is fit for a person.</exception>
    public EvaluationOptions Apply(EvaluationOptions options, params IReadOnlyList<string> values)
    {
        if (values.Count > 1 && !Repeatable) throw new FormatException($"--{Name} can be given only once");
        if (Repeatable) options = Cleared(options);
        foreach (var value in values)
        {
            try
            {
                options = _set(options, value);
            }
            catch (Exception fault) when (fault is FormatException or OverflowException)
            {
                throw new FormatException($"--{Name} {value}: {fault.Message}", fault);
            }
        }
        return options;
    }

    /// <summary>The value as JSON text; keys and passwords are masked.</summary>
    public string JsonOf(EvaluationOptions options) => _get(options)?.ToJsonString(ReadableJson) ?? "null";

    /// <summary>The texts that <see cref="Apply"/> takes, from a JSON value of a file; null when the file leaves the setting open.</summary>
    /// <exception cref="FormatException">The JSON is no value of a setting.</exception>
    public IReadOnlyList<string>? TextsOf(JsonElement json)
    {
        if (json.ValueKind == JsonValueKind.Null) return null;
        if (Repeatable && json.ValueKind == JsonValueKind.Array) return [.. json.EnumerateArray().Select(TextOf)];
        return [TextOf(json)];

        string TextOf(JsonElement value) => value.ValueKind switch
        {
            JsonValueKind.String => value.GetString()!,
            JsonValueKind.True => "true",
            JsonValueKind.False => "false",
            JsonValueKind.Number or JsonValueKind.Object => value.GetRawText(),
            _ => throw new FormatException($"{Name}: {value.ValueKind} is no value of it"),
        };
    }

    /// <summary>All settings, in the order in which help and eval_args.json show them.</summary>
    public static IReadOnlyList<EvaluationSetting> All { get; } = Table();

    /// <summary>Finds a setting by its name, in snake_case or kebab-case, without the dashes before it.</summary>
    public static EvaluationSetting? Find(string name) =>
        All.FirstOrDefault(setting => setting.Name == name.Replace('-', '_'));

    private static readonly JsonSerializerOptions ReadableJson = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private EvaluationOptions Cleared(EvaluationOptions options) => Name switch
    {
        "url" => options with { Urls = [] },
        "header" => options with { Headers = [] },
        "bootcamps" => options with { Bootcamps = [] },
        _ => options,
    };

    private static EvaluationSetting[] Table() =>
    [
        new("url", "URL", "base URL of an OpenAI-compatible API; repeat it to spread requests (default: an embedded reference server)",
            (o, v) => o with { Urls = [.. o.Urls, v] },
            o => o.Urls.Count == 1 ? Secrets.OfUrl(o.Urls[0]) : Array(o.Urls.Select(Secrets.OfUrl))) { Repeatable = true },
        new("api_key", "KEY", "sent as a bearer token; also read from BOOTCAMP_API_KEY and OPENAI_API_KEY (default: EMPTY)",
            (o, v) => v == Secrets.Mask ? o : o with { ApiKey = v }, o => o.ApiKey == EvaluationOptions.NoApiKey ? o.ApiKey : Secrets.Mask),
        new("model_name", "NAME", "the model, as the server lists it (required)",
            (o, v) => o with { ModelName = v }, o => o.ModelName) { ChangesResults = true },
        new("test_dir", "DIR", "a folder of .jsonl test files, or one such file (required)", (o, v) => o with { TestDir = v }, o => o.TestDir),
        new("max_concurrent_requests", "N", "most requests in flight over the whole run (default: 128)",
            (o, v) => o with { MaxConcurrentRequests = Integer(v) }, o => o.MaxConcurrentRequests),
        new("template", "NAME|FILE", "r1, qwen, internthinker, chatml or a template file; completion mode (default: chatml)",
            (o, v) => o with { Template = v }, o => o.Template) { ChangesResults = true },
        new("max_tokens", "N", "most tokens of an answer (default: 32768)",
            (o, v) => o with { MaxTokens = Integer(v) }, o => o.MaxTokens) { ChangesResults = true },
        new("temperature", "X", "sampling temperature (default: 0)",
            (o, v) => o with { Temperature = Real(v) }, o => o.Temperature) { ChangesResults = true },
        new("timeout", "TIME", "longest silence of one request; a bare number is milliseconds, else ms, s, m, h (default: 10m)",
            (o, v) => o with { Timeout = Duration.Parse(v) }, o => Milliseconds(o.Timeout)),
        new("request_timeout", "TIME", "longest time of one request in all (default: none)",
            (o, v) => o with { RequestTimeout = Duration.Parse(v) }, o => Milliseconds(o.RequestTimeout)),
        new("api_mode", "MODE", "completion or chat_completion (default: completion)",
            (o, v) => o with { ApiMode = Choice(v, ("completion", ApiMode.Completion), ("chat_completion", ApiMode.ChatCompletion)) },
            o => o.ApiMode == ApiMode.Completion ? "completion" : "chat_completion") { ChangesResults = true },
        new("sys_prompt", "TEXT", "system prompt of chat mode (default: the template's own, if it has one)",
            (o, v) => o with { SysPrompt = v }, o => o.SysPrompt) { ChangesResults = true },
        new("max_retries", "N", "retries of one request (default: 16)", (o, v) => o with { MaxRetries = Integer(v) }, o => o.MaxRetries),
        new("max_retrying_delay", "SECONDS", "longest wait between two tries (default: 60)",
            (o, v) => o with { MaxRetryingDelay = Seconds(v) }, o => o.MaxRetryingDelay.TotalSeconds),
        new("output_dir", "DIR", "where run folders are made (default: output)", (o, v) => o with { OutputDir = v }, o => o.OutputDir),
        new("samples", "N", "answers asked for each row (default: 1)",
            (o, v) => o with { Samples = Integer(v) }, o => o.Samples) { ChangesResults = true },
        new("limit", "N", "most rows of each test file (default: all)",
            (o, v) => o with { Limit = Integer(v) }, o => o.Limit) { ChangesResults = true },
        new("bootcamps", "A,B", "run only these data sources (default: all)",
            (o, v) => o with { Bootcamps = [.. o.Bootcamps, .. v.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)] },
            o => Array(o.Bootcamps)) { Repeatable = true, ChangesResults = true },
        new("skip_bad_rows", "", "leave bad rows out, and list them, instead of stopping before the run",
            (o, v) => o with { SkipBadRows = Switch(v) }, o => o.SkipBadRows) { IsSwitch = true, ChangesResults = true },
        new("stream", "on|off", "ask for answers as streams (default: on)", (o, v) => o with { Stream = Switch(v) }, o => o.Stream),
        new("top_p", "X", "nucleus sampling (default: the server's)", (o, v) => o with { TopP = Real(v) }, o => o.TopP) { ChangesResults = true },
        new("top_k", "N", "sample from the k likeliest tokens (default: the server's)",
            (o, v) => o with { TopK = Integer(v) }, o => o.TopK) { ChangesResults = true },
        new("min_p", "X", "least relative probability of a token (default: the server's)",
            (o, v) => o with { MinP = Real(v) }, o => o.MinP) { ChangesResults = true },
        new("seed", "N", "seed sent with each request (default: the server's)",
            (o, v) => o with { Seed = Long(v) }, o => o.Seed) { ChangesResults = true },
        new("extra_body", "JSON", "members added to each request",
            (o, v) => o with { ExtraBody = v }, o => o.ExtraBody is null ? null : JsonNode.Parse(o.ExtraBody)) { ChangesResults = true },
        new("header", "K=V", "a header added to each request; may be repeated",
            (o, v) => v.EndsWith("=" + Secrets.Mask, StringComparison.Ordinal) ? o : o with { Headers = [.. o.Headers, v] },
            o => Array(o.Headers.Select(Secrets.OfHeader))) { Repeatable = true },
        new("max_tokens_field", "NAME", "the request's member for --max_tokens (default: max_tokens, or what the server wants)",
            (o, v) => o with { MaxTokensField = v }, o => o.MaxTokensField),
        new("wait_timeout", "TIME", "how long to wait for the service to become ready (default: 60m)",
            (o, v) => o with { WaitTimeout = Duration.Parse(v) }, o => Milliseconds(o.WaitTimeout)),
        new("wait_interval", "TIME", "pause between two looks at the service (default: 60s)",
            (o, v) => o with { WaitInterval = Duration.Parse(v) }, o => Milliseconds(o.WaitInterval)),
        new("on_failure", "RULE", "what failed samples count: exclude (nothing) or zero (default: exclude)",
            (o, v) => o with { OnFailure = Choice(v, ("exclude", FailureRule.Exclude), ("zero", FailureRule.Zero)) },
            o => o.OnFailure == FailureRule.Exclude ? "exclude" : "zero"),
        new("resume", "DIR", "go on with the run in this folder", (o, v) => o with { Resume = v }, _ => null),
    ];

    private static JsonArray Array(IEnumerable<string> texts) => new([.. texts.Select(text => (JsonNode)text)]);

    private static JsonNode? Milliseconds(TimeSpan? time) => time?.TotalMilliseconds;

    private static int Integer(string text) =>
        int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
            ? number : throw new FormatException("must be a whole number");

    private static long Long(string text) =>
        long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
            ? number : throw new FormatException("must be a whole number");

    private static double Real(string text) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number)
            ? number : throw new FormatException("must be a number");

    private static TimeSpan Seconds(string text) =>
        Real(text) is >= 0 and <= 31_536_000 and var seconds ? TimeSpan.FromSeconds(seconds) : throw new FormatException("must be a number of seconds, 0 to a year");

    private static bool Switch(string text) => Choice(text, ("on", true), ("off", false), ("true", true), ("false", false));

    private static T Choice<T>(string text, params ReadOnlySpan<(string Name, T Value)> choices)
    {
        foreach (var (name, value) in choices)
            if (name == text) return value;
        var names = new List<string>();
        foreach (var (name, _) in choices) names.Add(name);
        throw new FormatException($"must be one of {string.Join(", ", names)}");
    }
}
