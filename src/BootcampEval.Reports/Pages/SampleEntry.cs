// A sample as the page shows it: an entry of a chunk. The format is told in docs/report-format.md.

using BootcampEval.Engine.Results;
using BootcampEval.Engine.Results.Audit;
using BootcampEval.Engine.TestSets;
using BootcampEval.Reports.Figures;
using BootcampEval.Sdk;

namespace BootcampEval.Reports.Pages;

/// <summary>One sample, complete.</summary>
internal sealed record SampleEntry
{
    /// <summary>Longer texts are cut: a browser would choke on them.</summary>
    public const int MostCharacters = 2_000_000;

    public required RowId Id { get; init; }

    public required int Sample { get; init; }

    public required string DataSource { get; init; }

    public required string Prompt { get; init; }

    public required string Output { get; init; }

    public required int ThinkingEnd { get; init; }

    public required string? Reasoning { get; init; }

    public required string? Extracted { get; init; }

    public required string GroundTruth { get; init; }

    public required double Score { get; init; }

    public required string Status { get; init; }

    public required string? Reason { get; init; }

    public required string? FinishReason { get; init; }

    public required int OutputLen { get; init; }

    public required int? PromptLen { get; init; }

    public required double? LatencyMs { get; init; }

    public required double? TtftMs { get; init; }

    public required int Attempts { get; init; }

    public required FlawEntry? Flaw { get; init; }

    public required long Cut { get; init; }

    public required PictureEntry? Picture { get; init; }

    /// <summary>Makes the entry of a sample.</summary>
    /// <param name="seen">The sample.</param>
    /// <param name="picture">Its drawing; null for none.</param>
    public static SampleEntry Of(SeenSample seen, PictureEntry? picture)
    {
        var record = seen.Record;
        long cut = 0;
        return new()
        {
            Id = record.Id,
            Sample = record.Sample,
            DataSource = record.DataSource,
            Prompt = Shown(record.Prompt)!,
            Output = Shown(record.Output)!,
            ThinkingEnd = Math.Min(Thinking.LengthIn(record.Output), MostCharacters),
            Reasoning = Shown(record.Reasoning),
            Extracted = Shown(record.ExtractedOutput),
            GroundTruth = Shown(record.GroundTruth.GetRawText())!,
            Score = record.Score,
            Status = DetailLine.NameOf(record.Status),
            Reason = record.Reason,
            FinishReason = record.FinishReason,
            OutputLen = record.OutputLength,
            PromptLen = record.PromptLength,
            LatencyMs = record.LatencyMs > 0 ? record.LatencyMs : null,
            TtftMs = record.TimeToFirstTokenMs,
            Attempts = record.Attempts,
            Flaw = seen.Flaw is { } flaw ? new([.. flaw.Kinds.Select(FlawKinds.NameOf)], flaw.Note) : null,
            Cut = cut,
            Picture = picture,
        };

        string? Shown(string? text)
        {
            if (text is null || text.Length <= MostCharacters) return text;
            cut += text.Length - MostCharacters;
            return text[..MostCharacters];
        }
    }
}

/// <summary>A known flaw of the sample's row.</summary>
internal sealed record FlawEntry(IReadOnlyList<string> Kinds, string Note);

/// <summary>A drawn grid.</summary>
internal sealed record PictureEntry(
    int Rows,
    int Columns,
    string[][] Cells,
    string[] Marks,
    IReadOnlyList<string>? RowLabels,
    IReadOnlyList<string>? ColumnLabels,
    int[][]? Regions)
{
    /// <summary>Draws a sample; null when its bootcamp draws nothing or is not known.</summary>
    public static PictureEntry? Of(SampleRecord sample, BootcampCatalog catalog)
    {
        if (!catalog.TryGet(sample.DataSource, out var bootcamp)) return null;
        try
        {
            return bootcamp.Draw(sample.GroundTruth, sample.Output) is { } picture ? Of(picture) : null;
        }
#pragma warning disable CA1031 // A drawing is an extra: whatever keeps a bootcamp from making one must not cost the report of a long run.
        catch (Exception)
#pragma warning restore CA1031
        {
            return null;
        }
    }

    /// <summary>The entry of a picture.</summary>
    public static PictureEntry Of(Picture picture) => new(
        picture.Rows,
        picture.Columns,
        PerCell(picture, picture.Text),
        [.. PerCell(picture, picture.Mark).Select(row => string.Concat(row.Select(LetterOf)))],
        picture.RowLabels,
        picture.ColumnLabels,
        picture.Region is { } region ? PerCell(picture, region) : null);

    private static T[][] PerCell<T>(Picture picture, Func<Cell, T> value) =>
        [.. Enumerable.Range(0, picture.Rows).Select(row => Cell.OfRow(row, picture.Columns).Select(value).ToArray())];

    private static char LetterOf(CellMark mark) => mark switch
    {
        CellMark.Given => 'g',
        CellMark.Answer => 'a',
        CellMark.Wrong => 'w',
        _ => 'b',
    };
}
