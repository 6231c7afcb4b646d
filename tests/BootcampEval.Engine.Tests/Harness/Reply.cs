// HTTP responses as text, the way the servers of the field write them.

using System.Globalization;
using System.Text;
using System.Text.Json;

namespace BootcampEval.Engine.Tests.Harness;

public static class Reply
{
    /// <summary>A response with a body of known length.</summary>
    public static string Raw(int status, string type, string body, params string[] headers) =>
        string.Create(CultureInfo.InvariantCulture, $"HTTP/1.1 {status} Any\r\nContent-Type: {type}\r\nContent-Length: {Encoding.UTF8.GetByteCount(body)}\r\n")
        + string.Concat(headers.Select(header => header + "\r\n")) + "\r\n" + body;

    public static string Json(string body, int status = 200, params string[] headers) => Raw(status, "application/json", body, headers);

    /// <summary>A stream whose end is the end of the connection.</summary>
    public static string EventHead => "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream; charset=utf-8\r\nConnection: close\r\n\r\n";

    /// <summary>A whole stream in one chunk.</summary>
    public static string Events(string events) =>
        "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nTransfer-Encoding: chunked\r\n\r\n"
        + string.Create(CultureInfo.InvariantCulture, $"{Encoding.UTF8.GetByteCount(events):x}\r\n{events}\r\n0\r\n\r\n");

    /// <summary>The answer that the request asks for: streamed or whole, completion or chat.</summary>
    public static string Answer(ServerRequest request, string text, string finish = "stop", int tokens = 7) =>
        request.Streams ? Events(Stream(request, text, finish, tokens)) : Json(Whole(request, text, finish, tokens));

    /// <summary>The events of an answer, the text in two pieces.</summary>
    public static string Stream(ServerRequest request, string text, string finish = "stop", int tokens = 7)
    {
        var half = text.Length / 2;
        return Event(request, text[..half], null) + Event(request, text[half..], null) + Event(request, "", finish)
            + $$$"""data: {"choices":[],"usage":{"prompt_tokens":3,"completion_tokens":{{{tokens}}}}}""" + "\n\ndata: [DONE]\n\n";
    }

    public static string Event(ServerRequest request, string text, string? finish)
    {
        var content = JsonSerializer.Serialize(text);
        var reason = finish is null ? "null" : $"\"{finish}\"";
        return IsChat(request)
            ? $$$"""data: {"choices":[{"index":0,"delta":{"content":{{{content}}}},"finish_reason":{{{reason}}}}]}""" + "\n\n"
            : $$$"""data: {"choices":[{"index":0,"text":{{{content}}},"finish_reason":{{{reason}}}}]}""" + "\n\n";
    }

    public static string Whole(ServerRequest request, string text, string finish = "stop", int tokens = 7)
    {
        var content = JsonSerializer.Serialize(text);
        var choice = IsChat(request) ? $$$"""{"index":0,"message":{"role":"assistant","content":{{{content}}}},"finish_reason":"{{{finish}}}"}"""
            : $$$"""{"index":0,"text":{{{content}}},"finish_reason":"{{{finish}}}"}""";
        return $$$"""{"id":"x","choices":[{{{choice}}}],"usage":{"prompt_tokens":3,"completion_tokens":{{{tokens}}}}}""";
    }

    private static bool IsChat(ServerRequest request) => request.Path.Contains("/chat/", StringComparison.Ordinal);
}
