// What the reference models say.

using System.Text.Json;

namespace BootcampEval.Server.Tests;

public sealed class AnsweringTests
{
    private static readonly Sums s_sums = new();

    [Theory]
    [InlineData("{0}")]
    [InlineData("<|im_start|>user\n{0}<|im_end|>\n<|im_start|>assistant\n")]
    [InlineData("<｜begin▁of▁sentence｜><｜User｜>{0}<｜Assistant｜><think>\n")]
    [InlineData("What is 1 + 1? Never mind. What is {0} What is")]
    public async Task The_prompt_is_found_inside_any_template(string template)
    {
        await using var set = await ServedTestSet.Start();
        foreach (var problem in set.Problems)
        {
            var output = await set.Complete(template.Replace("{0}", problem.Prompt, StringComparison.Ordinal));
            Assert.Equal(1, s_sums.Verify(output, problem.GroundTruth).Score);
        }
    }

    [Fact]
    public async Task A_chat_is_answered_by_its_last_message_whatever_the_system_prompt_says()
    {
        await using var set = await ServedTestSet.Start();
        var problem = set.Problems[3];
        object[][] chats =
        [
            [new { role = "user", content = problem.Prompt }],
            [new { role = "system", content = set.Problems[0].Prompt }, new { role = "user", content = problem.Prompt }],
            [new { role = "user", content = new[] { new { type = "text", text = problem.Prompt } } }],
        ];
        foreach (var messages in chats)
        {
            using var response = await set.Post(new { model = "reference", messages });
            using var json = JsonDocument.Parse(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
            var message = json.RootElement.GetProperty("choices")[0].GetProperty("message");
            Assert.Equal("assistant", message.GetProperty("role").GetString());
            Assert.Equal(1, s_sums.Verify(message.GetProperty("content").GetString()!, problem.GroundTruth).Score);
        }
    }

    [Fact]
    public async Task Rows_with_equal_prompts_get_the_answer_of_one_of_them()
    {
        await using var set = await ServedTestSet.Start(0, null, ServedTestSet.Line("equal", "{\"a\":1,\"b\":2}"), ServedTestSet.Line("equal", "{\"a\":3,\"b\":4}"));
        Assert.Equal("It is easy: [answer]3[/answer]", await set.Complete("equal"));
    }

    [Fact]
    public async Task A_prompt_that_contains_another_is_taken_whole()
    {
        await using var set = await ServedTestSet.Start(0, null,
            ServedTestSet.Line("a puzzle of some length", "{\"a\":1,\"b\":2}"),
            ServedTestSet.Line("Solve a puzzle of some length!", "{\"a\":3,\"b\":4}"),
            ServedTestSet.Line("!", "{\"a\":5,\"b\":6}"));
        Assert.Contains("7", await set.Complete(">>Solve a puzzle of some length!<<"), StringComparison.Ordinal);
        Assert.Contains("3", await set.Complete(">>a puzzle of some length<<"), StringComparison.Ordinal);
        Assert.Contains("11", await set.Complete(">>!<<"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_ground_truth_written_as_a_string_is_decoded()
    {
        await using var set = await ServedTestSet.Start(0, null, ServedTestSet.Line("in a string", "\"{\\\"a\\\":20,\\\"b\\\":2}\""));
        Assert.Contains("22", await set.Complete("in a string"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Prompts_with_lone_surrogates_are_found()
    {
        await using var set = await ServedTestSet.Start(0, null, """{"data_source":"Sums","prompt":"half \ud83d of it\n","ground_truth":{"a":1,"b":2}}""");
        using var body = new StringContent("""{"model":"reference","prompt":"<s>half \ud83d of it\n"}""");
        using var response = await set.Client.PostAsync(new Uri("completions", UriKind.Relative), body, TestContext.Current.CancellationToken);
        Assert.Contains("[answer]3[/answer]", await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_puzzle_without_answer_and_a_foreign_prompt_get_a_polite_no()
    {
        await using var set = await ServedTestSet.Start(1, null, ServedTestSet.Line("unsolvable", "{\"a\":-1,\"b\":2}"), "no row", "{\"prompt\":\"half a row\"}");
        Assert.Contains("could not find an answer", await set.Complete("unsolvable"), StringComparison.Ordinal);
        Assert.Contains("could not find an answer", await set.Complete("half a row"), StringComparison.Ordinal);
        Assert.Contains("not a puzzle of the test set", await set.Complete("Who are you?"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_noisy_model_is_wrong_on_about_its_percentage_in_several_ways_and_the_same_way_each_time()
    {
        const int Rows = 600;
        await using var set = await ServedTestSet.Start(Rows);
        await using var again = await ServedTestSet.Start(Rows);
        var scores = new List<double>();
        var reasons = new HashSet<string?>();
        foreach (var problem in set.Problems)
        {
            var output = await set.Complete(problem.Prompt, "noisy-30");
            Assert.Equal(output, await again.Complete($"<|user|>{problem.Prompt}<|end|>", "noisy-30"));
            var verdict = s_sums.Verify(output, problem.GroundTruth);
            scores.Add(verdict.Score);
            reasons.Add(verdict.Reason + verdict.Status);
        }
        Assert.InRange(scores.Average(), 0.64, 0.76);
        Assert.True(reasons.Count >= 3, string.Join(", ", reasons));
    }

    [Fact]
    public async Task Noise_goes_from_never_to_always()
    {
        await using var set = await ServedTestSet.Start(30);
        foreach (var problem in set.Problems)
        {
            Assert.Equal(1, s_sums.Verify(await set.Complete(problem.Prompt, "noisy-0"), problem.GroundTruth).Score);
            Assert.Equal(0, s_sums.Verify(await set.Complete(problem.Prompt, "noisy-100"), problem.GroundTruth).Score);
        }
    }

    [Fact]
    public async Task Answers_are_right_with_no_room_to_remember_them()
    {
        await using var set = await ServedTestSet.Start(50, options => options with { AnswerCacheBytes = 1 });
        foreach (var problem in set.Problems) Assert.Equal(1, s_sums.Verify(await set.Complete(problem.Prompt), problem.GroundTruth).Score);
    }
}
