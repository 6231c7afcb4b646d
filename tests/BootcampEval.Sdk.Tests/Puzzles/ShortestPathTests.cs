using BootcampEval.Sdk.Puzzles;

namespace BootcampEval.Sdk.Tests.Puzzles;

public sealed class ShortestPathTests
{
    [Fact]
    public void Finds_a_path_with_the_fewest_steps() =>
        Assert.Equal([1, 2, 4, 8, 9], ShortestPath.Find(1, n => n == 9, n => n > 9 ? [] : [n + 1, 2 * n]));

    [Fact]
    public void A_start_that_is_a_goal_is_the_path() => Assert.Equal([7], ShortestPath.Find(7, n => n == 7, _ => [1]));

    [Fact]
    public void Says_so_when_no_goal_can_be_reached() => Assert.Null(ShortestPath.Find(1, n => n == 5, n => [(n * 2) % 7]));
}
