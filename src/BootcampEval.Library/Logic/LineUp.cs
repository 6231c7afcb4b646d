// Hides the item that a question is about among others of its kind: the more of them, the more there is to keep apart.

using BootcampEval.Sdk;

namespace BootcampEval.Library.Logic;

/// <summary>Numbered items, one of which is asked about.</summary>
internal static class LineUp
{
    /// <summary>How many items there are at each level, that asked about included.</summary>
    public static int SizeAt(int level) => level switch { 1 => 1, 2 => 2, 3 => 4, 4 => 7, _ => 11 };

    /// <summary>Puts an item at a random place among others, and says at the end which one is asked about. An item alone stands as it is.</summary>
    /// <returns>The numbered lines, the last of which is <c>The remark in question is Remark 3.</c></returns>
    public static string[] Among(PuzzleRandom random, string noun, string item, IReadOnlyList<string> others)
    {
        if (others.Count == 0) return [item];
        var place = random.Below(others.Count + 1);
        string[] items = [.. others.Take(place), item, .. others.Skip(place)];
        return [.. items.Select((each, i) => $"{noun} {i + 1}: {each}"), $"The {noun.ToLowerInvariant()} in question is {noun} {place + 1}."];
    }
}
