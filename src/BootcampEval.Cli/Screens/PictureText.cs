// Draws a puzzle's picture with characters.

using System.Text;
using BootcampEval.Sdk;

namespace BootcampEval.Cli.Screens;

/// <summary>Pictures as text: lines between regions (between all cells where there are none), clues at the edges, wrong cells marked.</summary>
internal static class PictureText
{
    private const string Answer = "\e[36m", Wrong = "\e[1;37;41m", Off = "\e[0m";

    // The box-drawing character with arms up (1), right (2), down (4), left (8).
    private const string Joints = " ╵╶└╷│┌├╴┘─┴┐┤┬┼";

    /// <summary>The picture. Without colours an answer's wrong cells carry an exclamation mark.</summary>
    public static string Of(Picture picture, bool hasColours)
    {
        var text = new StringBuilder();
        var labelWidth = picture.RowLabels is { Count: > 0 } labels ? labels.Max(Terminal.WidthOf) + 1 : 0;
        var cellWidth = Math.Max(1, picture.Cells.Select(cell => Terminal.WidthOf(Shown(picture, cell, hasColours))).DefaultIfEmpty(1).Max()) + 2;
        AppendColumnLabels(text, picture, labelWidth, ref cellWidth);
        for (var row = 0; row <= picture.Rows; row++)
        {
            if (HasBorder(picture, row)) AppendBorder(text.Append(' ', labelWidth), picture, row, cellWidth);
            if (row < picture.Rows) AppendCells(text, picture, row, labelWidth, cellWidth, hasColours);
        }
        return text.ToString();
    }

    private static void AppendColumnLabels(StringBuilder text, Picture picture, int labelWidth, ref int cellWidth)
    {
        if (picture.ColumnLabels is not { Count: > 0 } labels) return;
        string[][] stacks = [.. labels.Select(label => label.Split(' ', StringSplitOptions.RemoveEmptyEntries))];
        cellWidth = Math.Max(cellWidth, stacks.SelectMany(stack => stack).Select(Terminal.WidthOf).DefaultIfEmpty(0).Max() + 2);
        var height = stacks.Max(stack => stack.Length);
        for (var line = 0; line < height; line++)
        {
            text.Append(' ', labelWidth + 1);
            foreach (var stack in stacks)
            {
                var at = line - (height - stack.Length);
                AppendCentred(text, at >= 0 ? stack[at] : "", cellWidth);
                text.Append(' ');
            }
            TrimAndBreak(text);
        }
    }

    private static void AppendCells(StringBuilder text, Picture picture, int row, int labelWidth, int cellWidth, bool hasColours)
    {
        var label = picture.RowLabels is { } labels && row < labels.Count ? labels[row] : "";
        if (labelWidth > 0) text.Append(' ', labelWidth - 1 - Terminal.WidthOf(label)).Append(label).Append(' ');
        for (var column = 0; column <= picture.Columns; column++)
        {
            text.Append(IsWall(picture, new(row, column - 1), new(row, column)) ? '│' : ' ');
            if (column == picture.Columns) continue;
            var cell = new Cell(row, column);
            var colour = (hasColours, picture.Mark(cell)) switch { (true, CellMark.Answer) => Answer, (true, CellMark.Wrong) => Wrong, _ => "" };
            text.Append(colour);
            AppendCentred(text, Shown(picture, cell, hasColours), cellWidth);
            if (colour.Length > 0) text.Append(Off);
        }
        TrimAndBreak(text);
    }

    private static bool HasBorder(Picture picture, int row) =>
        Enumerable.Range(0, picture.Columns).Any(column => IsWall(picture, new(row - 1, column), new(row, column)));

    private static void AppendBorder(StringBuilder text, Picture picture, int row, int cellWidth)
    {
        for (var column = 0; column <= picture.Columns; column++)
        {
            Cell upLeft = new(row - 1, column - 1), upRight = new(row - 1, column), downLeft = new(row, column - 1), downRight = new(row, column);
            var arms = (IsWall(picture, upLeft, upRight) ? 1 : 0) | (IsWall(picture, upRight, downRight) ? 2 : 0)
                | (IsWall(picture, downLeft, downRight) ? 4 : 0) | (IsWall(picture, upLeft, downLeft) ? 8 : 0);
            text.Append(Joints[arms]);
            if (column < picture.Columns) text.Append(IsWall(picture, upRight, downRight) ? '─' : ' ', cellWidth);
        }
        TrimAndBreak(text);
    }

    // Between two places there is a line when one is outside and the other not, or when they are of different regions.
    private static bool IsWall(Picture picture, Cell one, Cell other)
    {
        var (isIn, isOtherIn) = (picture.Contains(one), picture.Contains(other));
        if (!isIn || !isOtherIn) return isIn != isOtherIn;
        return picture.Region is not { } region || region(one) != region(other);
    }

    private static string Shown(Picture picture, Cell cell, bool hasColours) => (picture.Text(cell), picture.Mark(cell)) switch
    {
        ("", CellMark.Wrong) => "!",
        ("", _) when picture.Region is not null => "·",
        (var shown, CellMark.Wrong) when !hasColours => shown + "!",
        (var shown, _) => shown,
    };

    private static void AppendCentred(StringBuilder text, string shown, int width)
    {
        var space = Math.Max(0, width - Terminal.WidthOf(shown));
        text.Append(' ', space / 2).Append(shown).Append(' ', space - (space / 2));
    }

    private static void TrimAndBreak(StringBuilder text)
    {
        while (text.Length > 0 && text[^1] == ' ') text.Length--;
        text.Append('\n');
    }
}
