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
        var rooms = WalledRectangles(input, ground, wall).Where(shape => OutwardsOfCorners(shape.Box).All(cell => input.At(cell) != wall));
        return input.With(rooms.SelectMany(room => room.Cells), Filling);
    }

    // A corner outside the grid is as good as a wall.
    private static IEnumerable<ArcShape> WalledRectangles(ArcGrid input, int ground, int wall) => input
        .Shapes(colour => colour == ground)
        .Where(shape => shape.IsRectangle && ArcGrid.Corners.All(corner => input.At(CornerOf(shape.Box, corner), wall) == wall));

    private static Cell CornerOf(ArcBox room, (int Rows, int Columns) corner) =>
        new(corner.Rows < 0 ? room.Top - 1 : room.Bottom + 1, corner.Columns < 0 ? room.Left - 1 : room.Right + 1);

    // The two cells beyond each corner of the walls, which belong to a street if they are walls.
    private static IEnumerable<Cell> OutwardsOfCorners(ArcBox room) => ArcGrid.Corners.SelectMany(corner =>
        new[] { CornerOf(room, corner).Moved((corner.Rows, 0)), CornerOf(room, corner).Moved((0, corner.Columns)) });

    protected override ArcGrid Draft(PuzzleRandom random, int level)
    {
        var colours = ArcSketch.Colours(random, 2, except: Filling);
        var sketch = new ArcSketch(random, ArcSketch.Side(random, level) + 2, ArcSketch.Side(random, level) + 2, colours[0]);
        List<ArcBox> rooms = [];
        for (var i = 0; i < 1 + level; i++)
        {
            var (rows, columns) = (random.Between(3, 3 + level), random.Between(3, 3 + level));
            if (sketch.FindPlace(rows, columns) is not { } at) continue;
            rooms.Add(ArcBox.At(at, rows, columns));
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

    // No street meets the corner of a room.
    protected override bool IsFit(ArcGrid input, ArcGrid output) =>
        input.ColoursByCount() is [var ground, var wall]
        && WalledRectangles(input, ground, wall).All(shape => shape.TouchesEdge || output[shape.Cells[0]] == Filling);
}
