// Arc task 447fd412: seeds grow into copies of the model.

using BootcampEval.Sdk;

namespace BootcampEval.Library.Arc.Tasks;

internal sealed class GrowLikeTheModel() : ScaledCopies(
    "447fd412", "A model shows how a body belongs to its seed; every other seed, at its own size, gets such a body.", turned: false)
{
    protected override ArcGrid Model(PuzzleRandom random, int[] colours)
    {
        var model = ArcSketch.Blob(random, 3, 3, random.Between(4, 7), colours[1], colours[0]);
        return model.With([random.Pick(model.CellsOf(colours[1]).ToArray())], colours[2]);
    }
}
