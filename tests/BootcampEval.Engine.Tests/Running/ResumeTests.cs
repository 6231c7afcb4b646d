// Going on with a run, however it was stopped.

using System.Text;
using BootcampEval.Engine.Results;
using BootcampEval.Engine.Running;
using BootcampEval.Engine.Tests.Harness;

namespace BootcampEval.Engine.Tests.Running;

public sealed class ResumeTests
{
    private static string Right(ServerRequest request) => Reply.Answer(request, "it is " + TestRun.Said(request));

    [Fact]
    public async Task Resume_keeps_scored_samples_and_asks_only_for_the_rest()
    {
        using var run = new TestRun();
        run.Rows("a.jsonl", 40);
        await using var server = new FaultServer(request => int.Parse(TestRun.Said(request)) % 4 == 0 ? Reply.Json("{}", 400) : Right(request));
        var options = run.Options(server.Url);
        var first = await run.RunAsync(options);
        await using var mended = new FaultServer(Right);

        var second = await run.RunAsync(options with { Urls = [mended.Url], Resume = first.Directory!.FullName });

        Assert.Equal((ExitCode.SomeFailed, ExitCode.AllScored), (first.ExitCode, second.ExitCode));
        Assert.Equal(first.Directory.FullName, second.Directory!.FullName);
        Assert.Equal(["0", "12", "16", "20", "24", "28", "32", "36", "4", "8"], mended.Requests.Select(TestRun.Said).Order(StringComparer.Ordinal));
        Assert.Equal(Enumerable.Range(0, 40).Select(id => (long)id), TestRun.Details(second, "a.jsonl").Select(sample => sample.Id.Number));
        Assert.False(File.Exists(second.Directory.ErrorsPath));
    }

    [Fact]
    public async Task A_finished_run_is_resumed_without_a_service()
    {
        using var run = new TestRun();
        run.Rows("a.jsonl", 5);
        RunOutcome first;
        EvaluationOptions options;
        await using (var server = new FaultServer(Right)) first = await run.RunAsync(options = run.Options(server.Url));
        File.Delete(first.Directory!.MetaPath);

        var second = await run.RunAsync(options with { Resume = first.Directory.FullName });

        Assert.Equal(ExitCode.AllScored, second.ExitCode);
        Assert.Equal(first.Summary!.Bootcamps, second.Directory!.ReadMeta());
    }

    [Fact]
    public async Task Samples_of_a_row_are_told_apart()
    {
        using var run = new TestRun();
        run.Rows("a.jsonl", 10);
        var asked = 0;
        await using var server = new FaultServer(request => Interlocked.Increment(ref asked) > 15 ? Reply.Json("{}", 400) : Right(request));
        var options = run.Options(server.Url) with { Samples = 3, MaxConcurrentRequests = 4 };
        var first = await run.RunAsync(options);
        await using var mended = new FaultServer(Right);

        var second = await run.RunAsync(options with { Urls = [mended.Url], Resume = first.Directory!.FullName });

        Assert.Equal(15, mended.Requests.Count);
        Assert.Equal(Enumerable.Range(0, 30).Select(n => (n / 3L, n % 3)), TestRun.Details(second, "a.jsonl").Select(sample => (sample.Id.Number, sample.Sample)));
    }

    [Fact]
    public async Task A_last_line_cut_anywhere_costs_at_most_its_own_sample()
    {
        using var run = new TestRun();
        run.Lines("a.jsonl", TestRun.Row("say 0", "0"), TestRun.Row("say 1 你😀", "1"), TestRun.Row("say 2", "2"));
        await using var server = new FaultServer(Right);
        var options = run.Options(server.Url) with { Stream = false };
        var first = await run.RunAsync(options);
        var path = first.Directory!.DetailsPath("a.jsonl");
        var whole = await File.ReadAllBytesAsync(path, TestContext.Current.CancellationToken);
        var lastLine = whole.AsSpan(0, whole.Length - 1).LastIndexOf((byte)'\n') + 1;
        var meta = await File.ReadAllTextAsync(first.Directory.MetaPath, TestContext.Current.CancellationToken);

        for (var length = lastLine; length <= whole.Length; length++)
        {
            await File.WriteAllBytesAsync(path, whole[..length], TestContext.Current.CancellationToken);
            var asked = server.Requests.Count;

            var second = await run.RunAsync(options with { Resume = first.Directory.FullName });

            // A line that lacks only its line break is whole.
            Assert.Equal(length >= whole.Length - 1 ? 0 : 1, server.Requests.Count - asked);
            Assert.Equal([0, 1, 2], TestRun.Details(second, "a.jsonl").Select(sample => sample.Id.Number));
            Assert.Equal(meta, await File.ReadAllTextAsync(first.Directory.MetaPath, TestContext.Current.CancellationToken));
        }
    }

    [Fact]
    public async Task Damage_in_the_middle_is_taken_out_and_only_its_samples_are_asked_again()
    {
        using var run = new TestRun();
        run.Rows("a.jsonl", 6);
        await using var server = new FaultServer(Right);
        var options = run.Options(server.Url);
        var first = await run.RunAsync(options);
        var path = first.Directory!.DetailsPath("a.jsonl");
        var lines = await File.ReadAllLinesAsync(path, TestContext.Current.CancellationToken);
        // A block that a power cut left as zeros, a line cut short, and a line that is there twice.
        await File.WriteAllTextAsync(path, string.Join('\n', [lines[0], new string('\0', 100), lines[2][..40], lines[3], lines[0], lines[5], ""]), TestContext.Current.CancellationToken);
        var asked = server.Requests.Count;

        var second = await run.RunAsync(options with { Resume = first.Directory.FullName });

        Assert.Equal(["1", "2", "4"], server.Requests.Skip(asked).Select(TestRun.Said).Order(StringComparer.Ordinal));
        Assert.Equal([0, 1, 2, 3, 4, 5], TestRun.Details(second, "a.jsonl").Select(sample => sample.Id.Number));
        Assert.Contains("Warning: details/a.jsonl: 3 damaged lines are dropped; their samples are asked again", run.Messages.Lines);
    }

    [Fact]
    public async Task A_resumed_run_ends_with_the_numbers_of_an_undisturbed_one()
    {
        using var run = new TestRun();
        run.Rows("a.jsonl", 400);
        await using var server = new FaultServer(request => Reply.Answer(request, (int.Parse(TestRun.Said(request)) % 7) switch { 0 => "half", 1 => "", 2 => "wrong", _ => TestRun.Said(request) }));
        var options = run.Options(server.Url);
        var undisturbed = await run.RunAsync(options);
        using var stop = new CancellationTokenSource();
        var stopped = run.Evaluation(options);
        var running = stopped.RunAsync(stop.Token, TestContext.Current.CancellationToken);
        while (stopped.Progress.Done < 100 && !running.IsCompleted) await Task.Delay(1, TestContext.Current.CancellationToken);
        await stop.CancelAsync();
        var first = await running;

        var second = await run.RunAsync(options with { Resume = first.Directory!.FullName });

        Assert.Equal(undisturbed.Summary!.Bootcamps, second.Summary!.Bootcamps);
        Assert.Equal(
            await File.ReadAllTextAsync(undisturbed.Directory!.MetaPath, TestContext.Current.CancellationToken),
            await File.ReadAllTextAsync(second.Directory!.MetaPath, TestContext.Current.CancellationToken));
        Assert.Equal(TestRun.Details(undisturbed, "a.jsonl").Select(WithoutTimes), TestRun.Details(second, "a.jsonl").Select(WithoutTimes));

        static string WithoutTimes(SampleRecord sample) => $"{sample.Id} {sample.Sample} {sample.Score} {sample.ExtractedOutput} {sample.Output} {sample.Status} {sample.Reason}";
    }

    [Fact]
    public async Task Changed_options_and_test_data_are_refused_with_what_differs()
    {
        using var run = new TestRun();
        run.Rows("a.jsonl", 2);
        run.Rows("b.jsonl", 2);
        await using var server = new FaultServer(Right);
        var options = run.Options(server.Url) with { Bootcamps = ["Echo"] };
        var first = await run.RunAsync(options);
        var resumed = options with { Resume = first.Directory!.FullName };

        var otherOptions = await run.RunAsync(resumed with { MaxTokens = 5, Temperature = 1, Bootcamps = [] });
        run.Rows("a.jsonl", 3);
        File.Move(Path.Combine(run.Tests, "b.jsonl"), Path.Combine(run.Tests, "c.jsonl"));
        var otherData = await run.RunAsync(resumed);

        Assert.Equal(ExitCode.BadInput, otherOptions.ExitCode);
        Assert.Equal(
            [
                "the run can't go on with another --max_tokens: it was 32768, it is 5",
                "the run can't go on with another --temperature: it was 0, it is 1",
                "the run can't go on with another --bootcamps: it was [\"Echo\"], it is []",
            ], otherOptions.Messages);
        Assert.Equal(ExitCode.BadInput, otherData.ExitCode);
        Assert.Collection(otherData.Messages,
            message => Assert.StartsWith("the run can't go on: a.jsonl has changed since it began (sha256 was ", message, StringComparison.Ordinal),
            message => Assert.Equal("the run can't go on: b.jsonl is gone", message),
            message => Assert.Equal("the run can't go on: c.jsonl was not there when it began", message));
    }

    [Fact]
    public async Task What_changes_no_result_may_change()
    {
        using var run = new TestRun();
        run.Rows("a.jsonl", 2);
        await using var server = new FaultServer(request => TestRun.Said(request) == "0" ? Reply.Json("{}", 400) : Right(request));
        var first = await run.RunAsync(run.Options(server.Url));
        await using var other = new FaultServer(Right);

        var second = await run.RunAsync(run.Options(other.Url) with
        {
            Resume = first.Directory!.FullName,
            ApiKey = "k",
            MaxConcurrentRequests = 1,
            Stream = false,
            MaxRetries = 3,
            OnFailure = FailureRule.Zero,
            Headers = ["X-A=b"],
        });

        Assert.Equal(ExitCode.AllScored, second.ExitCode);
    }

    [Fact]
    public async Task Two_processes_can_not_go_on_with_the_same_run()
    {
        using var run = new TestRun();
        run.Rows("a.jsonl", 2);
        await using var server = new FaultServer(Right);
        var first = await run.RunAsync(run.Options(server.Url));
        using var held = RunLock.TryTake(first.Directory!.FullName);

        var second = await run.RunAsync(run.Options(server.Url) with { Resume = first.Directory.FullName });

        Assert.Equal(ExitCode.BadInput, second.ExitCode);
        Assert.Contains("another process is going on with", Assert.Single(second.Messages), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_folder_that_is_no_run_is_refused()
    {
        using var run = new TestRun();
        run.Rows("a.jsonl", 2);

        var outcome = await run.RunAsync(run.Options("http://127.0.0.1:1/v1") with { Resume = run.Tests });

        Assert.Equal(ExitCode.BadInput, outcome.ExitCode);
        Assert.Contains("is not the folder of a run", Assert.Single(outcome.Messages), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Details_are_put_in_order_when_a_run_was_killed_before_that()
    {
        using var run = new TestRun();
        run.Rows("a.jsonl", 50);
        await using var server = new FaultServer(Right);
        var options = run.Options(server.Url);
        var first = await run.RunAsync(options);
        var path = first.Directory!.DetailsPath("a.jsonl");
        var lines = await File.ReadAllLinesAsync(path, TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(path, string.Concat(lines.Reverse().Select(line => line + "\n")), new UTF8Encoding(false), TestContext.Current.CancellationToken);

        await run.RunAsync(options with { Resume = first.Directory.FullName });

        Assert.Equal(lines, await File.ReadAllLinesAsync(path, TestContext.Current.CancellationToken));
    }
}
