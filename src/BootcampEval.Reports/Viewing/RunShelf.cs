// The runs under a folder.

using BootcampEval.Engine.Results;

namespace BootcampEval.Reports.Viewing;

/// <summary>Finds run folders. A run's name is its path below the folder, with slashes; only names that were found lead to a folder.</summary>
/// <param name="folder">The folder to look under; it may be a run itself.</param>
internal sealed class RunShelf(string folder)
{
    private const int Deepest = 4;
    private const int Most = 10_000;

    /// <summary>The folder.</summary>
    public string Folder => folder;

    /// <summary>All runs, newest first.</summary>
    public IReadOnlyList<(string Name, RunDirectory Run)> Runs()
    {
        List<(string Name, RunDirectory Run, DateTime At)> found = [];
        Search(Path.GetFullPath(folder), 0, found);
        return [.. found.OrderByDescending(run => run.At).ThenBy(run => run.Name, StringComparer.Ordinal).Select(run => (run.Name, run.Run))];
    }

    /// <summary>The run of a name; null when there is none.</summary>
    public RunDirectory? Find(string name) => Runs().FirstOrDefault(run => run.Name == name).Run;

    private void Search(string path, int depth, List<(string Name, RunDirectory Run, DateTime At)> found)
    {
        if (found.Count >= Most) return;
        if (IsRun(path))
        {
            found.Add((NameOf(path), RunDirectory.Open(path), File.GetLastWriteTimeUtc(Path.Combine(path, "eval_args.json"))));
            return;
        }
        if (depth == Deepest) return;
        foreach (var below in Below(path)) Search(below, depth + 1, found);
    }

    private static bool IsRun(string path) => File.Exists(Path.Combine(path, "eval_args.json")) && Directory.Exists(Path.Combine(path, "details"));

    // Links are not followed: they may lead anywhere, and in circles.
    private static IEnumerable<string> Below(string path)
    {
        try
        {
            return Directory.GetDirectories(path).Where(below => new DirectoryInfo(below).LinkTarget is null);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }

    private string NameOf(string path)
    {
        var name = Path.GetRelativePath(folder, path).Replace(Path.DirectorySeparatorChar, '/');
        return name == "." ? Path.GetFileName(Path.TrimEndingDirectorySeparator(path)) : name;
    }
}
