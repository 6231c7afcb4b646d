// Recognizes the closed shapes that separate segments draw.

using System.Globalization;
using System.Text.RegularExpressions;

namespace BootcampEval.Library.Bbeh;

/// <summary>Reads paths made of segments, and classifies the closed shapes in them by the ten kinds of <see cref="BbehGeometricShapes"/>.</summary>
internal static partial class DrawnShapes
{
    // Directions closer than this (as the sine of the angle between them) are the same; lengths closer than this share are equal.
    private const double Tolerance = 0.01;

    /// <summary>The segments of a path.</summary>
    public static List<Segment> Read(string path) =>
        [.. Line().Matches(path).Select(line => new Segment(new(Number(line, 1), Number(line, 2)), new(Number(line, 3), Number(line, 4))))];

    /// <summary>The kinds of the closed shapes in a path, one number for each; shapes of no kind are left out.</summary>
    public static int[] NumbersIn(string path) => [.. ClosedChains(Read(path)).Select(KindOf).OfType<int>()];

    // Segments that share end points, two at each: followed around, only the corners kept.
    private static IEnumerable<Point[]> ClosedChains(List<Segment> segments)
    {
        var at = segments.SelectMany((segment, i) => new[] { (segment.From, i), (segment.To, i) }).ToLookup(pair => pair.Item1, pair => pair.i);
        var visited = new HashSet<int>();
        for (var first = 0; first < segments.Count; first++)
        {
            if (!visited.Add(first)) continue;
            var points = new List<Point> { segments[first].From };
            var current = first;
            var end = segments[first].To;
            while (end != points[0] && at[end].Count() == 2)
            {
                points.Add(end);
                current = at[end].First(next => next != current);
                if (!visited.Add(current)) break;
                end = segments[current].From == end ? segments[current].To : segments[current].From;
            }
            if (end == points[0]) yield return Corners(points);
        }
    }

    // A point is a corner when the direction changes there; running back on the same line is no change.
    private static Point[] Corners(List<Point> points) =>
        [.. points.Where((point, i) => !AreParallel(point - points[(i + points.Count - 1) % points.Count], points[(i + 1) % points.Count] - point))];

    private static int? KindOf(Point[] corners) => corners.Length switch
    {
        3 => Enumerable.Range(0, 3).Any(i => IsRight(corners, i)) ? 4 : 3,
        4 => KindOfQuadrilateral(corners),
        5 => IsRegular(corners) ? 9 : IsConvex(corners) ? 7 : 8,
        6 => IsRegular(corners) ? 10 : null,
        _ => null,
    };

    private static int? KindOfQuadrilateral(Point[] corners)
    {
        var pairs = (AreParallel(Side(corners, 0), Side(corners, 2)), AreParallel(Side(corners, 1), Side(corners, 3)));
        return pairs switch
        {
            (true, true) when !IsRight(corners, 0) => 5,
            (true, true) => AreEqual(Side(corners, 0).Length, Side(corners, 1).Length) ? 2 : 1,
            (false, false) => null,
            _ => 6,
        };
    }

    private static Point Side(Point[] corners, int i) => corners[(i + 1) % corners.Length] - corners[i];

    private static bool IsRight(Point[] corners, int i)
    {
        var (before, after) = (Side(corners, (i + corners.Length - 1) % corners.Length), Side(corners, i));
        return Math.Abs(before.Dot(after)) < Tolerance * before.Length * after.Length;
    }

    private static bool IsConvex(Point[] corners)
    {
        var turns = Enumerable.Range(0, corners.Length).Select(i => Side(corners, i).Cross(Side(corners, (i + 1) % corners.Length)) > 0).Distinct();
        return turns.Count() == 1;
    }

    private static bool IsRegular(Point[] corners)
    {
        var centre = corners.Aggregate((sum, corner) => sum + corner) * (1.0 / corners.Length);
        return IsConvex(corners) && Enumerable.Range(0, corners.Length).All(i =>
            AreEqual(Side(corners, i).Length, Side(corners, 0).Length) && AreEqual((corners[i] - centre).Length, (corners[0] - centre).Length));
    }

    private static bool AreParallel(Point a, Point b) => Math.Abs(a.Cross(b)) < Tolerance * a.Length * b.Length;

    private static bool AreEqual(double a, double b) => Math.Abs(a - b) < Tolerance * Math.Max(a, b);

    private static double Number(Match line, int group) => double.Parse(line.Groups[group].ValueSpan, NumberStyles.Float, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"M (-?[0-9.]{1,20}),(-?[0-9.]{1,20}) L (-?[0-9.]{1,20}),(-?[0-9.]{1,20})")]
    private static partial Regex Line();
}
