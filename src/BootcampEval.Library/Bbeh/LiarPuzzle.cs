// Decides and draws puzzles about people who always tell the truth or always lie.

using BootcampEval.Sdk;

namespace BootcampEval.Library.Bbeh;

/// <summary>All assignments of truth-tellers and liars, tried one by one: at most 2^20.</summary>
internal static class LiarPuzzle
{
    private const int MostPeople = 20;

    /// <summary>For each person asked about <c>yes</c>, <c>no</c> or <c>unknown</c>; null when no assignment satisfies all statements, or there are too many people.</summary>
    public static string[]? Decide(BbehWebOfLies.Puzzle puzzle)
    {
        if (puzzle.People.Length > MostPeople || Compile(puzzle) is not { } statements) return null;
        var initial = Array.IndexOf(puzzle.People, puzzle.InitialPerson);
        int possible = 0, anyTrue = 0, anyFalse = 0;
        for (var truthful = 0; truthful < 1 << puzzle.People.Length; truthful++)
        {
            if (initial >= 0 && IsIn(truthful, initial) != puzzle.InitialState) continue;
            if (!Array.TrueForAll(statements, statement => statement.Holds(truthful) == IsIn(truthful, statement.Speaker))) continue;
            possible++;
            anyTrue |= truthful;
            anyFalse |= ~truthful;
        }
        if (possible == 0) return null;
        return [.. puzzle.Questions.Select(name => Array.IndexOf(puzzle.People, name)).Select(i =>
            i < 0 || (IsIn(anyTrue, i) && IsIn(anyFalse, i)) ? "unknown" : IsIn(anyTrue, i) ? "yes" : "no")];
    }

    /// <summary>Draws statements that fit a hidden assignment. Everybody speaks or is spoken of.</summary>
    public static BbehWebOfLies.Puzzle Draw(PuzzleRandom random, string[] people, int count)
    {
        while (true)
        {
            var truthful = random.Below(1 << people.Length);
            var statements = new HashSet<string>();
            var drawn = new List<BbehWebOfLies.Statement>();
            while (drawn.Count < count)
            {
                var statement = DrawStatement(random, people);
                if (Compile(people, statement) is { } compiled && compiled.Holds(truthful) == IsIn(truthful, compiled.Speaker) && statements.Add(KeyOf(statement))) drawn.Add(statement);
            }
            var mentioned = drawn.SelectMany(statement => statement.Group ?? [statement.Target!]).Concat(drawn.Select(statement => statement.Speaker)).ToHashSet();
            var initial = random.Below(people.Length);
            if (mentioned.Count == people.Length) return new(people, [.. drawn], [], people[initial], IsIn(truthful, initial), []);
        }
    }

    // Nobody speaks of themselves: "I lie" is no statement here.
    private static BbehWebOfLies.Statement DrawStatement(PuzzleRandom random, string[] people)
    {
        var (type, size) = random.Pick(("single", 1), ("exact_one", 3), ("exact_two", 3), ("all_true", 2), ("all_false", 2));
        var chosen = random.Sample(people, size + 1);
        var assertion = random.Chance(0.5);
        return type == "single" ? new(type, chosen[0], assertion, Target: chosen[1]) : new(type, chosen[0], assertion, Group: chosen[1..]);
    }

    private static string KeyOf(BbehWebOfLies.Statement statement) =>
        $"{statement.Speaker} {statement.Type} {statement.Assertion} {string.Join(' ', (statement.Group ?? [statement.Target!]).Order(StringComparer.Ordinal))}";

    private static Compiled[]? Compile(BbehWebOfLies.Puzzle puzzle)
    {
        Compiled[] compiled = [.. puzzle.Statements.Select(statement => Compile(puzzle.People, statement)).OfType<Compiled>()];
        return compiled.Length == puzzle.Statements.Length ? compiled : null;
    }

    private static Compiled? Compile(string[] people, BbehWebOfLies.Statement statement)
    {
        var speaker = Array.IndexOf(people, statement.Speaker);
        int[] group = [.. (statement.Group ?? [statement.Target ?? ""]).Select(name => Array.IndexOf(people, name))];
        int? wanted = statement.Type switch { "single" or "exact_one" => 1, "exact_two" => 2, "all_true" => group.Length, "all_false" => 0, _ => null };
        return speaker < 0 || wanted is null || group.Contains(-1) ? null : new(speaker, group, wanted.Value, statement.Assertion);
    }

    private static bool IsIn(int set, int person) => (set >> person & 1) == 1;

    // "So many of the group are truthful", or lie when the assertion is false.
    private sealed record Compiled(int Speaker, int[] Group, int Wanted, bool Assertion)
    {
        public bool Holds(int truthful)
        {
            var count = 0;
            foreach (var person in Group)
                if (IsIn(truthful, person) == Assertion) count++;
            return count == Wanted;
        }
    }
}
