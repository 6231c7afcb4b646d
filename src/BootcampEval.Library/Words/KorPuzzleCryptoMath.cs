// Cryptarithm: an equation of letters; assign digits to them.

using System.Numerics;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using BootcampEval.Sdk;
using BootcampEval.Sdk.Answers;
using BootcampEval.Sdk.Python;

namespace BootcampEval.Library.Words;

/// <summary>Cryptarithm: assign digits to the letters of an addition so that it is right.</summary>
public sealed partial class KorPuzzleCryptoMath : Bootcamp<KorPuzzleCryptoMath.Puzzle, Dictionary<string, BigInteger>>
{
    /// <summary>The equation, <c>FCA+EAB=CBDD</c>.</summary>
    public sealed record Puzzle(string Equation);

    [JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, RespectNullableAnnotations = true, RespectRequiredConstructorParameters = true)]
    [JsonSerializable(typeof(Puzzle))]
    private sealed partial class KorPuzzleCryptoMathJson : JsonSerializerContext;

    protected override JsonTypeInfo<Puzzle> PuzzleJson => KorPuzzleCryptoMathJson.Default.Puzzle;

    public override BootcampInfo Info { get; } = new(
        "KorPuzzleCryptoMath", Family.Words, "Cryptarithm", "Assign digits to the letters of an addition so that it is right.")
    {
        AnswerFormat = "[[A=5,B=3,C=1]]",
        Measure = "letters",
    };

    protected override string? FaultOf(Puzzle puzzle) =>
        puzzle.Equation.Count(c => c == '=') == 1 && puzzle.Equation.Split('+', '=').All(term => term.Length > 0)
            ? null
            : "the equation is not of the form AB+C=DE";

    protected override Extraction<Dictionary<string, BigInteger>> Extract(string output) =>
        Tagged.Last(output, "[[", "]]", oneLine: true).Then(ReadList);

    // Items between commas: key=value with a whole value from 0 to 9; other items are passed over. A later value for a key replaces an earlier one.
    private static Extraction<Dictionary<string, BigInteger>> ReadList(string content)
    {
        var pairs = new Dictionary<string, BigInteger>(StringComparer.Ordinal);
        foreach (var item in content.Split(','))
        {
            var sign = item.IndexOf('=', StringComparison.Ordinal);
            if (sign < 0 || !PyInt.TryParse(PyText.Strip(item.AsSpan(sign + 1)), out BigInteger value) || value < 0 || value > 9) continue;
            pairs[PyCase.Upper(PyText.Strip(item[..sign]))] = value;
        }
        return pairs.Count > 0 ? pairs : new NoAnswer("no item like A=1 between the commas in the double brackets");
    }

    // Letters that do not occur are no fault as long as their digits are used by no other.
    protected override Verdict Judge(Dictionary<string, BigInteger> answer, Puzzle puzzle)
    {
        var addition = AdditionOf(puzzle);
        var leading = addition.LeadingLetters.Select(letter => letter.ToString());
        return addition.FaultOf(answer, leading) is { } fault ? Verdict.Wrong(fault) : Verdict.Correct;
    }

    private static readonly Alphametic.Size[] Sizes = [new(2, 2, 2, 5), new(2, 3, 3, 6), new(2, 3, 3, 7), new(3, 3, 3, 8), new(3, 4, 4, 10)];

    // All addends are of one length, and the letters are the first of the alphabet.
    protected override Puzzle Generate(PuzzleRandom random, int level)
    {
        var size = Sizes[level - 1];
        var addition = Alphametic.Fresh(random, size, [.. Enumerable.Range('A', size.Letters).Select(letter => (char)letter)]);
        return new($"{string.Join('+', addition.Addends)}={addition.Sum}");
    }

    protected override string Ask(Puzzle puzzle) => $"""
        Solve this cryptarithm. Each letter is a digit from 0 to 9; two different letters are never the same digit. The first letter of a
        number with two or more digits is not 0.

        {puzzle.Equation}

        Give a digit for every letter that occurs: {string.Join(", ", AdditionOf(puzzle).Letters.Order())}.

        Answer on one line, in double square brackets, with letter=digit pairs and a comma between two pairs, like
        [[letter=digit,letter=digit]], and write nothing else inside the brackets.
        """;

    protected override string? Solve(Puzzle puzzle) => AdditionOf(puzzle).Solve() is { } digits
        ? $"[[{string.Join(", ", digits.OrderBy(pair => pair.Key).Select(pair => $"{pair.Key}={pair.Value}"))}]]"
        : null;

    protected override double Measure(Puzzle puzzle) => AdditionOf(puzzle).Letters.Count();

    private static Alphametic AdditionOf(Puzzle puzzle)
    {
        var sides = puzzle.Equation.Split('=');
        return new(sides[0].Split('+'), sides[1]);
    }
}
