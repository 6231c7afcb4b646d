// What the viewer answers, without a socket.

using System.Text;
using System.Text.Json;
using BootcampEval.Engine.Results;
using BootcampEval.Reports.Tests.Pages;
using BootcampEval.Reports.Viewing;

namespace BootcampEval.Reports.Tests.Viewing;

public sealed class ViewerTests : IDisposable
{
    private readonly SampleRun _run = new SampleRun(new() { ModelName = "m/<i>" })
        .With("toy.jsonl", [.. Enumerable.Range(0, 250).Select(id => SampleRun.Sample(id, id % 2))])
        .With("b c&.jsonl", SampleRun.Sample(0, 1)).WithFailure("toy.jsonl", "Toy", 250).Finished();

    public void Dispose() => _run.Dispose();

    [Fact]
    public void The_runs_are_listed()
    {
        var listed = Json(Get("/api/runs")).GetProperty("runs")[0];
        Assert.Equal((_run.Run.Name, "m/<i>", "stopped"), (listed.GetProperty("name").GetString(), listed.GetProperty("model").GetString(), listed.GetProperty("state").GetString()));
    }

    [Fact]
    public void A_report_names_its_parts_and_each_can_be_had()
    {
        var run = PageData.Root(Text(Get("/report", ("run", _run.Run.Name)))).GetProperty("runs")[0];
        var file = run.GetProperty("files")[1];
        Assert.Equal(("toy.jsonl", 250), (file.GetProperty("file").GetString(), file.GetProperty("samples").GetInt32()));
        var index = Json(Follow(file.GetProperty("index")));
        Assert.Equal("[0,200]", index.GetProperty("chunks").GetRawText());
        var chunk = Json(Follow(file.GetProperty("chunks"), "1"));
        Assert.Equal((50, 200), (chunk.GetArrayLength(), chunk[0].GetProperty("id").GetInt32()));
        Assert.Equal(1, Json(Follow(run.GetProperty("failures"))).GetProperty("n").GetInt32());
        Assert.Equal(1, Json(Follow(run.GetProperty("files")[0].GetProperty("index"))).GetProperty("n").GetInt32());
        Assert.Equal(404, Follow(file.GetProperty("chunks"), "2").Status);
    }

    [Fact]
    public void Chosen_runs_are_compared()
    {
        var root = PageData.Root(Text(Get("/report", ("run", _run.Run.Name), ("run", _run.Run.Name))));
        var comparison = Json(Follow(root.GetProperty("comparisons")[0].GetProperty("part")));
        Assert.Equal((251, 0.0), (comparison.GetProperty("matched").GetInt32(), comparison.GetProperty("total").GetProperty("difference").GetDouble()));
    }

    [Fact]
    public void A_run_in_progress_is_followed()
    {
        File.WriteAllText(_run.Run.ProgressPath, "Main Progress\ntoy: 251/600 [█-] 41.8% Elapsed: 0:01:00 Remaining: 0:01:30\n");
        var viewer = Viewer();
        var live = Json(viewer.Answer("/live", _ => [_run.Run.Name], TestContext.Current.CancellationToken));
        Assert.Equal((250, 1, 126), (live.GetProperty("scored").GetInt32(), live.GetProperty("failed").GetInt32(), live.GetProperty("counts").GetProperty("correct").GetInt32()));
        Assert.Equal(90, live.GetProperty("remaining_s").GetDouble());
        Assert.Equal("503 <busy>", live.GetProperty("last_failures")[0].GetProperty("error").GetString());

        _run.With("toy.jsonl", SampleRun.Sample(251, 1));
        var later = Json(viewer.Answer("/live", _ => [_run.Run.Name], TestContext.Current.CancellationToken));
        Assert.Equal(127, later.GetProperty("counts").GetProperty("correct").GetInt32());
        Assert.Equal(127 / 252.0, later.GetProperty("mean").GetDouble(), 1e-12);
    }

    [Fact]
    public void A_file_that_was_brought_into_order_is_counted_anew()
    {
        var viewer = Viewer();
        viewer.Answer("/live", _ => [_run.Run.Name], TestContext.Current.CancellationToken);
        var path = _run.Run.DetailsPath("toy.jsonl");
        File.WriteAllLines(path + ".tmp", File.ReadAllLines(path).Reverse());
        File.Move(path + ".tmp", path, overwrite: true);
        var live = Json(viewer.Answer("/live", _ => [_run.Run.Name], TestContext.Current.CancellationToken));
        Assert.Equal((126, 125), (live.GetProperty("counts").GetProperty("correct").GetInt32(), live.GetProperty("counts").GetProperty("wrong").GetInt32()));
    }

    [Fact]
    public void An_index_follows_its_file()
    {
        var viewer = Viewer();
        Assert.Equal(1, N());
        _run.With("b c&.jsonl", SampleRun.Sample(1, 1));
        Assert.Equal(2, N());

        int N() => Json(viewer.Answer("/parts/index", name => [name == "run" ? _run.Run.Name : "b c&.jsonl"], TestContext.Current.CancellationToken)).GetProperty("n").GetInt32();
    }

    [Theory]
    [InlineData("/parts/index", "../{run}", "toy.jsonl")]
    [InlineData("/parts/index", "{run}/../{run}", "toy.jsonl")]
    [InlineData("/parts/index", "{run}", "../eval_args.json")]
    [InlineData("/parts/samples", "{run}", "/etc/passwd")]
    [InlineData("/live", "..", "")]
    [InlineData("/../eval_args.json", "{run}", "")]
    public void Nothing_outside_the_runs_can_be_asked_for(string path, string run, string file) =>
        Assert.Equal(404, Get(path, ("run", run.Replace("{run}", _run.Run.Name, StringComparison.Ordinal)), ("file", file), ("chunk", "0")).Status);

    [Fact]
    public void The_page_of_runs_has_no_run_yet() => Assert.Equal("runs", PageData.Root(Text(Get("/"))).GetProperty("page").GetString());

    [Fact]
    public void A_damaged_run_is_told_of_and_the_others_are_listed()
    {
        var damaged = Directory.CreateDirectory(Path.Combine(_run.Root, "damaged"));
        damaged.CreateSubdirectory("details");
        File.WriteAllText(Path.Combine(damaged.FullName, "eval_args.json"), "{");
        Assert.Equal(500, Get("/report", ("run", "damaged")).Status);
        Assert.Equal(["damaged", "stopped"], Json(Get("/api/runs")).GetProperty("runs").EnumerateArray().Select(run => run.GetProperty("state").GetString()).Order());
    }

    private Viewer Viewer() => new(_run.Root, ToyBootcamp.Catalog, NoAudit.Instance, TimeProvider.System);

    private ViewerAnswer Get(string path, params (string Name, string Value)[] query) =>
        Viewer().Answer(path, name => [.. query.Where(pair => pair.Name == name).Select(pair => pair.Value)], TestContext.Current.CancellationToken);

    private ViewerAnswer Follow(JsonElement part, string end = "")
    {
        var address = new Uri("http://localhost/parts/" + part.GetString() + end);
        var query = address.Query[1..].Split('&').Select(pair => pair.Split('=')).Select(pair => (pair[0], Uri.UnescapeDataString(pair[1]))).ToArray();
        return Get(address.AbsolutePath, query);
    }

    private static string Text(ViewerAnswer answer) => Encoding.UTF8.GetString(answer.Body.Span);

    private static JsonElement Json(ViewerAnswer answer)
    {
        Assert.Equal((200, "application/json; charset=utf-8"), (answer.Status, answer.ContentType));
        return JsonElement.Parse(Text(answer));
    }
}
