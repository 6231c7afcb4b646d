// Gathers the samples of one data source in one test file, and reckons its figures at the end.

using BootcampEval.Engine.Results.Audit;
using BootcampEval.Engine.Results.Statistics;
using BootcampEval.Engine.TestSets;
using BootcampEval.Sdk;

namespace BootcampEval.Reports.Figures;

/// <summary>
/// The samples of one bootcamp. What is kept does not grow with them: a row is held until its last sample has come, and then counted among
/// those that scored the same.
/// </summary>
internal sealed class BootcampTally(string file, string dataSource, int samplesPerRow)
{
    private readonly Dictionary<RowId, OpenRow> _open = [];
    private readonly RowScores _rows = new(), _sound = new(), _votes = new();
    private readonly Dictionary<FlawKind, int> _flaws = [];
    private readonly long[] _statuses = new long[4];
    private long _truncated, _thinkingOpen, _empty, _flawed, _failed;
    private int _flawedRows;

    public string File => file;

    public string DataSource => dataSource;

    public OutputLengths Lengths { get; } = new();

    public RequestTimes Times { get; } = new();

    public void Add(SeenSample seen)
    {
        var sample = seen.Record;
        AddToRow(sample.Id, seen.Flaw, sample.Score, samplesPerRow > 1 && sample.ExtractedOutput is { } answer ? RowKey.Of(answer) : null);
        _statuses[(int)sample.Status]++;
        if (sample.Truncated) _truncated++;
        if (seen.ThinkingOpen) _thinkingOpen++;
        if (seen.Empty) _empty++;
        if (seen.Flaw is not null) _flawed++;
        Lengths.Add(sample.OutputLength, sample.Score, sample.CountedInWords);
        if (sample.TimeToFirstTokenMs is { } firstToken) Times.FirstToken.Add(firstToken);
        if (sample.LatencyMs <= 0) return;
        Times.Latency.Add(sample.LatencyMs);
        Times.Speed.Add(sample.OutputLength * 1000 / sample.LatencyMs);
    }

    /// <summary>Counts a sample that failed.</summary>
    /// <param name="id">Its row.</param>
    /// <param name="countsAsZero">Whether it counts as a score of 0, or not at all.</param>
    public void AddFailure(RowId id, bool countsAsZero)
    {
        _failed++;
        if (countsAsZero) AddToRow(id, null, 0, null);
    }

    /// <summary>Whether other samples of the row are counted here.</summary>
    public bool Knows(RowId id) => _open.ContainsKey(id);

    /// <summary>No more samples come: the figures can be asked for.</summary>
    public void Close()
    {
        foreach (var row in _open.Values) Close(row);
        _open.Clear();
    }

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

    /// <summary>The official score; as the others below, reckoned once.</summary>
    public Estimate Score => field ??= Estimate.OfScores(_rows);

    /// <summary>The score over sound rows; null when no row is flawed.</summary>
    public Estimate? Sound => _flawedRows == 0 ? null : field ??= Estimate.OfScores(_sound);

    public FlawFigures Flaws => new(_flawedRows, FlawKinds.All.Where(_flaws.ContainsKey).ToDictionary(FlawKinds.NameOf, kind => _flaws[kind]));

    /// <summary>The score of the majority vote; null at one sample a row.</summary>
    public Estimate? Majority => samplesPerRow == 1 ? null : field ??= Estimate.OfScores(_votes);

    public RepeatFigures? Repeats => Majority is not { } majority ? null : new(samplesPerRow,
        RepeatedSampling.Curve(_rows, samplesPerRow, RepeatedSampling.PassAt), RepeatedSampling.Curve(_rows, samplesPerRow, RepeatedSampling.PassAll),
        EstimateFigures.Of(majority));

    private void AddToRow(RowId id, RowFlaw? flaw, double score, ulong? answer)
    {
        if (!_open.TryGetValue(id, out var row)) row = new(flaw);
        row.Add(score, answer);
        if (row.Score.Samples < samplesPerRow)
        {
            _open[id] = row;
            return;
        }
        _open.Remove(id);
        Close(row);
    }

    private void Close(OpenRow row)
    {
        _rows.Add(row.Score);
        if (samplesPerRow > 1) _votes.Add(RowScore.Of(RepeatedSampling.MajorityVote(row.Votes)));
        if (row.Flaw is null)
        {
            _sound.Add(row.Score);
            return;
        }
        _flawedRows++;
        foreach (var kind in row.Flaw.Kinds) _flaws[kind] = _flaws.GetValueOrDefault(kind) + 1;
    }

    /// <summary>A row of which samples are still to come.</summary>
    private sealed class OpenRow(RowFlaw? flaw)
    {
        public RowFlaw? Flaw => flaw;

        public RowScore Score { get; private set; }

        public List<(ulong Answer, double Score)> Votes { get; } = [];

        public void Add(double score, ulong? answer)
        {
            Score = Score.With(score);
            if (answer is { } vote) Votes.Add((vote, score));
        }
    }
}
