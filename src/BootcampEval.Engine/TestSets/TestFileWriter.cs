// Fresh test files: what `bootcamp generate` writes.

using System.Text.Encodings.Web;
using System.Text.Json;
using BootcampEval.Sdk;

namespace BootcampEval.Engine.TestSets;

/// <summary>Writes test files of fresh puzzles, in the format that evaluations read.</summary>
public static class TestFileWriter
{
    /// <summary>The name of a bootcamp's test file.</summary>
    public static string FileName(IBootcamp bootcamp) => bootcamp.Info.Name + ".jsonl";

    /// <summary>Writes one file of fresh puzzles; an older one is replaced when the new one is whole.</summary>
    /// <param name="folder">Where to. Made if need be.</param>
    /// <param name="bootcamp">The bootcamp.</param>
    /// <param name="count">How many puzzles.</param>
    /// <param name="levels">The levels: the puzzles are spread evenly over them, easy ones first.</param>
    /// <param name="seed">The same seed makes the same file, and a longer file begins each level with the puzzles of a shorter one.</param>
    /// <param name="cancellation">Ends the work; the file is then not there.</param>
    /// <exception cref="IOException">The file can't be written.</exception>
    /// <exception cref="InvalidOperationException">The bootcamp has not so many different puzzles at a level.</exception>
    public static void Write(string folder, IBootcamp bootcamp, int count, IReadOnlyList<int> levels, ulong seed, CancellationToken cancellation)
    {
        Directory.CreateDirectory(folder);
        var path = Path.Combine(folder, FileName(bootcamp));
        var unfinished = path + ".tmp";
        try
        {
            using (var file = new FileStream(unfinished, FileMode.Create)) Write(file, bootcamp, count, levels, seed, cancellation);
            File.Move(unfinished, path, overwrite: true);
        }
        finally
        {
            File.Delete(unfinished);
        }
    }

    private static void Write(FileStream file, IBootcamp bootcamp, int count, IReadOnlyList<int> levels, ulong seed, CancellationToken cancellation)
    {
        using var json = new Utf8JsonWriter(file, new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
        for (var i = 0; i < levels.Count; i++)
        {
            var share = ((long)count * (i + 1) / levels.Count) - ((long)count * i / levels.Count);
            foreach (var problem in ProblemSource.Of(bootcamp, seed, levels[i]).Take((int)share))
            {
                cancellation.ThrowIfCancellationRequested();
                Write(json, problem);
                json.Flush();
                json.Reset();
                file.WriteByte((byte)'\n');
            }
        }
    }

    private static void Write(Utf8JsonWriter json, Problem problem)
    {
        json.WriteStartObject();
        json.WriteString("data_source", problem.DataSource);
        json.WriteString("prompt", problem.Prompt);
        json.WritePropertyName("ground_truth");
        problem.GroundTruth.WriteTo(json);
        json.WriteEndObject();
    }
}
