// A folder of test files, found and checked.

using BootcampEval.Engine.Results;
using BootcampEval.Sdk;

namespace BootcampEval.Engine.TestSets;

/// <summary>The test files of a run, in order, each with what its check found.</summary>
internal sealed record TestSet
{
    /// <summary>The checked files, in ordinal order of their names.</summary>
    public required IReadOnlyList<TestFileCheck> Files { get; init; }

    /// <summary>Which rows are run.</summary>
    public required RowChoice Choice { get; init; }

    /// <summary>Other files in the folder: not read.</summary>
    public required IReadOnlyList<string> Skipped { get; init; }

    /// <summary>What is wrong with the rows, in order.</summary>
    public IReadOnlyList<string> Faults => [.. Files.SelectMany(file => file.Faults)];

    /// <summary>How many rows are bad.</summary>
    public long BadRows => Files.Sum(file => file.Mark.BadRows);

    /// <summary>How many rows are left out because their data source is not asked for.</summary>
    public long LeftOut => Files.Sum(file => file.Mark.LeftOut);

    /// <summary>How many rows are run.</summary>
    public long RowsToRun => Files.Sum(file => file.Mark.RowsToRun);

    /// <summary>Finds and checks a test set. Files are checked side by side, on all cores.</summary>
    /// <param name="path">A folder with <c>*.jsonl</c> directly in it, or one such file.</param>
    /// <param name="catalog">The bootcamps that can be run.</param>
    /// <param name="choice">Which rows are run.</param>
    /// <param name="before">What was found when the run began, on resume: files that are the same are not checked again.</param>
    /// <param name="cancellation">Ends the check.</param>
    /// <exception cref="IOException">There is no such folder or file, or the folder can't be read; the message is fit for a person.</exception>
    public static async Task<TestSet> CheckAsync(string path, BootcampCatalog catalog, RowChoice choice, IReadOnlyList<TestFileMark> before,
        CancellationToken cancellation)
    {
        var (files, skipped) = Find(path);
        var known = before.ToDictionary(mark => mark.Name, StringComparer.Ordinal);
        var checks = new TestFileCheck[files.Count];
        await Parallel.ForAsync(0, files.Count, cancellation, async (index, ending) =>
        {
            checks[index] = known.TryGetValue(files[index].Name, out var mark)
                ? await TestFileCheck.AgainAsync(files[index], mark, catalog, choice, ending).ConfigureAwait(false)
                : TestFileCheck.Of(files[index], catalog, choice, ending);
        }).ConfigureAwait(false);
        return new() { Files = checks, Choice = choice, Skipped = skipped };
    }

    /// <summary>Finds the files of a test set without reading them.</summary>
    /// <exception cref="IOException">There is no such folder or file, or no test file in it.</exception>
    public static (IReadOnlyList<TestFile> Files, IReadOnlyList<string> Skipped) Find(string path)
    {
        if (File.Exists(path)) return ([new(Path.GetFullPath(path))], []);
        if (!Directory.Exists(path)) throw new FileNotFoundException($"--test_dir {path}: there is no such folder or file");
        List<TestFile> files = [];
        List<string> skipped = [];
        foreach (var entry in Directory.EnumerateFileSystemEntries(Path.GetFullPath(path)).Order(StringComparer.Ordinal))
        {
            if (entry.EndsWith(".jsonl", StringComparison.Ordinal) && !Directory.Exists(entry)) files.Add(new(entry));
            else skipped.Add(Path.GetFileName(entry));
        }
        return files.Count > 0 ? (files, skipped) : throw new FileNotFoundException($"--test_dir {path}: no .jsonl file is in it");
    }
}
