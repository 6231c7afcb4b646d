// What a person may get wrong, and what the answer is.

using System.Net;
using System.Net.Sockets;

namespace BootcampEval.EndToEnd.Tests;

public sealed class BadInputTests
{
    private const string Row = """{"data_source":"KorLogicFormalFallacies","prompt":"p","ground_truth":{"answer":"x"}}""";

    [Fact]
    public async Task A_missing_folder_is_named()
    {
        using var place = new Workplace();
        await Refused(place, place["nowhere"], place["nowhere"]);
    }

    [Fact]
    public async Task A_folder_without_test_files_is_named()
    {
        using var place = new Workplace();
        place.Write("tests/readme.txt", "no test");
        await Refused(place, place["tests"], ".jsonl");
    }

    [Theory]
    [InlineData("{\"data_source\": ")]
    [InlineData("not json at all")]
    [InlineData("[1, 2]")]
    [InlineData("""{"prompt":"p","ground_truth":{}}""")]
    [InlineData("""{"data_source":"KorLogicFormalFallacies","ground_truth":{}}""")]
    [InlineData("""{"data_source":"KorLogicFormalFallacies","prompt":"p"}""")]
    [InlineData("""{"data_source":5,"prompt":"p","ground_truth":{}}""")]
    [InlineData("""{"data_source":"KorLogicFormalFallacies","prompt":["p"],"ground_truth":{}}""")]
    [InlineData("""{"data_source":"KorLogicFormalFallacies","prompt":"p","ground_truth":17}""")]
    [InlineData("""{"data_source":"NoSuchBootcamp","prompt":"p","ground_truth":{}}""")]
    public async Task A_bad_row_is_named_by_file_and_line(string row)
    {
        using var place = new Workplace();
        var tests = Path.GetDirectoryName(place.Write("tests/some.jsonl", $"\n{row}\n"))!;
        await Refused(place, tests, "some.jsonl:2:");
    }

    [Fact]
    public async Task Unknown_data_sources_are_all_named_at_once_and_no_request_is_sent()
    {
        using var place = new Workplace();
        var tests = await place.TestSet(2, "KorLogicFormalFallacies");
        place.Write("tests/a.jsonl", """{"data_source":"One","prompt":"p","ground_truth":{}}""");
        place.Write("tests/b.jsonl", """{"data_source":"Two","prompt":"p","ground_truth":{}}""");
        // Nothing listens there: a request would end as "not ready", exit code 4.
        var ended = (await Bootcamp.Run("eval", "--url", $"http://127.0.0.1:{FreePort()}/v1", "--model_name", "m", "--test_dir", tests, "--output_dir", place.Output, "--wait_timeout", "0")).WithExitCode(1);
        Assert.Contains("One", ended.Errors, StringComparison.Ordinal);
        Assert.Contains("Two", ended.Errors, StringComparison.Ordinal);
        Assert.False(Directory.Exists(place.Output));
    }

    [Fact]
    public async Task Bad_rows_can_be_left_out()
    {
        using var place = new Workplace();
        var tests = await place.TestSet(2, "KorLogicFormalFallacies");
        place.Write("tests/a.jsonl", "no row\n");
        (await Bootcamp.Run("eval", "--model_name", "reference", "--test_dir", tests, "--output_dir", place.Output, "--skip_bad_rows")).WithExitCode(0);
        Assert.Equal(2, Workplace.Details(place.Run).Count());
    }

    [Fact]
    public async Task An_unreadable_file_is_named()
    {
        using var place = new Workplace();
        var tests = await place.TestSet(1, "KorLogicFormalFallacies");
        // A link to nowhere can't be read even by root.
        File.CreateSymbolicLink(Path.Combine(tests, "lost.jsonl"), place["nowhere"]);
        await Refused(place, tests, "lost.jsonl");
    }

    [Theory]
    [InlineData("--temperature", "warm")]
    [InlineData("--temperature", "-1")]
    [InlineData("--max_tokens", "0")]
    [InlineData("--max_tokens", "1e3x")]
    [InlineData("--max_concurrent_requests", "0")]
    [InlineData("--timeout", "soon")]
    [InlineData("--api_mode", "chat")]
    [InlineData("--template", "no_such_template")]
    [InlineData("--url", "localhost:8000")]
    [InlineData("--samples", "0")]
    [InlineData("--stream", "maybe")]
    [InlineData("--extra_body", "{")]
    [InlineData("--on_failure", "ignore")]
    [InlineData("--log_level", "loud")]
    [InlineData("--config", "/nowhere.yaml")]
    [InlineData("--resume", "/nowhere")]
    [InlineData("--bootcamps", "NoSuchBootcamp")]
    public async Task A_bad_value_is_named_with_its_option(string option, string value)
    {
        using var place = new Workplace();
        var tests = Path.GetDirectoryName(place.Write("tests/a.jsonl", Row))!;
        var ended = (await Bootcamp.Run("eval", "--model_name", "reference", "--test_dir", tests, "--output_dir", place.Output, option, value)).WithExitCode(1);
        Assert.Contains(option.TrimStart('-'), ended.Errors, StringComparison.Ordinal);
        Assert.Contains(value.TrimEnd('{'), ended.Errors, StringComparison.Ordinal);
        Assert.False(Directory.Exists(place.Output));
    }

    [Fact]
    public async Task What_is_required_is_asked_for()
    {
        var errors = (await Bootcamp.Run("eval")).WithExitCode(1).Errors;
        Assert.Contains("--model_name", errors, StringComparison.Ordinal);
        Assert.Contains("--test_dir", errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_url_only_the_embedded_models_are_there()
    {
        using var place = new Workplace();
        var ended = (await Bootcamp.Run("eval", "--model_name", "gpt", "--test_dir", await place.TestSet(1), "--output_dir", place.Output)).WithExitCode(1);
        Assert.Contains("give the --url", ended.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_server_that_is_down_is_waited_for_and_then_given_up()
    {
        using var place = new Workplace();
        var ended = (await Ask(place, $"http://127.0.0.1:{FreePort()}/v1")).WithExitCode(4);
        Assert.Contains("refused", ended.All, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task A_server_that_lists_another_model_is_said_to_with_what_it_lists()
    {
        using var place = new Workplace();
        using var server = await ModelServerProcess.Start(await place.TestSet(1));
        var ended = (await Ask(place, server.Url)).WithExitCode(4);
        Assert.Contains("reference", ended.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_refused_key_ends_the_wait_at_once()
    {
        using var place = new Workplace();
        using var server = await ModelServerProcess.Start(await place.TestSet(1), "--api_key", "right");
        var ended = (await Ask(place, server.Url, waitTimeout: "60m")).WithExitCode(4);
        Assert.Contains("401", ended.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_gateway_that_answers_html_is_no_service()
    {
        using var place = new Workplace();
        using var gateway = new HttpListener();
        var url = $"http://127.0.0.1:{FreePort()}/";
        gateway.Prefixes.Add(url);
        gateway.Start();
        var serving = Serve(gateway);
        (await Ask(place, url + "v1")).WithExitCode(4);
        gateway.Stop();
        await serving;
    }

    private static async Task Serve(HttpListener gateway)
    {
        try
        {
            while (true)
            {
                var exchange = await gateway.GetContextAsync();
                exchange.Response.ContentType = "text/html";
                await exchange.Response.OutputStream.WriteAsync("<html><body>Sign in</body></html>"u8.ToArray());
                exchange.Response.Close();
            }
        }
        catch (Exception fault) when (fault is HttpListenerException or ObjectDisposedException)
        {
            // Stopped.
        }
    }

    private static async Task<Finished> Ask(Workplace place, string url, string waitTimeout = "300ms")
    {
        var tests = Directory.Exists(place["tests"]) ? place["tests"] : await place.TestSet(1);
        var ended = await Bootcamp.Run(
            ["eval", "--url", url, "--model_name", "m", "--test_dir", tests, "--output_dir", place.Output, "--wait_timeout", waitTimeout, "--wait_interval", "100ms"]);
        Assert.False(Directory.Exists(place.Output));
        return ended;
    }

    private static async Task Refused(Workplace place, string tests, string named)
    {
        var ended = (await Bootcamp.Run("eval", "--model_name", "reference", "--test_dir", tests, "--output_dir", place.Output)).WithExitCode(1);
        Assert.Contains(named, ended.Errors, StringComparison.Ordinal);
        Assert.False(Directory.Exists(place.Output));
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
