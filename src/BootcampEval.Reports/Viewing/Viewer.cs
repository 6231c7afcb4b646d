// Answers what a browser asks about the runs under a folder. It knows nothing of HTTP beyond an address and its answer.

using System.Collections.Concurrent;
using System.Text;
using System.Text.Json;
using BootcampEval.Engine.Results;
using BootcampEval.Reports.Comparing;
using BootcampEval.Reports.Pages;
using BootcampEval.Sdk;

namespace BootcampEval.Reports.Viewing;

/// <summary>An answer to a browser.</summary>
/// <param name="Status">The HTTP status.</param>
/// <param name="ContentType">The kind of the body.</param>
/// <param name="Body">The body.</param>
public sealed record ViewerAnswer(int Status, string ContentType, ReadOnlyMemory<byte> Body)
{
    internal static ViewerAnswer Json(ReadOnlyMemory<byte> json) => new(200, "application/json; charset=utf-8", json);

    internal static ViewerAnswer Fault(int status, string message) => new(status, "text/plain; charset=utf-8", Encoding.UTF8.GetBytes(message + "\n"));
}

/// <summary>The runs under a folder, to be looked at in a browser. Addresses are told in docs/report-format.md.</summary>
/// <param name="folder">The folder.</param>
/// <param name="catalog">Tells titles and families, and draws.</param>
/// <param name="audit">Knows flawed rows.</param>
/// <param name="time">The clock.</param>
public sealed class Viewer(string folder, BootcampCatalog catalog, IRowAudit audit, TimeProvider time)
{
    private readonly RunShelf _shelf = new(folder);
    private readonly ConcurrentDictionary<string, RunView> _views = new(StringComparer.Ordinal);

    /// <summary>Answers a GET request. Only runs found under the folder, and files of theirs, can be asked for.</summary>
    /// <param name="path">The path of the address, decoded: <c>/parts/index</c>.</param>
    /// <param name="query">The values of a name in its query, decoded.</param>
    /// <param name="cancellation">The browser has gone away.</param>
    public ViewerAnswer Answer(string path, Func<string, IReadOnlyList<string>> query, CancellationToken cancellation = default)
    {
        try
        {
            return path switch
            {
                "/" => Page(new("http", "runs", time.GetLocalNow(), RunArguments.CurrentVersion, [], [])),
                "/report" => Report([.. query("run").Select(View)]),
                "/api/runs" => List(),
                "/live" => ViewerAnswer.Json(JsonSerializer.SerializeToUtf8Bytes(View(One("run")).Live(), ViewerJson.Dense.LiveState)),
                "/parts/index" => Found(View(One("run")).Index(One("file")) is { } index ? JsonSerializer.SerializeToUtf8Bytes(index, PartJson.Dense.SampleIndex) : null),
                "/parts/samples" => Found(int.TryParse(One("chunk"), out var chunk) ? View(One("run")).Chunk(One("file"), chunk) : null),
                "/parts/failures" => Found(JsonSerializer.SerializeToUtf8Bytes(FailureList.Of(View(One("run")).Run, 10_000), PartJson.Dense.FailureList)),
                "/parts/compare" => Found(JsonSerializer.SerializeToUtf8Bytes(
                    RunComparison.Of(View(One("a")).Run, View(One("b")).Run, cancellation), PartJson.Dense.ComparisonFigures)),
                _ => ViewerAnswer.Fault(404, "there is nothing here"),
            };
        }
        catch (NoSuchRunException fault)
        {
            return ViewerAnswer.Fault(404, fault.Message);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or JsonException or FormatException)
        {
            return ViewerAnswer.Fault(500, fault.Message);
        }

        string One(string name) => query(name) is [var value] ? value : throw new NoSuchRunException($"the address must name one {name}");
    }

    private static ViewerAnswer Found(byte[]? json) => json is null ? ViewerAnswer.Fault(404, "there is no such part") : ViewerAnswer.Json(json);

    private RunView View(string name)
    {
        if (_views.TryGetValue(name, out var known) && Directory.Exists(known.Run.DetailsFolder)) return known;
        return _shelf.Find(name) is { } run ? ViewOf(name, run) : throw new NoSuchRunException($"there is no run {name} under {folder}");
    }

    private RunView ViewOf(string name, RunDirectory run) => _views.GetOrAdd(name, _ => new(name, run, catalog, audit, time));

    private ViewerAnswer List() => ViewerAnswer.Json(JsonSerializer.SerializeToUtf8Bytes(
        new RunList(folder, [.. _shelf.Runs().Select(run => ViewOf(run.Name, run.Run).Listed())]), ViewerJson.Dense.RunList));

    private ViewerAnswer Report(IReadOnlyList<RunView> views)
    {
        if (views.Count == 0) return ViewerAnswer.Fault(404, "the address must name a run");
        RunEntry[] entries = [.. views.Select((view, i) => view.Entry($"r{i}"))];
        ComparisonEntry[] comparisons = [.. views.Skip(1).Select((view, i) => new ComparisonEntry(0, i + 1, $"compare?a={views[0].EscapedName}&b={view.EscapedName}"))];
        return Page(new("http", "report", time.GetLocalNow(), RunArguments.CurrentVersion, entries, comparisons));
    }

    private static ViewerAnswer Page(ReportRoot root)
    {
        using var page = new MemoryStream();
        ReportPage.Write(page, root, []);
        return new(200, "text/html; charset=utf-8", page.ToArray());
    }

    private sealed class NoSuchRunException(string message) : Exception(message);
}
