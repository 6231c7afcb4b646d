// Arc task e9afcf9a: rows are woven with the rows that mirror them.

using BootcampEval.Sdk;

namespace BootcampEval.Library.Arc.Tasks;

internal sealed class WeaveWithMirror() : ArcTask("e9afcf9a", grade: 2, "Every second column is turned upside down.")
{
    public override ArcGrid Solve(ArcGrid input)
    {
        var flipped = input.FlippedUpDown();
        return input.Map(cell => cell.Column % 2 == 0 ? input[cell] : flipped[cell]);
    }

    protected override ArcGrid Draft(PuzzleRandom random, int level)
    {
        var colours = ArcSketch.Colours(random, random.Between(2, 3 + level));
        int[] rows = [.. Enumerable.Range(0, ArcSketch.Side(random, level)).Select(_ => random.Pick(colours))];
        return new(rows.Length, ArcSketch.Side(random, level), cell => rows[cell.Row]);
    }
}
