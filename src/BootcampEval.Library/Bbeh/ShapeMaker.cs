// Draws shapes that are clearly of their kind, and segments that clearly do not belong to them.

using BootcampEval.Sdk;

namespace BootcampEval.Library.Bbeh;

/// <summary>Makes the ten kinds of shapes of <see cref="BbehGeometricShapes"/>.</summary>
internal static class ShapeMaker
{
    // The corners of the regular pentagon and hexagon at distance 1 from the origin.
    private static readonly Point[] Pentagon =
    [
        new(1, 0), new(0.30901699437494742, 0.95105651629515357), new(-0.80901699437494742, 0.58778525229247313),
        new(-0.80901699437494742, -0.58778525229247313), new(0.30901699437494742, -0.95105651629515357),
    ];

    private static readonly Point[] Hexagon =
    [
        new(1, 0), new(0.5, 0.86602540378443865), new(-0.5, 0.86602540378443865), new(-1, 0), new(-0.5, -0.86602540378443865), new(0.5, -0.86602540378443865),
    ];

    // Nothing comes closer than this to what it does not belong to.
    private const double Clearance = 4;

    /// <summary>The corners of a shape of a kind, somewhere between 0 and 100.</summary>
    /// <param name="random">The source of chance.</param>
    /// <param name="kind">1 to 10.</param>
    /// <param name="turned">Whether its sides may have any direction.</param>
    public static Point[] Draw(PuzzleRandom random, int kind, bool turned)
    {
        while (true)
        {
            var shape = Untouched(random, kind);
            var turn = turned ? AnyTurn(random) : new(1, 0);
            var mirror = new Point(random.Pick(1, -1), random.Pick(1, -1));
            var place = new Point(25 + (50 * random.Fraction()), 25 + (50 * random.Fraction()));
            Point[] corners = [.. shape.Select(corner => place + new Point(corner.X * mirror.X, corner.Y * mirror.Y).TurnedBy(turn))];
            if (IsClear(kind, corners)) return corners;
        }
    }

    /// <summary>A segment outside the shape that keeps away from all others; null when this draw finds none.</summary>
    public static Segment? Stray(PuzzleRandom random, Point[] corners, IReadOnlyCollection<Segment> segments)
    {
        for (var i = 0; i < 200; i++)
        {
            var stray = new Segment(Anywhere(), Anywhere());
            if (stray.Vector.Length > 8 && !IsInside(stray.From, corners) && segments.All(segment => segment.DistanceTo(stray) > Clearance)) return stray;
        }
        return null;

        Point Anywhere() => new Point(-10 + (120 * random.Fraction()), -10 + (120 * random.Fraction())).Rounded();
    }

    private static Point[] Untouched(PuzzleRandom random, int kind)
    {
        var (width, height) = (In(14, 34), In(14, 34));
        switch (kind)
        {
            case 1: return [new(0, 0), new(width, 0), new(width, height), new(0, height)];
            case 2: return [new(0, 0), new(width, 0), new(width, width), new(0, width)];
            case 3: return [new(0, 0), new(width, 0), new(In(-10, 44), height)];
            case 4: return [new(0, 0), new(width, 0), new(0, height)];
            case 5:
                var skew = In(6, 15) * random.Pick(1, -1);
                return [new(0, 0), new(width, 0), new(width + skew, height), new(skew, height)];
            case 6:
                var top = width * In(0.35, 0.75);
                var shift = In(-5, width);
                return [new(0, 0), new(width, 0), new(shift + top, height), new(shift, height)];
            case 7 or 8:
                Point[] corners = [.. Pentagon.Select(corner => corner.TurnedBy(Point.UnitAtTwice(In(-0.16, 0.16))) * In(18, 32))];
                if (kind == 8)
                {
                    var dented = random.Below(5);
                    corners[dented] *= -In(0.1, 0.5);
                }
                return corners;
            default:
                var (radius, turn) = (In(16, 32), AnyTurn(random));
                return [.. (kind == 9 ? Pentagon : Hexagon).Select(corner => corner.TurnedBy(turn) * radius)];
        }

        double In(double low, double high) => low + ((high - low) * random.Fraction());
    }

    private static Point AnyTurn(PuzzleRandom random) => Point.UnitAtTwice((2 * random.Fraction()) - 1) * random.Pick(1, -1);

    // No corner so flat, no angle so nearly right, no sides so nearly equal or parallel, that the kind could be doubted; and no line
    // meets another but at its own corners.
    private static bool IsClear(int kind, Point[] corners)
    {
        var count = corners.Length;
        Point[] sides = [.. corners.Select((corner, i) => corners[(i + 1) % count] - corner)];
        double[] sines = [.. sides.Select((side, i) => Sine(side, sides[(i + 1) % count]))];
        double[] cosines = [.. sides.Select((side, i) => Math.Abs(Cosine(side, sides[(i + 1) % count])))];
        if (sines.Any(sine => Math.Abs(sine) < 0.25) || sides.Any(side => side.Length < 6) || !IsSimple(corners)) return false;
        var equal = sides.Max(side => side.Length) < 1.2 * sides.Min(side => side.Length);
        var sameTurns = sines.All(sine => sine > 0) || sines.All(sine => sine < 0);
        return kind switch
        {
            1 => !equal,
            3 or 5 => cosines.All(cosine => cosine > 0.12),
            6 => Math.Abs(Sine(sides[1], sides[3])) > 0.15 && sameTurns,
            7 => sameTurns && !equal,
            8 => !sameTurns,
            _ => true,
        };
    }

    private static double Sine(Point a, Point b) => a.Cross(b) / (a.Length * b.Length);

    private static double Cosine(Point a, Point b) => a.Dot(b) / (a.Length * b.Length);

    private static bool IsSimple(Point[] corners)
    {
        Segment[] sides = [.. corners.Select((corner, i) => new Segment(corner, corners[(i + 1) % corners.Length]))];
        for (var i = 0; i < sides.Length; i++)
            for (var j = i + 2; j < sides.Length; j++)
                if ((i > 0 || j < sides.Length - 1) && sides[i].DistanceTo(sides[j]) < Clearance) return false;
        return true;
    }

    // Crosses an odd number of sides on the way to the right.
    private static bool IsInside(Point point, Point[] corners)
    {
        var inside = false;
        for (var i = 0; i < corners.Length; i++)
        {
            var (a, b) = (corners[i], corners[(i + 1) % corners.Length]);
            if (a.Y > point.Y != b.Y > point.Y && point.X < a.X + ((b.X - a.X) * (point.Y - a.Y) / (b.Y - a.Y))) inside = !inside;
        }
        return inside;
    }
}
