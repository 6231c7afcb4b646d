// Alphametic additions, what Cryptomath and KorPuzzleCryptoMath share: SEND+MORE=MONEY, its rules, its solutions, and fresh ones.

using System.Globalization;
using System.Numerics;
using BootcampEval.Sdk;
using BootcampEval.Sdk.Puzzles;

namespace BootcampEval.Library.Words;

/// <summary>An addition whose digits are written as letters: every letter is one digit, and no number of two or more digits begins with 0.</summary>
/// <param name="Addends">The terms on the left.</param>
/// <param name="Sum">The term on the right.</param>
internal sealed record Alphametic(IReadOnlyList<string> Addends, string Sum)
{
    /// <summary>How large fresh ones are.</summary>
    /// <param name="Addends">How many terms stand on the left.</param>
    /// <param name="FewestDigits">The fewest digits of an addend.</param>
    /// <param name="MostDigits">The most digits of an addend.</param>
    /// <param name="Letters">How many different letters there are.</param>
    public sealed record Size(int Addends, int FewestDigits, int MostDigits, int Letters);

    /// <summary>All terms, the sum last.</summary>
    public IEnumerable<string> Terms => [.. Addends, Sum];

    /// <summary>The different letters, in order of appearance.</summary>
    public IEnumerable<char> Letters => Terms.SelectMany(term => term).Distinct();

    /// <summary>The letters that can't be 0: those that begin a term of two or more.</summary>
    public IEnumerable<char> LeadingLetters => Terms.Where(term => term.Length > 1).Select(term => term[0]).Distinct();

    /// <summary>Says why values for letters are no solution: the first broken rule; null when all hold.</summary>
    /// <param name="values">A value for each letter, perhaps for others too.</param>
    /// <param name="leading">The letters that can't be 0.</param>
    public string? FaultOf(IReadOnlyDictionary<string, BigInteger> values, IEnumerable<string> leading)
    {
        if (Letters.FirstOrDefault(letter => !values.ContainsKey($"{letter}")) is not '\0' and var missing) return $"{missing} has no digit";
        if (leading.FirstOrDefault(letter => !values.TryGetValue(letter, out var first) || first.IsZero) is { } zero)
            return $"{zero} begins a number and can't be 0";
        var owners = new Dictionary<BigInteger, string>();
        foreach (var (letter, value) in values)
        {
            if (!owners.TryAdd(value, letter))
                return string.Create(CultureInfo.InvariantCulture, $"{owners[value]} and {letter} are both {value}");
        }
        var sum = Addends.Aggregate(BigInteger.Zero, (total, term) => total + ValueOf(term, values));
        var stated = ValueOf(Sum, values);
        return sum == stated
            ? null
            : string.Create(CultureInfo.InvariantCulture, $"{string.Join('+', Addends)} comes to {sum}, but {Sum} is {stated}");
    }

    /// <summary>Finds a solution, a digit for each letter; null when there is none.</summary>
    public Dictionary<char, int>? Solve()
    {
        char[] letters = [.. Letters], leading = [.. LeadingLetters];
        var model = new FiniteDomain();
        var variables = letters.ToDictionary(letter => letter, letter => model.Add(leading.Contains(letter) ? 1 : 0, 9));
        model.AllDifferent([.. variables.Values]);
        var columns = Terms.Max(term => term.Length);
        var carry = model.Add(0, 0);
        for (var column = 0; column < columns; column++)
        {
            var carried = model.Add(0, column == columns - 1 ? 0 : Addends.Count);
            var weights = new Dictionary<int, int> { [carry] = 1, [carried] = -10 };
            foreach (var term in Addends) Count(term, column, 1);
            Count(Sum, column, -1);
            model.Sum([.. weights.Values], [.. weights.Keys], 0);
            carry = carried;

            void Count(string term, int place, int weight)
            {
                if (place < term.Length) weights[variables[term[^(place + 1)]]] = weights.GetValueOrDefault(variables[term[^(place + 1)]]) + weight;
            }
        }
        return model.Search().First is { } values ? letters.ToDictionary(letter => letter, letter => values[variables[letter]]) : null;
    }

    /// <summary>Makes an addition that has a solution. Most have several, and all are right: letters of one column can often change places.</summary>
    /// <param name="random">The source of chance.</param>
    /// <param name="size">How large it is.</param>
    /// <param name="alphabet">The letters to use, in random order.</param>
    public static Alphametic Fresh(PuzzleRandom random, Size size, IReadOnlyList<char> alphabet)
    {
        while (true)
        {
            var addends = Enumerable.Range(0, size.Addends).Select(_ => NumberOf(random.Between(size.FewestDigits, size.MostDigits))).ToArray();
            string[] numbers = [.. addends.Select(Digits), Digits(addends.Sum())];
            char[] digits = [.. numbers.SelectMany(number => number).Distinct()];
            if (digits.Length != size.Letters) continue;
            var letters = digits.Zip(random.Sample(alphabet, size.Letters)).ToDictionary(pair => pair.First, pair => pair.Second);
            string[] terms = [.. numbers.Select(number => string.Concat(number.Select(digit => letters[digit])))];
            return new(terms[..^1], terms[^1]);
        }

        int NumberOf(int length) => random.Between((int)Math.Pow(10, length - 1), (int)Math.Pow(10, length) - 1);
    }

    private static string Digits(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static BigInteger ValueOf(string term, IReadOnlyDictionary<string, BigInteger> values) =>
        term.Aggregate(BigInteger.Zero, (number, letter) => (number * 10) + values[$"{letter}"]);
}
