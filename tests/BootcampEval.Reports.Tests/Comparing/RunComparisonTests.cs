// Comparing runs: which rows are matched, what is said of them.

using BootcampEval.Reports.Comparing;

namespace BootcampEval.Reports.Tests.Comparing;

public sealed class RunComparisonTests
{
    [Fact]
    public void Rows_are_matched_by_file_id_and_prompt()
    {
        using var a = new SampleRun().With("x.jsonl", SampleRun.Sample(0, 1), SampleRun.Sample(1, 1), SampleRun.Sample(2, 1)).Finished();
        using var b = new SampleRun().With("x.jsonl", SampleRun.Sample(0, 1), SampleRun.Sample(1, 1) with { Prompt = "another" })
            .With("y.jsonl", SampleRun.Sample(2, 1)).Finished();
        var comparison = Compare(a, b);
        Assert.Equal((1, 2, 2), (comparison.Matched, comparison.OnlyA, comparison.OnlyB));
    }

    [Fact]
    public void Flipped_rows_are_named_each_way()
    {
        using var a = Run(id => id is 3 or 4 ? 0 : 1, 10);
        using var b = Run(id => id is 4 or 5 ? 0 : 1, 10);
        var bootcamp = Compare(a, b).Bootcamps.Single();
        Assert.Equal([3], bootcamp.Gained.Select(id => id.Number));
        Assert.Equal([5], bootcamp.Lost.Select(id => id.Number));
        Assert.Equal(("none", "mcnemar", 1.0), (bootcamp.Verdict, bootcamp.Test, bootcamp.P));
    }

    [Fact]
    public void A_clear_difference_is_called_one()
    {
        using var a = Run(id => id % 2, 100);
        using var b = Run(_ => 1, 100);
        var comparison = Compare(a, b);
        Assert.Equal(("b_better", "b_better"), (comparison.Total!.Verdict, comparison.Bootcamps.Single().Verdict));
        Assert.StartsWith("B better by 50.0 points (", comparison.Total.Text, StringComparison.Ordinal);
        Assert.StartsWith("A better by 50.0 points (", Compare(b, a).Total!.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_a_difference_it_says_what_could_have_been_shown()
    {
        using var a = Run(id => id < 50 ? 1 : 0, 100);
        using var b = Run(id => id is > 0 and < 51 ? 1 : 0, 100);
        var total = Compare(a, b).Total!;
        Assert.Equal((0.0, "none"), (total.Difference, total.Verdict));
        Assert.Equal(2.801585218112968 * Math.Sqrt(2 / 99.0 / 100), total.Detectable!.Value, 1e-9); // by hand: z(0.975) + z(0.8) standard errors
        Assert.Equal("no difference shown; this comparison could have shown 4.0 points", total.Text);
    }

    [Fact]
    public void Many_bootcamps_are_corrected_for()
    {
        using var a = new SampleRun();
        using var b = new SampleRun();
        for (var source = 0; source < 5; source++)
        {
            a.With($"{source}.jsonl", [.. Enumerable.Range(0, 40).Select(id => SampleRun.Sample(id, source == 0 && id < 6 ? 0 : 1, $"S{source}"))]);
            b.With($"{source}.jsonl", [.. Enumerable.Range(0, 40).Select(id => SampleRun.Sample(id, 1, $"S{source}"))]);
        }
        var first = Compare(a.Finished(), b.Finished()).Bootcamps[0];
        Assert.Equal(0.03125, first.P, 1e-12); // R: binom.test(0, 6)
        Assert.Equal(0.15625, first.PHolm, 1e-12); // by hand: 5 tests
        Assert.Equal("none", first.Verdict);
    }

    [Fact]
    public void Partial_scores_and_several_samples_are_compared_by_permutation()
    {
        using var a = new SampleRun(new() { Samples = 2 }).With("x.jsonl", [.. Enumerable.Range(0, 8).SelectMany(id => new[] { SampleRun.Sample(id, 0), SampleRun.Sample(id, 1, sample: 1) })]).Finished();
        using var b = new SampleRun(new() { Samples = 2 }).With("x.jsonl", [.. Enumerable.Range(0, 8).SelectMany(id => new[] { SampleRun.Sample(id, 1), SampleRun.Sample(id, 0.8, sample: 1) })]).Finished();
        var bootcamp = Compare(a, b).Bootcamps.Single();
        Assert.Equal(("permutation", 2 / 256.0), (bootcamp.Test, bootcamp.P)); // by hand: all eight rows up, or all down
        Assert.Equal(0.4, bootcamp.Difference, 1e-12);
    }

    [Fact]
    public void Runs_without_a_common_row_have_no_total()
    {
        using var a = new SampleRun().With("x.jsonl", SampleRun.Sample(0, 1)).Finished();
        using var b = new SampleRun().With("y.jsonl", SampleRun.Sample(0, 1)).Finished();
        Assert.Null(Compare(a, b).Total);
    }

    private static SampleRun Run(Func<int, double> score, int rows) =>
        new SampleRun().With("x.jsonl", [.. Enumerable.Range(0, rows).Select(id => SampleRun.Sample(id, score(id)))]).Finished();

    private static ComparisonFigures Compare(SampleRun a, SampleRun b) => RunComparison.Of(a.Run, b.Run, TestContext.Current.CancellationToken);
}
