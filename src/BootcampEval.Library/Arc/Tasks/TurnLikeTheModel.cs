// Arc task 6aa20dc0: pairs of seeds grow into turned copies of the model.

using BootcampEval.Sdk;

namespace BootcampEval.Library.Arc.Tasks;

internal sealed class TurnLikeTheModel() : ScaledCopies(
    "6aa20dc0", "A model shows how a body lies between two seeds; every other pair of seeds, at its own size and turn, gets such a body.", turned: true)
{
    protected override ArcGrid Model(PuzzleRandom random, int[] colours)
    {
        var body = ArcSketch.Blob(random, 3, 3, random.Between(4, 6), colours[1], colours[0]);
        return new ArcGrid(3, 3, colours[0]).Pasted(body, new(0, 0))
            .With([new(1, 1)], colours[1])
            .With([new(0, 0)], colours[2])
            .With([new(2, 2)], colours[3]);
    }
}
