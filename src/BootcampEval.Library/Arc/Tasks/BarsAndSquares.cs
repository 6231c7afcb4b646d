// Arc task 150deff5: shapes fall into bars and squares.

using BootcampEval.Sdk;
using BootcampEval.Sdk.Puzzles;

namespace BootcampEval.Library.Arc.Tasks;

internal sealed class BarsAndSquares() : ArcTask("150deff5", grade: 3, "Shapes are taken apart into squares of 2 x 2, painted 8, and bars of 3, painted 2.")
{
    private const int Square = 8, Bar = 2;

    private static readonly (int Colour, ArcBox Box)[] Tiles = [(Square, new(0, 0, 1, 1)), (Bar, new(0, 0, 0, 2)), (Bar, new(0, 0, 2, 0))];

    public override ArcGrid Solve(ArcGrid input) =>
        input.Shapes(input.MostCommon).SelectMany(shape => Divisions(shape, 1).Take(1)).SelectMany(tiles => tiles)
            .Aggregate(input, (grid, tile) => grid.With(tile.Cells, tile.Colour));

    // The ways to take a shape apart, up to a number of them. The budget is far more than real shapes need: noise may need any.
    private static IEnumerable<IEnumerable<(int Colour, Cell[] Cells)>> Divisions(ArcShape shape, int most)
    {
        var numbers = shape.Cells.Index().ToDictionary(known => known.Item, known => known.Index);
        var cover = new ExactCover(shape.Count);
        var options = new List<(int Colour, Cell[] Cells)>();
        foreach (var corner in shape.Cells)
        {
            foreach (var (colour, box) in Tiles)
            {
                Cell[] cells = [.. box.Cells.Select(cell => cell.Plus(corner))];
                if (!cells.All(numbers.ContainsKey)) continue;
                cover.Add([.. cells.Select(cell => numbers[cell])]);
                options.Add((colour, cells));
            }
        }
        return cover.Search(most, nodeBudget: 20_000).Solutions.Select(solution => solution.Select(option => options[option]));
    }

    protected override ArcGrid Draft(PuzzleRandom random, int level)
    {
        var colours = ArcSketch.Colours(random, 2, Square, Bar);
        var sketch = new ArcSketch(random, ArcSketch.Side(random, level), ArcSketch.Side(random, level), colours[0]);
        for (var i = 0; i < 5 * level; i++)
        {
            var box = random.Pick(Tiles).Box;
            sketch.TryPlace(new(box.Rows, box.Columns, colours[1]), margin: random.Below(2));
        }
        return sketch.ToGrid();
    }

    protected override bool IsFit(ArcGrid input, ArcGrid output) => input.Shapes(input.MostCommon).All(shape => Divisions(shape, 2).Count() == 1);
}
