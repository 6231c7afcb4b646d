// What a server takes and what it refuses, learned from its own words.

namespace BootcampEval.Engine.Models;

/// <summary>How requests to one server are worded.</summary>
/// <param name="Stream">Whether answers are asked for as streams.</param>
/// <param name="StreamOptions">Whether a stream is asked to report its token counts.</param>
/// <param name="MaxTokensField">The name of the member that bounds the answer's tokens.</param>
internal sealed record Dialect(bool Stream, bool StreamOptions, string MaxTokensField)
{
    /// <summary>The wording that OpenAI-compatible servers take, unless they say otherwise.</summary>
    public const string CommonMaxTokensField = "max_tokens";

    private const string NewMaxTokensField = "max_completion_tokens";

    /// <summary>The wording to try instead, after a server has refused a request; null when its message does not call for another.</summary>
    /// <param name="status">The HTTP status of the refusal.</param>
    /// <param name="body">What the server said.</param>
    /// <param name="fieldIsChosen">Whether a person has chosen the name of the token bound: it is kept then.</param>
    public Dialect? After(int status, string body, bool fieldIsChosen)
    {
        if (status is not (400 or 404 or 405 or 415 or 422 or 501)) return null;
        if (Stream && StreamOptions && Mentions("stream_options")) return this with { StreamOptions = false };
        if (MaxTokensField == CommonMaxTokensField && !fieldIsChosen && Mentions(NewMaxTokensField)) return this with { MaxTokensField = NewMaxTokensField };
        if (Stream && Mentions("stream")) return this with { Stream = false };
        return null;

        bool Mentions(string word) => body.Contains(word, StringComparison.OrdinalIgnoreCase);
    }
}
