// What a test file is worth: its rows counted, hashed, and each one checked, before anything is asked.

using System.Runtime.InteropServices;
using System.Security.Cryptography;
using BootcampEval.Engine.Json;
using BootcampEval.Engine.Results;
using BootcampEval.Sdk;

namespace BootcampEval.Engine.TestSets;

/// <summary>What the check of a test file found.</summary>
internal sealed record TestFileCheck
{
    /// <summary>The most faults that are told of one by one.</summary>
    public const int MostFaults = 200;

    /// <summary>The file.</summary>
    public required TestFile File { get; init; }

    /// <summary>Its hash and rows.</summary>
    public required TestFileMark Mark { get; init; }

    /// <summary>What is wrong, as <c>file:line: what</c>, in order of the lines.</summary>
    public required IReadOnlyList<string> Faults { get; init; }

    /// <summary>Whether the file itself could not be read: no row of it can be skipped then.</summary>
    public bool Unreadable { get; init; }

    /// <summary>Takes a file as it was checked before, when its bytes are the same and no row was bad; else checks it again.</summary>
    /// <param name="file">The file.</param>
    /// <param name="before">What an earlier check with the same choice of rows found.</param>
    /// <param name="catalog">The bootcamps that can be run.</param>
    /// <param name="choice">Which rows are run.</param>
    /// <param name="cancellation">Ends the check.</param>
    public static async Task<TestFileCheck> AgainAsync(TestFile file, TestFileMark before, BootcampCatalog catalog, RowChoice choice, CancellationToken cancellation)
    {
        try
        {
            var bytes = System.IO.File.OpenRead(file.FullName);
            await using (bytes.ConfigureAwait(false))
            {
                var sha256 = Convert.ToHexStringLower(await SHA256.HashDataAsync(bytes, cancellation).ConfigureAwait(false));
                if (before.BadRows == 0 && before.Sha256 == sha256) return new() { File = file, Mark = before, Faults = [] };
            }
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            // Told of by the check that follows.
        }
        return Of(file, catalog, choice, cancellation);
    }

    /// <summary>Reads a file to its end and checks the rows to run.</summary>
    public static TestFileCheck Of(TestFile file, BootcampCatalog catalog, RowChoice choice, CancellationToken cancellation)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var tally = new Tally(file.Name, catalog);
        try
        {
            using var lines = new LineReader(file.FullName) { OnBytes = hash.AppendData };
            var parser = new RowParser(file.Name, catalog, choice.Sources, RowPurpose.Check);
            while (lines.TryRead(out var line))
            {
                if (TestFile.IsBlank(line.Span)) continue;
                if ((tally.Rows & 0xFF) == 0) cancellation.ThrowIfCancellationRequested();
                if (tally.Taken < (choice.Limit ?? long.MaxValue)) tally.Count(parser.Parse(line, lines.LineNumber, tally.Rows), lines.LineNumber);
                tally.Rows++;
            }
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return tally.Result(file, "") with { Faults = [$"{file.Name}: can't be read: {fault.Message}"], Unreadable = true };
        }
        return tally.Result(file, Convert.ToHexStringLower(hash.GetHashAndReset()));
    }

    /// <summary>Counts rows and gathers faults; the faults of many rows with the same unknown data source are one.</summary>
    private sealed class Tally(string file, BootcampCatalog catalog)
    {
        private readonly SortedDictionary<long, string> _faults = [];
        private readonly Dictionary<string, (long Line, long Rows)> _unknown = new(StringComparer.Ordinal);
        private readonly Dictionary<string, long> _sources = new(StringComparer.Ordinal);
        private long _badRows, _leftOut, _untold;

        public long Rows { get; set; }

        public long Taken { get; private set; }

        public void Count(ParsedRow row, long line)
        {
            switch (row.Kind)
            {
                case RowKind.Sound:
                    Taken++;
                    CollectionsMarshal.GetValueRefOrAddDefault(_sources, row.Text, out _)++;
                    return;
                case RowKind.LeftOut:
                    _leftOut++;
                    return;
            }
            _badRows++;
            var isUnknown = row.Kind == RowKind.UnknownSource;
            if (isUnknown && _unknown.TryGetValue(row.Text, out var seen)) _unknown[row.Text] = seen with { Rows = seen.Rows + 1 };
            else if (_faults.Count + _unknown.Count >= MostFaults) _untold++;
            else if (isUnknown) _unknown[row.Text] = (line, 1);
            else _faults[line] = row.Text;
        }

        public TestFileCheck Result(TestFile testFile, string sha256)
        {
            foreach (var (name, (line, rows)) in _unknown) _faults[line] = OfUnknown(name, rows);
            List<string> faults = [.. _faults.Select(fault => $"{file}:{fault.Key}: {fault.Value}")];
            if (_untold > 0) faults.Add($"{file}: and {_untold} more bad rows");
            return new()
            {
                File = testFile,
                Mark = new() { Name = file, Sha256 = sha256, Rows = Rows, BadRows = _badRows, LeftOut = _leftOut, DataSources = _sources },
                Faults = faults,
            };
        }

        private string OfUnknown(string name, long rows)
        {
            const int Longest = 100;
            var suggestions = name.Length <= Longest ? catalog.Suggest(name) : [];
            var shown = name.Length <= Longest ? name : name[..Longest] + "…";
            var hint = suggestions.Count > 0 ? $"; did you mean {string.Join(" or ", suggestions)}?" : "";
            var more = rows > 1 ? $", here and on {rows - 1} more rows" : "";
            return $"unknown data_source \"{shown}\"{more}{hint}";
        }
    }
}
