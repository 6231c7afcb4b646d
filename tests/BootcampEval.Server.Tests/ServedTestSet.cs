// A test set on disk, a server over it, and a client: what every test here talks through.

using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using BootcampEval.Sdk;

namespace BootcampEval.Server.Tests;

/// <summary>A running server over a folder of fresh sums.</summary>
internal sealed class ServedTestSet : IAsyncDisposable
{
    private readonly string _folder;

    private ServedTestSet(string folder, ModelServer server, IReadOnlyList<Problem> problems)
    {
        _folder = folder;
        Server = server;
        Problems = problems;
        Client = new() { BaseAddress = new(server.Url + "/") };
    }

    public ModelServer Server { get; }

    public IReadOnlyList<Problem> Problems { get; }

    public HttpClient Client { get; }

    public static async Task<ServedTestSet> Start(int rows = 5, Func<ModelServerOptions, ModelServerOptions>? set = null, params string[] furtherLines)
    {
        var folder = Directory.CreateTempSubdirectory("bootcamp-server-").FullName;
        Problem[] problems = [.. ProblemSource.Of(new Sums(), 1, 3).Take(rows)];
        var lines = problems.Select(problem => Line(problem.Prompt, problem.GroundTruth.GetRawText())).Concat(furtherLines);
        await File.WriteAllTextAsync(Path.Combine(folder, "sums.jsonl"), "\uFEFF" + string.Join("\r\n", lines));
        var options = new ModelServerOptions { Catalog = Sums.Catalog, TestSet = folder };
        return new(folder, await ModelServer.StartAsync(set is null ? options : set(options)), problems);
    }

    public static string Line(string prompt, string groundTruth) =>
        $$"""{"data_source":"Sums","ground_truth":{{groundTruth}},"prompt":{{JsonSerializer.Serialize(prompt)}}}""";

    /// <summary>Asks for a completion of a text, or for a chat completion of messages.</summary>
    public async Task<HttpResponseMessage> Post(object body) =>
        await Client.PostAsJsonAsync(body.GetType().GetProperty("messages") is null ? "completions" : "chat/completions", body);

    /// <summary>The text of a completion.</summary>
    public async Task<string> Complete(string prompt, string model = "reference")
    {
        using var response = await Post(new { model, prompt });
        using var json = JsonDocument.Parse(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        return json.RootElement.GetProperty("choices")[0].GetProperty("text").GetString()!;
    }

    /// <summary>The data of all events of a streamed response.</summary>
    public static async Task<string[]> Events(HttpResponseMessage response)
    {
        var text = Encoding.UTF8.GetString(await response.Content.ReadAsByteArrayAsync());
        return [.. text.Split("\n\n", StringSplitOptions.RemoveEmptyEntries).Select(line => line["data: ".Length..])];
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await Server.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }
}
