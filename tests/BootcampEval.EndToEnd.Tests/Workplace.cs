// A folder to work in, with test sets made by the command itself.

using System.Text.Json;

namespace BootcampEval.EndToEnd.Tests;

/// <summary>A folder that is gone after the test.</summary>
internal sealed class Workplace : IDisposable
{
    /// <summary>Bootcamps whose puzzles are quick to make, of four families.</summary>
    public const string SomeBootcamps = "Sudoku,KorLogicFormalFallacies,KorPuzzleWordLadder,Bbehshuffobject";

    /// <summary>The folder.</summary>
    public string Folder { get; } = Directory.CreateTempSubdirectory("bootcamp-e2e-").FullName;

    /// <summary>A path in the folder.</summary>
    public string this[string name] => Path.Combine(Folder, name);

    /// <summary>Where runs go.</summary>
    public string Output => this["output"];

    /// <summary>The only run there is.</summary>
    public string Run => Directory.GetDirectories(Output).Single();

    /// <summary>Makes a test set of fresh puzzles.</summary>
    public async Task<string> TestSet(int count, string bootcamps = SomeBootcamps)
    {
        (await Bootcamp.Run("generate", "--out", this["tests"], "--bootcamps", bootcamps, "--count", $"{count}", "--level", "1", "--seed", "5")).WithExitCode(0);
        return this["tests"];
    }

    /// <summary>Writes a file.</summary>
    public string Write(string name, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(this[name])!);
        File.WriteAllText(this[name], text);
        return this[name];
    }

    /// <summary>The lines of a run's details, of all files, in order.</summary>
    public static IEnumerable<JsonElement> Details(string run) => Directory.GetFiles(Path.Combine(run, "details"), "*.jsonl")
        .Order(StringComparer.Ordinal).SelectMany(File.ReadLines).Select(line => JsonElement.Parse(line));

    /// <inheritdoc/>
    public void Dispose() => Directory.Delete(Folder, recursive: true);
}
