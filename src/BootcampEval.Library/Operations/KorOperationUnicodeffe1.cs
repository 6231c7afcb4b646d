// A￡B: the symmetric difference of two sets.

using System.Numerics;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using BootcampEval.Sdk;
using BootcampEval.Sdk.Answers;
using BootcampEval.Sdk.Python;

namespace BootcampEval.Library.Operations;

/// <summary>A￡B = (A∪B) − (A∩B): what lies in exactly one of two sets.</summary>
public sealed partial class KorOperationUnicodeffe1 : Bootcamp<KorOperationUnicodeffe1.Puzzle, string>
{
    /// <summary>
    /// Two sets and their symmetric difference. Finite sets are sorted lists of integers or letters; sets of the types <c>interval</c> and
    /// <c>special</c> are described in words and signs.
    /// </summary>
    public sealed record Puzzle(
        string Type,
        [property: JsonPropertyName("A"), JsonConverter(typeof(PyValueJson))] PyValue A,
        [property: JsonPropertyName("B"), JsonConverter(typeof(PyValueJson))] PyValue B,
        [property: JsonConverter(typeof(PyValueJson))] PyValue Solution);

    [JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, RespectNullableAnnotations = true, RespectRequiredConstructorParameters = true)]
    [JsonSerializable(typeof(Puzzle))]
    private sealed partial class KorOperationUnicodeffe1Json : JsonSerializerContext;

    protected override JsonTypeInfo<Puzzle> PuzzleJson => KorOperationUnicodeffe1Json.Default.Puzzle;

    public override BootcampInfo Info { get; } = new(
        "KorOperationUnicodeffe1", Family.Operations, "Operator ￡: sets", "Find what lies in exactly one of two sets.")
    {
        AnswerFormat = "[[{2, 4, 17}]]",
        Measure = "elements of the two sets",
    };

    private const string Finite = "finite";

    protected override string? FaultOf(Puzzle puzzle) => puzzle.Type == Finite
        ? puzzle.Solution is PyValue.List ? null : "the solution of a finite puzzle is not a list"
        : puzzle.Solution is PyValue.Str ? null : "the solution is not a text";

    protected override Extraction<string> Extract(string output) => Tagged.Last(output, "[[", "]]").Then<string>(content => PyText.Strip(content));

    protected override Verdict Judge(string answer, Puzzle puzzle) => puzzle.Type == Finite
        ? JudgeFinite(answer, ((PyValue.List)puzzle.Solution).Items)
        : Normalised(answer) == Normalised(((PyValue.Str)puzzle.Solution).Value)
            ? Verdict.Correct
            : Verdict.Wrong($"the set is {((PyValue.Str)puzzle.Solution).Value}");

    private static Verdict JudgeFinite(string answer, IReadOnlyList<PyValue> solution)
    {
        var given = new HashSet<PyValue>();
        foreach (var run in answer.Split(Separators, StringSplitOptions.RemoveEmptyEntries))
        {
            if (!PyText.IsDigits(run)) given.Add(PyValue.Of(run));
            else if (PyInt.TryParse(run, out BigInteger number)) given.Add(PyValue.Of(number));
            else return Verdict.Wrong($"{run} is not a number");
        }
        var expected = solution.ToHashSet();
        if (given.SetEquals(expected)) return Verdict.Correct;
        return expected.Except(given).FirstOrDefault() is { } missing
            ? Verdict.Wrong($"{missing} is missing: it lies in exactly one of the sets")
            : Verdict.Wrong($"{given.Except(expected).First()} does not belong: it does not lie in exactly one of the sets");
    }

    /// <summary>Commas, braces and everything that Python's <c>\s</c> matches.</summary>
    private static readonly char[] Separators =
        [',', '{', '}', .. Enumerable.Range(0, char.MaxValue + 1).Select(code => (char)code).Where(PyText.IsSpace)];

    private static string Normalised(string text) => PyCase.Lower(PyText.WithoutSpaces(text))
        .Replace(">=", "≥", StringComparison.Ordinal)
        .Replace("=<", "≤", StringComparison.Ordinal)
        .Replace("=>", "≥", StringComparison.Ordinal);

    // Only finite sets are asked for: there is one way to write a set of numbers, and many to describe one in words.
    private static readonly (int Least, int Most, int Largest)[] Levels = [(3, 5, 20), (6, 8, 40), (9, 12, 60), (14, 18, 100), (20, 26, 300)];

    protected override Puzzle Generate(PuzzleRandom random, int level)
    {
        var (least, most, largest) = Levels[level - 1];
        PyValue[] pool = level < 4 && random.Chance(0.3)
            ? [.. Enumerable.Range('a', 26).Select(code => PyValue.Of(((char)code).ToString()))]
            : [.. Enumerable.Range(1, largest).Select(number => PyValue.Of((BigInteger)number))];
        while (true)
        {
            var (a, b) = (random.Sample(pool, random.Between(least, most)), random.Sample(pool, random.Between(least, most)));
            var shared = a.Intersect(b).Count();
            // Some elements are shared and some are not, so that leaving either step out shows.
            if (shared > 0 && shared < Math.Min(a.Length, b.Length)) return new(Finite, Sorted(a), Sorted(b), Sorted(Difference(a, b)));
        }
    }

    private static IEnumerable<PyValue> Difference(IEnumerable<PyValue> a, IEnumerable<PyValue> b) => a.Union(b).Except(a.Intersect(b));

    private static PyValue.List Sorted(IEnumerable<PyValue> items) => new([.. items
        .OrderBy(item => item.TryGetInt(out int number) ? number : 0).ThenBy(item => item.ToString(), StringComparer.Ordinal)]);

    protected override string Ask(Puzzle puzzle) => $$"""
        For two sets A and B, the operation A￡B is defined as (A∪B) − (A∩B): the set of everything that lies in exactly one of them.

        A = {{Shown(puzzle.A)}}
        B = {{Shown(puzzle.B)}}

        Find A￡B.

        Write the elements in curly brackets with commas between them, within double square brackets, without quotes, as in [[{x, y, z}]].
        """;

    private static string Shown(PyValue set) =>
        set is PyValue.List list ? $"{{{string.Join(", ", list.Items)}}}" : set is PyValue.Str text && text.Value.StartsWith('{') ? text.Value : $"{{{set}}}";

    protected override string? Solve(Puzzle puzzle) => $"[[{Shown(puzzle.Solution)}]]";

    protected override double Measure(Puzzle puzzle) => puzzle.A is PyValue.List a && puzzle.B is PyValue.List b ? a.Items.Count + b.Items.Count : 2;
}
