// Arc task db93a21d: blocks get a halo, and throw a shadow downwards.

using BootcampEval.Sdk;

namespace BootcampEval.Library.Arc.Tasks;

internal sealed class HaloAndShadow() : ArcTask(
    "db93a21d", grade: 3,
    "Every square gets a halo of colour 3, half as thick as it is wide, and a shadow of colour 1 straight down; halos cover shadows, and squares cover halos.")
{
    private const int Halo = 3;
    private const int Shadow = 1;

    public override ArcGrid? Solve(ArcGrid input)
    {
        if (BackgroundOf(input) is not { } background) return null;
        var blocks = input.Shapes(background, mixed: true);
        return input
            .With(blocks.SelectMany(block => (block.Box with { Bottom = input.Rows - 1 }).Cells), Shadow)
            .With(blocks.SelectMany(block => block.Box.Grown(Math.Max(block.Box.Rows, block.Box.Columns) / 2).Cells), Halo)
            .Pasted(input, new(0, 0), clear: background);
    }

    // Many squares may leave little ground: it is the colour that all else stands on as rectangles.
    private static int? BackgroundOf(ArcGrid input) => input.ColoursByCount().Take(2)
        .Where(colour => input.Shapes(colour, mixed: true).All(shape => shape.IsRectangle))
        .Select(colour => (int?)colour)
        .FirstOrDefault();

    protected override ArcGrid Draft(PuzzleRandom random, int level)
    {
        var colours = ArcSketch.Colours(random, 2, except: [Halo, Shadow]);
        var sketch = new ArcSketch(random, ArcSketch.Side(random, level) + 2, ArcSketch.Side(random, level) + 2, colours[0]);
        for (var i = 0; i < level; i++)
        {
            var side = 2 * random.Between(1, Math.Min(4, 1 + (level / 2)));
            sketch.TryPlace(new(side, side, colours[1]));
        }
        return sketch.ToGrid();
    }
}
