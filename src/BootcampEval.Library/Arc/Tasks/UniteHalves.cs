// Arc task dae9d2b5: two halves are laid over each other.

using BootcampEval.Sdk;

namespace BootcampEval.Library.Arc.Tasks;

internal sealed class UniteHalves() : ArcTask(
    "dae9d2b5", grade: 2, "The grid is two halves with one background: they are laid over each other, and what is marked in either becomes colour 6.")
{
    private const int Marked = 6;

    public override ArcGrid? Solve(ArcGrid input) => Unions(input).FirstOrDefault();

    private static IEnumerable<ArcGrid> Unions(ArcGrid input)
    {
        if (UnionOfTopAndBottom(input) is { } union) yield return union;
        if (UnionOfTopAndBottom(input.Transposed()) is { } other) yield return other.Transposed();
    }

    // The background is the one colour that both halves have, next to at most one colour of their own.
    private static ArcGrid? UnionOfTopAndBottom(ArcGrid input)
    {
        if (input.Rows % 2 != 0) return null;
        var rows = input.Rows / 2;
        var top = input.Cropped(ArcBox.At(new(0, 0), rows, input.Columns));
        var bottom = input.Cropped(ArcBox.At(new(rows, 0), rows, input.Columns));
        var (ofTop, ofBottom) = (top.ColoursByCount(), bottom.ColoursByCount());
        if (ofTop.Length > 2 || ofBottom.Length > 2 || ofTop.Intersect(ofBottom).ToArray() is not [var background]) return null;
        return top.Map(cell => top[cell] == background && bottom[cell] == background ? background : Marked);
    }

    protected override ArcGrid Draft(PuzzleRandom random, int level)
    {
        var colours = ArcSketch.Colours(random, 3, except: Marked);
        var (rows, columns) = ((ArcSketch.Side(random, level) + 1) / 2, ArcSketch.Side(random, level));
        var top = new ArcGrid(rows, columns, _ => random.Chance(0.4) ? colours[1] : colours[0]);
        var bottom = new ArcGrid(rows, columns, _ => random.Chance(0.4) ? colours[2] : colours[0]);
        return random.Chance(0.5) ? top.Above(bottom) : top.Above(bottom).Transposed();
    }

    protected override bool IsFit(ArcGrid input, ArcGrid output) => Unions(input).Count() == 1 && input.ColoursByCount().Length == 3;
}
