// Why one request gave no answer, and what follows from it.

using System.Globalization;
using System.Net.Http.Headers;

namespace BootcampEval.Engine.Models;

/// <summary>What kind of failure it was: it decides what the limit, the endpoint's health and the retries make of it.</summary>
internal enum FailureKind
{
    /// <summary>The server is at its limit (429, 503): fewer at a time.</summary>
    Overloaded,

    /// <summary>The connection was refused or broke before an answer began: the server may be gone.</summary>
    Unreachable,

    /// <summary>Silence before the first token for longer than the time-out: the server may be overloaded.</summary>
    SilentBeforeFirstToken,

    /// <summary>The answer broke off, or stopped coming, or was not what an answer looks like.</summary>
    Broken,

    /// <summary>The server failed on its own (5xx and the like).</summary>
    ServerFault,

    /// <summary>The server does not take this request, now or ever.</summary>
    Rejected,

    /// <summary>The server does not take the key (401, 403).</summary>
    Unauthorized,
}

/// <summary>Why one request gave no answer.</summary>
/// <param name="Kind">What kind of failure it was.</param>
/// <param name="Message">What happened, for people; secrets are masked.</param>
internal sealed record RequestFailure(FailureKind Kind, string Message)
{
    /// <summary>How long the server asks to wait before the next try; zero when it does not say.</summary>
    public TimeSpan RetryAfter { get; init; }

    /// <summary>Whether another try may succeed.</summary>
    public bool Retryable => Kind is not (FailureKind.Rejected or FailureKind.Unauthorized);

    /// <summary>What an HTTP status means.</summary>
    public static FailureKind KindOf(int status) => status switch
    {
        401 or 403 => FailureKind.Unauthorized,
        429 or 503 => FailureKind.Overloaded,
        408 or 409 or 425 or >= 500 => FailureKind.ServerFault,
        _ => FailureKind.Rejected,
    };

    /// <summary>The wait that a response asks for, in whatever way it says so.</summary>
    public static TimeSpan RetryAfterOf(HttpResponseHeaders headers, DateTimeOffset now)
    {
        if (headers.TryGetValues("retry-after-ms", out var values)
            && double.TryParse(values.FirstOrDefault(), NumberStyles.Float, CultureInfo.InvariantCulture, out var milliseconds) && milliseconds is > 0 and < 1e12)
            return TimeSpan.FromMilliseconds(milliseconds);
        if (!headers.TryGetValues("retry-after", out values) || values.FirstOrDefault()?.Trim() is not { } text) return TimeSpan.Zero;
        if (double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var seconds)) return seconds is > 0 and < 1e9 ? TimeSpan.FromSeconds(seconds) : TimeSpan.Zero;
        return DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at) && at > now ? at - now : TimeSpan.Zero;
    }
}
