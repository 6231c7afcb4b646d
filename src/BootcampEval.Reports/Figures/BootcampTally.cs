// Gathers the samples of one data source in one test file, and reckons its figures at the end.

using BootcampEval.Engine.Results.Audit;
using BootcampEval.Engine.Results.Statistics;
using BootcampEval.Engine.TestSets;
using BootcampEval.Sdk;

namespace BootcampEval.Reports.Figures;

/// <summary>The samples of one bootcamp, kept as a few numbers each.</summary>
internal sealed class BootcampTally(string file, string dataSource, int samplesPerRow)
{
    private readonly Dictionary<RowId, int> _rowOf = [];
    private readonly List<RowScore> _rows = [];
    private readonly List<RowFlaw?> _flaws = [];
    private readonly List<(int Row, ulong Answer, double Score)> _votes = [];
    private readonly List<(int Length, double Score)> _lengths = [];
    private readonly List<double> _latency = [], _firstToken = [], _speed = [];
    private readonly long[] _statuses = new long[4];
    private long _truncated, _thinkingOpen, _empty, _flawed, _failed, _inWords;

    public string File => file;

    public string DataSource => dataSource;

    /// <summary>Length and score of each sample.</summary>
    public List<(int Length, double Score)> Lengths => _lengths;

    public List<double> Latency => _latency;

    public List<double> FirstToken => _firstToken;

    public List<double> Speed => _speed;

    public long InWords => _inWords;

    public void Add(SeenSample seen)
    {
        var sample = seen.Record;
        var row = RowOf(sample.Id, seen.Flaw);
        _rows[row] = _rows[row].With(sample.Score);
        if (samplesPerRow > 1 && sample.ExtractedOutput is { } answer) _votes.Add((row, RowKey.Of(answer), sample.Score));
        _statuses[(int)sample.Status]++;
        if (sample.Truncated) _truncated++;
        if (seen.ThinkingOpen) _thinkingOpen++;
        if (seen.Empty) _empty++;
        if (seen.Flaw is not null) _flawed++;
        _lengths.Add((sample.OutputLength, sample.Score));
        if (sample.CountedInWords) _inWords++;
        if (sample.TimeToFirstTokenMs is { } firstToken) _firstToken.Add(firstToken);
        if (sample.LatencyMs <= 0) return;
        _latency.Add(sample.LatencyMs);
        _speed.Add(sample.OutputLength * 1000 / sample.LatencyMs);
    }

    /// <summary>Counts a sample that failed.</summary>
    /// <param name="id">Its row.</param>
    /// <param name="countsAsZero">Whether it counts as a score of 0, or not at all.</param>
    public void AddFailure(RowId id, bool countsAsZero)
    {
        _failed++;
        if (!countsAsZero) return;
        var row = RowOf(id, null);
        _rows[row] = _rows[row].With(0);
    }

    /// <summary>Whether samples of the row are counted here.</summary>
    public bool Knows(RowId id) => _rowOf.ContainsKey(id);

    public OutcomeFigures Outcomes => new()
    {
        Correct = _statuses[(int)VerdictStatus.Correct],
        Partial = _statuses[(int)VerdictStatus.Partial],
        Wrong = _statuses[(int)VerdictStatus.Wrong],
        NoAnswer = _statuses[(int)VerdictStatus.NoAnswer],
        Truncated = _truncated,
        ThinkingOpen = _thinkingOpen,
        Empty = _empty,
        Flawed = _flawed,
        Failed = _failed,
    };

    /// <summary>The official score. Asked for when all samples are there, as are the others below: each is reckoned once.</summary>
    public Estimate Score => field ??= Estimate.OfScores(_rows);

    /// <summary>The score over sound rows; null when no row is flawed.</summary>
    public Estimate? Sound => _flaws.All(flaw => flaw is null) ? null : field ??= Estimate.OfScores([.. _rows.Where((_, row) => _flaws[row] is null)]);

    public FlawFigures Flaws => new(
        _flaws.Count(flaw => flaw is not null),
        FlawKinds.All.Select(kind => (name: FlawKinds.NameOf(kind), rows: _flaws.Count(flaw => flaw?.Kinds.Contains(kind) == true)))
            .Where(kind => kind.rows > 0).ToDictionary(kind => kind.name, kind => kind.rows));

    /// <summary>The score of the majority vote; null at one sample a row.</summary>
    public Estimate? Majority => samplesPerRow == 1 ? null : field ??= Estimate.OfScores([.. VoteScores().Select(RowScore.Of)]);

    public RepeatFigures? Repeats => Majority is not { } majority ? null : new(samplesPerRow,
        RepeatedSampling.Curve(_rows, samplesPerRow, RepeatedSampling.PassAt), RepeatedSampling.Curve(_rows, samplesPerRow, RepeatedSampling.PassAll),
        EstimateFigures.Of(majority));

    private double[] VoteScores()
    {
        var scores = new double[_rows.Count];
        foreach (var row in _votes.GroupBy(vote => vote.Row)) scores[row.Key] = RepeatedSampling.MajorityVote(row.Select(vote => (vote.Answer, vote.Score)));
        return scores;
    }

    private int RowOf(RowId id, RowFlaw? flaw)
    {
        if (_rowOf.TryGetValue(id, out var row)) return row;
        _rows.Add(default);
        _flaws.Add(flaw);
        return _rowOf[id] = _rows.Count - 1;
    }
}
