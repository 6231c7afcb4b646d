// Solitaire: a deck of cards that is shuffled by rule makes the key.

namespace BootcampEval.Library.Ciphers;

/// <summary>The solitaire cipher in the reference's form: its deck holds 9 twice and no 19, its jokers are 53 and 54.</summary>
/// <remarks>After Schneier's Solitaire (1999), over a mixed alphabet.</remarks>
internal sealed class Solitaire : CipherKernel
{
    private const string Letters = "JDWOTRACXQMFYEZGUKPVBSHNLI";

    private const int FirstJoker = 53, SecondJoker = 54;

    private static readonly int[] Deck =
    [
        9, 25, 44, 38, 40, 22, 11, 36, 13, 39, 18, 42, 10, 53, 26, 12, 1, 16, 3, 43, 37, 17, 30, 4, 28, 48, 27, 41, 32, 15, 47, 29, 20, 51, 6, 7, 52, 34, 35, 5, 50, 9, 54, 46,
        23, 31, 24, 14, 8, 33, 2, 49, 45, 21,
    ];

    public override string Name => "Kor_rule6_SolitaireCipher";

    public override string Title => "the solitaire cipher";

    public override int StepsPerLetter => 3;

    public override string Rules => $"""
        Letters have positions 0 to 25 in this alphabet: {Letters}
        A deck of 54 cards, from top to bottom, is: {string.Join(' ', Deck)}
        The cards {FirstJoker} and {SecondJoker} are jokers. Each letter of the text takes a key number from the deck, which stays as it is
        then for the next letter:
        1. Move joker {FirstJoker} one place down, then joker {SecondJoker} two places down. Below the bottom card, a joker goes on behind
        the top card: one place down from the bottom it is the second card from the top.
        2. Triple cut: exchange the cards above the upper joker with the cards below the lower joker; the jokers and the cards between them
        stay.
        3. Count cut: let v be the number of the bottom card. Move the top v cards, in their order, to just above the bottom card. If the
        bottom card is a joker, skip this.
        4. Let t be the number of the top card, or 53 if it is a joker. The key number is the card with t cards above it. If that card is a
        joker, repeat all steps from 1.
        The letter with position x is replaced by the one with position (x + key number) mod 26.
        """;

    public override string? Encrypt(string text) => Moved(LettersOf(text), 1);

    public override string? Decrypt(string text) => Moved(text, -1);

    private static string? Moved(string text, int sign)
    {
        var deck = Deck.ToList();
        var result = new char[text.Length];
        for (var i = 0; i < text.Length; i++)
        {
            var position = Letters.IndexOf(text[i], StringComparison.Ordinal);
            if (position < 0) return null;
            result[i] = Shifted(Letters, position, sign * NextKey(ref deck));
        }
        return new(result);
    }

    private static int NextKey(ref List<int> deck)
    {
        while (true)
        {
            MoveDown(deck, FirstJoker, 1);
            MoveDown(deck, SecondJoker, 2);
            deck = CountCut(TripleCut(deck));
            if (deck[Math.Min(deck[0], FirstJoker)] is < FirstJoker and var key) return key;
        }
    }

    private static void MoveDown(List<int> deck, int joker, int places)
    {
        var target = deck.IndexOf(joker) + places;
        deck.Remove(joker);
        deck.Insert(target > deck.Count ? target - deck.Count : target, joker);
    }

    private static List<int> TripleCut(List<int> deck)
    {
        var (one, other) = (deck.IndexOf(FirstJoker), deck.IndexOf(SecondJoker));
        var (upper, lower) = (Math.Min(one, other), Math.Max(one, other));
        return [.. deck[(lower + 1)..], .. deck[upper..(lower + 1)], .. deck[..upper]];
    }

    private static List<int> CountCut(List<int> deck)
    {
        var bottom = deck[^1];
        return bottom >= FirstJoker ? deck : [.. deck[bottom..^1], .. deck[..bottom], bottom];
    }
}
