// A table of text: numbers to the right, a rule before the last row.

using System.Globalization;
using System.Text;

namespace BootcampEval.Cli.Screens;

/// <summary>A table that reads well on a terminal and in a log alike.</summary>
/// <param name="heads">What stands above the columns.</param>
internal sealed class TextTable(params string[] heads)
{
    private readonly List<(string[] Cells, bool[] IsNumber)> _rows = [];
    private bool _hasLast;

    /// <summary>Adds a row. Whole numbers are written with separators, others with four decimals, null as a dash.</summary>
    public void Add(params object?[] cells) => _rows.Add(([.. cells.Select(Text)], [.. cells.Select(cell => cell is not string { Length: > 0 })]));

    /// <summary>Adds the last row, below a rule.</summary>
    public void AddLast(params object?[] cells)
    {
        Add(cells);
        _hasLast = true;
    }

    /// <inheritdoc/>
    public override string ToString()
    {
        int[] widths = [.. heads.Select((head, column) => _rows.Select(row => Terminal.WidthOf(row.Cells[column])).Append(Terminal.WidthOf(head)).Max())];
        bool[] isNumber = [.. heads.Select((_, column) => _rows.Count > 0 && _rows.All(row => row.IsNumber[column]))];
        var rule = string.Join("  ", widths.Select(width => new string('─', width))) + "\n";
        var text = new StringBuilder();
        Line(heads);
        text.Append(rule);
        for (var i = 0; i < _rows.Count; i++)
        {
            if (_hasLast && i == _rows.Count - 1) text.Append(rule);
            Line(_rows[i].Cells);
        }
        return text.ToString();

        void Line(string[] cells)
        {
            var line = string.Join("  ", cells.Select((cell, column) => Padded(cell, widths[column], isNumber[column])));
            text.Append(line.TrimEnd()).Append('\n');
        }
    }

    private static string Padded(string text, int width, bool toTheRight)
    {
        var space = new string(' ', width - Terminal.WidthOf(text));
        return toTheRight ? space + text : text + space;
    }

    private static string Text(object? cell) => cell switch
    {
        null => "-",
        string text => text,
        Figure figure => figure.Text,
        int or long => string.Create(CultureInfo.InvariantCulture, $"{cell:#,0}"),
        double number => string.Create(CultureInfo.InvariantCulture, $"{number:0.0000}"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{cell}"),
    };
}

/// <summary>A number already written as text: it stands to the right like other numbers.</summary>
internal readonly record struct Figure(string Text);
