// The seam for what is known about flaws of official rows.

using System.Text.Json;
using BootcampEval.Engine.Results.Audit;

namespace BootcampEval.Engine.Results;

/// <summary>Knows which rows of published test sets are flawed: no answer, a wrong key, a prompt that leaves out what is needed.</summary>
public interface IRowAudit
{
    /// <summary>Whether any row of the data source is known to be flawed. Asked once per data source: false spares the rest.</summary>
    bool Covers(string dataSource);

    /// <summary>Whether the row with this prompt is known to be flawed.</summary>
    bool IsFlawed(string dataSource, string prompt);

    /// <summary>What is wrong with a row; null when nothing is known to be.</summary>
    /// <param name="dataSource">The name of the bootcamp.</param>
    /// <param name="prompt">The question.</param>
    /// <param name="groundTruth">What answers are verified against: tells rows apart that ask the same.</param>
    RowFlaw? FlawOf(string dataSource, string prompt, JsonElement groundTruth);
}

/// <summary>Knows of no flaw.</summary>
public sealed class NoAudit : IRowAudit
{
    /// <summary>The one instance.</summary>
    public static NoAudit Instance { get; } = new();

    private NoAudit()
    {
    }

    /// <inheritdoc/>
    public bool Covers(string dataSource) => false;

    /// <inheritdoc/>
    public bool IsFlawed(string dataSource, string prompt) => false;

    /// <inheritdoc/>
    public RowFlaw? FlawOf(string dataSource, string prompt, JsonElement groundTruth) => null;
}
