// Mill's methods: tell by which method a cause is inferred from a set of cases.

using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using BootcampEval.Sdk;
using BootcampEval.Sdk.Answers;

namespace BootcampEval.Library.Logic;

/// <summary>Mill's methods: tell by which of five methods a cause is inferred from a set of cases.</summary>
public sealed partial class KorLogicLogicalMethodsForExploringCauseAndEffectRelationships
    : Bootcamp<KorLogicLogicalMethodsForExploringCauseAndEffectRelationships.Puzzle, string>
{
    /// <summary>The letter of the method, the cases in words, and the names of factor (S) and effect (P).</summary>
    public sealed record Puzzle(string Method, string Description, Factors Variables);

    /// <summary>The factor and the effect.</summary>
    public sealed record Factors([property: JsonPropertyName("S")] string S, [property: JsonPropertyName("P")] string P);

    [JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, RespectNullableAnnotations = true, RespectRequiredConstructorParameters = true)]
    [JsonSerializable(typeof(Puzzle))]
    private sealed partial class KorLogicLogicalMethodsForExploringCauseAndEffectRelationshipsJson : JsonSerializerContext;

    protected override JsonTypeInfo<Puzzle> PuzzleJson => KorLogicLogicalMethodsForExploringCauseAndEffectRelationshipsJson.Default.Puzzle;

    public override BootcampInfo Info { get; } = new(
        "KorLogicLogicalMethodsForExploringCauseAndEffectRelationships", Family.Logic, "Mill's methods", "Tell by which of Mill's five methods a cause is inferred from a set of cases.")
    {
        AnswerFormat = "[[D]]",
        Measure = "words of the description",
    };

    protected override Extraction<string> Extract(string output) => BracketedLetter.Last(output, 'A', 'E', anyCase: true, blanksAllowed: true);

    protected override Verdict Judge(string answer, Puzzle puzzle) =>
        answer == puzzle.Method ? Verdict.Correct : Verdict.Wrong($"the cases fit method {Named(puzzle.Method)}, not {Named(answer)}");

    private static string Named(string letter) => Methods.FirstOrDefault(method => method.Letter == letter) is { Name: { } name } ? $"{letter} ({name})" : letter;

    protected override Puzzle Generate(PuzzleRandom random, int level)
    {
        var setting = random.Pick(Settings);
        var method = random.Pick(Methods);
        return new(method.Letter, string.Join('\n', method.Describe(new(random, setting, level))), new(setting.Factor, setting.Effect));
    }

    protected override string Ask(Puzzle puzzle) => $"""
        Five methods lead from cases to the cause S of an effect P:

        {string.Join('\n', Methods.Select(method => $"{method.Letter}. {method.Symbol} (method of {method.Name}): {method.Gloss}"))}

        Here S is "{puzzle.Variables.S}" and P is "{puzzle.Variables.P}". What was found:

        {puzzle.Description}

        By which method is S inferred to be the cause of P? Write its letter in double square brackets, with nothing else inside them.
        """;

    protected override string? Solve(Puzzle puzzle) => $"[[{puzzle.Method}]]";

    protected override double Measure(Puzzle puzzle) => puzzle.Description.Split([' ', '\n']).Length;

    private sealed record Method(string Letter, string Symbol, string Name, string Gloss, Func<Cases, IEnumerable<string>> Describe);

    private static readonly Method[] Methods =
    [
        new("A", "⸮", "agreement", "in several cases S and P occur together, while everything else differs from case to case", cases => cases.AllWith()),
        new("B", "؆", "difference", "P occurs in a case with S and not in a case without S, while everything else is the same in both", cases => cases.OnePair()),
        new("C", "ꙮ", "agreement and difference jointly", "in one group of cases S and P occur together, in another neither occurs, and within each group everything else differs", cases => [.. cases.AllWith(), .. cases.AllWithout()]),
        new("D", "ⵣ", "concomitant variation", "whenever S changes in degree, P changes along with it", cases => cases.Degrees()),
        new("E", "⚘", "residues", "known factors account for a part of the effect; what is left is put down to S", cases => cases.Remainder()),
    ];

    /// <summary>Makes cases in one setting: the higher the level, the more cases and the more circumstances in each.</summary>
    private sealed class Cases(PuzzleRandom random, Setting setting, int level)
    {
        private readonly int _count = level + 2;
        private int _number;

        public IEnumerable<string> AllWith() => Various($"{setting.Factor} was present, and {setting.Effect} occurred");

        public IEnumerable<string> AllWithout() => Various($"{setting.Factor} was absent, and {setting.Effect} did not occur");

        // No circumstance is shared by all cases: the first cases split one in two ways, the others come as they come.
        private IEnumerable<string> Various(string outcome)
        {
            var circumstances = random.Sample(setting.Circumstances, level + 1);
            var rows = Enumerable.Range(0, _count).Select(_ => circumstances.Select(_ => random.Chance(0.5)).ToArray()).ToArray();
            for (var i = 0; i < circumstances.Length; i++) (rows[0][i], rows[1][i]) = random.Chance(0.5) ? (true, false) : (false, true);
            random.Shuffle(rows.AsSpan());
            return [.. rows.Select(row => Case(circumstances, row, outcome))];
        }

        public IEnumerable<string> OnePair()
        {
            var circumstances = random.Sample(setting.Circumstances, (2 * level) + 1);
            var row = circumstances.Select(_ => random.Chance(0.5)).ToArray();
            string[] pair = [$"{setting.Factor} was present, and {setting.Effect} occurred", $"{setting.Factor} was absent, and {setting.Effect} did not occur"];
            return [.. random.Shuffled(pair).Select(outcome => Case(circumstances, row, outcome))];
        }

        public IEnumerable<string> Degrees()
        {
            var factor = random.Between(2, 9);
            var slope = random.Between(2, 6);
            var rising = random.Chance(0.5);
            var circumstances = random.Sample(setting.Circumstances, level);
            var row = circumstances.Select(_ => random.Chance(0.5)).ToArray();
            for (var step = 0; step < _count; step++)
            {
                var effect = rising ? 20 + (slope * step) : 20 + (slope * (_count - step));
                yield return Case(circumstances, row, $"the strength of {setting.Factor} was {factor + step} units, and that of {setting.Effect} was {effect} units");
            }
        }

        public IEnumerable<string> Remainder()
        {
            var known = random.Sample(setting.Circumstances, level + 1);
            int[] shares = [.. known.Select(_ => random.Between(3, 19))];
            var rest = random.Between(5, 25);
            yield return $"The whole of {setting.Effect} came to {shares.Sum() + rest} units, in a case in which {setting.Factor} was present.";
            for (var i = 0; i < known.Length; i++) yield return $"From earlier studies it is known that, where {known[i]}, this alone adds {shares[i]} units; so it was here.";
            yield return $"That leaves {rest} units, for which the known circumstances do not account.";
        }

        private string Case(string[] circumstances, bool[] held, string outcome) =>
            $"Case {++_number}: {string.Join("; ", circumstances.Select((text, i) => held[i] ? text : $"it was not so that {text}"))}; {outcome}.";
    }

    /// <summary>A factor, an effect, and circumstances that may or may not hold.</summary>
    private sealed record Setting(string Factor, string Effect, string[] Circumstances);

    private static readonly Setting[] Settings =
    [
        new("pond water", "mould on the bed", ["the bed faced south", "the seeds were old", "the soil had been dug twice", "a net was spread", "it rained at night", "ash was strewn", "the bed was raised", "the gardener was new", "the fence was up", "worms were plentiful", "the hose leaked"]),
        new("the new yeast", "sour bread", ["the oven was gas-fired", "the flour was rye", "the dough rested overnight", "salt was added late", "the room was cold", "the tins were greased", "the loaves were small", "milk was used", "the baker was left-handed", "seeds were sprinkled", "steam was let in"]),
        new("the loose bolt", "the rattling noise", ["the lorry was full", "the road was wet", "the windows were shut", "the radio was on", "the tank was half empty", "the driver was alone", "the tyres were new", "the wind blew hard", "the load was sand", "it was after dark", "the route led uphill"]),
        new("the green dye", "the rash", ["the patient was over fifty", "the shirt was wool", "the patient smoked", "it was summer", "the patient had a cat", "the soap was scented", "the patient lived by the sea", "the shirt was ironed", "the patient swam daily", "the shirt was a gift", "the patient took vitamins"]),
        new("the night lamp", "poor sleep", ["the window was open", "the guest had eaten late", "the bed was by the wall", "the street was noisy", "the guest read in bed", "the room was heated", "the blanket was heavy", "the guest was travelling", "tea was served", "the curtains were drawn", "the moon was full"]),
        new("the cracked valve", "the loss of pressure", ["the pump ran at full speed", "the filter was clean", "the pipe was copper", "the plant was cooled", "the shift was short", "the gauge was digital", "the tank was full", "the oil was fresh", "the hall was heated", "the crew was complete", "the alarm was on"]),
        new("the oak bark", "the dark colour of the leather", ["the hide was salted", "the pit was deep", "the water was soft", "the weather was mild", "the hide was from a calf", "lime was used first", "the hides were stirred", "the tanner was away", "the pit was covered", "the hide was split", "fat was rubbed in"]),
        new("the western wind", "the high tide at the quay", ["the moon was new", "the river was low", "the sluice was open", "it had snowed", "the harbour was dredged", "the barges were moored", "fog came in", "the season was autumn", "the pier was lit", "the ferry ran", "the gulls stayed inland"]),
    ];
}
