// Arc task 32597951: noise inside the block is marked.

using BootcampEval.Sdk;

namespace BootcampEval.Library.Arc.Tasks;

internal sealed class NoiseInsideTheBlock() : ArcTask("32597951", grade: 2, "The noise inside the box around the one compact colour becomes 3.")
{
    private const int Marked = 3;

    public override ArcGrid Solve(ArcGrid input)
    {
        var background = input.MostCommon;
        var block = input.ColoursByCount().Where(colour => colour != background).Select(colour => (Colour: colour, Box: input.BoxOf(colour)!.Value))
            .OrderByDescending(known => input.CountOf(known.Colour) / (double)known.Box.Area).FirstOrDefault();
        return block == default ? input : input.With(block.Box.Cells.Where(cell => input[cell] != block.Colour), Marked);
    }

    protected override ArcGrid Draft(PuzzleRandom random, int level)
    {
        var colours = ArcSketch.Colours(random, 3, Marked);
        var (rows, columns) = (ArcSketch.Side(random, level), ArcSketch.Side(random, level));
        var (height, width) = (random.Between(3, 3 + level), random.Between(3, 3 + level));
        var box = ArcBox.At(new(random.Between(0, rows - height), random.Between(0, columns - width)), height, width);
        return new(rows, columns, cell => box.Contains(cell)
            ? random.Chance(0.3) ? colours[1] : colours[2]
            : random.Chance(0.25) ? colours[1] : colours[0]);
    }
}
