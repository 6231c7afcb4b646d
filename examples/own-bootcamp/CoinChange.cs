// Coin change: pay an amount exactly with the fewest coins. A whole bootcamp in one file.

using System.Globalization;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using BootcampEval.Sdk;
using BootcampEval.Sdk.Answers;

namespace OwnBootcamp;

/// <summary>Pay an amount exactly with as few coins as possible.</summary>
public sealed partial class CoinChange : Bootcamp<CoinChange.Puzzle, int[]>
{
    /// <summary>The ground truth: it holds what the puzzle is, not its solution, so any best way to pay is right.</summary>
    public sealed record Puzzle([property: JsonPropertyName("coins")] int[] Coins, [property: JsonPropertyName("amount")] int Amount);

    [JsonSerializable(typeof(Puzzle))]
    private sealed partial class Json : JsonSerializerContext;

    public override BootcampInfo Info { get; } = new("CoinChange", Family.Operations, "Coin change", "Pay an amount exactly with the fewest coins.")
    {
        AnswerFormat = "[answer]5 5 2[/answer]",
        Measure = "coins in a best answer",
    };

    protected override JsonTypeInfo<Puzzle> PuzzleJson => Json.Default.Puzzle;

    // Model text is hostile: no regular expression that can run away, nothing evaluated, and a reason whenever there is no answer.
    protected override Extraction<int[]> Extract(string output) => Tagged.Last(output, "[answer]", "[/answer]").Then<int[]>(text =>
    {
        var coins = new List<int>();
        foreach (var word in text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
        {
            if (!int.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out var coin)) return new NoAnswer($"'{word[..Math.Min(word.Length, 20)]}' is not a coin");
            coins.Add(coin);
        }
        return coins.ToArray();
    });

    protected override Verdict Judge(int[] answer, Puzzle puzzle)
    {
        if (answer.Except(puzzle.Coins).Any()) return Verdict.Wrong($"there is no coin of {answer.Except(puzzle.Coins).First()}");
        var sum = answer.Sum(coin => (long)coin);
        if (sum != puzzle.Amount) return Verdict.Wrong($"the coins make {sum}, not {puzzle.Amount}");
        var fewest = Best(puzzle).Count;
        return answer.Length == fewest ? Verdict.Correct : Verdict.Partial(0.5, $"{answer.Length} coins, and {fewest} are enough");
    }

    protected override Puzzle Generate(PuzzleRandom random, int level)
    {
        // Harder: more kinds of coins, and amounts for which taking the largest coin first goes wrong.
        int[] coins = [1, .. random.Sample([.. Enumerable.Range(2, 10 + (10 * level))], 1 + level).Order()];
        while (true)
        {
            var puzzle = new Puzzle(coins, random.Between(20 * level, 40 * level));
            if (level < 3 || Greedy(puzzle) > Best(puzzle).Count) return puzzle;
            coins = [1, .. random.Sample([.. Enumerable.Range(2, 10 + (10 * level))], 1 + level).Order()];
        }
    }

    protected override string Ask(Puzzle puzzle) =>
        $"""
        You have coins of the values {string.Join(", ", puzzle.Coins)}, as many of each as you like.
        Pay exactly {puzzle.Amount} with as few coins as possible.
        End your reply with all the coins you use, separated by spaces, between [answer] and [/answer].
        For example, a 5, another 5 and a 2 are: [answer]5 5 2[/answer]
        """;

    protected override string? Solve(Puzzle puzzle) => $"[answer]{string.Join(' ', Best(puzzle))}[/answer]";

    protected override double Measure(Puzzle puzzle) => Best(puzzle).Count;

    protected override string? FaultOf(Puzzle puzzle) => puzzle switch
    {
        { Coins: null } => "coins is missing",
        { Amount: < 0 or > 100_000 } => "amount must be 0 to 100000",
        _ when !puzzle.Coins.Contains(1) || puzzle.Coins.Any(coin => coin < 1) => "coins must be positive, 1 among them",
        _ => null,
    };

    // The fewest coins for every amount up to the one asked for, each from smaller amounts.
    private static List<int> Best(Puzzle puzzle)
    {
        var fewest = new int[puzzle.Amount + 1];
        var last = new int[puzzle.Amount + 1];
        for (var amount = 1; amount <= puzzle.Amount; amount++)
        {
            last[amount] = puzzle.Coins.Where(coin => coin <= amount).MinBy(coin => fewest[amount - coin]);
            fewest[amount] = fewest[amount - last[amount]] + 1;
        }
        List<int> coins = [];
        for (var left = puzzle.Amount; left > 0; left -= last[left]) coins.Add(last[left]);
        return coins;
    }

    private static int Greedy(Puzzle puzzle)
    {
        var (left, count) = (puzzle.Amount, 0);
        foreach (var coin in puzzle.Coins.OrderDescending())
        {
            count += left / coin;
            left %= coin;
        }
        return count;
    }
}
