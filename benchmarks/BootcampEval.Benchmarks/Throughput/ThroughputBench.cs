// The engine next to a bare HttpClient loop: the same rows, the same server, the same run.

using System.Diagnostics;
using System.Globalization;
using System.Runtime;
using System.Text.Json;
using BootcampEval.Engine.Running;
using BootcampEval.Library;
using BootcampEval.Server;

namespace BootcampEval.Benchmarks.Throughput;

/// <summary>
/// Measures rows per second, processor time and peak memory of both, each in a process of its own, with the reference server in a third.
/// </summary>
internal static class ThroughputBench
{
    public static async Task<int> RunAsync(string[] args)
    {
        var options = BenchOptions.Parse(args);
        return options.Role switch
        {
            "" => await CompareAsync(options),
            "server" => await ServeAsync(options),
            "bare" => Print(await BareClient.MeasureAsync(options)),
            "engine" => Print(await EngineClient.MeasureAsync(options)),
            _ => throw new ArgumentException($"there is no role {options.Role}"),
        };
    }

    private static async Task<int> CompareAsync(BenchOptions options)
    {
        using var tests = RepeatedRows.Make(options.TestDir, options.Rows);
        using var few = RepeatedRows.Make(options.TestDir, BenchOptions.WarmUpRows);
        options = options with { WarmUpDir = few.Folder };
        using var server = Child(options with { TestDir = tests.Folder, Role = "server" });
        var url = await server.StandardOutput.ReadLineAsync() ?? throw new InvalidOperationException("the server did not start");
        try
        {
            Console.WriteLine("| stream | in flight | bare rows/s | engine rows/s | ratio | bare µs CPU/row | engine µs CPU/row | of it verifying | bare peak MB | engine peak MB |");
            Console.WriteLine("| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |");
            foreach (var stream in options.Stream == "both" ? new[] { "on", "off" } : [options.Stream])
            {
                foreach (var inFlight in options.InFlight)
                {
                    var child = options with { TestDir = tests.Folder, Url = url, Stream = stream, InFlight = [inFlight] };
                    var (bare, engine) = await BestAsync(child, options.Times);
                    Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                        $"| {stream} | {inFlight} | {bare.Rate:0} | {engine.Rate:0} | {engine.Rate / bare.Rate:0.00} | {bare.CpuPerRow:0} | {engine.CpuPerRow:0} | {engine.VerifySeconds / engine.Rows * 1e6:0} | {bare.PeakMb:0} | {engine.PeakMb:0} |"));
                }
            }
        }
        finally
        {
            server.Kill();
        }
        return 0;
    }

    // Turn by turn, so that what else the machine does touches both alike.
    private static async Task<(Measured Bare, Measured Engine)> BestAsync(BenchOptions child, int times)
    {
        Measured? bare = null, engine = null;
        for (var time = 0; time < times; time++)
        {
            bare = Better(bare, await MeasureAsync(child with { Role = "bare" }));
            engine = Better(engine, await MeasureAsync(child with { Role = "engine" }));
        }
        return (bare!, engine!);

        static Measured Better(Measured? one, Measured other) => one is null || other.Rate > one.Rate ? other : one;
    }

    private static async Task<Measured> MeasureAsync(BenchOptions child)
    {
        using var process = Child(child);
        var line = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return JsonSerializer.Deserialize<Measured>(line) ?? throw new InvalidOperationException($"{child.Role} measured nothing");
    }

    private static Process Child(BenchOptions options) => Process.Start(new ProcessStartInfo(Environment.ProcessPath!,
    [
        "throughput", "--role", options.Role, "--test_dir", options.TestDir, "--rows", $"{options.Rows}", "--url", options.Url, "--warm_up", options.WarmUpDir,
        "--in_flight", string.Join(',', options.InFlight), "--latency", options.Latency, "--stream", options.Stream,
    ])
    { RedirectStandardOutput = true })!;

    private static async Task<int> ServeAsync(BenchOptions options)
    {
        await using var server = await ModelServer.StartAsync(new()
        {
            Catalog = BootcampLibrary.Catalog,
            TestSet = options.TestDir,
            Faults = new() { Latency = Duration.Parse(options.Latency) },
        });
        await server.Ready;
        Console.WriteLine(server.Url);
        await Task.Delay(Timeout.Infinite);
        return 0;
    }

    private static int Print(Measured measured)
    {
        Console.WriteLine(JsonSerializer.Serialize(measured));
        return 0;
    }
}

/// <summary>What one client did.</summary>
/// <param name="Rows">How many answers it got.</param>
/// <param name="Seconds">How long it took, from start to end.</param>
/// <param name="CpuSeconds">Processor time of the same stretch.</param>
/// <param name="PeakMb">The most memory it held.</param>
/// <param name="Allocated">Bytes allocated.</param>
/// <param name="Collections">Garbage collections, by generation.</param>
internal sealed record Measured(int Rows, double Seconds, double CpuSeconds, double PeakMb, long Allocated, int[] Collections)
{
    /// <summary>Time spent on verification, over all workers; 0 for a client that verifies nothing.</summary>
    public double VerifySeconds { get; init; }

    public double Rate => Rows / Seconds;

    public double CpuPerRow => CpuSeconds / Rows * 1e6;

    /// <summary>Measures a piece of work of this process, once it is warm.</summary>
    /// <param name="rows">How many rows the work has.</param>
    /// <param name="warmUp">The same work on few rows: done until nothing is compiled any more. What that costs is measured elsewhere, with the whole process.</param>
    /// <param name="work">The work.</param>
    public static async Task<Measured> OfAsync(int rows, Func<Task> warmUp, Func<Task> work)
    {
        await WarmUpAsync(warmUp);
        GC.Collect();
        var collected = CollectionsSoFar();
        using var process = Process.GetCurrentProcess();
        var cpu = process.TotalProcessorTime;
        var allocated = GC.GetTotalAllocatedBytes();
        var began = Stopwatch.GetTimestamp();
        await work();
        var seconds = Stopwatch.GetElapsedTime(began).TotalSeconds;
        process.Refresh();
        return new(rows, seconds, (process.TotalProcessorTime - cpu).TotalSeconds, process.PeakWorkingSet64 / 1e6,
            GC.GetTotalAllocatedBytes() - allocated, [.. CollectionsSoFar().Zip(collected, (after, before) => after - before)]);
    }

    // Hot methods are compiled a second time, in the background, some time after they have become hot.
    private static async Task WarmUpAsync(Func<Task> work)
    {
        const int Most = 20, Quiet = 50;
        for (var pass = 0; pass < Most; pass++)
        {
            var compiled = JitInfo.GetCompiledMethodCount();
            await work();
            await Task.Delay(200);
            if (JitInfo.GetCompiledMethodCount() - compiled < Quiet) return;
        }
    }

    private static int[] CollectionsSoFar() => [GC.CollectionCount(0), GC.CollectionCount(1), GC.CollectionCount(2)];
}
