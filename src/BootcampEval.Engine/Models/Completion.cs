// What a model gave for one prompt.

namespace BootcampEval.Engine.Models;

/// <summary>A finished answer of a model, with what it cost.</summary>
public sealed record Completion
{
    /// <summary>The answer: what is verified. Reasoning that the server returns apart is not in it.</summary>
    public required string Text { get; init; }

    /// <summary>Reasoning that the server returned apart from the answer; null when it returned none.</summary>
    public string? Reasoning { get; init; }

    /// <summary>Why the answer ended, in the server's word (<c>stop</c>, <c>length</c>); null when the server does not say.</summary>
    public string? FinishReason { get; init; }

    /// <summary>Tokens of the answer, as the server counted them; null when it does not say.</summary>
    public int? CompletionTokens { get; init; }

    /// <summary>Tokens of the prompt, as the server counted them; null when it does not say.</summary>
    public int? PromptTokens { get; init; }

    /// <summary>The time of the request that gave the answer, from sending to the last byte.</summary>
    public TimeSpan Latency { get; init; }

    /// <summary>The time from sending to the first token; null when the answer was not streamed.</summary>
    public TimeSpan? TimeToFirstToken { get; init; }

    /// <summary>How many requests it took, the last included.</summary>
    public int Attempts { get; init; } = 1;
}
