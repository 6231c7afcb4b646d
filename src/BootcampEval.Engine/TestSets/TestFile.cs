// One test file: its rows, streamed.

using BootcampEval.Engine.Json;
using BootcampEval.Sdk;

namespace BootcampEval.Engine.TestSets;

/// <summary>Which rows of a test set are run.</summary>
/// <param name="Sources">The data sources; empty for all.</param>
/// <param name="Limit">The most rows of each file; null for all.</param>
internal sealed record RowChoice(IReadOnlySet<string> Sources, int? Limit);

/// <summary>A test file.</summary>
/// <param name="FullName">Its path.</param>
internal sealed record TestFile(string FullName)
{
    /// <summary>Its name, without the folder.</summary>
    public string Name => Path.GetFileName(FullName);

    /// <summary>The rows to run, in order. Bad rows are passed over: they were told of when the file was checked.</summary>
    /// <param name="catalog">The bootcamps that can be run.</param>
    /// <param name="choice">Which rows are run.</param>
    /// <param name="hasBadRows">Whether the check found bad rows: only then is each row checked again.</param>
    /// <exception cref="IOException">The file can't be read.</exception>
    public IEnumerable<TestItem> Rows(BootcampCatalog catalog, RowChoice choice, bool hasBadRows)
    {
        var parser = new RowParser(Name, catalog, choice.Sources, hasBadRows ? RowPurpose.CheckAndRun : RowPurpose.Run);
        using var lines = new LineReader(FullName);
        long row = 0, taken = 0;
        while (taken < (choice.Limit ?? long.MaxValue) && lines.TryRead(out var line))
        {
            if (IsBlank(line.Span)) continue;
            var parsed = parser.Parse(line, lines.LineNumber, row++);
            if (parsed.Item is null) continue;
            taken++;
            yield return parsed.Item;
        }
    }

    /// <summary>Whether a line holds nothing but white space.</summary>
    internal static bool IsBlank(ReadOnlySpan<byte> line) => line.IndexOfAnyExcept(" \t\r"u8) < 0;
}
