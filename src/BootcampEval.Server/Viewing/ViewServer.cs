// Serves the viewer on this machine, to this machine only.

using System.Net;
using BootcampEval.Reports.Viewing;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace BootcampEval.Server.Viewing;

/// <summary>
/// The HTTP side of <see cref="Viewer"/>: GET requests on loopback, addressed to loopback by name too, so that no page of another site can read
/// runs by pointing its own name here.
/// </summary>
public sealed class ViewServer : IAsyncDisposable
{
    // Everything the page needs is in it; what it loads comes from here.
    private const string Policy = "default-src 'none'; script-src 'unsafe-inline'; style-src 'unsafe-inline'; img-src data:; font-src data:; connect-src 'self'; "
        + "base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private readonly WebApplication _web;

    private ViewServer(WebApplication web) => _web = web;

    /// <summary>The address to open: <c>http://127.0.0.1:40123</c>.</summary>
    public string Url => _web.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();

    /// <summary>Starts serving.</summary>
    /// <param name="viewer">What is served.</param>
    /// <param name="port">The port; 0 takes a free one.</param>
    /// <param name="cancellation">Gives up starting.</param>
    /// <exception cref="IOException">The port is taken.</exception>
    public static async Task<ViewServer> StartAsync(Viewer viewer, int port, CancellationToken cancellation = default)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Listen(IPAddress.Loopback, port);
        });
        var web = builder.Build();
        web.Run(context => AnswerAsync(viewer, context));
        try
        {
            await web.StartAsync(cancellation);
        }
        catch
        {
            await web.DisposeAsync();
            throw;
        }
        return new(web);
    }

    /// <summary>Stops at once.</summary>
    public async ValueTask DisposeAsync()
    {
        await _web.StopAsync(new CancellationToken(canceled: true));
        await _web.DisposeAsync();
    }

    private static async Task AnswerAsync(Viewer viewer, HttpContext context)
    {
        var (request, response) = (context.Request, context.Response);
        response.Headers.ContentSecurityPolicy = Policy;
        response.Headers.XContentTypeOptions = "nosniff";
        response.Headers["Referrer-Policy"] = "no-referrer";
        response.Headers["Cross-Origin-Resource-Policy"] = "same-origin";
        response.Headers.CacheControl = "no-store";
        if (!IsLoopback(request.Host))
        {
            response.StatusCode = StatusCodes.Status421MisdirectedRequest;
            return;
        }
        if (!HttpMethods.IsGet(request.Method) && !HttpMethods.IsHead(request.Method))
        {
            response.StatusCode = StatusCodes.Status405MethodNotAllowed;
            return;
        }
        var answer = await Task.Run(() => viewer.Answer(
            request.Path.Value ?? "/", name => [.. request.Query[name].OfType<string>()], context.RequestAborted), context.RequestAborted);
        response.StatusCode = answer.Status;
        response.ContentType = answer.ContentType;
        response.ContentLength = answer.Body.Length;
        if (HttpMethods.IsGet(request.Method)) await response.Body.WriteAsync(answer.Body, context.RequestAborted);
    }

    private static bool IsLoopback(HostString host) =>
        host.Host is "localhost" or "127.0.0.1" or "[::1]";
}
