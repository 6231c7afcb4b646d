// From the samples of a run, one after the other, to all its numbers.

using System.Globalization;
using System.Runtime.InteropServices;
using System.Text.Json;
using BootcampEval.Engine.Results;
using BootcampEval.Engine.Results.Statistics;
using BootcampEval.Engine.Running;
using BootcampEval.Sdk;

namespace BootcampEval.Reports.Figures;

/// <summary>Collects the samples of a run in one pass. What is kept does not grow with them.</summary>
/// <param name="run">The run's folder.</param>
/// <param name="catalog">Tells titles and families.</param>
public sealed class FiguresCollector(RunDirectory run, BootcampCatalog catalog)
{
    private readonly RunArguments _arguments = run.ReadArguments();
    private readonly Dictionary<(string File, string DataSource), BootcampTally> _tallies = [];
    private long _failed;

    /// <summary>What the run was started with.</summary>
    public RunArguments Arguments => _arguments;

    private EvaluationOptions Options => _arguments.Options;

    /// <summary>The numbers of a run, read from its folder in one pass.</summary>
    /// <param name="run">The run's folder.</param>
    /// <param name="catalog">Tells titles and families.</param>
    /// <param name="audit">Knows flawed rows.</param>
    /// <param name="cancellation">Stops reading.</param>
    public static RunFigures Read(RunDirectory run, BootcampCatalog catalog, IRowAudit audit, CancellationToken cancellation = default)
    {
        var collector = new FiguresCollector(run, catalog);
        foreach (var file in run.DetailFiles())
            foreach (var sample in SeenSample.In(run, file, collector.Arguments, audit))
            {
                cancellation.ThrowIfCancellationRequested();
                collector.Add(sample);
            }
        return collector.Finish();
    }

    /// <summary>Counts a scored sample.</summary>
    public void Add(SeenSample sample) => TallyOf(sample.File, sample.Record.DataSource).Add(sample);

    /// <summary>Counts the failed samples, and gives all numbers.</summary>
    public RunFigures Finish()
    {
        foreach (var mark in _arguments.Files)
            foreach (var source in mark.DataSources.Keys) TallyOf(mark.Name, source);
        AddFailures();
        foreach (var tally in _tallies.Values) tally.Close();
        BootcampTally[] tallies = [.. _tallies.Values.OrderBy(tally => tally.DataSource, StringComparer.Ordinal).ThenBy(tally => tally.File, StringComparer.Ordinal)];
        BootcampFigures[] bootcamps = [.. tallies.Select(FiguresOf)];
        return new()
        {
            Program = RunArguments.CurrentVersion,
            Run = FactsOf(bootcamps.Sum(bootcamp => bootcamp.Outcomes.Scored)),
            Total = TotalOf(tallies, bootcamps),
            Families = FamiliesOf(tallies, bootcamps),
            Bootcamps = bootcamps,
        };
    }

    private BootcampTally TallyOf(string file, string dataSource)
    {
        ref var tally = ref CollectionsMarshal.GetValueRefOrAddDefault(_tallies, (file, dataSource), out _);
        return tally ??= new(file, dataSource, Options.Samples);
    }

    // errors.jsonl does not say the data source: a file has mostly one; else the row's other samples tell; else it goes to the file's first.
    private void AddFailures()
    {
        var marks = _arguments.Files.ToDictionary(mark => mark.Name, StringComparer.Ordinal);
        foreach (var failure in run.ReadErrors())
        {
            _failed++;
            var sources = marks.TryGetValue(failure.File, out var mark) ? mark.DataSources.Keys.Order(StringComparer.Ordinal).ToArray() : [];
            if (sources.Length == 0) continue;
            var source = sources.Length == 1 ? sources[0]
                : sources.FirstOrDefault(name => TallyOf(failure.File, name).Knows(failure.Id)) ?? sources[0];
            TallyOf(failure.File, source).AddFailure(failure.Id, Options.OnFailure == FailureRule.Zero);
        }
    }

    private RunFacts FactsOf(long scored)
    {
        var expected = _arguments.Files.Sum(mark => mark.RowsToRun) * Options.Samples;
        var complete = scored + _failed >= expected;
        var progress = SeenProgress.Read(run.ProgressPath);
        return new()
        {
            Name = run.Name,
            Model = Options.ModelName,
            TestSet = Path.GetFileNameWithoutExtension(Path.TrimEndingDirectorySeparator(Options.TestDir)),
            Started = StartOf(run.Name),
            Finished = complete && File.Exists(run.ProgressPath) ? new DateTimeOffset(File.GetLastWriteTimeUtc(run.ProgressPath), TimeSpan.Zero) : null,
            State = complete ? "complete" : "stopped",
            Samples = Options.Samples,
            Expected = expected,
            Scored = scored,
            Failed = _failed,
            BadRows = _arguments.Files.Sum(mark => mark.BadRows),
            ElapsedS = progress.Elapsed?.TotalSeconds,
            Options = OptionsOf(),
        };
    }

    private JsonElement OptionsOf()
    {
        using var document = JsonDocument.Parse(File.ReadAllBytes(run.ArgumentsPath));
        return document.RootElement.Clone();
    }

    /// <summary>When a run began: its folder's name ends with the date and time. Null when it does not.</summary>
    internal static DateTimeOffset? StartOf(string name)
    {
        const int Stamp = 15; // yyyyMMdd_HHmmss
        for (var start = name.Length - Stamp; start >= 0; start--)
            if (DateTimeOffset.TryParseExact(name.AsSpan(start, Stamp), "yyyyMMdd_HHmmss", CultureInfo.InvariantCulture, DateTimeStyles.AssumeLocal, out var at))
                return at;
        return null;
    }

    private BootcampFigures FiguresOf(BootcampTally tally) => new()
    {
        Bootcamp = tally.DataSource + "bootcamp",
        DataSource = tally.DataSource,
        File = tally.File,
        Title = catalog.TryGet(tally.DataSource, out var bootcamp) ? bootcamp.Info.Title : tally.DataSource,
        Family = FamilyOf(tally),
        Score = EstimateFigures.Of(tally.Score),
        Sound = tally.Sound is { } sound ? EstimateFigures.Of(sound) : null,
        Flawed = tally.Flaws,
        Repeats = tally.Repeats,
        Outcomes = tally.Outcomes,
        Tokens = TokenFigures.Of(tally.Lengths),
        LatencyMs = MeasureFigures.Of(tally.Times.Latency),
        TtftMs = MeasureFigures.Of(tally.Times.FirstToken),
        TokensPerS = MeasureFigures.Of(tally.Times.Speed),
        ByLength = LengthBin.Of(tally.Lengths),
    };

    private string FamilyOf(BootcampTally tally) => catalog.TryGet(tally.DataSource, out var bootcamp) ? bootcamp.Info.Family.ToString() : "Other";

    private static TotalFigures TotalOf(BootcampTally[] tallies, BootcampFigures[] bootcamps)
    {
        var average = AverageFigures.Of(TotalAverage.Of(tallies.Select(tally => tally.Score)));
        var lengths = new OutputLengths();
        var times = new RequestTimes();
        foreach (var tally in tallies)
        {
            lengths.Add(tally.Lengths);
            times.Add(tally.Times);
        }
        return new()
        {
            Bootcamps = average.Bootcamps,
            Mean = average.Mean,
            Fixed = average.Fixed,
            Sampled = average.Sampled,
            Sound = SoundOf(tallies),
            Majority = tallies.Any(tally => tally.Majority is not null) ? AverageFigures.Of(TotalAverage.Of(tallies.Select(tally => tally.Majority!))) : null,
            AvgLen = bootcamps.Select(bootcamp => bootcamp.Tokens?.Mean).Average(),
            Flawed = new(bootcamps.Sum(bootcamp => bootcamp.Flawed.Rows),
                bootcamps.SelectMany(bootcamp => bootcamp.Flawed.Kinds).GroupBy(kind => kind.Key).ToDictionary(kind => kind.Key, kind => kind.Sum(pair => pair.Value))),
            Outcomes = OutcomeFigures.Sum(bootcamps.Select(bootcamp => bootcamp.Outcomes)),
            Tokens = TokenFigures.Of(lengths),
            LatencyMs = MeasureFigures.Of(times.Latency),
            TtftMs = MeasureFigures.Of(times.FirstToken),
            TokensPerS = MeasureFigures.Of(times.Speed),
            ByLength = LengthBin.Of(lengths),
        };
    }

    // A bootcamp without flawed rows counts with its official score; one without sound rows has no sound score, and does not count.
    private static SoundFigures? SoundOf(BootcampTally[] tallies)
    {
        if (tallies.All(tally => tally.Sound is null)) return null;
        var pairs = tallies.Select(tally => (official: tally.Score, sound: tally.Sound ?? tally.Score)).Where(pair => pair.sound.Mean is not null).ToArray();
        var average = AverageFigures.Of(TotalAverage.Of(pairs.Select(pair => pair.sound)));
        return new()
        {
            Bootcamps = average.Bootcamps,
            Mean = average.Mean,
            Fixed = average.Fixed,
            Sampled = average.Sampled,
            OfficialMean = pairs.Select(pair => pair.official.Mean).Average(),
        };
    }

    private FamilyFigures[] FamiliesOf(BootcampTally[] tallies, BootcampFigures[] bootcamps) =>
        [.. tallies.Zip(bootcamps).GroupBy(pair => FamilyOf(pair.First)).Select(family =>
        {
            var average = AverageFigures.Of(TotalAverage.Of(family.Select(pair => pair.First.Score)));
            return new FamilyFigures
            {
                Family = family.Key,
                Bootcamps = average.Bootcamps,
                Mean = average.Mean,
                Fixed = average.Fixed,
                Sampled = average.Sampled,
                Outcomes = OutcomeFigures.Sum(family.Select(pair => pair.Second.Outcomes)),
            };
        }).OrderByDescending(family => family.Mean).ThenBy(family => family.Family, StringComparer.Ordinal)];
}
