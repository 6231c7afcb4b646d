using BootcampEval.Sdk.Puzzles;
using CsCheck;

namespace BootcampEval.Sdk.Tests.Puzzles;

public sealed class AutomatonTests
{
    [Fact]
    public void Runs_accepts_exactly_the_lines_with_those_runs() =>
        Gen.Int[0, 1].Array[0, 12].Array[2].Sample(lines =>
        {
            var clue = RunsOf(lines[0]);
            return Matches(clue, lines[0]) && Matches(clue, lines[1]) == clue.SequenceEqual(RunsOf(lines[1]));
        });

    [Fact]
    public void Runs_refuses_runs_without_places() => Assert.Throws<ArgumentException>(() => Automaton.Runs([2, 0]));

    [Fact]
    public void Runs_refuses_what_fits_no_line_it_can_read() => Assert.Throws<ArgumentException>(() => Automaton.Runs([60, 60]));

    private static bool Matches(int[] clue, int[] line)
    {
        if (line.Length == 0) return clue.Length == 0;
        var model = new FiniteDomain();
        int[] variables = [.. line.Select(value => model.Add(value, value))];
        model.Regular(variables, Automaton.Runs(clue));
        return model.Search().First is not null;
    }

    private static int[] RunsOf(int[] line) =>
        [.. string.Concat(line).Split('0', StringSplitOptions.RemoveEmptyEntries).Select(run => run.Length)];
}
