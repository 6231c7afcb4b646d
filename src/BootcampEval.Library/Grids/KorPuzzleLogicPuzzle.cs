// Logic grid puzzle: from clues, find which windmill was built in which year and which family owned it.

using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using BootcampEval.Sdk;
using BootcampEval.Sdk.Answers;
using BootcampEval.Sdk.Puzzles;
using BootcampEval.Sdk.Python;

namespace BootcampEval.Library.Grids;

/// <summary>Logic grid puzzle: from clues, find which windmill was built in which year and which family owned it.</summary>
public sealed partial class KorPuzzleLogicPuzzle : Bootcamp<KorPuzzleLogicPuzzle.Puzzle, string[][]>
{
    /// <summary>The table to find, the clues, and the order of the years.</summary>
    public sealed record Puzzle(Entry[] Assignments, string[] Clues, int[] YearsOrder);

    /// <summary>A year with its windmill and family.</summary>
    public sealed record Entry(int Year, string Windmill, string Family);

    [JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, RespectNullableAnnotations = true, RespectRequiredConstructorParameters = true)]
    [JsonSerializable(typeof(Puzzle))]
    private sealed partial class KorPuzzleLogicPuzzleJson : JsonSerializerContext;

    protected override JsonTypeInfo<Puzzle> PuzzleJson => KorPuzzleLogicPuzzleJson.Default.Puzzle;

    public override BootcampInfo Info { get; } = new(
        "KorPuzzleLogicPuzzle", Family.Grids, "Logic grid puzzle", "From clues, find which windmill was built in which year and which family owned it.")
    {
        AnswerFormat = "[[1800 Swallow Bakker, 1825 Heron Visser]]",
        Measure = "possible tables without the clues, as a power of ten",
    };

    // Only pieces of exactly three words are entries; a pair of brackets without any is an answer with no entries, and right, as in the reference.
    protected override Extraction<string[][]> Extract(string output) =>
        Tagged.Last(output, "[[", "]]").Then<string[][]>(content => (string[][])[.. content.Split(',').Select(piece => PyText.Split(piece)).Where(words => words.Length == 3)]);

    protected override Verdict Judge(string[][] answer, Puzzle puzzle)
    {
        foreach (var words in answer)
        {
            if (!PyInt.TryParse(words[0], out System.Numerics.BigInteger year)) return Verdict.Wrong($"an entry begins with {words[0]}, which is not a year");
            if (puzzle.Assignments.FirstOrDefault(entry => entry.Year == year) is not { } right) return Verdict.Wrong($"{year} is not one of the years");
            if (words[1] != right.Windmill) return Verdict.Wrong($"in {year}, {right.Windmill} was built, not {words[1]}");
            if (words[2] != right.Family) return Verdict.Wrong($"in {year}, the family is {right.Family}, not {words[2]}");
        }
        return Verdict.Correct;
    }

    /// <summary>A clue: its sentence, and what it asks of the places (0 for the first year) of windmills and families.</summary>
    private sealed record Clue(string Sentence, Action<FiniteDomain, int[], int[]> AddTo);

    private static readonly int[] Counts = [3, 4, 5, 6, 7];

    // Of all that is true of a random table, as many clues as determine it; those that the others make superfluous are left out.
    protected override Puzzle Generate(PuzzleRandom random, int level)
    {
        var count = Counts[level - 1];
        var step = random.Between(7, 30);
        var first = random.Between(1600, 1750);
        int[] years = [.. Enumerable.Range(0, count).Select(i => first + (i * step))];
        string[] windmills = random.Sample(Windmills, count), families = random.Sample(Families, count);
        var all = random.Shuffled(TrueClues(random, years, windmills, families));
        var enough = 2 * count;
        while (!IsDetermined(count, all[..Math.Min(enough, all.Length)])) enough += count;
        var clues = Clues.Dig(all[..Math.Min(enough, all.Length)], random, clues => IsDetermined(count, clues));
        return new([.. years.Select((year, i) => new Entry(year, windmills[i], families[i]))], [.. random.Shuffled(clues.Select(clue => clue.Sentence))], years);
    }

    // In the table to find, windmill i and family i belong to year i. Direct statements are few: they would give the table away.
    private static List<Clue> TrueClues(PuzzleRandom random, int[] years, string[] windmills, string[] families)
    {
        var clues = new List<Clue>();
        var count = years.Length;
        for (var i = 0; i < count; i++)
        {
            var (a, windmill, family) = (i, windmills[i], families[i]);
            if (random.Chance(0.3)) clues.Add(new($"{windmill} was built in {years[a]}.", (model, mills, owners) => model.Fix(mills[a], a)));
            if (random.Chance(0.3)) clues.Add(new($"The windmill of {years[a]} belonged to the {family} family.", (model, mills, owners) => model.Fix(owners[a], a)));
            if (random.Chance(0.5)) clues.Add(new($"{windmill} belonged to the {family} family.", (model, mills, owners) => Same(model, mills[a], owners[a], count)));
            for (var j = 0; j < count; j++)
            {
                if (j == i) continue;
                var b = j;
                clues.Add(new($"{windmill} did not belong to the {families[b]} family.", (model, mills, owners) => model.AllDifferent([mills[a], owners[b]])));
                clues.Add(new($"{windmill} was not built in {years[b]}.", (model, mills, owners) => model.OneOf(mills[a], ~(1UL << b))));
                if (j < i) continue;
                clues.Add(new($"{windmill} was built before {windmills[b]}.", (model, mills, owners) => model.Less(mills[a], mills[b])));
                clues.Add(new($"{windmill} was built before the windmill of the {families[b]} family.", (model, mills, owners) => model.Less(mills[a], owners[b])));
                clues.Add(new($"The windmill of the {family} family was built before {windmills[b]}.", (model, mills, owners) => model.Less(owners[a], mills[b])));
                if (j != i + 1) continue;
                clues.Add(new(
                    $"The windmill of the {families[b]} family was the next to be built after {windmill}.",
                    (model, mills, owners) => model.Allowed([mills[a], owners[b]], [.. Enumerable.Range(0, count - 1).Select(place => (int[])[place, place + 1])])));
            }
        }
        return clues;
    }

    private static void Same(FiniteDomain model, int one, int other, int count) => model.Allowed([one, other], [.. Enumerable.Range(0, count).Select(place => (int[])[place, place])]);

    private static bool IsDetermined(int count, IReadOnlyList<Clue> clues)
    {
        var model = new FiniteDomain();
        int[] mills = [.. Enumerable.Range(0, count).Select(_ => model.Add(0, count - 1))], owners = [.. Enumerable.Range(0, count).Select(_ => model.Add(0, count - 1))];
        model.AllDifferent(mills);
        model.AllDifferent(owners);
        foreach (var clue in clues) clue.AddTo(model, mills, owners);
        return model.HasOneSolution();
    }

    protected override string Ask(Puzzle puzzle) => $"""
        In each of the years {string.Join(", ", puzzle.YearsOrder)}, one windmill was built, and each windmill belonged to another family.

        The windmills: {string.Join(", ", puzzle.Assignments.Select(entry => entry.Windmill).Order(StringComparer.Ordinal))}
        The families: {string.Join(", ", puzzle.Assignments.Select(entry => entry.Family).Order(StringComparer.Ordinal))}

        What is known:
        {string.Join('\n', puzzle.Clues.Select(clue => $"- {clue}"))}

        Find out which windmill was built in which year, and which family it belonged to. The clues leave one possibility.

        Write one entry for each year, in the order of the years given: the year, the windmill and the family, separated by spaces; commas between the
        entries; everything between two opening and two closing square brackets. The form is [[YEAR Windmill Family, YEAR Windmill Family]].
        """;

    protected override string? Solve(Puzzle puzzle) =>
        $"[[{string.Join(", ", puzzle.YearsOrder.Select(year => puzzle.Assignments.First(entry => entry.Year == year)).Select(entry => $"{entry.Year} {entry.Windmill} {entry.Family}"))}]]";

    // n! orders of the windmills times n! of the families.
    protected override double Measure(Puzzle puzzle) => 2 * Enumerable.Range(1, puzzle.Assignments.Length).Sum(i => Math.Log10(i));

    private static readonly string[] Windmills =
        ["Swallow", "Heron", "Falcon", "Otter", "Juniper", "Windlust", "Goldfinch", "Harvest", "Whale", "Compass", "Thistle", "Lapwing", "Anchor", "Rooster", "Sunrise", "Elk"];

    private static readonly string[] Families =
        ["Bakker", "Visser", "Mulder", "Jansen", "Dekker", "Kuiper", "Smit", "Vos", "Postma", "Hoekstra", "Brouwer", "Dijk", "Wolters", "Prins", "Kramer", "Schouten"];
}
