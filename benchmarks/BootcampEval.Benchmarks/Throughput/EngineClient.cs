// The engine as `bootcamp eval` runs it, without reports.

using BootcampEval.Engine.Running;
using BootcampEval.Library;

namespace BootcampEval.Benchmarks.Throughput;

/// <summary>A whole evaluation: files checked, answers parsed, verified, written and summed up.</summary>
internal static class EngineClient
{
    public static async Task<Measured> MeasureAsync(BenchOptions options)
    {
        var output = Directory.CreateTempSubdirectory("bench-out-").FullName;
        try
        {
            var verified = TimeSpan.Zero;
            var measured = await Measured.OfAsync(options.Rows, () => EvaluateAsync(options.WarmUpDir), () => EvaluateAsync(options.TestDir));
            return measured with { VerifySeconds = verified.TotalSeconds };

            async Task EvaluateAsync(string testDir)
            {
                var evaluation = new Evaluation(new()
                {
                    Urls = [options.Url],
                    ModelName = "reference",
                    TestDir = testDir,
                    OutputDir = output,
                    MaxConcurrentRequests = options.InFlight[0],
                    Stream = options.Stream == "on",
                }, BootcampLibrary.Catalog);
                var outcome = await evaluation.RunAsync();
                verified = evaluation.Progress.VerifyTime;
                if (outcome.ExitCode != ExitCode.AllScored) throw new InvalidOperationException(string.Join('\n', outcome.Messages));
            }
        }
        finally
        {
            Directory.Delete(output, recursive: true);
        }
    }
}
