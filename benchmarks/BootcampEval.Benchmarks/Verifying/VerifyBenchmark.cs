// How long a verdict takes, bootcamp by bootcamp.

using System.Text.Json;
using BenchmarkDotNet.Attributes;
using BootcampEval.Library;
using BootcampEval.Sdk;

namespace BootcampEval.Benchmarks.Verifying;

/// <summary>
/// Verify over the labelled cases of a bootcamp, where they lie in <c>shared/</c> beside the checkout; over right answers to fresh puzzles elsewhere.
/// The time is that of one verdict, averaged over all cases.
/// </summary>
[MemoryDiagnoser]
public class VerifyBenchmark
{
    private const int CasesPerRun = 100;

    private (string Output, JsonElement GroundTruth)[] _cases = [];
    private IBootcamp? _bootcamp;

    public static IEnumerable<string> Names => BootcampLibrary.Catalog.All.Select(bootcamp => bootcamp.Info.Name);

    [ParamsSource(nameof(Names))]
    public string Bootcamp { get; set; } = "";

    [GlobalSetup]
    public void Read()
    {
        _bootcamp = BootcampLibrary.Catalog.All.First(bootcamp => bootcamp.Info.Name == Bootcamp);
        _cases = [.. LabelledCases.Of(_bootcamp).Take(CasesPerRun)];
        if (_cases.Length < CasesPerRun) _cases = [.. Enumerable.Range(0, CasesPerRun).Select(i => _cases[i % _cases.Length])];
    }

    [Benchmark(OperationsPerInvoke = CasesPerRun)]
    public double Verify()
    {
        var total = 0.0;
        foreach (var (output, groundTruth) in _cases) total += _bootcamp!.Verify(output, groundTruth).Score;
        return total;
    }
}
