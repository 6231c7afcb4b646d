// What the reference models answer: looked up by the prompt, solved when first asked, remembered within bounds.

using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using BootcampEval.Sdk;

namespace BootcampEval.Server.Answers;

/// <summary>Answers to the prompts of a test set.</summary>
internal sealed class AnswerBook : IAsyncDisposable
{
    private static readonly Answer s_unknown = new("This is not a puzzle of the test set I was started with, so I have no answer to it.");

    private readonly BootcampCatalog _catalog;
    private readonly long _mostBytes;
    private readonly PromptIndex _index = new();
    private readonly ConcurrentDictionary<(RowPlace Place, Persona Persona), Answer> _answers = [];
    private readonly CancellationTokenSource _stop = new();
    private readonly Task<RowFiles> _indexing;
    private long _bytes;

    /// <summary>Opens a test set and begins to index it; answers wait for that.</summary>
    /// <param name="catalog">The bootcamps that solve.</param>
    /// <param name="testSet">A folder of <c>*.jsonl</c> files, or one file.</param>
    /// <param name="mostBytes">Most bytes of answers kept in memory.</param>
    public AnswerBook(BootcampCatalog catalog, string testSet, long mostBytes)
    {
        _catalog = catalog;
        _mostBytes = mostBytes;
        _indexing = Task.Run(() => Index(testSet));
    }

    /// <summary>Ends when every prompt can be found; fails when the folder or a file can't be read.</summary>
    public Task Ready => _indexing;

    /// <summary>The answer that a persona gives to the prompt found inside a text. Only after <see cref="Ready"/>.</summary>
    /// <param name="text">The prompt, wrapped in any template.</param>
    /// <param name="persona">Who answers.</param>
    /// <param name="fingerprint">The hash of the prompt, or of the whole text when it holds no known prompt.</param>
    public Answer AnswerTo(ReadOnlySpan<byte> text, Persona persona, out ulong fingerprint)
    {
        if (!_index.TryFind(text, out var found))
        {
            fingerprint = Fingerprint.Of(text);
            return s_unknown;
        }
        fingerprint = found.Fingerprint;
        if (!persona.IsWrongOn(fingerprint)) persona = Persona.Reference;
        return _answers.TryGetValue((found.Place, persona), out var known) ? known : Remember((found.Place, persona), Make(found, persona));
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _indexing.ContinueWith(
            static indexed => { if (indexed.IsCompletedSuccessfully) indexed.Result.Dispose(); },
            CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
        _stop.Dispose();
    }

    private RowFiles Index(string testSet)
    {
        var files = new RowFiles(testSet);
        try
        {
            files.IndexInto(_index, _stop.Token);
            return files;
        }
        catch
        {
            files.Dispose();
            throw;
        }
    }

    private Answer Make(FoundRow found, Persona persona)
    {
        if (!TrySolve(found.Place.File, found.Place.Offset, out var solved)) return new(Noise.NoAnswer);
        if (persona == Persona.Reference) return new(solved.Output);
        var another = found.Place.Previous >= 0 && TrySolve(found.Place.File, found.Place.Previous, out var other) ? other.Output : null;
        return new Noise(solved.Bootcamp, solved.GroundTruth).Spoil(solved.Output, another, Fingerprint.Mix(found.Fingerprint, persona.Salt));
    }

    private bool TrySolve(int file, long offset, [NotNullWhen(true)] out SolvedRow? solved)
    {
        solved = _indexing.Result.Read(file, offset) is { } row
            && _catalog.TryGet(row.DataSource, out var bootcamp)
            && bootcamp.FaultOf(row.GroundTruth) is null
            && bootcamp.Solve(row.GroundTruth) is { } output
            ? new(bootcamp, row.GroundTruth, output)
            : null;
        return solved is not null;
    }

    // Memory is bounded by forgetting everything at once: solving again is cheap next to keeping track of use.
    private Answer Remember((RowPlace, Persona) key, Answer answer)
    {
        if (Interlocked.Add(ref _bytes, answer.Size) > _mostBytes)
        {
            _answers.Clear();
            Interlocked.Exchange(ref _bytes, answer.Size);
        }
        _answers[key] = answer;
        return answer;
    }

    private sealed record SolvedRow(IBootcamp Bootcamp, System.Text.Json.JsonElement GroundTruth, string Output);
}
