// What can be wrong with the values of options, each said in one line that names the option.

using System.Globalization;
using System.Text.Json;

namespace BootcampEval.Engine.Running;

/// <summary>Finds every bad value of the options.</summary>
internal static class OptionFaults
{
    /// <summary>One line for each bad value.</summary>
    public static IReadOnlyList<string> Of(EvaluationOptions options)
    {
        List<string> faults = [];
        void Require(bool holds, string option, object? value, string what)
        {
            if (!holds) faults.Add(string.Create(CultureInfo.InvariantCulture, $"--{option}{(value is "" ? "" : " ")}{value}: {what}"));
        }

        Require(options.ModelName.Length > 0, "model_name", "", "is required");
        Require(options.TestDir.Length > 0, "test_dir", "", "is required");
        foreach (var url in options.Urls)
        {
            Require(Uri.TryCreate(url, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https", "url", Shown(url),
                "must be an http:// or https:// address, such as http://127.0.0.1:8000/v1");
        }
        Require(IsHeaderText(options.ApiKey), "api_key", "***", "must be printable ASCII without spaces");
        Require(options.MaxConcurrentRequests is >= 1 and <= 1_000_000, "max_concurrent_requests", options.MaxConcurrentRequests, "must be 1 to 1000000");
        Require(options.Template.Length > 0, "template", "", "must be a name or a path");
        Require(options.MaxTokens >= 1, "max_tokens", options.MaxTokens, "must be at least 1");
        Require(options.Temperature is >= 0 and <= 100, "temperature", options.Temperature, "must be 0 to 100");
        Require(options.Timeout > TimeSpan.Zero, "timeout", options.Timeout, "must be longer than nothing");
        Require(options.RequestTimeout is null || options.RequestTimeout > TimeSpan.Zero, "request_timeout", options.RequestTimeout, "must be longer than nothing");
        Require(options.MaxRetries is >= 0 and <= 10_000, "max_retries", options.MaxRetries, "must be 0 to 10000");
        Require(options.MaxRetryingDelay >= TimeSpan.Zero, "max_retrying_delay", options.MaxRetryingDelay.TotalSeconds, "must not be negative");
        Require(options.OutputDir.Length > 0, "output_dir", "", "must be a path");
        Require(options.Samples is >= 1 and <= 100_000, "samples", options.Samples, "must be 1 to 100000");
        Require(options.Limit is null or >= 1, "limit", options.Limit, "must be at least 1");
        Require(options.TopP is null or (> 0 and <= 1), "top_p", options.TopP, "must be above 0 and at most 1");
        Require(options.TopK is null or >= -1, "top_k", options.TopK, "must be at least -1");
        Require(options.MinP is null or (>= 0 and <= 1), "min_p", options.MinP, "must be 0 to 1");
        Require(options.WaitTimeout >= TimeSpan.Zero, "wait_timeout", options.WaitTimeout, "must not be negative");
        Require(options.WaitInterval > TimeSpan.Zero, "wait_interval", options.WaitInterval, "must be longer than nothing");
        Require(options.MaxTokensField is null or { Length: > 0 }, "max_tokens_field", "", "must be a name");
        Require(options.ExtraBody is null || IsObject(options.ExtraBody), "extra_body", options.ExtraBody, "must be a JSON object");
        foreach (var header in options.Headers)
        {
            var cut = header.IndexOf('=', StringComparison.Ordinal);
            Require(cut > 0 && header.AsSpan(0, cut).IndexOfAnyExcept(TokenCharacters) < 0 && !header.AsSpan(cut).ContainsAnyExceptInRange(' ', '~'),
                "header", cut > 0 ? header[..cut] + "=***" : "***", "must be NAME=VALUE in printable ASCII");
        }
        return faults;
    }

    private static readonly System.Buffers.SearchValues<char> TokenCharacters = System.Buffers.SearchValues.Create(
        "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789!#$%&'*+-.^_`|~");

    private static bool IsHeaderText(string text) => !text.AsSpan().ContainsAnyExceptInRange('!', '~') && text.Length > 0;

    private static bool IsObject(string json)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            return document.RootElement.ValueKind == JsonValueKind.Object;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    // An address may carry a password: only what stands before it is shown.
    private static string Shown(string url) => url.Contains('@', StringComparison.Ordinal) ? "***" : url;
}
