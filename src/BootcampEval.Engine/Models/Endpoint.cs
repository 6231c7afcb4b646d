// One server that requests go to.

namespace BootcampEval.Engine.Models;

/// <summary>One server: its addresses, what it takes, and how it is. The pool that owns it locks.</summary>
internal sealed class Endpoint
{
    private static readonly TimeSpan LongestRest = TimeSpan.FromSeconds(30);

    private int _failures;
    private long _restUntil;
    private RequestShape? _shape;

    /// <summary>Makes an endpoint that is not in use until it is found ready.</summary>
    /// <param name="baseUrl">The base URL, with or without a slash at its end.</param>
    /// <param name="shownUrl">The base URL as people may see it.</param>
    /// <param name="path">Where requests are posted, below the base: <c>completions</c>.</param>
    /// <param name="ceiling">The most requests in flight.</param>
    public Endpoint(string baseUrl, string shownUrl, string path, int ceiling)
    {
        var root = baseUrl.TrimEnd('/');
        ShownUrl = shownUrl;
        Requests = new Uri($"{root}/{path}");
        Models = new Uri($"{root}/models");
        Limit = new(ceiling);
    }

    /// <summary>The base URL as people may see it.</summary>
    public string ShownUrl { get; }

    /// <summary>Where requests are posted.</summary>
    public Uri Requests { get; }

    /// <summary>Where the models are listed.</summary>
    public Uri Models { get; }

    /// <summary>How many requests it takes at a time.</summary>
    public AdaptiveLimit Limit { get; }

    /// <summary>How many requests are in flight to it.</summary>
    public int InFlight { get; set; }

    /// <summary>Whether it lists the model: set once, by whoever waits for that.</summary>
    public bool Ready { get; set; }

    /// <summary>How requests to it are worded; replaced as its refusals teach.</summary>
    public RequestShape Shape { get => Volatile.Read(ref _shape!); set => Volatile.Write(ref _shape, value); }

    /// <summary>Whether its last requests found nobody there.</summary>
    public bool IsResting => _failures > 0;

    /// <summary>Whether a request may be sent: it is well, or has rested long enough for one to try.</summary>
    public bool MayBeAsked(long now) => _failures == 0 || (InFlight == 0 && now >= _restUntil);

    /// <summary>It answered.</summary>
    public void Answered() => _failures = 0;

    /// <summary>Nobody was there: it rests, longer each time.</summary>
    public void WasUnreachable(TimeProvider time)
    {
        // All requests to a server that dies fail together: that is one failure.
        if (_failures > 0 && time.GetTimestamp() < _restUntil) return;
        _failures = Math.Min(_failures + 1, 16);
        var rest = TimeSpan.FromSeconds(Math.Min(LongestRest.TotalSeconds, Math.Pow(2, _failures - 1)));
        _restUntil = time.GetTimestamp() + (long)(rest.TotalSeconds * time.TimestampFrequency);
    }
}
