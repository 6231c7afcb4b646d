// The reference model server: an OpenAI-compatible API whose models solve the puzzles themselves.

using System.Globalization;
using BootcampEval.Server.Answers;
using BootcampEval.Server.Http;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.Server.Kestrel.Transport.Sockets;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace BootcampEval.Server;

/// <summary>
/// Serves <c>/v1/models</c>, <c>/v1/completions</c> and <c>/v1/chat/completions</c>, streamed and not, with two kinds of models:
/// <c>reference</c> answers each prompt of its test set rightly, <c>noisy-P</c> wrongly on P percent of them, the same way each time.
/// </summary>
/// <remarks>
/// It shows the whole of an evaluation with no model, no GPU and no key, and checks it: <c>reference</c> must score 1 on every solvable row.
/// Tokens are whitespace-separated words.
/// </remarks>
public sealed class ModelServer : IAsyncDisposable
{
    private readonly KestrelServer _server;
    private readonly AnswerBook _book;
    private readonly ModelApplication _application;

    private ModelServer(KestrelServer server, AnswerBook book, ModelApplication application)
    {
        _server = server;
        _book = book;
        _application = application;
    }

    /// <summary>The models that every server lists; any other <c>noisy-P</c> is served too.</summary>
    public static IReadOnlyList<string> OwnModels { get; } =
        ["reference", .. Enumerable.Range(0, 21).Select(step => string.Create(CultureInfo.InvariantCulture, $"noisy-{5 * step}"))];

    /// <summary>Whether a name is one of a model that the server can play: <c>reference</c>, or <c>noisy-P</c> with P from 0 to 100.</summary>
    public static bool CanPlay(string model) => Persona.TryParse(model, out _);

    /// <summary>The base URL to give to an evaluation: <c>http://127.0.0.1:40123/v1</c>.</summary>
    public string Url => $"{_server.Features.GetRequiredFeature<IServerAddressesFeature>().Addresses.First().TrimEnd('/')}/v1";

    /// <summary>
    /// Ends when the test set is read and every prompt can be answered; fails with what the file system says when it can't be read.
    /// Requests wait for it.
    /// </summary>
    public Task Ready => _book.Ready;

    /// <summary>Requests for completions so far, refused and failed ones included.</summary>
    public long Requests => _application.Counts.Requests;

    /// <summary>The most requests for completions that were under way at one time.</summary>
    public int MostUnderWay => _application.Counts.MostUnderWay;

    /// <summary>Starts a server. It listens when this returns, and answers puzzles as soon as it has read through its test set once.</summary>
    /// <exception cref="IOException">The port is taken.</exception>
    /// <exception cref="ArgumentException">An alias names no model.</exception>
    public static async Task<ModelServer> StartAsync(ModelServerOptions options, CancellationToken cancellationToken = default)
    {
        var book = new AnswerBook(options.Catalog, options.TestSet, options.AnswerCacheBytes);
        KestrelServer? server = null;
        try
        {
            var application = new ModelApplication(options, book);
            server = new(
                Options.Create(Kestrel(options)),
                new SocketTransportFactory(Options.Create(new SocketTransportOptions { UnsafePreferInlineScheduling = true, Backlog = 4096 }), NullLoggerFactory.Instance),
                NullLoggerFactory.Instance);
            await server.StartAsync(application, cancellationToken);
            return new(server, book, application);
        }
        catch
        {
            server?.Dispose();
            await book.DisposeAsync();
            throw;
        }
    }

    /// <summary>Stops: cuts what is still under way.</summary>
    public async ValueTask DisposeAsync()
    {
        await _server.StopAsync(new CancellationToken(canceled: true));
        _server.Dispose();
        await _book.DisposeAsync();
    }

    private static KestrelServerOptions Kestrel(ModelServerOptions options)
    {
        var kestrel = new KestrelServerOptions { AddServerHeader = false };
        kestrel.Limits.MaxRequestBodySize = null;
        kestrel.Limits.MinRequestBodyDataRate = null;
        kestrel.Limits.MinResponseDataRate = null;
        kestrel.Listen(options.Address, options.Port, static listen => listen.Protocols = HttpProtocols.Http1);
        return kestrel;
    }
}
