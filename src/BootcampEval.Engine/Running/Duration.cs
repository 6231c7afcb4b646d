// Lengths of time as people write them: 6000, 500ms, 90s, 10m, 1h.

using System.Globalization;

namespace BootcampEval.Engine.Running;

/// <summary>Reads and writes lengths of time. A bare number is milliseconds, as the evaluation guide says.</summary>
public static class Duration
{
    /// <summary>Reads a duration: a number, then <c>ms</c>, <c>s</c>, <c>m</c>, <c>h</c> or nothing.</summary>
    /// <exception cref="FormatException">The text is no duration; the message says what is.</exception>
    public static TimeSpan Parse(string text)
    {
        var trimmed = text.AsSpan().Trim();
        var end = 0;
        while (end < trimmed.Length && (char.IsAsciiDigit(trimmed[end]) || trimmed[end] == '.')) end++;
        var digits = trimmed[..end];
        double? unit = trimmed[digits.Length..] switch
        {
            "" or "ms" => 1,
            "s" => 1_000,
            "m" => 60_000,
            "h" => 3_600_000,
            _ => null,
        };
        if (unit is null || !double.TryParse(digits, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var amount)
            || amount * unit > TimeSpan.FromDays(365).TotalMilliseconds)
            throw new FormatException("must be a duration of at most a year: milliseconds, or a number with ms, s, m or h, such as 90s");
        return TimeSpan.FromMilliseconds(amount * unit.Value);
    }

    /// <summary>Writes a duration as whole seconds are read by people: <c>0:01:02</c>, <c>27:00:00</c>.</summary>
    public static string Clock(TimeSpan time)
    {
        var seconds = Math.Max(0, (long)time.TotalSeconds);
        return string.Create(CultureInfo.InvariantCulture, $"{seconds / 3600}:{seconds / 60 % 60:00}:{seconds % 60:00}");
    }
}
