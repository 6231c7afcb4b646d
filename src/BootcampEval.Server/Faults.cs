// Everything that can be made to go wrong with the model server.

namespace BootcampEval.Server;

/// <summary>Delays and failures of a model server, drawn from a seed in order of arrival.</summary>
public sealed record Faults
{
    /// <summary>Silence before the first byte of an answer.</summary>
    public TimeSpan Latency { get; init; }

    /// <summary>How fast an answer is produced; 0 for at once.</summary>
    public double TokensPerSecond { get; init; }

    /// <summary>The fraction of requests answered with <see cref="Status"/>.</summary>
    public double FailRate { get; init; }

    /// <summary>The HTTP status of failed requests.</summary>
    public int Status { get; init; } = 500;

    /// <summary>The fraction of requests whose connection is cut, before the headers or in the middle of the body.</summary>
    public double DisconnectRate { get; init; }

    /// <summary>The fraction of requests answered with status 200 and something that is no completion.</summary>
    public double MalformedRate { get; init; }

    /// <summary>Most requests served at the same time; more are refused with <see cref="OverloadStatus"/>. 0 for no limit.</summary>
    public int MaxConcurrent { get; init; }

    /// <summary>The HTTP status of refused requests.</summary>
    public int OverloadStatus { get; init; } = 429;

    /// <summary>Sent with failed and refused requests as <c>Retry-After</c>, in whole seconds; null for not at all.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>What every draw follows from.</summary>
    public ulong Seed { get; init; }
}
