// How fast the answers came.

using BootcampEval.Engine.Results.Statistics;

namespace BootcampEval.Reports.Figures;

/// <summary>Times and speeds of requests.</summary>
internal sealed class RequestTimes
{
    /// <summary>From sending to the last byte, in milliseconds.</summary>
    public CountedValues Latency { get; } = new();

    /// <summary>From sending to the first token, in milliseconds.</summary>
    public CountedValues FirstToken { get; } = new();

    /// <summary>Tokens a second.</summary>
    public CountedValues Speed { get; } = new();

    /// <summary>Adds those of others.</summary>
    public void Add(RequestTimes others)
    {
        Latency.Add(others.Latency);
        FirstToken.Add(others.FirstToken);
        Speed.Add(others.Speed);
    }
}
