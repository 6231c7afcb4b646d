// Temporal sequences: the longest meeting that fits everybody's week, and how many such slots there are.

using System.Globalization;
using System.Numerics;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using BootcampEval.Sdk;
using BootcampEval.Sdk.Python;

namespace BootcampEval.Library.Bbeh;

/// <summary>Temporal sequences: intersect the calendars of several people, each with at most one special rule.</summary>
public sealed partial class BbehTemporalSequences : Bootcamp<BbehTemporalSequences.Puzzle, BigInteger[]>
{
    /// <summary>The people by name, in the order of the question, and the answer.</summary>
    public sealed record Puzzle(Dictionary<string, Person> People, Meeting Solution);

    /// <summary>
    /// A calendar by day, in local minutes after midnight, and a rule: <c>[kind, value]</c>, where kind is <c>none</c>, <c>lunch</c> (a day and a block),
    /// <c>timezone</c> (hours ahead), <c>conflict</c> (minutes) or <c>buffer</c> (minutes).
    /// </summary>
    public sealed record Person(
        Dictionary<string, int[]> WorkHoursOrg,
        Dictionary<string, int[][]> BusyOrg,
        Dictionary<string, int[][]> FreeOrg,
        [property: JsonConverter(typeof(PyValueJson))] PyValue Constraint);

    /// <summary>The length in minutes of the longest common free stretch, and the number of stretches of that length.</summary>
    public sealed record Meeting(int MaxDuration, int Count);

    [JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, RespectNullableAnnotations = true, RespectRequiredConstructorParameters = true)]
    [JsonSerializable(typeof(Puzzle))]
    private sealed partial class BbehTemporalSequencesJson : JsonSerializerContext;

    protected override JsonTypeInfo<Puzzle> PuzzleJson => BbehTemporalSequencesJson.Default.Puzzle;

    public override BootcampInfo Info { get; } = new(
        "BbehTemporalSequences", Family.Bbeh, "Meeting planning", "Find the longest meeting that fits everybody's week, and count such slots.")
    {
        AnswerFormat = "\\boxed{X,Y} with the length in minutes and the number of slots",
        Measure = "booked blocks",
    };

    // The last match of \\boxed\{\s*(\d+)\s*,\s*(\d+)\s*\}. Without one the pair is (-1, -1): there is always an answer.
    protected override Extraction<BigInteger[]> Extract(string output)
    {
        const string Open = "\\boxed{";
        BigInteger[] last = [-1, -1];
        for (var opened = output.IndexOf(Open, StringComparison.Ordinal); opened >= 0; opened = output.IndexOf(Open, opened + 1, StringComparison.Ordinal))
        {
            var first = PyText.EndOfSpaces(output, opened + Open.Length);
            var firstEnd = PyText.EndOfDigits(output, first);
            var comma = PyText.EndOfSpaces(output, firstEnd);
            var second = comma < output.Length && output[comma] == ',' ? PyText.EndOfSpaces(output, comma + 1) : output.Length;
            var secondEnd = PyText.EndOfDigits(output, second);
            var close = PyText.EndOfSpaces(output, secondEnd);
            if (firstEnd == first || secondEnd == second || close == output.Length || output[close] != '}') continue;
            var isRead = PyInt.TryParse(output.AsSpan(first..firstEnd), out BigInteger x) & PyInt.TryParse(output.AsSpan(second..secondEnd), out BigInteger y);
            last = isRead ? [x, y] : [-1, -1];
        }
        return last;
    }

    // Verdicts do without the calendars, which are most of the text.
    protected override Puzzle ReadForVerdict(JsonElement groundTruth, Ruling ruling) =>
        groundTruth.ValueKind == JsonValueKind.Object && groundTruth.TryGetProperty("solution", out var solution)
            && solution.Deserialize(BbehTemporalSequencesJson.Default.Meeting) is { } meeting
            ? new([], meeting) : base.ReadForVerdict(groundTruth, ruling);

    protected override Verdict Judge(BigInteger[] answer, Puzzle puzzle)
    {
        var (length, count) = puzzle.Solution;
        if (answer[0] == -1) return Verdict.Wrong("no \\boxed{X,Y} with two whole numbers in the output");
        if (answer[0] != length) return Verdict.Wrong($"the longest meeting has {length} minutes");
        return answer[1] == count ? Verdict.Correct : Verdict.Wrong($"there are {count} slots of {length} minutes");
    }

    // People, and the share of the working day that each has booked.
    private static readonly (int People, int Percent)[] Levels = [(2, 45), (3, 42), (4, 38), (5, 34), (6, 30)];

    protected override Puzzle Generate(PuzzleRandom random, int level)
    {
        var (count, percent) = Levels[level - 1];
        while (true)
        {
            var people = random.Sample(Names, count).ToDictionary(name => name, _ => DrawPerson(random, percent, level));
            var (length, slots) = WeekPlan.LongestMeeting(people.Values);
            if (length >= 10) return new(people, new(length, slots));
        }
    }

    private static Person DrawPerson(PuzzleRandom random, int percent, int level)
    {
        var busy = WeekPlan.Days.ToDictionary(day => day, _ => WeekPlan.DrawDay(random, percent));
        var free = busy.ToDictionary(day => day.Key, day => WeekPlan.Complement(day.Value));
        return new(WeekPlan.Days.ToDictionary(day => day, _ => new[] { WeekPlan.Start, WeekPlan.End }), busy, free, DrawRule(random, free, level));
    }

    // On the first level nobody has a rule.
    private static PyValue DrawRule(PuzzleRandom random, Dictionary<string, int[][]> free, int level)
    {
        switch (level == 1 ? 0 : random.Below(5))
        {
            case 1: return Rule("timezone", PyValue.Of(new BigInteger(random.Pick(1, 1, 2, 3, -1, -1, -2, -3))));
            case 2: return Rule("conflict", PyValue.Of(new BigInteger(random.Pick(20, 40, 60))));
            case 3: return Rule("buffer", PyValue.Of(new BigInteger(random.Pick(5, 10, 15))));
            case 4:
                var day = random.Pick(WeekPlan.Days);
                var lunch = free[day].Select(stretch => (From: Math.Max(stretch[0], 11 * 60), To: Math.Min(stretch[1], (13 * 60) + 30))).FirstOrDefault(stretch => stretch.To - stretch.From >= 30);
                if (lunch.To == 0) goto default;
                var from = random.Between(lunch.From, lunch.To - 30);
                return Rule("lunch", new PyValue.List([PyValue.Of(day), new PyValue.List([PyValue.Of(new BigInteger(from)), PyValue.Of(new BigInteger(from + 30))])]));
            default: return Rule("none", PyValue.None);
        }

        static PyValue Rule(string kind, PyValue value) => new PyValue.List([PyValue.Of(kind), value]);
    }

    protected override string Ask(Puzzle puzzle) => $"""
        {string.Join(", ", puzzle.People.Keys)} want to meet once this week, all of them at the same time and without a break. Each of them works from 9:00 to 18:00 on Monday to Friday,
        by the clock of the place where they are, and a meeting must lie within everybody's working hours. These times are already booked, by each person's own clock:

        {string.Join("\n\n", puzzle.People.Select(person => $"{person.Key}:\n{string.Join('\n', WeekPlan.Days.Select(day => Bookings(day, person.Value)))}"))}

        {RulesInWords(puzzle)}

        Free time is everything within working hours that is not booked. Let X be the length in minutes of the longest stretch that is free for everybody at the same time.
        Let Y be the number of such stretches of exactly X minutes in the whole week: each is counted once, from where it begins to where it ends. One always exists.

        Give both as whole numbers in a box, X first: \boxed{"{X,Y}"}
        """;

    private static string Bookings(string day, Person person)
    {
        var blocks = person.BusyOrg[day].Select(block => $"{Clock(block[0])} to {Clock(block[1])}");
        return person.BusyOrg[day].Length == 0 ? $"- {day}: nothing" : $"- {day}: {string.Join(", ", blocks)}";
    }

    private static string RulesInWords(Puzzle puzzle)
    {
        var rules = puzzle.People.Select(person => RuleInWords(person.Key, WeekPlan.Rule.Of(person.Value))).OfType<string>().ToList();
        return rules.Count == 0 ? "Everybody's clock shows the same time." : $"There is something more to know:\n\n{string.Join('\n', rules.Select(rule => $"- {rule}"))}";
    }

    private static string? RuleInWords(string name, WeekPlan.Rule rule) => rule.Kind switch
    {
        "lunch" => $"{name} also takes lunch on {rule.Day} from {Clock(rule.From)} to {Clock(rule.To)} and can't meet then.",
        "timezone" => $"{name}'s clock is {Math.Abs(rule.Amount)} {(Math.Abs(rule.Amount) == 1 ? "hour" : "hours")} {(rule.Amount > 0 ? "ahead of" : "behind")} the reference clock. Whoever is not said to differ is on the reference clock.",
        "conflict" => $"{name} gives up any booking that lasts {rule.Amount} minutes or less, so that this time counts as free. Each booking is judged by itself, also where two touch.",
        "buffer" => $"{name} needs {rule.Amount} minutes without any booking right before the meeting and right after it. This time too must lie within {name}'s working hours, so that every free stretch is {rule.Amount} minutes shorter at both ends. Only what remains counts as free.",
        _ => null,
    };

    private static string Clock(int minutes) => string.Create(CultureInfo.InvariantCulture, $"{minutes / 60}:{minutes % 60:00}");

    protected override string? Solve(Puzzle puzzle)
    {
        var (length, count) = WeekPlan.LongestMeeting(puzzle.People.Values);
        return string.Create(CultureInfo.InvariantCulture, $"\\boxed{{{length},{count}}}");
    }

    protected override double Measure(Puzzle puzzle) => puzzle.People.Values.Sum(person => person.BusyOrg.Values.Sum(day => day.Length));

    private static readonly string[] Names =
        ["Aylin", "Bruno", "Cosima", "Desta", "Elif", "Fabio", "Greta", "Henrik", "Imani", "Jorge", "Kaito", "Leila", "Milan", "Nadia", "Olga", "Pavel", "Quentin", "Rosa", "Samir", "Tove"];
}
