// One scored sample: a line of a details file.

using System.Text.Json;
using BootcampEval.Engine.TestSets;
using BootcampEval.Sdk;

namespace BootcampEval.Engine.Results;

/// <summary>A scored sample, complete in itself: question, truth, answer, verdict and cost. One line of <c>details/</c>.</summary>
public sealed record SampleRecord
{
    /// <summary>The row's id within its test file.</summary>
    public required RowId Id { get; init; }

    /// <summary>The question of the test file.</summary>
    public required string Prompt { get; init; }

    /// <summary>The answer's length: tokens as the server counted them, or words where it does not (<see cref="CountedInWords"/>).</summary>
    public required int OutputLength { get; init; }

    /// <summary>The official score, 0 to 1.</summary>
    public required double Score { get; init; }

    /// <summary>The answer read from the output, as JSON text; null when none was found.</summary>
    public required string? ExtractedOutput { get; init; }

    /// <summary>What the answer was verified against.</summary>
    public required JsonElement GroundTruth { get; init; }

    /// <summary>The text that was verified.</summary>
    public required string Output { get; init; }

    /// <summary>The name of the bootcamp.</summary>
    public required string DataSource { get; init; }

    /// <summary>The kind of outcome.</summary>
    public required VerdictStatus Status { get; init; }

    /// <summary>Why the score is not 1; null when it is.</summary>
    public required string? Reason { get; init; }

    /// <summary>Why the answer ended, in the server's word; null when it does not say.</summary>
    public string? FinishReason { get; init; }

    /// <summary>Tokens of the prompt; null when the server does not say.</summary>
    public int? PromptLength { get; init; }

    /// <summary>Which of the row's samples this is, from 0.</summary>
    public int Sample { get; init; }

    /// <summary>The time of the request that gave the answer, in milliseconds.</summary>
    public double LatencyMs { get; init; }

    /// <summary>The time to the first token, in milliseconds; null when the answer was not streamed.</summary>
    public double? TimeToFirstTokenMs { get; init; }

    /// <summary>How many requests it took.</summary>
    public int Attempts { get; init; } = 1;

    /// <summary>Reasoning that the server returned apart from the answer; null when it returned none.</summary>
    public string? Reasoning { get; init; }

    /// <summary>Whether <see cref="OutputLength"/> counts words because the server gave no token count.</summary>
    public bool CountedInWords { get; init; }

    /// <summary>Whether the answer was cut off at the token limit.</summary>
    public bool Truncated => FinishReason == "length";
}
