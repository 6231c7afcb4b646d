// Arc task a1570a43: a shape is moved to its place between four corner marks.

using BootcampEval.Sdk;

namespace BootcampEval.Library.Arc.Tasks;

internal sealed class MoveIntoCorners() : ArcTask(
    "a1570a43", grade: 2, "The shape is moved so that it starts just inside the top left of the four corner marks.")
{
    public override ArcGrid? Solve(ArcGrid input)
    {
        var background = input.MostCommon;
        foreach (var mark in input.ColoursByCount())
        {
            if (input.CellsOf(mark).ToArray() is not [var a, var b, var c, var d]) continue;
            if (a.Row != b.Row || c.Row != d.Row || a.Column != c.Column || b.Column != d.Column) continue;
            var shape = input.Map(cell => input[cell] == mark ? background : input[cell]);
            if (mark == background || shape.BoxOfAllBut(background) is not { } box) continue;
            return input.Map(cell => input[cell] == mark ? mark : background).Pasted(shape.Cropped(box), a.Moved((1, 1)), clear: background);
        }
        return null;
    }

    protected override ArcGrid Draft(PuzzleRandom random, int level)
    {
        var colours = ArcSketch.Colours(random, 5);
        var sketch = new ArcSketch(random, ArcSketch.Side(random, level) + 3, ArcSketch.Side(random, level) + 3, colours[0]);
        var blob = ArcSketch.Blob(random, sketch.Rows - 6, sketch.Columns - 6, random.Between(3 + level, 6 * level), colours[1], colours[0]);
        blob = blob.Map(cell => blob[cell] == colours[0] ? colours[0] : random.Pick(colours[1..4]));
        var home = new Cell(random.Between(2, sketch.Rows - blob.Rows - 2), random.Between(2, sketch.Columns - blob.Columns - 2));
        sketch.Paste(blob, home.Moved((random.Between(-2, 2), random.Between(-2, 2))));
        var marks = ArcBox.At(home, blob.Rows, blob.Columns).Grown(1);
        sketch.Fill([new(marks.Top, marks.Left), new(marks.Top, marks.Right), new(marks.Bottom, marks.Left), new(marks.Bottom, marks.Right)], colours[4]);
        return sketch.ToGrid();
    }

    protected override bool IsFit(ArcGrid input, ArcGrid output) => input.CountOf(input.MostCommon) == output.CountOf(output.MostCommon);
}
