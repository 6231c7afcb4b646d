// Before the run: is the service there, and does it list the model?

using System.Text.Json;
using BootcampEval.Engine.Json;
using BootcampEval.Engine.Running;
using Microsoft.Extensions.Logging;

namespace BootcampEval.Engine.Models;

/// <summary>Waits for servers to list the model. Those that do so later join the run when they do.</summary>
internal sealed partial class Readiness
{
    private const int MostBytes = 4 * 1024 * 1024;
    private const int MostNames = 20;

    private static readonly TimeSpan LongestLook = TimeSpan.FromSeconds(15);

    private readonly EvaluationOptions _options;
    private readonly EndpointPool _pool;
    private readonly HttpMessageInvoker _http;
    private readonly Secrets _secrets;
    private readonly TimeProvider _time;
    private readonly ILogger _log;
    private readonly (string Name, string Value)[] _headers;

    /// <summary>Makes a watcher over the servers of a pool.</summary>
    public Readiness(EvaluationOptions options, EndpointPool pool, HttpMessageInvoker http, Secrets secrets, TimeProvider time, ILogger log)
    {
        _options = options;
        _pool = pool;
        _http = http;
        _secrets = secrets;
        _time = time;
        _log = log;
        _headers = RequestSender.HeadersOf(options);
    }

    /// <summary>Waits until at least one server is ready.</summary>
    /// <returns>Null when one is; else why none will be, one line each.</returns>
    public async Task<IReadOnlyList<string>?> WaitAsync(CancellationToken cancellation)
    {
        var began = _time.GetTimestamp();
        while (true)
        {
            var looks = await Task.WhenAll(_pool.Endpoints.Select(endpoint => LookAsync(endpoint, cancellation))).ConfigureAwait(false);
            foreach (var (endpoint, look) in _pool.Endpoints.Zip(looks))
            {
                if (look.IsReady) _pool.MarkReady(endpoint);
                if (look is { IsReady: true, Message: not null }) LogAccepted(endpoint.ShownUrl, look.Message);
            }
            if (looks.Any(look => look.IsReady))
            {
                foreach (var (endpoint, look) in _pool.Endpoints.Zip(looks))
                    if (!look.IsReady) LogLeftOut(endpoint.ShownUrl, look.Message!);
                return null;
            }
            string[] messages = [.. _pool.Endpoints.Zip(looks, (endpoint, look) => $"{endpoint.ShownUrl} {look.Message}")];
            if (looks.All(look => look.IsHopeless)) return messages;
            var left = _options.WaitTimeout - _time.GetElapsedTime(began);
            if (left <= TimeSpan.Zero) return [.. messages, $"gave up after {Duration.Clock(_options.WaitTimeout)} (--wait_timeout)"];
            var pause = left < _options.WaitInterval ? left : _options.WaitInterval;
            foreach (var message in messages) LogWaiting(message, pause.TotalSeconds, Duration.Clock(left));
            await Task.Delay(pause, _time, cancellation).ConfigureAwait(false);
        }
    }

    /// <summary>Goes on looking at the servers that are not ready, and lets them join; ends when all have, or on cancellation.</summary>
    public async Task LetOthersJoinAsync(CancellationToken cancellation)
    {
        try
        {
            while (_pool.Endpoints.Any(endpoint => !endpoint.Ready))
            {
                await Task.Delay(_options.WaitInterval, _time, cancellation).ConfigureAwait(false);
                foreach (var endpoint in _pool.Endpoints.Where(endpoint => !endpoint.Ready))
                {
                    if (!(await LookAsync(endpoint, cancellation).ConfigureAwait(false)).IsReady) continue;
                    LogJoined(endpoint.ShownUrl);
                    _pool.MarkReady(endpoint);
                }
            }
        }
        catch (OperationCanceledException)
        {
            return;
        }
    }

    private async Task<Look> LookAsync(Endpoint endpoint, CancellationToken cancellation)
    {
        using var bound = new CancellationTokenSource(LongestLook, _time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(bound.Token, cancellation);
        try
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, endpoint.Models);
            foreach (var (name, value) in _headers) request.Headers.TryAddWithoutValidation(name, value);
            using var response = await _http.SendAsync(request, either.Token).ConfigureAwait(false);
            using var body = new Utf8Buffer();
            var stream = await response.Content.ReadAsStreamAsync(either.Token).ConfigureAwait(false);
            await using (stream.ConfigureAwait(false))
            {
                for (int read; body.Length < MostBytes && (read = await stream.ReadAsync(body.GetMemory(4096), either.Token).ConfigureAwait(false)) > 0;) body.Advance(read);
            }
            return Judge((int)response.StatusCode, body.Written);
        }
        catch (OperationCanceledException) when (bound.IsCancellationRequested && !cancellation.IsCancellationRequested)
        {
            return Look.NotYet($"does not answer within {LongestLook.TotalSeconds} s");
        }
        catch (Exception fault) when (fault is HttpRequestException or IOException)
        {
            return Look.NotYet(_secrets.Hide($"can't be reached: {fault.Message}"));
        }
    }

    private Look Judge(int status, ReadOnlySpan<byte> body)
    {
        if (status is 404 or 405 or 501) return new(true, false, $"has no list of models (HTTP {status}): taking it as it is; most base URLs end with /v1");
        if (status is 401 or 403) return new(false, true, _secrets.Hide($"does not take the key: HTTP {status}: {ServerError.Read(body).Message}"));
        if (status is < 200 or >= 300) return Look.NotYet(_secrets.Hide($"is not ready: HTTP {status}: {ServerError.Read(body).Message}"));
        if (NamesIn(body) is not { } names) return Look.NotYet(_secrets.Hide($"answers, but not with a list of models: {ServerError.Read(body).Message}"));
        if (names.Contains(_options.ModelName)) return new(true, false, null);
        var shown = names.Count == 0 ? "no model" : string.Join(", ", names.Take(MostNames)) + (names.Count > MostNames ? $" and {names.Count - MostNames} more" : "");
        return Look.NotYet($"lists {shown}, but not {_options.ModelName}");
    }

    private static List<string>? NamesIn(ReadOnlySpan<byte> body)
    {
        try
        {
            var reader = new Utf8JsonReader(body);
            var json = JsonElement.ParseValue(ref reader);
            if (json.ValueKind == JsonValueKind.Object && (json.TryGetProperty("data", out var list) || json.TryGetProperty("models", out list))) json = list;
            if (json.ValueKind != JsonValueKind.Array) return null;
            return [.. json.EnumerateArray().Where(model => model.ValueKind == JsonValueKind.Object)
                .Select(model => model.TryGetProperty("id", out var id) || model.TryGetProperty("name", out id) ? id : default)
                .Where(id => id.ValueKind == JsonValueKind.String).Select(JsonStrings.Read)];
        }
        catch (JsonException)
        {
            return null;
        }
    }

    [LoggerMessage(LogLevel.Information, "{Message}; looking again in {Seconds} s, for {Left} more")]
    private partial void LogWaiting(string message, double seconds, string left);

    [LoggerMessage(LogLevel.Warning, "{Url} {Message}")]
    private partial void LogAccepted(string url, string message);

    [LoggerMessage(LogLevel.Warning, "{Url} {Message}; starting without it")]
    private partial void LogLeftOut(string url, string message);

    [LoggerMessage(LogLevel.Information, "{Url} is ready and takes part from now on")]
    private partial void LogJoined(string url);

    private readonly record struct Look(bool IsReady, bool IsHopeless, string? Message)
    {
        public static Look NotYet(string message) => new(false, false, message);
    }
}
