// Arc task 11852cab: flowers are completed.

using BootcampEval.Sdk;

namespace BootcampEval.Library.Arc.Tasks;

internal sealed class CompleteFlowers() : ArcTask(
    "11852cab", grade: 3, "A flower is a centre with wreaths of four petals, of one colour each; petals that are missing are added.")
{
    // The places of four petals that a quarter turn around the centre brings to each other: near corners, far corners, far sides.
    private static readonly (int Rows, int Columns)[][] Wreaths = [ArcGrid.Corners, Doubled(ArcGrid.Corners), Doubled(ArcGrid.Sides)];

    private static readonly (int Rows, int Columns)[] Gaps =
        [.. new ArcBox(-2, -2, 2, 2).Cells.Select(cell => (cell.Row, cell.Column)).Where(step => int.IsOddInteger(step.Row + step.Column))];

    public override ArcGrid Solve(ArcGrid input)
    {
        var background = input.MostCommon;
        var output = input;
        var taken = new HashSet<Cell>();
        // A petal may look like a centre too, but of a flower of which less is there and more is missing.
        foreach (var centre in input.Cells.Where(cell => IsCentre(input, cell, background)).OrderByDescending(cell => Likelihood(input, cell, background)))
        {
            if (taken.Contains(centre)) continue;
            taken.UnionWith(Wreaths.SelectMany(wreath => wreath).Select(step => centre.Moved(step)));
            foreach (var wreath in Wreaths)
                if (Petals(input, centre, wreath, background) is [var colour, ..]) output = output.With(wreath.Select(step => centre.Moved(step)), colour);
        }
        return output;
    }

    private static (int Rows, int Columns)[] Doubled((int Rows, int Columns)[] steps) => [.. steps.Select(step => (2 * step.Rows, 2 * step.Columns))];

    private static int[] Petals(ArcGrid grid, Cell centre, (int Rows, int Columns)[] wreath, int background) =>
        [.. wreath.Select(step => grid.At(centre.Moved(step), background)).Where(colour => colour != background)];

    // The number of petals, less those that are missing from wreaths that have some.
    private static int Likelihood(ArcGrid grid, Cell centre, int background) =>
        Wreaths.Select(wreath => Petals(grid, centre, wreath, background).Length).Where(petals => petals > 0).Sum(petals => petals - (4 - petals));

    // No wreath has two colours, and nothing lies between the petals.
    private static bool IsCentre(ArcGrid grid, Cell centre, int background) =>
        grid[centre] != background
        && Gaps.All(step => grid.At(centre.Moved(step), background) == background)
        && Wreaths.All(wreath => Petals(grid, centre, wreath, background).Distinct().Count() <= 1);

    protected override ArcGrid Draft(PuzzleRandom random, int level)
    {
        var colours = ArcSketch.Colours(random, 3 + level);
        var sketch = new ArcSketch(random, ArcSketch.Side(random, level) + 1, ArcSketch.Side(random, level) + 1, colours[0]);
        var centre = new Cell(2, 2);
        for (var i = 0; i < 2 * level; i++)
        {
            var flower = new ArcGrid(5, 5, colours[0]).With([centre], random.Pick(colours[1..]));
            foreach (var wreath in random.Sample(Wreaths, random.Between(2, 3)))
                flower = flower.With(random.Sample(wreath, random.Pick(4, 4, 3, 2)).Select(step => centre.Moved(step)), random.Pick(colours[1..]));
            sketch.TryPlace(flower, margin: 2);
        }
        return sketch.ToGrid();
    }
}
