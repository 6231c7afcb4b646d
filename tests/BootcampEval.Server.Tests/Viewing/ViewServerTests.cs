// The viewer over a real socket: who may ask, and what the answers carry.

using System.Net;
using BootcampEval.Engine.Results;
using BootcampEval.Reports.Viewing;
using BootcampEval.Sdk;
using BootcampEval.Server.Viewing;

namespace BootcampEval.Server.Tests.Viewing;

public sealed class ViewServerTests : IAsyncLifetime
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("bootcamp-view-");
    private readonly HttpClient _http = new();
    private ViewServer? _server;

    public async ValueTask InitializeAsync() =>
        _server = await ViewServer.StartAsync(new Viewer(_folder.FullName, new BootcampCatalog([]), NoAudit.Instance, TimeProvider.System), 0, TestContext.Current.CancellationToken);

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await _server!.DisposeAsync();
        _folder.Delete(recursive: true);
    }

    [Fact]
    public async Task The_page_may_load_nothing_from_elsewhere()
    {
        using var answer = await AskAsync(HttpMethod.Get, "/");
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("text/html", answer.Content.Headers.ContentType!.MediaType);
        Assert.Contains("default-src 'none'", answer.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        Assert.Equal("nosniff", answer.Headers.GetValues("X-Content-Type-Options").Single());
    }

    [Theory]
    [InlineData("evil.example")]
    [InlineData("localhost.evil.example:80")]
    [InlineData("192.168.0.1")]
    public async Task A_page_of_another_site_reads_nothing_by_pointing_its_name_here(string host)
    {
        using var answer = await AskAsync(HttpMethod.Get, "/api/runs", host);
        Assert.Equal(HttpStatusCode.MisdirectedRequest, answer.StatusCode);
        Assert.Empty(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData("localhost")]
    [InlineData("[::1]:8787")]
    public async Task Loopback_by_name_is_served(string host)
    {
        using var answer = await AskAsync(HttpMethod.Get, "/api/runs", host);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    [Fact]
    public async Task Nothing_can_be_changed()
    {
        using var answer = await AskAsync(HttpMethod.Post, "/");
        Assert.Equal(HttpStatusCode.MethodNotAllowed, answer.StatusCode);
    }

    [Fact]
    public async Task A_taken_port_is_told_of() =>
        await Assert.ThrowsAnyAsync<IOException>(() => ViewServer.StartAsync(
            new Viewer(_folder.FullName, new BootcampCatalog([]), NoAudit.Instance, TimeProvider.System), new Uri(_server!.Url).Port, TestContext.Current.CancellationToken));

    private async Task<HttpResponseMessage> AskAsync(HttpMethod method, string path, string? host = null)
    {
        using var request = new HttpRequestMessage(method, _server!.Url + path);
        request.Headers.Host = host;
        return await _http.SendAsync(request, TestContext.Current.CancellationToken);
    }
}
