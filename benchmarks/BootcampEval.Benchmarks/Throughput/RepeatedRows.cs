// A test set of any size, made of the rows of a small one.

using System.Text.Json;
using BootcampEval.Library;

namespace BootcampEval.Benchmarks.Throughput;

/// <summary>A temporary folder with the rows of bootcamps that are there, repeated.</summary>
internal sealed class RepeatedRows : IDisposable
{
    private RepeatedRows(string folder) => Folder = folder;

    public string Folder { get; }

    public static RepeatedRows Make(string testDir, int rows)
    {
        var files = Directory.EnumerateFiles(testDir, "*.jsonl").Order(StringComparer.Ordinal)
            .Select(file => (Name: Path.GetFileName(file), Lines: File.ReadLines(file).Where(IsKnown).ToArray()))
            .Where(file => file.Lines.Length > 0).ToList();
        if (files.Count == 0) throw new ArgumentException($"{testDir} holds no row of a bootcamp that is there");
        var folder = Directory.CreateTempSubdirectory("bench-in-").FullName;
        for (var i = 0; i < files.Count; i++)
        {
            var share = rows / files.Count + (i < rows % files.Count ? 1 : 0);
            var (name, lines) = files[i];
            File.WriteAllLines(Path.Combine(folder, name), Enumerable.Range(0, share).Select(row => lines[row % lines.Length]));
        }
        return new(folder);
    }

    public void Dispose() => Directory.Delete(Folder, recursive: true);

    private static bool IsKnown(string line) => BootcampLibrary.Catalog.TryGet(JsonElement.Parse(line).GetProperty("data_source").GetString()!, out _);
}
