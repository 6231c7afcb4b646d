// The parts that the page reads: complete, in chunks, and harmless whatever a model writes.

using System.Text;
using System.Text.Json;
using BootcampEval.Engine.Results;
using BootcampEval.Engine.TestSets;
using BootcampEval.Reports.Figures;
using BootcampEval.Reports.Pages;

namespace BootcampEval.Reports.Tests.Pages;

public sealed class RunPartsTests
{
    private static readonly string Hostile =
        "<think>a</think></script><script>hostileMarker(1)</script><!-- javascript:hostileMarker(2) \u202E \0\u0007\u2028\uD800 &amp; " + new string('x', 1_000_000);

    [Fact]
    public void The_index_holds_a_column_for_each_thing_to_filter_by()
    {
        using var run = new SampleRun(new() { Samples = 2 }).With("toy.jsonl", SampleRun.Sample(7, 1), SampleRun.Sample(7, 0, sample: 1) with { FinishReason = "length", Output = "<think>" }).Finished();
        var index = PageData.Part(Page(run), "r0/index/0");
        Assert.Equal("[7,7]", index.GetProperty("id").GetRawText());
        Assert.Equal("[0,1]", index.GetProperty("sample").GetRawText());
        Assert.Equal("[0,2]", index.GetProperty("status").GetRawText());
        Assert.Equal("[16,19]", index.GetProperty("flags").GetRawText()); // drawn; drawn, truncated, thinking never closed
        Assert.Equal("[107,107]", index.GetProperty("tokens").GetRawText());
        Assert.Equal("[0,1]", index.GetProperty("reason").GetRawText());
        Assert.Equal("""["","it is not 1"]""", index.GetProperty("reasons").GetRawText());
        Assert.Equal(JsonValueKind.Null, index.GetProperty("source").ValueKind);
        Assert.Equal("""["Toy"]""", index.GetProperty("sources").GetRawText());
    }

    [Fact]
    public void A_chunk_holds_whole_samples()
    {
        using var run = new SampleRun().With("toy.jsonl", SampleRun.Sample(0, 0) with { Id = new RowId("a<b") }).Finished();
        var sample = PageData.Part(Page(run), "r0/samples/0/0")[0];
        Assert.Equal("a<b", sample.GetProperty("id").GetString());
        Assert.Equal("<think>hm</think> the answer is 0", sample.GetProperty("output").GetString());
        Assert.Equal(17, sample.GetProperty("thinking_end").GetInt32());
        Assert.Equal(("0", "1"), (sample.GetProperty("extracted").GetString(), sample.GetProperty("ground_truth").GetString()));
        Assert.Equal("""{"rows":1,"columns":2,"cells":[["\u003Cb\u003E","0"]],"marks":["gw"],"row_labels":["r"],"column_labels":null,"regions":[[0,1]]}""",
            sample.GetProperty("picture").GetRawText());
    }

    [Fact]
    public void Chunks_close_at_200_samples_or_a_megabyte()
    {
        using var many = new SampleRun().With("toy.jsonl", [.. Enumerable.Range(0, 450).Select(id => SampleRun.Sample(id, 1))]).Finished();
        using var large = new SampleRun().With("toy.jsonl", [.. Enumerable.Range(0, 5).Select(id => SampleRun.Sample(id, 1, output: new string('y', 600_000)))]).Finished();
        Assert.Equal("[0,200,400]", PageData.Part(Page(many), "r0/index/0").GetProperty("chunks").GetRawText());
        Assert.Equal("[0,2,4]", PageData.Part(Page(large), "r0/index/0").GetProperty("chunks").GetRawText());
        Assert.Equal(50, PageData.Part(Page(many), "r0/samples/0/2").GetArrayLength());
    }

    [Fact]
    public void Hostile_text_can_not_leave_the_element_it_stands_in()
    {
        using var run = new SampleRun(new() { ModelName = "</script><b>" }).With("toy.jsonl",
            SampleRun.Sample(0, 0, output: Hostile) with { Reason = Hostile, ExtractedOutput = "\"</script>\"", Prompt = Hostile }).Finished();
        var html = Page(run);
        Assert.DoesNotContain("hostileMarker", html, StringComparison.Ordinal);
        Assert.Equal("</script><b>", PageData.Root(html).GetProperty("runs")[0].GetProperty("summary").GetProperty("run").GetProperty("model").GetString());
        Assert.Equal(Hostile.Replace('\uD800', '\uFFFD'), PageData.Part(html, "r0/samples/0/0")[0].GetProperty("output").GetString());
    }

    [Fact]
    public void Texts_of_many_megabytes_are_cut_and_say_so()
    {
        using var run = new SampleRun().With("toy.jsonl", SampleRun.Sample(0, 0, output: new string('y', 2_500_000))).Finished();
        var sample = PageData.Part(Page(run), "r0/samples/0/0")[0];
        Assert.Equal((2_000_000, 500_000), (sample.GetProperty("output").GetString()!.Length, sample.GetProperty("cut").GetInt32()));
    }

    [Fact]
    public void A_large_report_has_its_parts_beside_the_page()
    {
        using var run = new SampleRun().With("toy.jsonl", [.. Enumerable.Range(0, 450).Select(id => SampleRun.Sample(id, 1))]).Finished();
        var html = Page(run, mostSamples: 300);
        Assert.Equal("files", PageData.Root(html).GetProperty("way").GetString());
        Assert.DoesNotContain("data-part=\"r0", html, StringComparison.Ordinal);
        var folder = Path.Combine(run.Root, "report_files");
        Assert.Equal(["r0-index-0.js", "r0-samples-0-0.js", "r0-samples-0-1.js", "r0-samples-0-2.js"], Directory.GetFiles(folder).Select(Path.GetFileName).Order());
        Assert.Equal(450, PageData.Script(Path.Combine(folder, "r0-index-0.js"), "r0/index/0").GetProperty("n").GetInt32());
    }

    [Fact]
    public void A_file_of_very_many_samples_has_several_entries()
    {
        using var run = new SampleRun().With("toy.jsonl", [.. Enumerable.Range(0, 450).Select(id => SampleRun.Sample(id, 1))]).With("z.jsonl", SampleRun.Sample(0, 1)).Finished();
        var html = Page(run, mostInIndex: 250);
        var files = PageData.Root(html).GetProperty("runs")[0].GetProperty("files").EnumerateArray().Select(file =>
            (file.GetProperty("file").GetString(), file.GetProperty("samples").GetInt32(), file.GetProperty("index").GetString(), file.GetProperty("chunks").GetString()));
        Assert.Equal([("toy.jsonl", 250, "r0/index/0", "r0/samples/0/"), ("toy.jsonl", 200, "r0/index/1", "r0/samples/1/"), ("z.jsonl", 1, "r0/index/2", "r0/samples/2/")], files);
        Assert.Equal("[0,200]", PageData.Part(html, "r0/index/0").GetProperty("chunks").GetRawText());
        Assert.Equal(250, PageData.Part(html, "r0/index/1").GetProperty("id")[0].GetInt32());
        Assert.Equal(250, PageData.Part(html, "r0/samples/1/0")[0].GetProperty("id").GetInt32());
    }

    [Fact]
    public void A_small_report_leaves_nothing_of_a_large_one_beside_it()
    {
        using var run = new SampleRun().With("toy.jsonl", [.. Enumerable.Range(0, 450).Select(id => SampleRun.Sample(id, 1))]).Finished();
        Page(run, mostSamples: 300);
        Page(run);
        Assert.False(Directory.Exists(Path.Combine(run.Root, "report_files")));
    }

    [Fact]
    public void Failures_are_listed()
    {
        using var run = new SampleRun().With("toy.jsonl", SampleRun.Sample(0, 1)).WithFailure("toy.jsonl", "Toy", 3).Finished();
        var failures = PageData.Part(Page(run), "r0/failures");
        Assert.Equal((1, 3, "503 <busy>"), (failures.GetProperty("n").GetInt32(), failures.GetProperty("items")[0].GetProperty("id").GetInt32(),
            failures.GetProperty("items")[0].GetProperty("error").GetString()));
    }

    private static string Page(SampleRun run, long mostSamples = PartStore.MostSamplesInPage, int mostInIndex = RunParts.MostSamplesInIndex)
    {
        using var store = new PartStore(Path.Combine(run.Root, "report_files"), mostSamples);
        var parts = new RunParts("r0", ToyBootcamp.Catalog, store, mostInIndex);
        var collector = new FiguresCollector(run.Run, ToyBootcamp.Catalog);
        foreach (var file in run.Run.DetailFiles())
            foreach (var sample in SeenSample.In(run.Run, file, collector.Arguments, NoAudit.Instance))
            {
                collector.Add(sample);
                parts.Add(sample);
            }
        var entry = parts.Finish(run.Run, collector.Finish());
        store.Close();
        using var page = new MemoryStream();
        ReportPage.Write(page, new(store.Beside ? "files" : "embedded", "report", default, "0.1.0", [entry], []), store.InPage());
        return Encoding.UTF8.GetString(page.ToArray());
    }
}
