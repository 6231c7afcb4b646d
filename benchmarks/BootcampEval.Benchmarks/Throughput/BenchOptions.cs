// What a throughput bench measures.

using System.Globalization;

namespace BootcampEval.Benchmarks.Throughput;

/// <summary>The options of <c>throughput</c>, as <c>--name value</c>.</summary>
internal sealed record BenchOptions
{
    /// <summary>How many rows are asked before the measurement begins.</summary>
    public const int WarmUpRows = 4_000;

    /// <summary>Test files whose rows are repeated until there are <see cref="Rows"/>.</summary>
    public string TestDir { get; init; } = "../shared/eval_data";

    /// <summary>How many rows.</summary>
    public int Rows { get; init; } = 20_000;

    /// <summary>How many requests are in flight, one measurement each.</summary>
    public int[] InFlight { get; init; } = [1, 128, 1024, 8192];

    /// <summary>How long the server is silent before each answer.</summary>
    public string Latency { get; init; } = "0";

    /// <summary>Whether answers are streamed: on, off or both.</summary>
    public string Stream { get; init; } = "both";

    /// <summary>How often each measurement is made; the best counts.</summary>
    public int Times { get; init; } = 3;

    /// <summary>For a child: which part it plays.</summary>
    public string Role { get; init; } = "";

    /// <summary>For a child: a folder of few rows, asked before the measurement begins.</summary>
    public string WarmUpDir { get; init; } = "";

    /// <summary>For a child: where the server is.</summary>
    public string Url { get; init; } = "";

    public static BenchOptions Parse(IReadOnlyList<string> args)
    {
        var options = new BenchOptions();
        for (var i = 0; i + 1 < args.Count; i += 2)
        {
            var value = args[i + 1];
            options = args[i] switch
            {
                "--test_dir" => options with { TestDir = value },
                "--rows" => options with { Rows = Number(value) },
                "--in_flight" => options with { InFlight = [.. value.Split(',').Select(Number)] },
                "--latency" => options with { Latency = value },
                "--stream" => options with { Stream = value },
                "--times" => options with { Times = Number(value) },
                "--role" => options with { Role = value },
                "--warm_up" => options with { WarmUpDir = value },
                "--url" => options with { Url = value },
                _ => throw new ArgumentException($"there is no option {args[i]}"),
            };
        }
        return options;
    }

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);
}
