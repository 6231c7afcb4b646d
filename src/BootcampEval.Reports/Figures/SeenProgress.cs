// progress.log as a reader sees it: how far each test file is.

using System.Globalization;
using System.Text.RegularExpressions;

namespace BootcampEval.Reports.Figures;

/// <summary>How far a run is, by its progress.log.</summary>
/// <param name="Files">The test files in order.</param>
/// <param name="Elapsed">The longest time that a file shows; null when none does.</param>
/// <param name="Remaining">The longest time left that a file shows; null when none does.</param>
public sealed partial record SeenProgress(IReadOnlyList<FileDone> Files, TimeSpan? Elapsed, TimeSpan? Remaining)
{
    // A file's name, and numbers: a longer one is none of ours, and the pattern may take its time over it.
    private const int LongestLine = 1000;

    /// <summary>Reads the file. Empty when it is missing; lines of another shape are passed over.</summary>
    public static SeenProgress Read(string path)
    {
        if (!File.Exists(path)) return new([], null, null);
        List<FileDone> files = [];
        TimeSpan? elapsed = null, remaining = null;
        foreach (var line in File.ReadAllLines(path))
        {
            if (line.Length > LongestLine || Line().Match(line) is not { Success: true } match) continue;
            files.Add(new(match.Groups["file"].Value,
                long.Parse(match.Groups["done"].ValueSpan, CultureInfo.InvariantCulture), long.Parse(match.Groups["total"].ValueSpan, CultureInfo.InvariantCulture)));
            elapsed = Longer(elapsed, match.Groups["elapsed"].Value);
            remaining = Longer(remaining, match.Groups["remaining"].Value);
        }
        return new(files, elapsed, remaining);
    }

    // Hours may be more than a day's: 27:00:00.
    private static TimeSpan? Longer(TimeSpan? known, string clock)
    {
        if (clock.Split(':') is not [var hours, var minutes, var seconds]) return known;
        if (!int.TryParse(hours, CultureInfo.InvariantCulture, out var h) || h > 1_000_000) return known;
        var time = new TimeSpan(h, int.Parse(minutes, CultureInfo.InvariantCulture), int.Parse(seconds, CultureInfo.InvariantCulture));
        return known > time ? known : time;
    }

    [GeneratedRegex(@"^(?<file>.+): (?<done>[0-9]{1,15})/(?<total>[0-9]{1,15}) \[.*Elapsed: (?<elapsed>[0-9:]*)( Remaining: (?<remaining>[0-9:]*))?", RegexOptions.ExplicitCapture)]
    private static partial Regex Line();
}

/// <summary>How far one test file is.</summary>
/// <param name="File">Its name, as progress.log shows it.</param>
/// <param name="Done">Samples done.</param>
/// <param name="Total">Samples in all.</param>
public sealed record FileDone(string File, long Done, long Total);
