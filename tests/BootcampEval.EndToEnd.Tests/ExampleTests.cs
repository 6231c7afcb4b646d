// The examples of the book, run.

namespace BootcampEval.EndToEnd.Tests;

public sealed class ExampleTests
{
    [Theory]
    [InlineData("reference", "CoinChange: 1.000 over 30 puzzles")]
    [InlineData("noisy-100", "CoinChange: 0.")]
    public async Task A_bootcamp_written_outside_the_library_is_evaluated_like_any_other(string model, string said)
    {
        using var place = new Workplace();
        using var run = Bootcamp.Start([model], new() { ["TMPDIR"] = place.Folder }, executable: Bootcamp.Built("examples/own-bootcamp", "own-bootcamp"));
        Assert.Contains(said, (await run.Finish()).WithExitCode(0).Output, StringComparison.Ordinal);
    }
}
