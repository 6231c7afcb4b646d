// Immediate inference: change a categorical sentence by named methods, or tell which method changed it.

using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using BootcampEval.Sdk;
using BootcampEval.Sdk.Logic;
using BootcampEval.Sdk.Python;

namespace BootcampEval.Library.Logic;

/// <summary>Immediate inference: obversion, conversion and both on sentences with "all" and "some", singly and in chains.</summary>
public sealed partial class KorLogicDerivativeReasoningOfPropositionalLogic : Bootcamp<KorLogicDerivativeReasoningOfPropositionalLogic.Puzzle, string>
{
    /// <summary>
    /// <c>apply_method</c> (a sentence, the methods to apply in order, the sentence that results) or <c>infer_method</c> (a sentence, followed
    /// by what is done to it where that is more than the method asked for; the sentence that results; the method).
    /// </summary>
    public sealed record Puzzle(string QuestionType, string OriginalProposition)
    {
        public string? Method { get; init; }

        public string? CorrectAnswer { get; init; }

        public string? ConvertedProposition { get; init; }

        public string? CorrectMethod { get; init; }
    }

    [JsonSourceGenerationOptions(
        PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        RespectNullableAnnotations = true, RespectRequiredConstructorParameters = true)]
    [JsonSerializable(typeof(Puzzle))]
    private sealed partial class KorLogicDerivativeReasoningOfPropositionalLogicJson : JsonSerializerContext;

    protected override JsonTypeInfo<Puzzle> PuzzleJson => KorLogicDerivativeReasoningOfPropositionalLogicJson.Default.Puzzle;

    public override BootcampInfo Info { get; } = new(
        "KorLogicDerivativeReasoningOfPropositionalLogic", Family.Logic, "Immediate inference",
        "Change a sentence with \"all\" or \"some\" by named methods, or tell which method changed it.")
    {
        AnswerFormat = "[[\"All poets are not non-cooks\"]] or [[B]]",
        Measure = "methods applied",
    };

    private const string Apply = "apply_method", Infer = "infer_method";

    protected override string? FaultOf(Puzzle puzzle) =>
        (puzzle.QuestionType == Apply ? puzzle.CorrectAnswer : puzzle.CorrectMethod) is null ? "the key is missing" : null;

    // \[\[([ABC]|".*?")\]\], the last match: a letter, or a sentence in straight quotes on one line.
    protected override Extraction<string> Extract(string output)
    {
        string? last = null;
        int close = -1, lineEnd = -1;
        for (var from = 0; output.IndexOf("[[", from, StringComparison.Ordinal) is >= 0 and var opened;)
        {
            var content = output.AsSpan(opened + 2);
            from = opened + 1;
            if (content is ['A' or 'B' or 'C', ']', ']', ..])
            {
                last = content[..1].ToString();
                from = opened + 5;
            }
            else if (content is ['"', ..])
            {
                var start = opened + 3;
                if (close < start) close = Next(output, "\"]]", start);
                if (lineEnd < start) lineEnd = Next(output, "\n", start);
                if (close >= lineEnd) continue;
                last = output[start..close].Trim('"');
                from = close + 3;
            }
        }
        return last is null ? new NoAnswer("neither a letter A, B or C nor a sentence in straight quotes in double brackets") : last;
    }

    private static int Next(string text, string mark, int from) => text.IndexOf(mark, from, StringComparison.Ordinal) is >= 0 and var at ? at : int.MaxValue;

    protected override Verdict Judge(string answer, Puzzle puzzle)
    {
        if (puzzle.QuestionType == Apply)
            return Bare(answer) == Bare(puzzle.CorrectAnswer!) ? Verdict.Correct : Verdict.Wrong($"the result is \"{puzzle.CorrectAnswer}\"");
        return PyCase.Upper(answer) == puzzle.CorrectMethod ? Verdict.Correct : Verdict.Wrong($"the method is {puzzle.CorrectMethod}");
    }

    private static string Bare(string sentence) =>
        PyCase.Lower(sentence).Replace(" ", "", StringComparison.Ordinal).Replace(".", "", StringComparison.Ordinal);

    // Levels lengthen the chain. An unknown method may stand anywhere in it, but only where no other method leads to the same end.
    protected override Puzzle Generate(PuzzleRandom random, int level)
    {
        var length = level switch { 1 => 1, 2 => 2, 3 => random.Between(3, 4), 4 => random.Between(5, 6), _ => random.Between(8, 10) };
        while (true)
        {
            var terms = random.Sample(Vocabulary.Classes, 2);
            var given = new CategoricalProposition(random.Pick(CategoricalForms.All), Term(random, terms[0], level), Term(random, terms[1], level));
            var methods = Chain(random, given, length);
            if (Result(given, methods) is not { } result || result == given) continue;
            if (random.Chance(0.6)) return new(Apply, Say(given)) { Method = string.Join(", ", methods), CorrectAnswer = Say(result) };
            var unknown = random.Below(length);
            if (Letters.Count(letter => Result(given, [.. methods[..unknown], letter, .. methods[(unknown + 1)..]]) == result) != 1) continue;
            return new(Infer, Say(given) + Story(methods, unknown)) { ConvertedProposition = Say(result), CorrectMethod = methods[unknown] };
        }
    }

    private static Term Term(PuzzleRandom random, string name, int level) => new(name, level > 1 && random.Chance(0.3));

    private static readonly string[] Letters = ["A", "B", "C"];

    private static string[] Chain(PuzzleRandom random, CategoricalProposition given, int length)
    {
        var methods = new string[length];
        for (var i = 0; i < length; i++)
        {
            var (current, before) = (given, i == 0 ? "" : methods[i - 1]);
            string[] applicable = [.. Letters.Where(letter => After(letter, current) is not null)];
            string[] fresh = [.. applicable.Where(letter => letter != before)]; // The same method again mostly undoes itself.
            methods[i] = random.Pick(fresh.Length > 0 ? fresh : applicable);
            given = After(methods[i], given)!.Value;
        }
        return methods;
    }

    private static CategoricalProposition? Result(CategoricalProposition given, string[] methods)
    {
        CategoricalProposition? current = given;
        foreach (var method in methods)
            if (current is { } sentence) current = After(method, sentence);
        return current;
    }

    private static CategoricalProposition? After(string method, CategoricalProposition sentence) => method switch
    {
        "A" => sentence.Obverse,
        "B" => sentence.Converse,
        _ => sentence.Form == CategoricalForm.I ? null : sentence.Obverse.Converse ?? sentence.Obverse.ConverseByLimitation,
    };

    private static string Say(CategoricalProposition sentence) =>
        $"{(sentence.Form.IsUniversal() ? "All" : "Some")} {sentence.Subject} are {(sentence.Form.IsNegative() ? "not " : "")}{sentence.Predicate}";

    private static string Story(string[] methods, int unknown) =>
        methods.Length == 1 ? "" : $"; then, in this order: {string.Join(", ", methods.Select((method, i) => i == unknown ? "the unknown method" : $"method {method}"))}";

    protected override string Ask(Puzzle puzzle) => $"""
        S and P stand for two classes of people. A sentence has one of four forms:
        All S are P.
        All S are not P. (This means that no S is a P.)
        Some S are P.
        Some S are not P.

        Everyone outside a class X forms the class non-X: the prefix "non-" is glued to the name. The class outside non-X is X again; "non-non-" is never written. Every class has members.

        Three methods turn a sentence into another. Where a form is not listed, the method can't be applied to it.
        Method A changes the quality and negates the predicate:
          "All S are P" becomes "All S are not non-P"
          "All S are not P" becomes "All S are non-P"
          "Some S are P" becomes "Some S are not non-P"
          "Some S are not P" becomes "Some S are non-P"
        Method B swaps the two classes:
          "All S are not P" becomes "All P are not S"
          "Some S are P" becomes "Some P are S"
        Method C does what A does, and then swaps the classes; an "all" without "not" can't be swapped as it is, so that it becomes "some":
          "All S are P" becomes "All non-P are not S"
          "All S are not P" becomes "Some non-P are S"
          "Some S are not P" becomes "Some non-P are S"

        {Task(puzzle)}
        """;

    private static string Task(Puzzle puzzle) => puzzle.QuestionType == Apply
        ? $"""
        Given sentence: {puzzle.OriginalProposition}
        Apply to it, one after the other: {string.Join(", then ", puzzle.Method!.Split(", ").Select(letter => $"method {letter}"))}.

        Write the sentence that results, in exactly one of the four forms, on one line, in double square brackets with straight double quotes directly inside them: [["sentence"]]
        """
        : $"""
        Given sentence: {puzzle.OriginalProposition}
        Result: {puzzle.ConvertedProposition}

        {(puzzle.OriginalProposition.Contains(';', StringComparison.Ordinal) ? "Which method is the unknown one?" : "Which method, applied once, turned the given sentence into the result?")} Write its capital letter in double square brackets, with nothing else inside them, as in [[X]] for a letter X.
        """;

    protected override string? Solve(Puzzle puzzle) =>
        puzzle.QuestionType == Apply ? $"[[\"{puzzle.CorrectAnswer}\"]]" : $"[[{puzzle.CorrectMethod}]]";

    protected override double Measure(Puzzle puzzle) => puzzle.QuestionType == Apply
        ? puzzle.Method?.Split(',').Length ?? 1
        : Math.Max(1, puzzle.OriginalProposition.Split("method").Length - 1);
}
