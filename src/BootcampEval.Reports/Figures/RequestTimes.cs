// How fast the answers came.

using BootcampEval.Engine.Results.Statistics;

namespace BootcampEval.Reports.Figures;

/// <summary>Times and speeds of requests, told apart by four digits.</summary>
internal sealed class RequestTimes
{
    private const int Digits = 4;

    /// <summary>From sending to the last byte, in milliseconds.</summary>
    public CountedValues Latency { get; } = new(Digits);

    /// <summary>From sending to the first token, in milliseconds.</summary>
    public CountedValues FirstToken { get; } = new(Digits);

    /// <summary>Tokens a second.</summary>
    public CountedValues Speed { get; } = new(Digits);

    /// <summary>Adds those of others.</summary>
    public void Add(RequestTimes others)
    {
        Latency.Add(others.Latency);
        FirstToken.Add(others.FirstToken);
        Speed.Add(others.Speed);
    }
}
