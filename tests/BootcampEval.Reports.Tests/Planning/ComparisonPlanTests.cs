// How large the next comparison must be.

using BootcampEval.Reports.Planning;

namespace BootcampEval.Reports.Tests.Planning;

public sealed class ComparisonPlanTests
{
    [Fact]
    public void One_run_gives_the_rows_for_independent_runs_like_it()
    {
        using var run = Run(100, id => id % 2);
        var plan = ComparisonPlan.From(run.Run, 0.02, [1, 2], 0, []);
        // R: 2 * var(rep(c(0, 1), 50)) * (qnorm(0.975) + qnorm(0.8))^2 / 0.02^2 = 9910.2
        Assert.Equal([new(1, 9911, 9911, 9911)], plan.Lines);
        Assert.False(plan.KnowsSamples);
        Assert.Equal(2.801585218112968 * Math.Sqrt(2 * 0.25 / 99), plan.DetectableNow, 1e-9); // by hand
    }

    [Fact]
    public void Correlation_saves_rows()
    {
        using var run = Run(100, id => id % 2);
        Assert.Equal(ComparisonPlan.From(run.Run, 0.02, [1], 0, []).Lines[0].Rows / 10.0, ComparisonPlan.From(run.Run, 0.02, [1], 0.9, []).Lines[0].Rows, 1.0);
    }

    [Fact]
    public void Samples_help_as_far_as_samples_differ()
    {
        using var noisy = new SampleRun(new() { Samples = 2 })
            .With("x.jsonl", [.. Enumerable.Range(0, 100).SelectMany(id => new[] { SampleRun.Sample(id, id % 2), SampleRun.Sample(id, 1 - (id % 2), sample: 1) })]).Finished();
        using var steady = new SampleRun(new() { Samples = 2 })
            .With("x.jsonl", [.. Enumerable.Range(0, 100).SelectMany(id => new[] { SampleRun.Sample(id, id % 2), SampleRun.Sample(id, id % 2, sample: 1) })]).Finished();
        var (one, four) = (Rows(noisy, 1), Rows(noisy, 4));
        Assert.Equal(one / 4.0, four, 1.0);
        Assert.Equal(Rows(steady, 1), Rows(steady, 4));
    }

    [Fact]
    public void Two_runs_tell_how_their_rows_go_together()
    {
        using var a = Run(100, id => id % 2);
        using var b = Run(100, id => id is 0 ? 1 : id % 2); // one row flipped
        var plan = ComparisonPlan.From(a.Run, b.Run, 0.02, [1], [], TestContext.Current.CancellationToken);
        // R: var(c(1, rep(0, 99))) * (qnorm(0.975) + qnorm(0.8))^2 / 0.02^2 = 196.2
        Assert.Equal(197, plan.Lines.Single().Rows);
        Assert.Null(plan.Correlation);
    }

    [Fact]
    public void A_run_of_single_rows_can_not_be_planned_from()
    {
        using var run = Run(1, _ => 1);
        Assert.Throws<FormatException>(() => ComparisonPlan.From(run.Run, 0.02, [1], 0, []));
    }

    private static long Rows(SampleRun run, int samples) => ComparisonPlan.From(run.Run, 0.02, [samples], 0, []).Lines.Single().Rows;

    private static SampleRun Run(int rows, Func<int, double> score) =>
        new SampleRun().With("x.jsonl", [.. Enumerable.Range(0, rows).Select(id => SampleRun.Sample(id, score(id)))]).Finished();
}
