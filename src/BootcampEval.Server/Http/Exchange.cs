// One request and its response, straight on the server's features: no middleware, no context object.

using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.AspNetCore.Http.Features;

namespace BootcampEval.Server.Http;

/// <summary>One HTTP request with its response.</summary>
internal readonly struct Exchange(IFeatureCollection features)
{
    [ThreadStatic] private static ArrayBufferWriter<byte>? t_scratch;

    /// <summary>The request line and headers.</summary>
    public IHttpRequestFeature Request => features.GetRequiredFeature<IHttpRequestFeature>();

    /// <summary>The status and headers of the response.</summary>
    public IHttpResponseFeature Response => features.GetRequiredFeature<IHttpResponseFeature>();

    /// <summary>Where the response's body goes.</summary>
    public System.IO.Pipelines.PipeWriter Output => features.GetRequiredFeature<IHttpResponseBodyFeature>().Writer;

    /// <summary>Signalled when the client has gone.</summary>
    public CancellationToken Gone => features.GetRequiredFeature<IHttpRequestLifetimeFeature>().RequestAborted;

    private System.IO.Pipelines.PipeReader Input => features.GetRequiredFeature<IRequestBodyPipeFeature>().Reader;

    /// <summary>A buffer to compose a response in, so that its length is known before its headers are sent. Used up before the next await.</summary>
    public static ArrayBufferWriter<byte> Scratch
    {
        get
        {
            var scratch = t_scratch ??= new(16 << 10);
            scratch.ResetWrittenCount();
            return scratch;
        }
    }

    /// <summary>Cuts the connection.</summary>
    public void Abort() => features.GetRequiredFeature<IHttpRequestLifetimeFeature>().Abort();

    /// <summary>Reads the whole body. It stays valid until <see cref="Forget"/>, which has to follow.</summary>
    public async ValueTask<ReadOnlySequence<byte>> ReadBody()
    {
        var reader = Input;
        for (; ; )
        {
            var result = await reader.ReadAsync(Gone);
            if (result.IsCompleted) return result.Buffer;
            reader.AdvanceTo(result.Buffer.Start, result.Buffer.End);
        }
    }

    /// <summary>Gives the memory of a body back.</summary>
    public void Forget(ReadOnlySequence<byte> body) => Input.AdvanceTo(body.End);

    /// <summary>Sends a whole body. It is copied before this returns, so it may stand in <see cref="Scratch"/>.</summary>
    /// <param name="status">The HTTP status.</param>
    /// <param name="body">The body.</param>
    /// <param name="contentType">What the body is.</param>
    /// <param name="announced">How long the headers say it is; its true length unless the connection is to be cut.</param>
    public Task Send(int status, ReadOnlyMemory<byte> body, string contentType = "application/json", int? announced = null)
    {
        Response.StatusCode = status;
        Response.Headers.ContentType = contentType;
        Response.Headers.ContentLength = announced ?? body.Length;
        var sent = Output.WriteAsync(body, Gone);
        return sent.IsCompletedSuccessfully ? Task.CompletedTask : sent.AsTask();
    }

    /// <summary>Sends an error in the shape of the OpenAI API.</summary>
    public Task Refuse(Refusal refusal) => Send(refusal.Status, Encoding.UTF8.GetBytes(
        $$$"""{"error":{"message":"{{{JsonEncodedText.Encode(refusal.Message, JavaScriptEncoder.UnsafeRelaxedJsonEscaping)}}}","type":"{{{refusal.Type}}}","param":null,"code":{{{refusal.Status}}}}}"""));
}

/// <summary>Why a request is not served.</summary>
internal readonly record struct Refusal(int Status, string Type, string Message);
