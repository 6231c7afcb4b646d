// Hides the item that a question is about among others of its kind: the more of them, the more there is to keep apart.

using BootcampEval.Sdk;

namespace BootcampEval.Library.Logic;

/// <summary>Numbered items, one of which is asked about.</summary>
internal static class LineUp
{
    /// <summary>How many items there are at each level, that asked about included.</summary>
    public static int SizeAt(int level) => level switch { 1 => 1, 2 => 2, 3 => 4, 4 => 7, _ => 11 };

    /// <summary>Puts an item at a random place among others. An item alone carries no number.</summary>
    /// <returns>The numbered lines, and how to speak of the item asked about: <c>item 3</c>, or null when it stands alone.</returns>
    public static (string[] Lines, string? Asked) Among(PuzzleRandom random, string noun, string item, IReadOnlyList<string> others)
    {
        if (others.Count == 0) return ([item], null);
        var place = random.Below(others.Count + 1);
        string[] items = [.. others.Take(place), item, .. others.Skip(place)];
        return ([.. items.Select((each, i) => $"{noun} {i + 1}: {each}")], $"{noun} {place + 1}");
    }
}
