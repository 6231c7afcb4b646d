// What two Arc tasks share: a model, and seeds of it in other sizes that are completed to copies.

using BootcampEval.Sdk;

namespace BootcampEval.Library.Arc.Tasks;

/// <summary>One shape is a model of seed cells and body cells; elsewhere only seeds lie, enlarged, and their bodies are added.</summary>
/// <param name="key">The key of the task.</param>
/// <param name="idea">Its rule in one sentence.</param>
/// <param name="turned">Whether copies may be turned and mirrored too.</param>
internal abstract class ScaledCopies(string key, string idea, bool turned) : ArcTask(key, grade: 3, idea)
{
    public override ArcGrid Solve(ArcGrid input)
    {
        var background = input.MostCommon;
        // Only the model has a body: its colour keeps to the smallest box.
        var body = input.ColoursByCount()[1..].OrderBy(colour => input.BoxOf(colour)!.Value.Area).FirstOrDefault(-1);
        var parts = input.Shapes(background, diagonal: true, mixed: true).Where(shape => shape.Cells.Any(cell => input[cell] == body));
        if (ArcBox.Around(parts.SelectMany(part => part.Cells)) is not { } box) return input;
        var model = input.Cropped(box);
        var seedSizes = input.Shapes(background).SelectMany(shape => shape.Cells, (shape, cell) => (cell, shape.Count)).ToDictionary();
        return (turned ? model.Symmetries().Distinct() : [model])
            .SelectMany(stencil => BodiesOf(stencil, body, input, background, seedSizes))
            .Aggregate(input, (grid, cells) => grid.With(cells, body));
    }

    // The cells of the bodies that belong to the seeds which lie as in the stencil, at any scale.
    private static IEnumerable<IEnumerable<Cell>> BodiesOf(ArcGrid stencil, int body, ArcGrid input, int background, Dictionary<Cell, int> seedSizes)
    {
        var seeds = stencil.Shapes(colour => colour != background && colour != body)
            .SelectMany(shape => shape.Cells, (shape, cell) => (Cell: cell, shape.Count)).ToArray();
        if (seeds.Length == 0) yield break;
        Cell[] bodyCells = [.. stencil.CellsOf(body)];
        foreach (var first in input.CellsOf(stencil[seeds[0].Cell]))
        {
            // Here stands the first seed cell, as much enlarged as the seed is larger than in the stencil.
            var scale = (int)Math.Sqrt(seedSizes[first] / seeds[0].Count);
            var corner = new Cell(first.Row - (seeds[0].Cell.Row * scale), first.Column - (seeds[0].Cell.Column * scale));
            var hasAllSeeds = scale > 0 && seeds.All(seed =>
                Enlarged(seed.Cell).All(cell => input.At(cell) == stencil[seed.Cell] && seedSizes[cell] == seed.Count * scale * scale));
            if (hasAllSeeds && bodyCells.SelectMany(Enlarged).All(cell => input.At(cell, background) == background))
                yield return bodyCells.SelectMany(Enlarged);

            IEnumerable<Cell> Enlarged(Cell cell) =>
                ArcBox.At(new(corner.Row + (cell.Row * scale), corner.Column + (cell.Column * scale)), scale, scale).Cells;
        }
    }

    protected override ArcGrid Draft(PuzzleRandom random, int level)
    {
        var colours = ArcSketch.Colours(random, 4);
        var model = Model(random, colours);
        var sketch = new ArcSketch(random, ArcSketch.Side(random, level) + 5, ArcSketch.Side(random, level) + 5, colours[0]);
        sketch.TryPlace(model);
        var bodies = new List<Cell>();
        for (var i = 0; i < 1 + level; i++)
        {
            var scale = random.Between(1, Math.Min(4, 1 + level));
            var copy = (turned ? model.Turned(random.Below(4)) : model).Enlarged(scale);
            if (sketch.TryPlace(copy, margin: 2) is { } at) bodies.AddRange(copy.CellsOf(colours[1]).Select(cell => cell.Plus(at)));
        }
        sketch.Fill(bodies, colours[0]);
        return sketch.ToGrid();
    }

    /// <summary>Makes a model.</summary>
    /// <param name="random">The only source of chance.</param>
    /// <param name="colours">The background, the body, and two colours for seeds.</param>
    protected abstract ArcGrid Model(PuzzleRandom random, int[] colours);
}
