// Arc task 75b8110e: four quadrants are laid on one another.

using BootcampEval.Sdk;

namespace BootcampEval.Library.Arc.Tasks;

internal sealed class QuadrantsOverlaid() : ArcTask(
    "75b8110e", grade: 2, "The four quadrants are laid on one another: top right uppermost, then bottom left, bottom right and top left.")
{
    public override ArcGrid? Solve(ArcGrid input)
    {
        var (rows, columns) = (input.Rows / 2, input.Columns / 2);
        if (rows == 0 || columns == 0) return null;
        ArcGrid[] lowestFirst = [.. new Cell[] { new(0, 0), new(1, 1), new(1, 0), new(0, 1) }
            .Select(at => input.Cropped(ArcBox.At(new(at.Row * rows, at.Column * columns), rows, columns)))];
        // The background shows through in all quadrants; a colour of one quadrant may be more frequent.
        var background = input.ColoursByCount().MaxBy(colour => lowestFirst.Count(quadrant => quadrant.Has(colour)));
        return lowestFirst.Aggregate((lower, upper) => lower.Pasted(upper, new(0, 0), clear: background));
    }

    protected override ArcGrid Draft(PuzzleRandom random, int level)
    {
        var colours = ArcSketch.Colours(random, 5);
        var (rows, columns) = ((ArcSketch.Side(random, level) + 1) / 2, (ArcSketch.Side(random, level) + 1) / 2);
        ArcGrid[] quadrants = [.. colours[1..].Select(colour => new ArcGrid(rows, columns, _ => random.Chance(0.5) ? colour : colours[0]))];
        return quadrants[0].Beside(quadrants[1]).Above(quadrants[2].Beside(quadrants[3]));
    }
}
