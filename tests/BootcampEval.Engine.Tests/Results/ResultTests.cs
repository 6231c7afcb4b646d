// Lines, sums, names: what reaches the disk and comes back.

using System.Text;
using System.Text.Json;
using BootcampEval.Engine.Json;
using BootcampEval.Engine.Results;
using BootcampEval.Engine.Running;
using BootcampEval.Engine.TestSets;
using BootcampEval.Sdk;
using CsCheck;

namespace BootcampEval.Engine.Tests.Results;

public sealed class ResultTests
{
    private static readonly SampleRecord Sample = new()
    {
        Id = new(7),
        Prompt = "1 + 1 = ? 你",
        OutputLength = 3,
        Score = 0.5,
        ExtractedOutput = "[1, 2.0, \"x\"]",
        GroundTruth = JsonElement.Parse("""{"n": 1.50}"""),
        Output = "line\n\"two\" 😀",
        DataSource = "Echo",
        Status = VerdictStatus.Partial,
        Reason = "half right",
        FinishReason = "stop",
        PromptLength = 9,
        Sample = 2,
        LatencyMs = 12.34567,
        TimeToFirstTokenMs = null,
        Attempts = 3,
    };

    [Fact]
    public void A_details_line_has_its_members_in_the_order_of_the_contract() =>
        Assert.Equal(
            """{"id": 7, "prompt": "1 + 1 = ? 你", "output_len": 3, "score": 0.5, "extracted_output": [1, 2.0, "x"], "ground_truth": {"n": 1.50}, "output": "line\n\"two\" 😀", "data_source": "Echo", "status": "partial", "reason": "half right", "finish_reason": "stop", "prompt_len": 9, "sample": 2, "latency_ms": 12.346, "ttft_ms": null, "attempts": 3}""" + "\n",
            LineOf(Sample));

    [Fact]
    public void Reasoning_and_a_count_in_words_come_after_the_rest() =>
        Assert.EndsWith(""", "attempts": 3, "reasoning": "hm", "output_len_source": "words"}""" + "\n", LineOf(Sample with { Reasoning = "hm", CountedInWords = true }), StringComparison.Ordinal);

    [Fact]
    public void Any_sample_comes_back_as_it_was_written()
    {
        var text = Gen.Char.Array[0, 20].Select(letters => new string(letters));
        Gen.Select(text, text, Gen.Double[0, 1], Gen.Int[0, 1000], Gen.Bool).Sample((output, id, score, number, flag) =>
        {
            var sample = Sample with { Id = flag ? new(id) : new(number), Output = output, Prompt = id, Score = score, Reasoning = flag ? output : null, CountedInWords = flag, LatencyMs = number, TimeToFirstTokenMs = flag ? 0.5 : null, FinishReason = flag ? null : "stop", ExtractedOutput = flag ? null : "1" };
            var read = DetailLine.Read(Encoding.UTF8.GetBytes(LineOf(sample)).AsSpan()[..^1]);
            return read with { GroundTruth = sample.GroundTruth } == sample && read.GroundTruth.GetRawText() == sample.GroundTruth.GetRawText();
        });
    }

    [Fact]
    public void Numbers_do_not_depend_on_the_order_of_the_samples() =>
        Gen.Double[0, 1].Array[2, 100].SelectMany(scores => Gen.Shuffle(scores).Select(shuffled => (scores, shuffled)))
            .Sample(pair => Summed(pair.scores) == Summed(pair.shuffled));

    [Fact]
    public void The_numbers_are_mean_standard_error_and_counts()
    {
        var tally = new ScoreTally();
        tally.Add(new(1, 10, VerdictStatus.Correct, false, false));
        tally.Add(new(0, 20, VerdictStatus.NoAnswer, true, true));
        tally.Add(new(0.5, 30, VerdictStatus.Partial, false, false));
        tally.AddFailure();

        var excluded = tally.Summarize("Echo", "a.jsonl", FailureRule.Exclude);
        var zero = tally.Summarize("Echo", "a.jsonl", FailureRule.Zero);

        Assert.Equal((3L, 3L, 1L, 0.5, 20.0, 1L, 1L, 1L, 0.75), (excluded.N, excluded.Scored, excluded.Failed, excluded.AvgScore!.Value, excluded.AvgLen!.Value, excluded.NoAnswer, excluded.Truncated, excluded.Flawed, excluded.AvgScoreSound!.Value));
        Assert.Equal(0.5 / Math.Sqrt(3), excluded.StdErr!.Value, 12);
        Assert.Equal((4L, 3L, 0.375, 20.0, 0.5), (zero.N, zero.Scored, zero.AvgScore!.Value, zero.AvgLen!.Value, zero.AvgScoreSound!.Value));
    }

    [Fact] // statsmodels: OLS(y, 1).fit(cov_type="cluster", use_correction=True), as in the tests of the statistics
    public void Several_samples_of_a_row_count_as_one_cluster_in_the_standard_error()
    {
        double[][] rows = [[1, 0, 1], [0, 0], [1, 1, 1, 1], [0.5]];
        var tally = new ScoreTally(samplesPerRow: 4);
        foreach (var (row, scores) in rows.Index())
            foreach (var score in scores) tally.Add(new(score, 1, VerdictStatus.Partial, false, false), new(row));
        Assert.Equal(0.22135943621178647, tally.Summarize("Echo", "a.jsonl", FailureRule.Exclude).StdErr!.Value, 1e-9);
    }

    [Fact]
    public void Without_samples_there_are_no_averages()
    {
        var nothing = new ScoreTally().Summarize("Echo", "a.jsonl", FailureRule.Exclude);

        Assert.Equal((0L, null, null, null, null), (nothing.N, nothing.AvgScore, nothing.AvgLen, nothing.StdErr, nothing.AvgScoreSound));
    }

    [Theory]
    [InlineData("org/model:7b", "org_model_7b")]
    [InlineData("../../etc/passwd", ".._.._etc_passwd")]
    [InlineData("模型 x", "模型 x")]
    [InlineData("a\0b\nc", "a_b_c")]
    [InlineData("", "_")]
    public void A_name_is_made_fit_for_a_path(string name, string expected) => Assert.Equal(expected, RunDirectory.SafeName(name));

    [Fact]
    public void A_name_is_made_short_enough_for_a_path() => Assert.Equal(33, RunDirectory.SafeName(new string('模', 500)).Length);

    [Fact]
    public void A_set_of_samples_knows_what_is_in_it()
    {
        var set = new SampleSet(3);
        (RowId Id, int Sample)[] members = [(new(0), 0), (new(0), 2), (new(41), 1), (new(-7), 1), (new(long.MaxValue), 2), (new("0"), 0), (new("你"), 2)];

        Assert.All(members, member => Assert.True(set.Add(member.Id, member.Sample)));
        Assert.All(members, member => Assert.False(set.Add(member.Id, member.Sample)));
        Assert.All(members, member => Assert.True(set.Contains(member.Id, member.Sample)));
        Assert.False(set.Contains(new(0), 1) || set.Contains(new("0"), 1) || set.Contains(new(40), 1) || set.Contains(new(7), 1));
        Assert.Equal(members.Length, set.Count);
    }

    [Fact]
    public void The_progress_of_each_file_is_a_line()
    {
        FileProgress[] files =
        [
            Progress("sudoku", 31, 64, 62, 66, started: true),
            Progress("maze", 64, 64, 3723, 0, started: true),
            Progress("arc", 0, 500, 0, null, started: false),
        ];

        Assert.Equal(
            """
            Main Progress
            sudoku: 31/64 [████████████████████████--------------------------] 48.4% Elapsed: 0:01:02 Remaining: 0:01:06
            maze: 64/64 [██████████████████████████████████████████████████] 100.0% Elapsed: 1:02:03 Remaining: 0:00:00 Completed✔️
            arc: 0/500 [--------------------------------------------------] 0.0% Elapsed: 0:00:00 Remaining: ?

            """.ReplaceLineEndings("\n"), ProgressLog.Render(files));
    }

    private static FileProgress Progress(string name, long done, long total, int elapsed, int? remaining, bool started) => new()
    {
        Name = name,
        Done = done,
        Total = total,
        Failed = 0,
        Elapsed = TimeSpan.FromSeconds(elapsed),
        Remaining = remaining is { } left ? TimeSpan.FromSeconds(left) : null,
        Started = started,
    };

    private static BootcampSummary Summed(double[] scores)
    {
        var tally = new ScoreTally();
        foreach (var score in scores) tally.Add(new(score, 1, VerdictStatus.Partial, false, false));
        return tally.Summarize("Echo", "a.jsonl", FailureRule.Exclude);
    }

    private static string LineOf(SampleRecord sample)
    {
        using var line = new Utf8Buffer();
        DetailLine.Append(line, sample);
        return Encoding.UTF8.GetString(line.Written);
    }
}
