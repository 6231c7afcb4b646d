// compare, plan, report, rescore, score --run, audit and view, after real runs.

using System.Net;
using System.Text.Json;
using System.Xml.Linq;

namespace BootcampEval.EndToEnd.Tests;

public sealed class ReportCommandTests
{
    [Fact]
    public async Task A_run_leaves_its_summary_and_page_and_shows_its_intervals()
    {
        using var place = new Workplace();
        var shown = (await EvaluateAsync(place, "noisy-50", await place.TestSet(12))).Output;
        Assert.Contains("95% interval", shown, StringComparison.Ordinal);
        Assert.Contains("these bootcamps as a sample of bootcamps: ±", shown, StringComparison.Ordinal);
        var summary = JsonElement.Parse(File.ReadAllText(Path.Combine(place.Run, "summary.json")));
        Assert.Equal(("complete", 48), (summary.GetProperty("run").GetProperty("state").GetString(), summary.GetProperty("run").GetProperty("scored").GetInt32()));
        var meta = File.ReadLines(Path.Combine(place.Run, "meta.jsonl")).Select(line => JsonElement.Parse(line)).ToDictionary(line => line.GetProperty("bootcamp").GetString()!);
        foreach (var bootcamp in summary.GetProperty("bootcamps").EnumerateArray())
        {
            var line = meta[bootcamp.GetProperty("bootcamp").GetString()!];
            Assert.Equal(line.GetProperty("avg_score").GetDouble(), bootcamp.GetProperty("score").GetProperty("mean").GetDouble(), 1e-12);
            Assert.Equal(line.GetProperty("stderr").GetDouble(), bootcamp.GetProperty("score").GetProperty("stderr").GetDouble(), 1e-12);
        }
        Assert.Contains("id=\"report\"", File.ReadAllText(Path.Combine(place.Run, "report.html")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_worse_run_fails_the_build()
    {
        using var place = new Workplace();
        var (good, bad) = await TwoRunsAsync(place);
        var worse = (await Bootcamp.Run("compare", good, bad, "--fail_if_worse", "--junit", place["junit.xml"])).WithExitCode(5);
        Assert.Contains("A better by", worse.Output, StringComparison.Ordinal);
        Assert.Contains("is worse than", worse.Errors, StringComparison.Ordinal);
        Assert.NotEmpty(XElement.Load(place["junit.xml"]).Descendants("failure"));
        (await Bootcamp.Run("compare", bad, good, "--fail_if_worse", "--fail_under", "0.9")).WithExitCode(0);
        Assert.Contains("below 0.9500", (await Bootcamp.Run("report", bad, "--fail_under", "0.95")).WithExitCode(5).Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_comparison_is_JSON_when_asked_and_names_the_flips()
    {
        using var place = new Workplace();
        var (good, bad) = await TwoRunsAsync(place);
        var json = JsonElement.Parse((await Bootcamp.Run("compare", good, bad, "--json")).WithExitCode(0).Output);
        Assert.Equal((100, "a_better"), (json.GetProperty("matched").GetInt32(), json.GetProperty("total").GetProperty("verdict").GetString()));
        var lost = json.GetProperty("bootcamps")[0].GetProperty("lost").GetArrayLength();
        Assert.NotEqual(0, lost);
        Assert.Contains("down: ", (await Bootcamp.Run("compare", good, bad, "--flips")).WithExitCode(0).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_plan_grows_as_the_difference_shrinks()
    {
        using var place = new Workplace();
        var (good, bad) = await TwoRunsAsync(place);
        Assert.True(await Rows("1") > 3.9 * await Rows("2"));
        Assert.Contains("between two runs", (await Bootcamp.Run("plan", good, bad)).WithExitCode(0).Output, StringComparison.Ordinal);

        async Task<long> Rows(string points) => JsonElement.Parse((await Bootcamp.Run("plan", bad, "--difference", points, "--json")).WithExitCode(0).Output)
            .GetProperty("lines")[0].GetProperty("rows").GetInt64();
    }

    [Fact]
    public async Task Rescoring_changes_nothing_and_writes_a_whole_run()
    {
        using var place = new Workplace();
        await EvaluateAsync(place, "noisy-50", await place.TestSet(6));
        var again = (await Bootcamp.Run("rescore", place.Run, "--out", place["again"])).WithExitCode(0);
        Assert.Contains("no verdict changed", again.Output, StringComparison.Ordinal);
        Assert.Equal(File.ReadAllText(Path.Combine(place.Run, "meta.jsonl")), File.ReadAllText(place["again/meta.jsonl"]));
        Assert.Contains("something is there already", (await Bootcamp.Run("rescore", place.Run, "--out", place["again"])).WithExitCode(1).Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Answers_made_elsewhere_get_every_report()
    {
        using var place = new Workplace();
        var responses = Directory.GetFiles(await place.TestSet(5)).SelectMany(File.ReadLines).Select(line => line[..^1] + """, "output": "I give up"}""");
        (await Bootcamp.Run("score", "--responses", place.Write("mine.jsonl", string.Join('\n', responses)), "--run", place["run"])).WithExitCode(0);
        foreach (var name in new[] { "eval_args.json", "meta.jsonl", "mine_scores.xlsx", "progress.log", "report.html", "summary.json" }) Assert.True(File.Exists(Path.Combine(place["run"], name)), name);
        Assert.Equal(20, Workplace.Details(place["run"]).Count());
    }

    [Fact]
    public async Task Fresh_puzzles_are_not_among_the_flawed_ones()
    {
        using var place = new Workplace();
        Assert.Equal("none of 20 rows is known to be flawed\n", (await Bootcamp.Run("audit", await place.TestSet(5))).WithExitCode(0).Output);
    }

    [Fact]
    public async Task The_viewer_shows_the_runs_of_a_folder()
    {
        using var place = new Workplace();
        await EvaluateAsync(place, "reference", await place.TestSet(3));
        using var viewer = Bootcamp.Start(["view", place.Output, "--port", "0"]);
        var url = (await viewer.Line()).Split(' ').Single(word => word.StartsWith("http://", StringComparison.Ordinal));
        using var http = new HttpClient();
        var runs = JsonElement.Parse(await http.GetStringAsync(url + "/api/runs", TestContext.Current.CancellationToken)).GetProperty("runs");
        Assert.Equal(("reference", 1.0), (runs[0].GetProperty("model").GetString(), runs[0].GetProperty("mean").GetDouble()));
        var page = await http.GetStringAsync($"{url}/report?run={runs[0].GetProperty("name").GetString()}", TestContext.Current.CancellationToken);
        Assert.Contains("id=\"report\"", page, StringComparison.Ordinal);
        using var missing = await http.GetAsync(url + "/report?run=..", TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.NotFound, missing.StatusCode);
        await viewer.Interrupt();
        (await viewer.Finish()).WithExitCode(0);
    }

    [Fact]
    public async Task What_is_no_run_is_said_to_be_none()
    {
        using var place = new Workplace();
        Assert.Contains("is not the folder of a run", (await Bootcamp.Run("report", place.Folder)).WithExitCode(1).Errors, StringComparison.Ordinal);
        Assert.Contains("there is no folder", (await Bootcamp.Run("compare", place["a"], place["b"])).WithExitCode(1).Errors, StringComparison.Ordinal);
        Assert.Contains("there is no such folder", (await Bootcamp.Run("view", place["a"])).WithExitCode(1).Errors, StringComparison.Ordinal);
    }

    private static async Task<(string Good, string Bad)> TwoRunsAsync(Workplace place)
    {
        var tests = await place.TestSet(25);
        await EvaluateAsync(place, "noisy-0", tests);
        await EvaluateAsync(place, "noisy-60", tests);
        string[] runs = Directory.GetDirectories(place.Output);
        return (runs.Single(run => run.Contains("noisy-0_", StringComparison.Ordinal)), runs.Single(run => run.Contains("noisy-60_", StringComparison.Ordinal)));
    }

    private static async Task<Finished> EvaluateAsync(Workplace place, string model, string tests) =>
        (await Bootcamp.Run("eval", "--model_name", model, "--test_dir", tests, "--output_dir", place.Output)).WithExitCode(0);
}
