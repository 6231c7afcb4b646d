// A run in a folder of its own: test files in, outcome and files out.

using System.Text.Json;
using BootcampEval.Engine.Results;
using BootcampEval.Engine.Running;
using Microsoft.Extensions.Logging;

namespace BootcampEval.Engine.Tests.Harness;

public sealed class TestRun : IDisposable
{
    public TestRun()
    {
        Folder = Directory.CreateTempSubdirectory("engine-").FullName;
        Tests = Path.Combine(Folder, "tests");
        Directory.CreateDirectory(Tests);
    }

    public string Folder { get; }

    public string Tests { get; }

    public MessageList Messages { get; } = new();

    /// <summary>Quick retries, so that a test of failures does not wait.</summary>
    public EvaluationOptions Options(params string[] urls) => new()
    {
        Urls = urls,
        ModelName = "m",
        TestDir = Tests,
        OutputDir = Path.Combine(Folder, "out"),
        MaxRetryingDelay = TimeSpan.FromMilliseconds(20),
        Timeout = TimeSpan.FromSeconds(20),
        WaitTimeout = TimeSpan.Zero,
    };

    /// <summary>Writes a test file of rows whose prompt is <c>say N</c> and whose answer is <c>N</c>.</summary>
    public void Rows(string file, int count, string source = "Echo") =>
        Lines(file, [.. Enumerable.Range(0, count).Select(row => Row($"say {row}", $"{row}", source))]);

    public void Lines(string file, params string[] lines) => File.WriteAllText(Path.Combine(Tests, file), string.Concat(lines.Select(line => line + "\n")));

    public static string Row(string prompt, string answer, string source = "Echo") =>
        $$$"""{"data_source":"{{{source}}}","prompt":{{{JsonSerializer.Serialize(prompt)}}},"ground_truth":{"answer":{{{JsonSerializer.Serialize(answer)}}}}}""";

    public Evaluation Evaluation(EvaluationOptions options) => new(options, Echo.Catalog) { Log = Messages };

    public Task<RunOutcome> RunAsync(EvaluationOptions options) => Evaluation(options).RunAsync(TestContext.Current.CancellationToken);

    /// <summary>The answer to a prompt of <see cref="Rows"/>, within any template.</summary>
    public static string Said(ServerRequest request)
    {
        var start = request.Prompt.IndexOf("say ", StringComparison.Ordinal) + 4;
        var end = start;
        while (end < request.Prompt.Length && char.IsAsciiDigit(request.Prompt[end])) end++;
        return request.Prompt[start..end];
    }

    public static SampleRecord[] Details(RunOutcome outcome, string file) => [.. outcome.Directory!.ReadDetails(file)];

    public void Dispose() => Directory.Delete(Folder, recursive: true);
}

/// <summary>Keeps the messages of a run.</summary>
public sealed class MessageList : ILogger
{
    private readonly List<string> _lines = [];

    public IReadOnlyList<string> Lines
    {
        get
        {
            lock (_lines) return [.. _lines];
        }
    }

    public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        lock (_lines) _lines.Add($"{logLevel}: {formatter(state, exception)}");
    }
}
