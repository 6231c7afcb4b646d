// One request and its answer: sent, read as it comes, and judged on whether it is an answer at all.

using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using BootcampEval.Engine.Json;
using BootcampEval.Engine.Running;

namespace BootcampEval.Engine.Models;

/// <summary>What came of one request: an answer, a failure, or a refusal that calls for another wording.</summary>
internal readonly record struct Attempt(Completion? Completion, RequestFailure? Failure, Dialect? Instead = null)
{
    public static implicit operator Attempt(RequestFailure failure) => new(null, failure);
}

/// <summary>Sends requests to servers and reads their answers, streamed or not. Knows nothing of retries and limits.</summary>
internal sealed class RequestSender : IDisposable
{
    private const int MostBytes = 512 * 1024 * 1024;
    private const int MostErrorBytes = 64 * 1024;

    private static readonly MediaTypeHeaderValue Json = new("application/json");

    private readonly EvaluationOptions _options;
    private readonly HttpMessageInvoker _http;
    private readonly StallWatch _stalls;
    private readonly Secrets _secrets;
    private readonly TimeProvider _time;
    private readonly TokenMeter _tokens;
    private readonly (string Name, string Value)[] _headers;

    /// <summary>Makes a sender with connections of its own.</summary>
    public RequestSender(EvaluationOptions options, HttpMessageInvoker http, StallWatch stalls, Secrets secrets, TokenMeter tokens, TimeProvider time)
    {
        _options = options;
        _http = http;
        _stalls = stalls;
        _secrets = secrets;
        _tokens = tokens;
        _time = time;
        _headers = HeadersOf(options);
    }

    /// <summary>The connections of a run: as many as there are requests in flight, kept open between requests.</summary>
    public static HttpMessageInvoker Connect(EvaluationOptions options, IReadOnlyList<string> urls) => new(new SocketsHttpHandler
    {
        AllowAutoRedirect = false, // a redirect would drop the key, or the body: it is reported instead
        AutomaticDecompression = DecompressionMethods.None,
        ConnectTimeout = options.Timeout < TimeSpan.FromSeconds(30) ? options.Timeout : TimeSpan.FromSeconds(30),
        PooledConnectionIdleTimeout = TimeSpan.FromMinutes(1),
        UseCookies = false,
        UseProxy = !urls.All(url => new Uri(url).IsLoopback),
    });

    /// <summary>The headers that go with every request, the key first.</summary>
    public static (string Name, string Value)[] HeadersOf(EvaluationOptions options) =>
    [
        ("Authorization", $"Bearer {options.ApiKey}"),
        .. options.Headers.Select(header => header.Split('=', 2)).Select(parts => (parts[0], parts[1])),
    ];

    /// <summary>Sends one request.</summary>
    /// <param name="lease">The place at a server; told when the answer begins.</param>
    /// <param name="shape">How the request is worded.</param>
    /// <param name="prompt">The question.</param>
    /// <param name="sample">Which sample of the row.</param>
    /// <exception cref="OperationCanceledException">The run ended meanwhile.</exception>
    public async Task<Attempt> SendAsync(EndpointPool.Lease lease, RequestShape shape, string prompt, int sample)
    {
        using var watched = _stalls.Begin();
        using var answer = new AnswerBuilder();
        var began = false;
        try
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, lease.Endpoint.Requests) { Content = new ByteArrayContent(BodyOf(shape, prompt, sample)) };
            request.Content.Headers.ContentType = Json;
            foreach (var (name, value) in _headers) request.Headers.TryAddWithoutValidation(name, value);

            using var response = await _http.SendAsync(request, watched.Token).ConfigureAwait(false);
            began = true;
            watched.Sign(_time.GetTimestamp());
            var stream = await response.Content.ReadAsStreamAsync(watched.Token).ConfigureAwait(false);
            await using (stream.ConfigureAwait(false))
            {
                if (!response.IsSuccessStatusCode) return await RefusalAsync(response, stream, shape, watched).ConfigureAwait(false);
                return IsStream(response, shape)
                    ? await ReadStreamAsync(lease, stream, answer, watched).ConfigureAwait(false)
                    : await ReadBodyAsync(lease, stream, answer, watched).ConfigureAwait(false);
            }
        }
        catch (OperationCanceledException) when (watched.Cause is StallCause.Silence or StallCause.TooLong)
        {
            return StallOf(watched.Cause, answer.Length);
        }
        catch (OperationCanceledException fault) when (watched.Cause != StallCause.RunEnded)
        {
            // Nobody here cancelled it: the connection could not be made in time, which .NET tells of as a cancellation.
            return new RequestFailure(FailureKind.Unreachable, Hidden($"no connection: {fault.InnerException?.Message ?? fault.Message}"));
        }
        catch (HttpRequestException fault)
        {
            return new RequestFailure(began ? FailureKind.Broken : FailureKind.Unreachable, Hidden(ReasonOf(fault)));
        }
        catch (IOException fault)
        {
            return new RequestFailure(FailureKind.Broken, Hidden($"the connection broke after {answer.Length} characters of the answer: {fault.Message}"));
        }
        catch (InvalidDataException fault)
        {
            return new RequestFailure(FailureKind.Rejected, fault.Message);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _http.Dispose();

    // Rented memory is not for bodies that are under way: a server may answer before it has read all of one.
    private static byte[] BodyOf(RequestShape shape, string prompt, int sample)
    {
        using var body = new Utf8Buffer(prompt.Length + 1024);
        shape.Write(body, prompt, sample);
        return body.Written.ToArray();
    }

    private async Task<Attempt> ReadStreamAsync(EndpointPool.Lease lease, Stream stream, AnswerBuilder answer, StallWatch.Watched watched)
    {
        using var events = new EventStream(stream, MostBytes);
        TimeSpan? firstToken = null;
        var saidDone = false;
        try
        {
            do
            {
                var pieces = 0;
                while (!saidDone && events.TryTake(out var data))
                {
                    saidDone = data.SequenceEqual("[DONE]"u8);
                    if (saidDone || data.IsEmpty) continue;
                    var before = answer.Length;
                    answer.Take(data);
                    if (answer.Length > before) pieces++;
                }
                if (answer.Error is not null) break;
                if (pieces == 0) continue;
                firstToken ??= _time.GetElapsedTime(watched.Began);
                lease.Accepted();
                _tokens.Add(pieces);
            }
            while (!saidDone && await ReadMoreAsync(events, watched).ConfigureAwait(false));
        }
        catch (JsonException fault)
        {
            return new RequestFailure(FailureKind.Broken, Hidden($"an event of the stream is not the expected JSON: {fault.Message}"));
        }
        catch (IOException) when (answer.FinishReason is not null)
        {
            // The answer is whole: only the token counts or the end mark are lost.
            saidDone = true;
        }
        return Finished(lease, answer, watched, firstToken, saidDone);
    }

    private async ValueTask<bool> ReadMoreAsync(EventStream events, StallWatch.Watched watched)
    {
        var more = await events.ReadAsync(watched.Token).ConfigureAwait(false);
        watched.Sign(_time.GetTimestamp());
        return more;
    }

    private async Task<Attempt> ReadBodyAsync(EndpointPool.Lease lease, Stream stream, AnswerBuilder answer, StallWatch.Watched watched)
    {
        using var body = new Utf8Buffer(4096);
        await ReadAllAsync(stream, body, MostBytes, watched).ConfigureAwait(false);
        try
        {
            answer.Take(body.Written);
        }
        catch (JsonException)
        {
            return new RequestFailure(FailureKind.Broken, Hidden($"the body is not the expected JSON but {ServerError.Read(body.Written).Message}"));
        }
        if (!answer.HasChoice && answer.Error is null)
            return new RequestFailure(FailureKind.Broken, Hidden($"the body holds no choice: {ServerError.Shortened(Encoding.UTF8.GetString(body.Written[..Math.Min(body.Length, 2000)]))}"));
        _tokens.Add(answer.CompletionTokens ?? 0);
        return Finished(lease, answer, watched, null, whole: true);
    }

    private Attempt Finished(EndpointPool.Lease lease, AnswerBuilder answer, StallWatch.Watched watched, TimeSpan? firstToken, bool whole)
    {
        if (answer.Error is { } error)
        {
            var kind = error.Code is { } code ? RequestFailure.KindOf(code) : FailureKind.ServerFault;
            return new RequestFailure(kind, Hidden($"the server reports an error in place of an answer: {error.Message}"));
        }
        if (answer.FinishReason is "abort" or "error")
            return new RequestFailure(FailureKind.Broken, $"the server gave the answer up (finish_reason {answer.FinishReason}) after {answer.Length} characters");
        if (!answer.HasChoice || (answer.FinishReason is null && (!whole || (firstToken is null && answer.Length == 0))))
            return new RequestFailure(FailureKind.Broken, $"the stream ended without a finish, after {answer.Length} characters of the answer");
        lease.Accepted();
        return new(new Completion
        {
            Text = answer.Text.ToString(),
            Reasoning = answer.Reasoning,
            FinishReason = answer.FinishReason,
            CompletionTokens = answer.CompletionTokens,
            PromptTokens = answer.PromptTokens,
            Latency = _time.GetElapsedTime(watched.Began),
            TimeToFirstToken = firstToken,
        }, null);
    }

    private async Task<Attempt> RefusalAsync(HttpResponseMessage response, Stream stream, RequestShape shape, StallWatch.Watched watched)
    {
        using var body = new Utf8Buffer(4096);
        try
        {
            await ReadAllAsync(stream, body, MostErrorBytes, watched).ConfigureAwait(false);
        }
        catch (Exception fault) when (fault is IOException or HttpRequestException or InvalidDataException)
        {
            // The status says enough.
        }
        var status = (int)response.StatusCode;
        var error = ServerError.Read(body.Written);
        var text = Encoding.UTF8.GetString(body.Written);
        if (shape.Dialect.After(status, text, _options.MaxTokensField is not null) is { } instead) return new(null, null, instead);
        return new RequestFailure(RequestFailure.KindOf(status), Hidden($"HTTP {status}{Separated(error.Message)}{HintOn(response, status, text)}"))
        {
            RetryAfter = RequestFailure.RetryAfterOf(response.Headers, _time.GetUtcNow()),
        };

        static string Separated(string message) => message.Length == 0 ? "" : ": " + message;
    }

    // What a person can do about a refusal, where that is known.
    private string HintOn(HttpResponseMessage response, int status, string text)
    {
        if (status is >= 300 and < 400) return $" (it redirects to {response.Headers.Location}: give that address as --url)";
        if (status is not (400 or 422)) return "";
        foreach (var (name, sent) in new[] { ("top_k", _options.TopK is not null), ("min_p", _options.MinP is not null), ("top_p", _options.TopP is not null), ("seed", _options.Seed is not null) })
            if (sent && text.Contains(name, StringComparison.Ordinal)) return $" (the server does not take {name}: leave out --{name})";
        return text.Contains("temperature", StringComparison.Ordinal)
            ? " (to send no temperature: --extra_body '{\"temperature\": null}')"
            : "";
    }

    private RequestFailure StallOf(StallCause cause, int received)
    {
        if (cause == StallCause.TooLong)
            return new(FailureKind.Broken, $"the request took longer than --request_timeout ({Seconds(_options.RequestTimeout!.Value)}), after {received} characters of the answer");
        return received == 0
            ? new(FailureKind.SilentBeforeFirstToken, $"nothing was received for {Seconds(_options.Timeout)} (--timeout)")
            : new(FailureKind.Broken, $"nothing more was received for {Seconds(_options.Timeout)} (--timeout), after {received} characters of the answer");

        static string Seconds(TimeSpan time) => string.Create(CultureInfo.InvariantCulture, $"{time.TotalSeconds:0.###} s");
    }

    private async Task ReadAllAsync(Stream stream, Utf8Buffer body, int most, StallWatch.Watched watched)
    {
        while (true)
        {
            var read = await stream.ReadAsync(body.GetMemory(2048), watched.Token).ConfigureAwait(false);
            if (read == 0) return;
            body.Advance(read);
            watched.Sign(_time.GetTimestamp());
            if (body.Length > most) throw new InvalidDataException($"the body is longer than {most} bytes");
        }
    }

    private static bool IsStream(HttpResponseMessage response, RequestShape shape)
    {
        var type = response.Content.Headers.ContentType?.MediaType ?? "";
        if (type.Equals("text/event-stream", StringComparison.OrdinalIgnoreCase)) return true;
        var isOther = type.Contains("json", StringComparison.OrdinalIgnoreCase) || type.Contains("html", StringComparison.OrdinalIgnoreCase);
        return shape.Dialect.Stream && !isOther;
    }

    private static string ReasonOf(HttpRequestException fault) => fault.HttpRequestError switch
    {
        HttpRequestError.ResponseEnded => "the connection broke before an answer",
        HttpRequestError.NameResolutionError => $"the server's name can't be resolved: {fault.Message}",
        HttpRequestError.ConnectionError => $"no connection: {fault.Message}",
        HttpRequestError.SecureConnectionError => $"no secure connection: {fault.InnerException?.Message ?? fault.Message}",
        HttpRequestError.InvalidResponse => $"what came is not HTTP: {fault.Message}",
        _ => fault.InnerException is IOException or System.Net.Sockets.SocketException ? $"the connection broke before an answer: {fault.InnerException.Message}" : fault.Message,
    };

    private string Hidden(string message) => _secrets.Hide(message);
}
