using BootcampEval.Sdk.Puzzles;
using CsCheck;

namespace BootcampEval.Sdk.Tests.Puzzles;

public sealed class CluesTests
{
    [Fact]
    public void Digging_leaves_a_puzzle_with_one_solution_in_which_every_clue_is_needed() =>
        Gen.Select(Gen.Int[2, 5], Gen.ULong).Sample(
            (size, seed) =>
            {
                var random = new PuzzleRandom(seed);
                var model = new FiniteDomain();
                var cells = LatinSquare.AddTo(model, size);
                var solution = model.Search(random: random).First!;
                var kept = Clues.Dig(model, solution, [.. cells.Cells.Select(cell => cells[cell])], random);
                (int, ulong)[] given = [.. kept.Select(variable => (variable, 1UL << solution[variable]))];
                return model.HasOneSolution(given) && kept.All(variable => !model.HasOneSolution([.. given.Where(known => known.Item1 != variable)]));
            },
            iter: 100);

    [Fact]
    public void Digging_stops_at_the_number_of_clues_to_leave() =>
        Assert.Equal(4, Clues.Dig<int>([.. Enumerable.Range(0, 9)], new(1), _ => true, atLeast: 4).Count);

    [Fact]
    public void Digging_keeps_what_the_test_needs_in_the_old_order() =>
        Assert.Equal([2, 3, 7], Clues.Dig<int>([.. Enumerable.Range(0, 9)], new(1), left => left.Contains(2) && left.Contains(3) && left.Contains(7)));
}
