// Which sample is next.

using System.Diagnostics.CodeAnalysis;
using BootcampEval.Engine.TestSets;
using BootcampEval.Sdk;

namespace BootcampEval.Engine.Running;

/// <summary>A sample that is to be asked.</summary>
/// <param name="File">The file of its row.</param>
/// <param name="Item">Its row.</param>
/// <param name="Number">Which of the row's samples, from 0.</param>
internal sealed record Sample(FileRun File, TestItem Item, int Number);

/// <summary>Gives out the samples that are not scored yet, in order; rows are read only as they are asked for.</summary>
internal sealed class SampleSource : IDisposable
{
    private readonly Lock _lock = new();
    private readonly IEnumerator<Sample> _samples;
    private bool _ended;

    /// <summary>Makes a source over the files of a run.</summary>
    /// <param name="files">The files, in order.</param>
    /// <param name="samplesPerRow">Samples of each row.</param>
    /// <param name="catalog">The bootcamps that can be run.</param>
    /// <param name="choice">Which rows are run.</param>
    public SampleSource(IReadOnlyList<FileRun> files, int samplesPerRow, BootcampCatalog catalog, RowChoice choice)
    {
        _samples = files.Where(file => !file.IsDone).SelectMany(file => Of(file, samplesPerRow, catalog, choice)).GetEnumerator();
    }

    /// <summary>Takes the next sample. Any number of callers may do so at the same time.</summary>
    /// <exception cref="IOException">A test file can't be read any more.</exception>
    public bool TryTake([NotNullWhen(true)] out Sample? sample)
    {
        lock (_lock)
        {
            _ended = _ended || !_samples.MoveNext();
            sample = _ended ? null : _samples.Current;
            return !_ended;
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _samples.Dispose();

    private static IEnumerable<Sample> Of(FileRun file, int samplesPerRow, BootcampCatalog catalog, RowChoice choice)
    {
        foreach (var item in file.Check.File.Rows(catalog, choice, file.Check.Mark.BadRows > 0))
        {
            for (var number = 0; number < samplesPerRow; number++)
                if (file.ScoredBefore?.Contains(item.Id, number) != true) yield return new(file, item, number);
        }
    }
}
