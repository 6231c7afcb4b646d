// The OpenAI-compatible surface: /v1/models, /v1/completions, /v1/chat/completions, and what goes wrong on request.

using System.Buffers;
using System.Collections.Concurrent;
using System.Globalization;
using System.Text;
using System.Text.Json;
using BootcampEval.Server.Answers;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Net.Http.Headers;

namespace BootcampEval.Server.Http;

/// <summary>Answers the requests of a model server.</summary>
internal sealed class ModelApplication : IHttpApplication<IFeatureCollection>
{
    private const int MostBytesAtOnce = 64 * 1024;

    private static readonly byte[] s_emptyObject = [.. "{}"u8];
    private static readonly byte[] s_otherJson = [.. "{\"result\":\"ok\"}"u8];
    private static readonly byte[] s_html = [.. "<html><body><h1>Welcome to the gateway</h1></body></html>"u8];
    private static readonly Refusal s_noKey = new(401, "AuthenticationError", "the API key is missing or wrong");

    private readonly ModelServerOptions _options;
    private readonly Faults _faults;
    private readonly AnswerBook _book;
    private readonly FaultDraw _draw;
    private readonly string? _authorization;
    private readonly DateTimeOffset _started;
    private readonly ConcurrentDictionary<string, ServedModel> _models = new(StringComparer.Ordinal);
    private readonly byte[] _modelList;
    private long _requests;
    private int _underWay, _mostUnderWay;

    public ModelApplication(ModelServerOptions options, AnswerBook book)
    {
        _options = options;
        _faults = options.Faults;
        _book = book;
        _draw = new(options.Faults);
        _authorization = options.ApiKey is null ? null : $"Bearer {options.ApiKey}";
        _started = options.Clock.GetUtcNow();
        foreach (var (name, model) in options.Aliases)
        {
            if (!Persona.TryParse(model, out var persona)) throw new ArgumentException($"{model} is no model: reference or noisy-P, P from 0 to 100", nameof(options));
            _models[name] = new(name, persona, _started);
        }
        _modelList = ModelList([.. options.Aliases.Keys, .. ModelServer.OwnModels]);
    }

    /// <summary>Requests for completions so far, and the most that were under way at one time.</summary>
    public (long Requests, int MostUnderWay) Counts => (Interlocked.Read(ref _requests), Volatile.Read(ref _mostUnderWay));

    /// <inheritdoc/>
    public IFeatureCollection CreateContext(IFeatureCollection contextFeatures) => contextFeatures;

    /// <inheritdoc/>
    public void DisposeContext(IFeatureCollection context, Exception? exception) { }

    /// <inheritdoc/>
    public Task ProcessRequestAsync(IFeatureCollection context)
    {
        var exchange = new Exchange(context);
        var request = exchange.Request;
        var isPost = request.Method == "POST";
        return request.Path switch
        {
            "/v1/completions" when isPost => Complete(exchange, isChat: false),
            "/v1/chat/completions" when isPost => Complete(exchange, isChat: true),
            "/v1/models" when !isPost => IsAllowed(exchange) ? exchange.Send(200, _modelList) : exchange.Refuse(s_noKey),
            "/health" when !isPost => exchange.Send(200, s_emptyObject),
            _ => exchange.Refuse(new(404, "NotFoundError", $"there is no {request.Method} {request.Path} here")),
        };
    }

    private async Task Complete(Exchange exchange, bool isChat)
    {
        Interlocked.Increment(ref _requests);
        var underWay = Interlocked.Increment(ref _underWay);
        try
        {
            if (underWay > Volatile.Read(ref _mostUnderWay)) InterlockedMax(ref _mostUnderWay, underWay);
            if (!IsAllowed(exchange)) await exchange.Refuse(s_noKey);
            else if (_faults.MaxConcurrent > 0 && underWay > _faults.MaxConcurrent) await Fail(exchange, _faults.OverloadStatus, "the server is at its limit of requests");
            else
            {
                var body = await exchange.ReadBody();
                await _book.Ready;
                var isUnderstood = TryUnderstand(body, isChat, out var reply, out var refusal);
                exchange.Forget(body);
                if (isUnderstood) await Answer(exchange, reply!, _draw.Next());
                else await exchange.Refuse(refusal);
            }
        }
        catch (OperationCanceledException) when (exchange.Gone.IsCancellationRequested)
        {
            // The client has gone: nobody to tell.
        }
        finally
        {
            Interlocked.Decrement(ref _underWay);
        }
    }

    private bool TryUnderstand(ReadOnlySequence<byte> body, bool isChat, out Reply? reply, out Refusal refusal)
    {
        (reply, refusal) = (null, default);
        var whole = body.IsSingleSegment ? null : ArrayPool<byte>.Shared.Rent((int)body.Length);
        try
        {
            if (whole is not null) body.CopyTo(whole);
            using var request = ModelRequest.Read(whole is null ? body.FirstSpan : whole.AsSpan(0, (int)body.Length));
            if (Find(request.Model) is not { } model)
            {
                refusal = new(404, "NotFoundError", $"The model `{request.Model}` does not exist.");
                return false;
            }
            var answer = _book.AnswerTo(request.Prompt, model.Persona with { Salt = request.Seed }, out var fingerprint);
            reply = new(answer, Math.Min(answer.Words, request.MostTokens), request.PromptWords, request.IsStreamed, request.IncludesUsage, isChat,
                model.Head(isChat, request.IsStreamed), (long)(fingerprint >> 1));
            return true;
        }
        catch (JsonException fault)
        {
            refusal = new(400, "BadRequestError", fault.Message);
            return false;
        }
        finally
        {
            if (whole is not null) ArrayPool<byte>.Shared.Return(whole);
        }
    }

    private async Task Answer(Exchange exchange, Reply reply, Fault fault)
    {
        if (_faults.Latency > TimeSpan.Zero) await Task.Delay(_faults.Latency, _options.Clock, exchange.Gone);
        var isHalf = fault is Fault.CutInBody or Fault.HalfAnswer;
        switch (fault)
        {
            case Fault.Failure: await Fail(exchange, _faults.Status, "a failure was asked for"); return;
            case Fault.CutBeforeHeaders: exchange.Abort(); return;
            case Fault.Html: await exchange.Send(200, s_html, "text/html"); return;
            case Fault.OtherJson: await exchange.Send(200, s_otherJson); return;
            case var _ when reply.IsStreamed: await Stream(exchange, reply, isHalf); break;
            default: await SendWhole(exchange, reply, fault); break;
        }
        if (fault != Fault.CutInBody) return;
        await exchange.Output.FlushAsync(exchange.Gone);
        exchange.Abort();
    }

    private async Task SendWhole(Exchange exchange, Reply reply, Fault fault)
    {
        if (_faults.TokensPerSecond > 0) await Task.Delay(TimeSpan.FromSeconds(reply.Words / _faults.TokensPerSecond), _options.Clock, exchange.Gone);
        var scratch = Exchange.Scratch;
        new CompletionWriter(scratch, reply.IsChat, reply.Head).Whole(reply.Answer, reply.Words, reply.PromptWords, reply.Id);
        var body = fault == Fault.None ? scratch.WrittenMemory : scratch.WrittenMemory[..(scratch.WrittenCount / 2)];
        await exchange.Send(200, body, announced: fault == Fault.CutInBody ? scratch.WrittenCount : body.Length);
    }

    private Task Stream(Exchange exchange, Reply reply, bool isHalf)
    {
        exchange.Response.StatusCode = 200;
        exchange.Response.Headers.ContentType = "text/event-stream; charset=utf-8";
        return _faults.TokensPerSecond > 0 ? StreamPaced(exchange, reply, isHalf) : StreamAtOnce(exchange, reply, isHalf);
    }

    // Each word when it is due.
    private async Task StreamPaced(Exchange exchange, Reply reply, bool isHalf)
    {
        var began = _options.Clock.GetTimestamp();
        for (var word = 0; ; word++)
        {
            var wait = TimeSpan.FromSeconds((word + 1) / _faults.TokensPerSecond) - _options.Clock.GetElapsedTime(began);
            if (wait > TimeSpan.FromMilliseconds(1)) await Task.Delay(wait, _options.Clock, exchange.Gone);
            var scratch = Exchange.Scratch;
            var isLast = Write(scratch, reply, word, word + 1, isHalf);
            await exchange.Output.WriteAsync(scratch.WrittenMemory, exchange.Gone);
            if (isLast) return;
        }
    }

    // As many events as possible in one write: that is what makes the server fast.
    private async Task StreamAtOnce(Exchange exchange, Reply reply, bool isHalf)
    {
        for (var (word, isLast) = (0, false); !isLast;)
        {
            var scratch = Exchange.Scratch;
            for (; !isLast && scratch.WrittenCount < MostBytesAtOnce; word += _options.WordsPerChunk)
                isLast = Write(scratch, reply, word, word + _options.WordsPerChunk, isHalf);
            await exchange.Output.WriteAsync(scratch.WrittenMemory, exchange.Gone);
        }
    }

    // The event with some words, the opening before the first ones, the closing behind the last ones. True when these were the last.
    private static bool Write(ArrayBufferWriter<byte> events, Reply reply, int fromWord, int toWord, bool isHalf)
    {
        var writer = new CompletionWriter(events, reply.IsChat, reply.Head);
        var last = isHalf ? reply.Words / 2 : reply.Words;
        if (fromWord == 0) writer.Opening(reply.Id);
        if (fromWord < last) writer.Piece(reply.Answer, fromWord, Math.Min(last, toWord), reply.Id);
        if (toWord < last) return false;
        if (!isHalf) writer.Closing(reply.Answer, reply.Words, reply.PromptWords, reply.IncludesUsage, reply.Id);
        return true;
    }

    private Task Fail(Exchange exchange, int status, string message)
    {
        if (_faults.RetryAfter is { } wait)
            exchange.Response.Headers[HeaderNames.RetryAfter] = Math.Ceiling(wait.TotalSeconds).ToString(CultureInfo.InvariantCulture);
        return exchange.Refuse(new(status, "ServerError", message));
    }

    private bool IsAllowed(Exchange exchange) => _authorization is null || exchange.Request.Headers.Authorization == _authorization;

    private ServedModel? Find(string name)
    {
        if (_models.TryGetValue(name, out var model)) return model;
        return Persona.TryParse(name, out var persona) ? _models.GetOrAdd(name, new ServedModel(name, persona, _started)) : null;
    }

    private byte[] ModelList(IEnumerable<string> names)
    {
        var models = names.Select(name =>
            $$"""{"id":"{{JsonEncodedText.Encode(name)}}","object":"model","created":{{_started.ToUnixTimeSeconds()}},"owned_by":"bootcamp"}""");
        return Encoding.UTF8.GetBytes($$"""{"object":"list","data":[{{string.Join(',', models)}}]}""");
    }

    private static void InterlockedMax(ref int place, int value)
    {
        for (var seen = Volatile.Read(ref place); seen < value;)
        {
            var before = Interlocked.CompareExchange(ref place, value, seen);
            if (before == seen) return;
            seen = before;
        }
    }
}

/// <summary>A model by its served name, with what its answers begin with.</summary>
internal sealed class ServedModel(string name, Persona persona, DateTimeOffset created)
{
    private readonly byte[][] _heads =
        [.. from isChat in new[] { false, true } from isStreamed in new[] { false, true } select CompletionWriter.Head(name, isChat, isStreamed, created)];

    /// <summary>Who answers.</summary>
    public Persona Persona => persona;

    /// <summary>See <see cref="CompletionWriter.Head"/>.</summary>
    public byte[] Head(bool isChat, bool isStreamed) => _heads[(isChat ? 2 : 0) + (isStreamed ? 1 : 0)];
}

/// <summary>An answer and how it is to be sent.</summary>
internal sealed record Reply(Answer Answer, int Words, int PromptWords, bool IsStreamed, bool IncludesUsage, bool IsChat, byte[] Head, long Id);
