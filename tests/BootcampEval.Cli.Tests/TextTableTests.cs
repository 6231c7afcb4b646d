using BootcampEval.Cli.Screens;

namespace BootcampEval.Cli.Tests;

public sealed class TextTableTests
{
    [Fact]
    public void Numbers_stand_to_the_right_and_the_last_row_below_a_rule()
    {
        var table = new TextTable("name", "score", "n");
        table.Add("好", 0.5, 1234);
        table.Add("long name", null, 7L);
        table.AddLast("Total Average", 1.0, "");
        Assert.Equal("""
            name            score      n
            ─────────────  ──────  ─────
            好             0.5000  1,234
            long name           -      7
            ─────────────  ──────  ─────
            Total Average  1.0000

            """, table.ToString());
    }
}
