// The typed base of every bootcamp: from a handful of small methods to the whole contract.

using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace BootcampEval.Sdk;

/// <summary>
/// The base to derive a bootcamp from. The derived class says, in this order: what the ground truth is, how the answer is found, when it is
/// right, how a fresh puzzle is made, how it is asked, how it is solved.
/// </summary>
/// <typeparam name="TPuzzle">The ground truth: an immutable record that mirrors the JSON of the test files.</typeparam>
/// <typeparam name="TAnswer">What is read from a model's output.</typeparam>
public abstract class Bootcamp<TPuzzle, TAnswer> : IBootcamp
    where TPuzzle : class
    where TAnswer : notnull
{
    /// <inheritdoc/>
    public abstract BootcampInfo Info { get; }

    /// <summary>How the ground truth reads and writes JSON: source-generated, snake_case.</summary>
    protected abstract JsonTypeInfo<TPuzzle> PuzzleJson { get; }

    /// <summary>Finds the answer in a model's output, or says why there is none. Must be total and linear in the text.</summary>
    protected abstract Extraction<TAnswer> Extract(string output);

    /// <summary>Decides whether an answer is right, by the reference's rules, and says why not in the puzzle's own terms.</summary>
    protected abstract Verdict Judge(TAnswer answer, TPuzzle puzzle);

    /// <summary>Makes a fresh puzzle: solvable, and with one solution where the rules promise one.</summary>
    /// <param name="random">The only source of chance.</param>
    /// <param name="level">1 (easy) to 5 (hard).</param>
    protected abstract TPuzzle Generate(PuzzleRandom random, int level);

    /// <summary>Words the question: complete rules, every fact of the puzzle, and the answer format that <see cref="Extract"/> reads.</summary>
    protected abstract string Ask(TPuzzle puzzle);

    /// <summary>Writes a right answer in the format asked for; null when none is found.</summary>
    protected abstract string? Solve(TPuzzle puzzle);

    /// <summary>How hard the puzzle is, in the unit of <see cref="BootcampInfo.Measure"/>.</summary>
    protected abstract double Measure(TPuzzle puzzle);

    /// <summary>Finds the answer by fair rules. The official ones unless overridden.</summary>
    protected virtual Extraction<TAnswer> ExtractFairly(string output) => Extract(output);

    /// <summary>Judges by fair rules. The official ones unless overridden.</summary>
    protected virtual Verdict JudgeFairly(TAnswer answer, TPuzzle puzzle) => Judge(answer, puzzle);

    /// <summary>Says what is wrong with a ground truth whose JSON has the right shape; null when nothing is.</summary>
    protected virtual string? FaultOf(TPuzzle puzzle) => null;

    /// <summary>
    /// Reads what a verdict needs of a ground truth: all of it unless overridden, as is worth while where the key is a small part of a large puzzle.
    /// </summary>
    /// <exception cref="JsonException">What is needed can't be read.</exception>
    protected virtual TPuzzle ReadForVerdict(JsonElement groundTruth, Ruling ruling) => Read(groundTruth);

    /// <summary>Draws the puzzle and, when there is one, the answer in it; null for puzzles that are not drawn.</summary>
    protected virtual Picture? Draw(TPuzzle puzzle, Extraction<TAnswer> answer) => null;

    /// <inheritdoc/>
    public Verdict Verify(string output, JsonElement groundTruth, Ruling ruling = Ruling.Official)
    {
        TPuzzle puzzle;
        try
        {
            puzzle = ReadForVerdict(groundTruth, ruling);
        }
        catch (JsonException fault)
        {
            return Verdict.Wrong($"the ground truth can't be read: {fault.Message}");
        }
        string? extracted = null;
        try
        {
            var extraction = ruling == Ruling.Fair ? ExtractFairly(output) : Extract(output);
            if (!extraction.Found) return Verdict.NoAnswer(extraction.WhyNot);
            extracted = JsonText.Of(extraction.Answer);
            var verdict = ruling == Ruling.Fair ? JudgeFairly(extraction.Answer, puzzle) : Judge(extraction.Answer, puzzle);
            return verdict with { ExtractedOutput = extracted };
        }
#pragma warning disable CA1031 // The last line of defence of a long run: a fault of ours costs one verdict, which says so, and never the run.
        catch (Exception fault) // The tests hold every bootcamp to "no fault on any text", so nothing hides here.
#pragma warning restore CA1031
        {
            return Verdict.Wrong($"{Verdict.FaultPrefix}{fault.GetType().Name}: {fault.Message}") with { ExtractedOutput = extracted };
        }
    }

    /// <inheritdoc/>
    public string? FaultOf(JsonElement groundTruth)
    {
        try
        {
            return FaultOf(Read(groundTruth));
        }
        catch (JsonException fault)
        {
            return fault.Message;
        }
    }

    Problem IBootcamp.Generate(PuzzleRandom random, int level)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(level, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(level, 5);
        var puzzle = Generate(random, level);
        return new(Info.Name, Ask(puzzle), JsonSerializer.SerializeToElement(puzzle, PuzzleJson));
    }

    string? IBootcamp.Solve(JsonElement groundTruth) => Solve(Read(groundTruth));

    double IBootcamp.MeasureOf(JsonElement groundTruth) => Measure(Read(groundTruth));

    Picture? IBootcamp.Draw(JsonElement groundTruth, string? output)
    {
        var puzzle = Read(groundTruth);
        if (output is null) return Draw(puzzle, new NoAnswer("no output"));
        var picture = Draw(puzzle, Extract(output));
        if (picture is not null)
            foreach (var cell in Verify(output, groundTruth).WrongCells) picture.MarkWrong(cell);
        return picture;
    }

    private TPuzzle Read(JsonElement groundTruth) =>
        groundTruth.Deserialize(PuzzleJson) ?? throw new JsonException("it is null");
}
