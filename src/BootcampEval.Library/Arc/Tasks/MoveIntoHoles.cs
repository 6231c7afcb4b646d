// Arc task 228f6490: loose pieces move into the holes they fit.

using BootcampEval.Sdk;

namespace BootcampEval.Library.Arc.Tasks;

internal sealed class MoveIntoHoles() : ArcTask("228f6490", grade: 3, "A loose piece with the shape of a hole moves into that hole; all else stays.")
{
    public override ArcGrid Solve(ArcGrid input)
    {
        var background = input.MostCommon;
        var output = input;
        var pieces = input.Shapes(background).ToList();
        foreach (var hole in input.Shapes(colour => colour == background).Where(IsHole))
        {
            if (pieces.Find(piece => HaveSameForm(piece, hole)) is not { } piece) continue;
            pieces.Remove(piece);
            output = output.With(piece.Cells, background).With(hole.Cells, piece.Colour);
        }
        return output;
    }

    // Whether a shape lies wholly inside one of a single other colour.
    private static bool IsHole(ArcShape shape) =>
        !shape.TouchesEdge
        && shape.Cells.SelectMany(cell => ArcGrid.Sides.Select(step => shape.Grid[cell.Moved(step)])).Distinct().Count(colour => colour != shape.Colour) == 1;

    private static bool HaveSameForm(ArcShape one, ArcShape other) =>
        one.Count == other.Count && one.Form.ToHashSet().SetEquals(other.Form);

    protected override ArcGrid Draft(PuzzleRandom random, int level)
    {
        var colours = ArcSketch.Colours(random, 3 + level);
        var sketch = new ArcSketch(random, ArcSketch.Side(random, level) + 4, ArcSketch.Side(random, level) + 4, colours[0]);
        for (var i = 0; i < 1 + ((level + 1) / 2); i++)
        {
            var piece = ArcSketch.Blob(random, 3, 3, random.Between(2, 3 + level), colours[2 + i], colours[0]);
            var block = new ArcGrid(piece.Rows + random.Between(2, 3), piece.Columns + random.Between(2, 3), colours[1]);
            var hole = piece.CellsOf(colours[2 + i]).Select(cell => cell.Moved((1, 1)));
            if (sketch.TryPlace(block.With(hole, colours[0])) is not null) sketch.TryPlace(piece);
        }
        for (var i = 0; i < level; i++) sketch.TryPlace(ArcSketch.Blob(random, 3, 3, random.Between(2, 6), random.Pick(colours[2..]), colours[0]));
        return sketch.ToGrid();
    }

    // No hole may fit two pieces.
    protected override bool IsFit(ArcGrid input, ArcGrid output)
    {
        var shapes = input.Shapes(input.MostCommon);
        return input.Shapes(colour => colour == input.MostCommon).Where(IsHole).All(hole => shapes.Count(shape => HaveSameForm(shape, hole)) == 1);
    }
}
