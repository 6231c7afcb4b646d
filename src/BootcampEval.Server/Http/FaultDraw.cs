// Which fault, if any, befalls a request.

using BootcampEval.Server.Answers;

namespace BootcampEval.Server.Http;

/// <summary>What goes wrong with one request.</summary>
internal enum Fault
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>An HTTP error.</summary>
    Failure,

    /// <summary>The connection is cut before the headers.</summary>
    CutBeforeHeaders,

    /// <summary>The connection is cut in the middle of the answer.</summary>
    CutInBody,

    /// <summary>An HTML page with status 200.</summary>
    Html,

    /// <summary>JSON of another shape.</summary>
    OtherJson,

    /// <summary>An answer that stops in the middle though the response ends well.</summary>
    HalfAnswer,
}

/// <summary>Draws faults: the n-th request of a server with the same seed always meets the same one.</summary>
internal sealed class FaultDraw(Faults faults)
{
    private readonly bool _isCalm = faults is { FailRate: 0, DisconnectRate: 0, MalformedRate: 0 };
    private long _arrivals;

    /// <summary>The fault of the next request.</summary>
    public Fault Next()
    {
        if (_isCalm) return Fault.None;
        var draw = Fingerprint.Mix(faults.Seed, (ulong)Interlocked.Increment(ref _arrivals));
        var place = Fingerprint.Fraction(draw);
        var kind = Fingerprint.Mix(draw, 1);
        if ((place -= faults.FailRate) < 0) return Fault.Failure;
        if ((place -= faults.DisconnectRate) < 0) return kind % 2 == 0 ? Fault.CutBeforeHeaders : Fault.CutInBody;
        if (place - faults.MalformedRate < 0) return (kind % 3) switch { 0 => Fault.Html, 1 => Fault.OtherJson, _ => Fault.HalfAnswer };
        return Fault.None;
    }
}
