// Statistical reasoning: turn sample counts into a share or into a term of a small notation.

using System.Globalization;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using BootcampEval.Sdk;
using BootcampEval.Sdk.Answers;
using BootcampEval.Sdk.Python;

namespace BootcampEval.Library.Logic;

/// <summary>Statistical reasoning: turn sample counts into a share in percent, or into a term of a small notation.</summary>
public sealed partial class KorLogicStatisticalReasoning : Bootcamp<KorLogicStatisticalReasoning.Puzzle, string>
{
    /// <summary>What is asked, the attribute counted, and the counts: n and k for one sample, n1, k1, n2 and k2 for two.</summary>
    public sealed record Puzzle(string QuestionType, Feature Attribute)
    {
        public int? N { get; init; }

        public int? K { get; init; }

        public int? N1 { get; init; }

        public int? K1 { get; init; }

        public int? N2 { get; init; }

        public int? K2 { get; init; }
    }

    /// <summary>An attribute of individuals and its one-letter name.</summary>
    public sealed record Feature(string Symbol, string Desc);

    [JsonSourceGenerationOptions(
        PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        RespectNullableAnnotations = true, RespectRequiredConstructorParameters = true)]
    [JsonSerializable(typeof(Puzzle))]
    private sealed partial class KorLogicStatisticalReasoningJson : JsonSerializerContext;

    protected override JsonTypeInfo<Puzzle> PuzzleJson => KorLogicStatisticalReasoningJson.Default.Puzzle;

    public override BootcampInfo Info { get; } = new(
        "KorLogicStatisticalReasoning", Family.Logic, "Statistical reasoning", "Turn sample counts into a share in percent, or into a term of a small notation.")
    {
        AnswerFormat = "[[37.5%]] or [[P(K, 3, 8)]]",
        Measure = "individuals sampled",
    };

    protected override string? FaultOf(Puzzle puzzle) => puzzle.QuestionType switch
    {
        UCalculation => null,
        USymbolization => puzzle.N is null ? "n is missing" : null,
        PCalculation or PSymbolization => puzzle is { N: not null and not 0, K: not null } ? null : "n or k is missing",
        CSymbolization => puzzle is { N1: not null, K1: not null, N2: not null, K2: not null } ? null : "n1, k1, n2 or k2 is missing",
        var other => $"question_type {other} is not known",
    };

    protected override Extraction<string> Extract(string output) =>
        Tagged.Last(output, "[[", "]]", oneLine: true).Then<string>(content => PyText.Strip(content));

    protected override Verdict Judge(string answer, Puzzle puzzle)
    {
        var plain = string.Concat(PyText.Split(answer));
        if (plain == "") return Verdict.Wrong("the brackets are empty");
        if (Term(puzzle) is { } term)
            return plain == term ? Verdict.Correct : Verdict.Wrong($"the term is {term}");
        if (!PyFloat.TryParse(plain.Trim('%'), out var share)) return Verdict.Wrong("the share is not a number");
        return Math.Abs(share - Share(puzzle)) < 1e-6
            ? Verdict.Correct
            : Verdict.Wrong($"the share is {Share(puzzle).ToString("0.########", CultureInfo.InvariantCulture)} percent; it has to be exact to six decimals");
    }

    private const string UCalculation = "U_calculation", USymbolization = "U_symbolization", PCalculation = "P_calculation", PSymbolization = "P_symbolization", CSymbolization = "C_symbolization";

    private static readonly string[] Types = [UCalculation, USymbolization, PCalculation, PSymbolization, CSymbolization];

    private static string? Term(Puzzle puzzle) => puzzle.QuestionType switch
    {
        USymbolization => $"U({puzzle.Attribute.Symbol},{puzzle.N})",
        PSymbolization => $"P({puzzle.Attribute.Symbol},{puzzle.K},{puzzle.N})",
        CSymbolization => $"C({puzzle.Attribute.Symbol},{puzzle.K1}/{puzzle.N1},{puzzle.K2}/{puzzle.N2})",
        _ => null,
    };

    private static double Share(Puzzle puzzle) => puzzle.QuestionType == UCalculation ? 100 : (double)puzzle.K!.Value / puzzle.N!.Value * 100;

    private static readonly (int Least, int Most)[] Levels = [(5, 12), (13, 40), (41, 120), (121, 500), (501, 4000)];

    protected override Puzzle Generate(PuzzleRandom random, int level)
    {
        var (least, most) = Levels[level - 1];
        var type = random.Pick(Types);
        var blank = new Puzzle(type, new(random.Pick(Symbols), random.Pick(Attributes)));
        var (n, n2) = (random.Between(least, most), random.Between(least, most));
        return type switch
        {
            CSymbolization => blank with { N1 = n, K1 = random.Between(1, n), N2 = n2, K2 = random.Between(1, n2) },
            UCalculation or USymbolization => blank with { N = n },
            _ => blank with { N = n, K = random.Between(1, n - 1) },
        };
    }

    // Every letter but the names of the three rules, so that a term reads one way only.
    private static readonly string[] Symbols = [.. "ABDEFGHIJKLMNOQRSTVWXYZ".Select(letter => letter.ToString())];

    private static readonly string[] Attributes =
    [
        "repairs bicycles", "keeps bees", "has a library card", "sleeps eight hours", "plays chess", "was vaccinated this year", "owns a tent", "commutes by train",
        "passed the test at the first try", "reads the local newspaper", "grows tomatoes", "speaks a second language", "has swum in the sea", "returned the form in time",
    ];

    protected override string Ask(Puzzle puzzle) => $"""
        {Counts(puzzle)}

        Three rules turn such counts into statements about the whole population, where A stands for the letter of the attribute:

        - If all n individuals of a sample have the attribute, the universal rule infers that 100 percent have it. It is written U(A, n).
        - If k of the n individuals have it, the proportional rule infers that k/n have it, in percent. It is written P(A, k, n).
        - If k1 of n1 individuals of a first sample and k2 of n2 of a second have it, the comparative rule compares k1/n1 with k2/n2. It is written
          C(A, k1/n1, k2/n2), with the fractions as they are, not reduced.

        {Task(puzzle)}

        Write the answer in double square brackets on one line, with nothing else inside them.
        """;

    private static string Counts(Puzzle puzzle)
    {
        var attribute = $"The attribute \"{puzzle.Attribute.Desc}\" is called {puzzle.Attribute.Symbol}.";
        return puzzle.QuestionType switch
        {
            UCalculation or USymbolization => $"{attribute} In a sample of {puzzle.N} individuals, all {puzzle.N} have it.",
            CSymbolization => $"{attribute} In a first sample, {puzzle.K1} of {puzzle.N1} individuals have it; in a second sample, {puzzle.K2} of {puzzle.N2} have it.",
            _ => $"{attribute} In a sample of {puzzle.N} individuals, {puzzle.K} have it.",
        };
    }

    private static string Task(Puzzle puzzle) => puzzle.QuestionType switch
    {
        UCalculation or PCalculation =>
            "Which percentage of the population has the attribute, by the rule that fits? Give a number with a percent sign. If it is not a short decimal, give at least eight digits after the point, correctly rounded.",
        _ => "Write the term of the rule that fits, with the letter of the attribute and the counts of this sample.",
    };

    protected override string? Solve(Puzzle puzzle) => $"[[{Term(puzzle) ?? $"{Share(puzzle).ToString("0.##########", CultureInfo.InvariantCulture)}%"}]]";

    protected override double Measure(Puzzle puzzle) => (puzzle.N ?? 0) + (puzzle.N1 ?? 0) + (puzzle.N2 ?? 0);
}
