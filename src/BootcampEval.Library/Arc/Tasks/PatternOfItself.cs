// Arc task 8f2ea7aa: a pattern made of copies of itself.

using BootcampEval.Sdk;

namespace BootcampEval.Library.Arc.Tasks;

internal sealed class PatternOfItself() : ArcTask(
    "8f2ea7aa", grade: 3,
    "One of the square blocks of the grid holds a pattern; the output has it in every block whose place among the blocks is coloured in the pattern.")
{
    public override ArcGrid? Solve(ArcGrid input)
    {
        var background = input.MostCommon;
        var side = (int)Math.Sqrt(input.Rows);
        if (input.Rows != input.Columns || input.Rows != side * side || input.BoxOfAllBut(background) is not { } box) return null;
        var pattern = input.Cropped(ArcBox.At(new(box.Top / side * side, box.Left / side * side), side, side));
        return input.Map(cell => pattern[cell.Row / side, cell.Column / side] == background ? background : pattern.Tiled(cell.Row, cell.Column));
    }

    protected override ArcGrid Draft(PuzzleRandom random, int level)
    {
        var side = level switch { 1 => random.Between(2, 3), 2 => 3, 3 => 4, 4 => random.Between(4, 5), _ => 5 };
        var colours = ArcSketch.Colours(random, random.Between(2, 4));
        var sketch = new ArcSketch(random, side * side, side * side, colours[0]);
        sketch.Paste(
            new(side, side, _ => random.Chance(0.5) ? random.Pick(colours[1..]) : colours[0]),
            new(random.Below(side) * side, random.Below(side) * side));
        return sketch.ToGrid();
    }
}
