// Geometric shapes: which shape do the line segments of an SVG path draw?

using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using BootcampEval.Sdk;
using BootcampEval.Sdk.Answers;
using BootcampEval.Sdk.Python;

namespace BootcampEval.Library.Bbeh;

/// <summary>Geometric shapes: name the shape, out of ten, that separate line segments draw together.</summary>
public sealed partial class BbehGeometricShapes : Bootcamp<BbehGeometricShapes.Puzzle, string>
{
    /// <summary>The path, and the number of the shape as text.</summary>
    public sealed record Puzzle([property: JsonPropertyName("Paths")] string Paths, string Ans);

    [JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, RespectNullableAnnotations = true, RespectRequiredConstructorParameters = true)]
    [JsonSerializable(typeof(Puzzle))]
    private sealed partial class BbehGeometricShapesJson : JsonSerializerContext;

    protected override JsonTypeInfo<Puzzle> PuzzleJson => BbehGeometricShapesJson.Default.Puzzle;

    public override BootcampInfo Info { get; } = new(
        "BbehGeometricShapes", Family.Bbeh, "Geometric shapes", "Name the shape that the segments of an SVG path draw.")
    {
        AnswerFormat = "\\boxed{number of the shape}",
        Measure = "segments",
    };

    protected override Extraction<string> Extract(string output) => Boxed.Last(output);

    protected override Verdict Judge(string answer, Puzzle puzzle) => PyText.Strip(answer) == PyText.Strip(puzzle.Ans)
        ? Verdict.Correct
        : Verdict.Wrong($"it is shape {puzzle.Ans}");

    // Pieces that a side is cut into, whether they may run back over each other, whether the shape is turned, stray segments, and whether
    // the segments come in any order and direction.
    private sealed record Level(int Fewest, int Most, bool Overlaps, bool Turned, int Strays, bool Shuffled);

    private static readonly Level[] Levels =
    [
        new(1, 1, false, false, 0, false),
        new(1, 2, false, true, 0, false),
        new(1, 3, true, true, 1, false),
        new(2, 3, true, true, 2, true),
        new(2, 5, true, true, 4, true),
    ];

    protected override Puzzle Generate(PuzzleRandom random, int level)
    {
        var how = Levels[level - 1];
        while (true)
        {
            var shape = random.Between(1, 10);
            var corners = ShapeMaker.Draw(random, shape, how.Turned);
            var segments = corners.SelectMany((corner, i) => Pieces(random, corner, corners[(i + 1) % corners.Length], how)).ToList();
            var sides = segments.ToArray();
            for (var i = 0; i < how.Strays; i++)
                if (ShapeMaker.Stray(random, corners, segments) is { } stray) segments.Add(stray);
            if (how.Shuffled)
            {
                segments = [.. segments.Select(segment => random.Chance(0.5) ? segment : new(segment.To, segment.From))];
                random.Shuffle(segments);
            }
            var path = string.Join(' ', segments);
            // Read back as it is printed: rounding must not have changed the shape, and nothing else must be seen.
            if (segments.Count == sides.Length + how.Strays && DrawnShapes.NumbersIn(path) is [var seen] && seen == shape) return new(path, Text(shape));
        }
    }

    private static IEnumerable<Segment> Pieces(PuzzleRandom random, Point from, Point to, Level how)
    {
        double[] cuts = [.. Enumerable.Range(1, random.Between(how.Fewest, how.Most) - 1).Select(_ => 0.2 + (0.6 * random.Fraction()))];
        // At least a fiftieth of the side apart, so that no piece is too short to have a direction.
        if (cuts.Order().Zip(cuts.Order().Skip(1)).Any(pair => pair.Second - pair.First < 0.02)) cuts = [];
        if (!how.Overlaps) Array.Sort(cuts);
        Point[] stops = [from, .. cuts.Select(cut => Point.Between(from, to, cut)), to];
        return stops.Zip(stops.Skip(1), (start, end) => new Segment(start.Rounded(), end.Rounded()));
    }

    private static string Text(int shape) => shape.ToString(System.Globalization.CultureInfo.InvariantCulture);

    protected override string Ask(Puzzle puzzle) => $$"""
        An SVG path draws straight line segments; M x,y moves the pen and L x,y draws a line to that point:

        {{puzzle.Paths}}

        Some of the segments form one closed shape. A side of it may be drawn in several pieces, and pieces of the same side may lie over each other, so that a shape with
        n sides can need more than n segments. Other segments may be strays, which touch neither the shape nor each other. Coordinates are rounded to 5 decimals: take no
        notice of differences as small as that.

        Which shape is it?
        1. rectangle that is not a square
        2. square
        3. triangle without a right angle
        4. triangle with a right angle
        5. parallelogram without right angles
        6. quadrilateral with exactly one pair of parallel sides
        7. convex pentagon that is not regular
        8. pentagon that is not convex
        9. regular pentagon
        10. regular hexagon

        Give its number alone in a box. For shape N the answer would be: \boxed{N}
        """;

    protected override string? Solve(Puzzle puzzle) =>
        $"\\boxed{{{(DrawnShapes.NumbersIn(puzzle.Paths) is [var shape] ? Text(shape) : puzzle.Ans)}}}";

    protected override double Measure(Puzzle puzzle) => DrawnShapes.Read(puzzle.Paths).Count;
}
