// Traces and metrics, sent where the standard environment variables say.

using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace BootcampEval.EndToEnd.Tests;

public sealed class OpenTelemetryTests
{
    [Fact]
    public async Task A_run_is_exported_to_the_endpoint_of_the_environment()
    {
        using var place = new Workplace();
        var tests = await place.TestSet(3, "KorLogicFormalFallacies");
        using var collector = new HttpListener();
        var endpoint = $"http://127.0.0.1:{FreePort()}";
        collector.Prefixes.Add(endpoint + "/");
        collector.Start();
        ConcurrentQueue<(string Path, byte[] Body)> received = [];
        var collecting = CollectAsync(collector, received);

        (await Bootcamp.Run(["eval", "--model_name", "reference", "--test_dir", tests, "--output_dir", place.Output], new() { ["OTEL_EXPORTER_OTLP_ENDPOINT"] = endpoint })).WithExitCode(0);
        collector.Stop();
        await collecting;

        Assert.Contains(received, export => export.Path == "/v1/traces" && export.Body.AsSpan().IndexOf("text_completion reference"u8) >= 0);
        Assert.Contains(received, export => export.Path == "/v1/metrics" && export.Body.AsSpan().IndexOf("bootcamp.samples"u8) >= 0);
    }

    private static async Task CollectAsync(HttpListener collector, ConcurrentQueue<(string Path, byte[] Body)> received)
    {
        try
        {
            while (true)
            {
                var exchange = await collector.GetContextAsync();
                using var body = new MemoryStream();
                await exchange.Request.InputStream.CopyToAsync(body);
                received.Enqueue((exchange.Request.Url!.AbsolutePath, body.ToArray()));
                exchange.Response.Close();
            }
        }
        catch (Exception fault) when (fault is HttpListenerException or ObjectDisposedException)
        {
            // The test is over.
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
