// `bootcamp serve-model` as a process of its own.

namespace BootcampEval.EndToEnd.Tests;

/// <summary>A reference model server on a free port.</summary>
internal sealed class ModelServerProcess : IDisposable
{
    private readonly Running _process;

    private ModelServerProcess(Running process, string url)
    {
        _process = process;
        Url = url;
    }

    /// <summary>Its base URL.</summary>
    public string Url { get; }

    /// <summary>Starts one over a test set.</summary>
    public static async Task<ModelServerProcess> Start(string testSet, params string[] arguments)
    {
        var process = Bootcamp.Start(["serve-model", "--port", "0", "--test_dir", testSet, .. arguments]);
        var line = await process.Line();
        return new(process, line.Split(' ').Single(word => word.StartsWith("http://", StringComparison.Ordinal)));
    }

    /// <inheritdoc/>
    public void Dispose() => _process.Dispose();
}
