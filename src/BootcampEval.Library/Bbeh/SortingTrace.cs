// The steps of sorting words letter by letter, told as Thoughts, with or without a mistake.

using BootcampEval.Sdk;

namespace BootcampEval.Library.Bbeh;

/// <summary>
/// A sort from the first letter on (a most-significant-digit radix sort): letters of a group are written down, the group is split by them, and each
/// part with several words is refined before the next.
/// </summary>
internal sealed class SortingTrace
{
    /// <summary>a to z.</summary>
    public const string UsualAlphabet = "abcdefghijklmnopqrstuvwxyz";

    private readonly string _alphabet;
    private readonly bool _backwards;
    private readonly List<Step> _steps = [];
    private readonly List<string[]> _order;

    private SortingTrace(string[] words, string alphabet, bool backwards)
    {
        (_alphabet, _backwards) = (alphabet, backwards);
        _order = [words];
        Refine(words, 0);
        SortedWords = [.. _order.SelectMany(part => part)];
        _steps.Add(new Result(SortedWords));
        Thoughts = [.. _steps.Select(step => step.Text)];
    }

    /// <summary>The Thoughts, without their numbers.</summary>
    public string[] Thoughts { get; }

    /// <summary>The words in order.</summary>
    public string[] SortedWords { get; }

    /// <summary>Sorts different words and keeps the steps.</summary>
    public static SortingTrace Of(string[] words, string alphabet, bool backwards) => new(words, alphabet, backwards);

    /// <summary>The words in order.</summary>
    public static string[] Sort(string[] words, string alphabet, bool backwards) => [.. words.Order(Comparer<string>.Create((left, right) =>
    {
        for (var i = 0; i < Math.Min(left.Length, right.Length); i++)
        {
            var difference = alphabet.IndexOf(LetterAt(left, i, backwards)) - alphabet.IndexOf(LetterAt(right, i, backwards));
            if (difference != 0) return difference;
        }
        return left.Length - right.Length;
    }))];

    /// <summary>Makes one Thought wrong, and returns its 1-based number.</summary>
    public int Spoil(PuzzleRandom random)
    {
        while (true)
        {
            var index = random.Below(_steps.Count);
            if (_steps[index].Spoiled(random) is not { } wrong || wrong.Text == _steps[index].Text) continue;
            Thoughts[index] = wrong.Text;
            return index + 1;
        }
    }

    private static char LetterAt(string word, int place, bool backwards) => backwards ? word[^(place + 1)] : word[place];

    private void Refine(string[] words, int place)
    {
        var letters = words.Select(word => (word, letter: place < word.Length ? LetterAt(word, place, _backwards) : (char?)null)).ToArray();
        _steps.Add(new Letters(letters, place + 1, _backwards));
        string[][] parts = [.. letters.GroupBy(pair => pair.letter is { } letter ? _alphabet.IndexOf(letter) : -1).OrderBy(group => group.Key).Select(group => group.Select(pair => pair.word).ToArray())];
        var at = _order.IndexOf(words);
        _order.RemoveAt(at);
        _order.InsertRange(at, parts);
        _steps.Add(new Split(parts, place == 0 ? null : [.. _order]));
        foreach (var part in parts)
            if (part.Length > 1) Refine(part, place + 1);
    }

    private static string Shown(IEnumerable<string[]> parts) => string.Join(" < ", parts.Select(part => part.Length == 1 ? part[0] : $"[{string.Join(", ", part)}]"));

    private static T[] WithNeighboursSwapped<T>(PuzzleRandom random, T[] items)
    {
        T[] swapped = [.. items];
        var i = random.Below(items.Length - 1);
        (swapped[i], swapped[i + 1]) = (swapped[i + 1], swapped[i]);
        return swapped;
    }

    // A step that can be told, and told wrongly; null when this draw can't be wrong.
    private abstract record Step
    {
        public abstract string Text { get; }

        public abstract Step? Spoiled(PuzzleRandom random);
    }

    private sealed record Letters((string Word, char? Letter)[] Pairs, int Place, bool Backwards) : Step
    {
        public override string Text =>
            $"Letter {Place}{(Backwards ? " from the end" : "")}: {string.Join(", ", Pairs.Select(pair => $"{pair.Word} {pair.Letter?.ToString() ?? "none"}"))}.";

        public override Step? Spoiled(PuzzleRandom random)
        {
            var i = random.Below(Pairs.Length);
            if (random.Chance(0.5)) return this with { Pairs = [.. Pairs[..i], .. Pairs[(i + 1)..]] };
            var (word, letter) = Pairs[i];
            var wrong = random.Pick(word.Where(other => other != letter).DefaultIfEmpty('x').ToArray());
            return this with { Pairs = [.. Pairs[..i], (word, wrong), .. Pairs[(i + 1)..]] };
        }
    }

    private sealed record Split(string[][] Parts, string[][]? Order) : Step
    {
        public override string Text => $"In order: {Shown(Parts)}.{(Order is null ? "" : $" All words so far: {Shown(Order)}.")}";

        public override Step? Spoiled(PuzzleRandom random)
        {
            if (Order is not null && random.Chance(0.5)) return Order.Length < 2 ? null : this with { Order = WithNeighboursSwapped(random, Order) };
            if (Parts.Length < 2) return null;
            var wrong = WithNeighboursSwapped(random, Parts);
            return this with { Parts = wrong, Order = Order is null ? null : [.. Order.TakeWhile(part => !Parts.Contains(part)), .. wrong, .. Order.SkipWhile(part => !Parts.Contains(part)).Skip(Parts.Length)] };
        }
    }

    private sealed record Result(string[] Words) : Step
    {
        public override string Text => $"All words are sorted: {string.Join(", ", Words)}.";

        public override Step? Spoiled(PuzzleRandom random) => this with { Words = WithNeighboursSwapped(random, Words) };
    }
}
