// Arc task e73095fd: rooms on streets are filled.

using BootcampEval.Sdk;

namespace BootcampEval.Library.Arc.Tasks;

internal sealed class FillRooms() : ArcTask(
    "e73095fd", grade: 3, "Rooms are filled with colour 4: rectangles with walls around them whose corners are corners, not crossings of streets.")
{
    private const int Filling = 4;

    public override ArcGrid? Solve(ArcGrid input)
    {
        if (input.ColoursByCount() is not [var ground, var wall, ..]) return null;
        var rooms = input.Shapes(colour => colour == ground).Where(shape => shape.IsRectangle && IsWalled(input, shape.Box, wall));
        return input.With(rooms.SelectMany(room => room.Cells), Filling);
    }

    // A corner outside the grid is as good as a wall; one inside has no wall beyond it.
    private static bool IsWalled(ArcGrid input, ArcBox room, int wall) => ArcGrid.Corners.All(outwards =>
    {
        var corner = new Cell(outwards.Rows < 0 ? room.Top - 1 : room.Bottom + 1, outwards.Columns < 0 ? room.Left - 1 : room.Right + 1);
        return input.At(corner, wall) == wall
            && input.At(corner.Moved((outwards.Rows, 0))) != wall
            && input.At(corner.Moved((0, outwards.Columns))) != wall;
    });

    protected override ArcGrid Draft(PuzzleRandom random, int level)
    {
        var colours = ArcSketch.Colours(random, 2, except: Filling);
        var sketch = new ArcSketch(random, ArcSketch.Side(random, level) + 2, ArcSketch.Side(random, level) + 2, colours[0]);
        List<ArcBox> rooms = [];
        for (var i = 0; i < 1 + level; i++)
        {
            var (rows, columns) = (random.Between(3, 3 + level), random.Between(3, 3 + level));
            if (sketch.FindPlace(rows, columns) is not { } at) continue;
            rooms.Add(new(at.Row, at.Column, at.Row + rows - 1, at.Column + columns - 1));
            sketch.Fill(rooms[^1].Border, colours[1]);
        }
        var walled = sketch.ToGrid();
        foreach (var room in rooms)
        {
            var door = new Cell(random.Between(room.Top + 1, room.Bottom - 1), random.Between(room.Left + 1, room.Right - 1));
            foreach (var step in random.Sample(ArcGrid.Sides, random.Between(1, 2)))
            {
                var outside = walled.Ray(door, step).Where(cell => !room.Contains(cell)).TakeWhile(cell => walled[cell] == colours[0]);
                sketch.Fill(outside, colours[1]);
            }
        }
        return sketch.ToGrid();
    }
}
