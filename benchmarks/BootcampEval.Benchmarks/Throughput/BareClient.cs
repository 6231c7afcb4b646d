// The least that any client does: send the body, read the answer's bytes.

using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;

namespace BootcampEval.Benchmarks.Throughput;

/// <summary>A loop over HttpClient that parses, verifies and writes nothing. Its bodies are made beforehand.</summary>
internal static class BareClient
{
    private const int MostBodies = 5_000;

    public static async Task<Measured> MeasureAsync(BenchOptions options)
    {
        var bodies = Bodies(options);
        using var http = new HttpClient(new SocketsHttpHandler { UseProxy = false }) { Timeout = Timeout.InfiniteTimeSpan };
        return await Measured.OfAsync(options.Rows, () => AskAllAsync(BenchOptions.WarmUpRows), () => AskAllAsync(options.Rows));

        Task AskAllAsync(int rows)
        {
            var next = new StrongBox<int>(-1);
            return Task.WhenAll(Enumerable.Range(0, options.InFlight[0]).Select(_ => AskAsync(next, rows)));
        }

        async Task AskAsync(StrongBox<int> next, int rows)
        {
            await Task.Yield();
            for (int row; (row = Interlocked.Increment(ref next.Value)) < rows;)
            {
                using var content = new ByteArrayContent(bodies[row % bodies.Length]);
                content.Headers.ContentType = new("application/json");
                using var request = new HttpRequestMessage(HttpMethod.Post, options.Url + "/completions") { Content = content };
                using var response = await http.SendAsync(request, HttpCompletionOption.ResponseContentRead);
                response.EnsureSuccessStatusCode();
                await response.Content.ReadAsByteArrayAsync();
            }
        }
    }

    // Some of each file: answers differ in length from one bootcamp to the next.
    private static byte[][] Bodies(BenchOptions options) =>
    [
        .. Directory.EnumerateFiles(options.TestDir).SelectMany(File.ReadLines).Where((_, row) => row % (1 + (options.Rows / MostBodies)) == 0).Select(line =>
        {
            var prompt = JsonElement.Parse(line).GetProperty("prompt").GetString();
            return Encoding.UTF8.GetBytes(JsonSerializer.Serialize(new
            {
                model = "reference",
                prompt = $"<|im_start|>user\n{prompt}<|im_end|>\n<|im_start|>assistant\n",
                max_tokens = 32768,
                stream = options.Stream == "on",
            }));
        }),
    ];
}
