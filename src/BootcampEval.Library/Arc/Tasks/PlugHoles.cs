// Arc task 97a05b5b: plugs are fitted into the holes of a board.

using BootcampEval.Sdk;

namespace BootcampEval.Library.Arc.Tasks;

internal sealed class PlugHoles() : ArcTask(
    "97a05b5b", grade: 3,
    "The pieces beside the board, turned or mirrored as needed, are laid on it so that their cells of the board's colour fill its holes; the board is cut out.")
{
    // The worked pairs need fewer than 300; a grid of noise could ask for any number.
    private const int MostPlacements = 20_000;

    public override ArcGrid? Solve(ArcGrid input) => Solutions(input).FirstOrDefault();

    // Either of the two most frequent colours may be what lies between board and pieces.
    private static IEnumerable<ArcGrid> Solutions(ArcGrid input) => input.ColoursByCount() is [var one, var other, ..]
        ? Solutions(input, background: one).Concat(Solutions(input, background: other))
        : [];

    private static IEnumerable<ArcGrid> Solutions(ArcGrid input, int background)
    {
        var main = input.ColoursByCount().First(colour => colour != background);
        var shapes = input.Shapes(background, diagonal: true, mixed: true);
        var fragments = shapes.Where(shape => shape.Cells.All(cell => input[cell] == main)).ToList();
        if (ArcBox.Around(fragments.SelectMany(fragment => fragment.Cells)) is not { } box) return [];
        ArcGrid[] pieces = [.. shapes.Except(fragments).Select(piece => input.Cropped(piece.Box)).OrderByDescending(piece => piece.Area)];
        return new Fitting(background, main).Boards(input.Cropped(box), pieces);
    }

    private sealed class Fitting(int hole, int main)
    {
        private int _placements;

        /// <summary>The boards without holes that can be made by laying pieces on one.</summary>
        public IEnumerable<ArcGrid> Boards(ArcGrid board, ArcGrid[] pieces) => !board.Has(hole)
            ? [board]
            : from piece in pieces
              from next in Placed(board, piece, over: board.CellsOf(hole).First())
              from full in Boards(next, [.. pieces.Where(other => other != piece)])
              select full;

        private IEnumerable<ArcGrid> Placed(ArcGrid board, ArcGrid piece, Cell over) =>
            from turned in piece.Symmetries().Distinct()
            from cell in turned.CellsOf(main)
            let at = new Cell(over.Row - cell.Row, over.Column - cell.Column)
            where _placements++ < MostPlacements && Fits(board, turned, at)
            select board.Pasted(turned, at);

        private bool Fits(ArcGrid board, ArcGrid piece, Cell at) =>
            piece.Cells.All(cell => board.At(cell.Plus(at)) == (piece[cell] == main ? hole : main));
    }

    protected override ArcGrid Draft(PuzzleRandom random, int level)
    {
        var colours = ArcSketch.Colours(random, 3 + level);
        var sketch = new ArcSketch(random, 10 + (4 * level), 10 + (4 * level), colours[0]);
        var board = new ArcSketch(random, random.Between(4, 5 + (2 * level)), random.Between(4 + level, 5 + (2 * level)), colours[1]);
        List<ArcGrid> pieces = [];
        foreach (var ink in colours[2..])
        {
            var side = random.Between(2, level < 3 ? 3 : 4);
            var piece = new ArcGrid(side, side, _ => random.Chance(0.6) ? colours[1] : ink);
            if (piece.Has(colours[1]) && piece.Has(ink) && board.TryPlace(piece.Recoloured(colours[1], colours[0]), margin: 0) is not null)
                pieces.Add(random.Pick([.. piece.Symmetries()]));
        }
        var drilled = board.ToGrid();
        sketch.TryPlace(drilled.Map(cell => drilled[cell] == colours[0] ? colours[0] : colours[1]));
        foreach (var piece in pieces) sketch.TryPlace(piece);
        return sketch.ToGrid();
    }

    protected override bool IsFit(ArcGrid input, ArcGrid output) =>
        output.ColoursByCount().Length > 1 && Solutions(input).Distinct().Take(2).Count() == 1;
}
