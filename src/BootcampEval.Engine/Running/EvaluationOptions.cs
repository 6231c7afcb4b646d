// Everything that a person can choose about an evaluation. EvaluationSetting names the same choices for the command line and for files.

namespace BootcampEval.Engine.Running;

/// <summary>What to evaluate and how: immutable, every value with its documented default.</summary>
public sealed record EvaluationOptions
{
    /// <summary>The key that stands for "no key".</summary>
    public const string NoApiKey = "EMPTY";

    /// <summary>Base URLs of OpenAI-compatible APIs (<c>http://127.0.0.1:8000/v1</c>); requests are spread over all of them. Empty: the embedded server.</summary>
    public IReadOnlyList<string> Urls { get; init; } = [];

    /// <summary>Sent as <c>Authorization: Bearer</c>. Written nowhere.</summary>
    public string ApiKey { get; init; } = NoApiKey;

    /// <summary>The model, as the server lists it.</summary>
    public string ModelName { get; init; } = "";

    /// <summary>A folder of test files, or one test file.</summary>
    public string TestDir { get; init; } = "";

    /// <summary>The most requests in flight over the whole run.</summary>
    public int MaxConcurrentRequests { get; init; } = 128;

    /// <summary>The name of a built-in template, or the path of a template file.</summary>
    public string Template { get; init; } = "chatml";

    /// <summary>The most tokens of one answer.</summary>
    public int MaxTokens { get; init; } = 32768;

    /// <summary>The sampling temperature.</summary>
    public double Temperature { get; init; }

    /// <summary>The longest silence tolerated on one request: nothing received, neither headers nor a token.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>The longest time one request may take in all; null for no bound.</summary>
    public TimeSpan? RequestTimeout { get; init; }

    /// <summary>Which of the two APIs is asked.</summary>
    public ApiMode ApiMode { get; init; } = ApiMode.Completion;

    /// <summary>The system prompt of chat mode; null for the template's own.</summary>
    public string? SysPrompt { get; init; }

    /// <summary>How often one request is tried again.</summary>
    public int MaxRetries { get; init; } = 16;

    /// <summary>The upper bound of one wait between tries.</summary>
    public TimeSpan MaxRetryingDelay { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>The folder in which run folders are made.</summary>
    public string OutputDir { get; init; } = "output";

    /// <summary>Answers asked for each row.</summary>
    public int Samples { get; init; } = 1;

    /// <summary>The most rows taken from each test file; null for all.</summary>
    public int? Limit { get; init; }

    /// <summary>The run folder to go on with; null for a new run.</summary>
    public string? Resume { get; init; }

    /// <summary>Whether answers are asked for as streams.</summary>
    public bool Stream { get; init; } = true;

    /// <summary>Nucleus sampling; null leaves it to the server.</summary>
    public double? TopP { get; init; }

    /// <summary>Sampling from the k likeliest tokens; null leaves it to the server.</summary>
    public int? TopK { get; init; }

    /// <summary>The least probability, relative to the likeliest token; null leaves it to the server.</summary>
    public double? MinP { get; init; }

    /// <summary>The seed sent with each request; null leaves it to the server. Sample k of a row is sent seed + k.</summary>
    public long? Seed { get; init; }

    /// <summary>A JSON object whose members are added to each request; null for none.</summary>
    public string? ExtraBody { get; init; }

    /// <summary>Headers added to each request, as <c>K=V</c>.</summary>
    public IReadOnlyList<string> Headers { get; init; } = [];

    /// <summary>The name of the request's member that holds <see cref="MaxTokens"/>; null for <c>max_tokens</c>, or what the server wants instead.</summary>
    public string? MaxTokensField { get; init; }

    /// <summary>How long to wait for the service to become ready.</summary>
    public TimeSpan WaitTimeout { get; init; } = TimeSpan.FromMinutes(60);

    /// <summary>The pause between two looks at a service that is not ready.</summary>
    public TimeSpan WaitInterval { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>What a failed sample counts in the averages.</summary>
    public FailureRule OnFailure { get; init; } = FailureRule.Exclude;

    /// <summary>Whether bad rows are left out, counted and listed, instead of stopping the run before it starts.</summary>
    public bool SkipBadRows { get; init; }

    /// <summary>The data sources to run; empty for all.</summary>
    public IReadOnlyList<string> Bootcamps { get; init; } = [];

    /// <summary>Says everything that is wrong with the values, one line a value; empty when nothing is.</summary>
    public IReadOnlyList<string> Validate() => OptionFaults.Of(this);

    /// <summary>Says which values have no effect with the others, one line a value.</summary>
    public IReadOnlyList<string> WithoutEffect()
    {
        List<string> lines = [];
        if (SysPrompt is not null && ApiMode == ApiMode.Completion)
            lines.Add("--sys_prompt has no effect with --api_mode completion: the template holds the system prompt");
        if (Template != "chatml" && ApiMode == ApiMode.ChatCompletion && SysPrompt is not null)
            lines.Add("--template has no effect with --api_mode chat_completion and --sys_prompt: the server applies its own template");
        return lines;
    }
}

/// <summary>The two OpenAI-compatible APIs.</summary>
public enum ApiMode
{
    /// <summary><c>POST {url}/completions</c> with the templated prompt.</summary>
    Completion,

    /// <summary><c>POST {url}/chat/completions</c> with messages.</summary>
    ChatCompletion,
}

/// <summary>What a failed sample counts in the averages.</summary>
public enum FailureRule
{
    /// <summary>Nothing: averages are over scored samples.</summary>
    Exclude,

    /// <summary>A score of 0.</summary>
    Zero,
}
