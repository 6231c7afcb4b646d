// The contract that everything outside a bootcamp sees: the engine, the reports, the servers and the command line know puzzles only through it.

using System.Text.Json;

namespace BootcampEval.Sdk;

/// <summary>
/// A verifiable puzzle environment: it judges answers to its puzzles, makes fresh puzzles, and solves them.
/// </summary>
/// <remarks>
/// Implementations are stateless and thread-safe. Authors derive from <see cref="Bootcamp{TPuzzle, TAnswer}"/>, which turns a few small
/// typed methods into this contract.
/// </remarks>
public interface IBootcamp
{
    /// <summary>What the bootcamp is called and what it is about.</summary>
    BootcampInfo Info { get; }

    /// <summary>
    /// Judges a model's whole output against a ground truth. Total and bounded: it never throws, whatever the text, and returns within 100 ms
    /// for 200 kB of it.
    /// </summary>
    /// <param name="output">The text the model produced, reasoning included where the server does not keep it apart.</param>
    /// <param name="groundTruth">The ground truth of the row, one that <see cref="FaultOf"/> accepts.</param>
    /// <param name="ruling">Whose rules decide.</param>
    Verdict Verify(string output, JsonElement groundTruth, Ruling ruling = Ruling.Official);

    /// <summary>Says what keeps a ground truth from being read, or null when it can be read.</summary>
    string? FaultOf(JsonElement groundTruth);

    /// <summary>Makes a fresh, solvable puzzle. The same random state and level give the same problem on every platform.</summary>
    /// <param name="random">The source of chance; it is advanced.</param>
    /// <param name="level">Difficulty from 1 (easy) to 5 (hard).</param>
    Problem Generate(PuzzleRandom random, int level);

    /// <summary>Writes a right answer in the format asked for, or returns null when none is found: some official rows have none.</summary>
    string? Solve(JsonElement groundTruth);

    /// <summary>How hard a puzzle is, in the unit that <see cref="BootcampInfo.Measure"/> names.</summary>
    double MeasureOf(JsonElement groundTruth);

    /// <summary>
    /// Draws the puzzle, with the answer found in <paramref name="output"/> laid into it and its wrong cells marked; null for puzzles that
    /// are not drawn.
    /// </summary>
    Picture? Draw(JsonElement groundTruth, string? output = null);
}

/// <summary>Whose rules decide a verdict.</summary>
public enum Ruling
{
    /// <summary>The reference verifier's rules, quirks included: published scores were made with them.</summary>
    Official,

    /// <summary>The puzzle's own rules: any valid answer, in any readable spelling. Where a bootcamp has no fair rules yet, the official ones.</summary>
    Fair,
}
