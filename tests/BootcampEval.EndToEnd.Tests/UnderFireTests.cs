// Runs that are killed again and again, and disks that fill up: nothing is lost, nothing is asked twice.

using System.Text.Json;
using System.Text.Json.Nodes;
using BootcampEval.Sdk;

namespace BootcampEval.EndToEnd.Tests;

public sealed class UnderFireTests
{
    [Fact]
    public async Task A_run_killed_at_fifty_moments_ends_with_the_files_of_an_undisturbed_one()
    {
        const int Kills = 50;
        using var place = new Workplace();
        var tests = await place.TestSet(500);
        using var server = await ModelServerProcess.Start(tests, "--latency", "5ms");
        string[] arguments = ["eval", "--url", server.Url, "--model_name", "noisy-30", "--test_dir", tests, "--max_concurrent_requests", "8", "--log_level", "warning"];
        (await Bootcamp.Run([.. arguments, "--output_dir", place["undisturbed"]])).WithExitCode(0);
        var undisturbed = Directory.GetDirectories(place["undisturbed"]).Single();

        var random = new PuzzleRandom(20261105);
        HashSet<string> scored = [];
        for (var kill = 0; kill < Kills; kill++)
        {
            string[] resume = kill == 0 ? [.. arguments, "--output_dir", place.Output] : ["eval", "--resume", place.Run, "--log_level", "warning"];
            using var run = Bootcamp.Start(resume);
            // Some are killed at their start, most when some more samples are scored, few when they are done: wherever that is in a line.
            await UntilWritten(place, DetailBytes(place) + random.Below(80_000), run);
            run.Kill();
            await run.Finish();
            if (kill == 0 && !Directory.Exists(place.Output))
            {
                kill--;
                continue;
            }
            var now = WholeLines(place.Run);
            // What was scored is there as it was, times included: it was not asked again.
            Assert.Empty(scored.Except(now));
            scored = now;
        }
        (await Bootcamp.Run("eval", "--resume", place.Run)).WithExitCode(0);

        Assert.InRange(scored.Count, 200, 2000);
        Assert.Empty(scored.Except(WholeLines(place.Run)));
        Assert.Equal(Files(undisturbed), Files(place.Run));
        foreach (var file in Directory.GetFiles(Path.Combine(undisturbed, "details")).Select(Path.GetFileName))
            Assert.Equal(SamplesWithoutTimes(undisturbed, file!), SamplesWithoutTimes(place.Run, file!));
        Assert.Equal(await Text(undisturbed, "meta.jsonl"), await Text(place.Run, "meta.jsonl"));
        Assert.Equal(await Text(undisturbed, "eval_args.json"), (await Text(place.Run, "eval_args.json")).Replace(place.Output, place["undisturbed"], StringComparison.Ordinal));
    }

    [Fact]
    public async Task When_the_disk_takes_no_more_the_run_stops_and_goes_on_when_it_does()
    {
        using var place = new Workplace();
        var tests = await place.TestSet(500, "KorLogicFormalFallacies,Bbehshuffobject");
        using var server = await ModelServerProcess.Start(tests);
        // No file may grow beyond 200 blocks of 512 bytes; writing more fails as on a full disk. The runtime's own double mapping needs a large file.
        var command = string.Join(' ', ["eval", "--url", server.Url, "--model_name", "reference", "--test_dir", tests, "--output_dir", place.Output]);
        using var limited = Bootcamp.Start(["-c", $"trap '' XFSZ; ulimit -f 200; exec {Bootcamp.Executable} {command}"], new() { ["DOTNET_EnableWriteXorExecute"] = "0" }, executable: "/bin/sh");
        var stopped = (await limited.Finish()).WithExitCode(3);

        Assert.Contains("results can't be written", stopped.Errors, StringComparison.Ordinal);
        Assert.Contains("bootcamp eval --resume", stopped.Output, StringComparison.Ordinal);
        var scored = WholeLines(place.Run);
        Assert.InRange(scored.Count, 50, 999);
        Assert.Empty(Directory.EnumerateFiles(place.Run, "*.tmp", SearchOption.AllDirectories));
        (await Bootcamp.Run("eval", "--resume", place.Run)).WithExitCode(0);
        Assert.Equal(1000, Workplace.Details(place.Run).Count());
        Assert.Empty(scored.Except(WholeLines(place.Run)));
    }

    // The lines on disk are looked at until there are enough bytes of them, or the run has ended by itself.
    private static async Task UntilWritten(Workplace place, long bytes, Running run)
    {
        using var looks = new PeriodicTimer(TimeSpan.FromMilliseconds(5));
        while (await looks.WaitForNextTickAsync(TestContext.Current.CancellationToken))
            if (DetailBytes(place) >= bytes || run.HasExited) return;
    }

    private static long DetailBytes(Workplace place)
    {
        if (!Directory.Exists(place.Output) || Directory.GetDirectories(place.Output) is not [var run] || !Directory.Exists(Path.Combine(run, "details"))) return 0;
        return Directory.GetFiles(Path.Combine(run, "details"), "*.jsonl").Sum(file => new FileInfo(file).Length);
    }

    private static HashSet<string> WholeLines(string run)
    {
        HashSet<string> lines = [];
        foreach (var file in Directory.GetFiles(Path.Combine(run, "details"), "*.jsonl"))
        {
            var text = File.ReadAllText(file);
            foreach (var line in text[..(text.LastIndexOf('\n') + 1)].Split('\n', StringSplitOptions.RemoveEmptyEntries)) Assert.True(lines.Add(line), "a line is there twice");
        }
        return lines;
    }

    private static IEnumerable<string> Files(string run) =>
        Directory.GetFiles(run, "*", SearchOption.AllDirectories).Select(file => Path.GetRelativePath(run, file)).Order(StringComparer.Ordinal);

    private static IEnumerable<string> SamplesWithoutTimes(string run, string file) => File.ReadLines(Path.Combine(run, "details", file)).Select(line =>
    {
        var sample = JsonNode.Parse(line)!.AsObject();
        foreach (var name in new[] { "latency_ms", "ttft_ms" }) sample.Remove(name);
        return sample.ToJsonString(JsonSerializerOptions.Web);
    });

    private static Task<string> Text(string run, string file) => File.ReadAllTextAsync(Path.Combine(run, file), TestContext.Current.CancellationToken);
}
