// What the terminal can do.

using System.Text;

namespace BootcampEval.Cli.Screens;

/// <summary>Facts about the terminal.</summary>
internal static class Terminal
{
    /// <summary>Whether standard output shows colours: it is a terminal, and the person has not asked for none (no-color.org).</summary>
    public static bool HasColours => !Console.IsOutputRedirected && string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR"));

    /// <summary>Whether standard error is a terminal on which lines can be redrawn.</summary>
    public static bool CanRedraw => !Console.IsErrorRedirected && Environment.GetEnvironmentVariable("TERM") is not "dumb";

    /// <summary>Columns of text that read well on standard output.</summary>
    public static int Width => Console.IsOutputRedirected ? 120 : Math.Clamp(Console.WindowWidth, 60, 160);

    /// <summary>Number of columns that a text takes: East Asian wide characters take two, marks that combine none.</summary>
    public static int WidthOf(string text)
    {
        var width = 0;
        foreach (var rune in text.EnumerateRunes()) width += WidthOf(rune);
        return width;
    }

    private static int WidthOf(Rune rune) => rune.Value switch
    {
        < 0x300 => 1,
        0x200D or (>= 0xFE00 and <= 0xFE0F) or (>= 0x300 and <= 0x36F) => 0,
        (>= 0x1100 and <= 0x115F) or (>= 0x2E80 and <= 0xA4CF) or (>= 0xAC00 and <= 0xD7A3) or (>= 0xF900 and <= 0xFAFF)
            or (>= 0xFE30 and <= 0xFE6F) or (>= 0xFF00 and <= 0xFF60) or (>= 0xFFE0 and <= 0xFFE6) or (>= 0x1F300 and <= 0x1FAFF) or (>= 0x20000 and <= 0x3FFFD) => 2,
        _ => 1,
    };
}
