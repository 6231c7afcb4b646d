// Which rows of a folder of test files are known to be flawed.

using BootcampEval.Engine.Json;
using BootcampEval.Engine.TestSets;
using BootcampEval.Sdk;

namespace BootcampEval.Engine.Results.Audit;

/// <summary>A flawed row of a test file.</summary>
/// <param name="File">The test file's name.</param>
/// <param name="Line">The 1-based line.</param>
/// <param name="Id">The row's id.</param>
/// <param name="DataSource">The name of the bootcamp.</param>
/// <param name="Flaw">What is wrong.</param>
public sealed record FlawedRow(string File, long Line, RowId Id, string DataSource, RowFlaw Flaw);

/// <summary>What the audit knows about a folder of test files.</summary>
/// <param name="Flawed">The flawed rows, by file and line.</param>
/// <param name="Rows">How many rows each data source has.</param>
/// <param name="Unread">Rows that could not be read.</param>
public sealed record FolderAudit(IReadOnlyList<FlawedRow> Flawed, IReadOnlyDictionary<string, long> Rows, long Unread)
{
    /// <summary>Reads a folder of test files, or one such file.</summary>
    /// <param name="path">The folder or file.</param>
    /// <param name="catalog">The bootcamps that are known.</param>
    /// <param name="audit">What is known about rows.</param>
    /// <param name="cancellation">Stops the reading.</param>
    /// <exception cref="IOException">There is nothing to read; the message says why.</exception>
    public static FolderAudit Of(string path, BootcampCatalog catalog, IRowAudit audit, CancellationToken cancellation = default)
    {
        List<FlawedRow> flawed = [];
        SortedDictionary<string, long> rows = new(StringComparer.Ordinal);
        long unread = 0;
        foreach (var file in TestSet.Find(path).Files)
        {
            var parser = new RowParser(file.Name, catalog, new HashSet<string>(), RowPurpose.Run);
            using var lines = new LineReader(file.FullName);
            for (long row = 0; lines.TryRead(out var line);)
            {
                cancellation.ThrowIfCancellationRequested();
                if (TestFile.IsBlank(line.Span)) continue;
                if (parser.Parse(line, lines.LineNumber, row++).Item is not { } item)
                {
                    unread++;
                    continue;
                }
                rows[item.DataSource] = rows.GetValueOrDefault(item.DataSource) + 1;
                if (audit.FlawOf(item.DataSource, item.Prompt, item.GroundTruth) is { } flaw) flawed.Add(new(file.Name, item.Line, item.Id, item.DataSource, flaw));
            }
        }
        return new(flawed, rows, unread);
    }
}
