// The shape follows from the path in the question, found here by the lines that the segments lie on, not by following them around.

using System.Globalization;
using BootcampEval.Library.Bbeh;
using BootcampEval.Sdk;

namespace BootcampEval.Library.Tests.Bbeh;

public sealed class BbehGeometricShapesTests
{
    private static readonly IBootcamp Bootcamp = Bootcamps.Named("BbehGeometricShapes");

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    public void The_path_in_the_question_draws_the_shape_of_the_key(int level)
    {
        foreach (var problem in ProblemSource.Of(Bootcamp, seed: 4, level).Take(150))
        {
            var key = int.Parse(problem.GroundTruth.GetProperty("ans").GetString()!, CultureInfo.InvariantCulture);
            Assert.True(key == KindByLines(problem.Prompt), $"{key} is not {KindByLines(problem.Prompt)}: {problem.GroundTruth}");
        }
    }

    [Fact]
    public void Every_shape_occurs_and_strays_touch_nothing()
    {
        var problems = ProblemSource.Of(Bootcamp, seed: 5, level: 5).Take(150).ToList();
        Assert.Equal(10, problems.Select(problem => problem.GroundTruth.GetProperty("ans").GetString()).Distinct().Count());
        foreach (var segments in problems.Select(problem => DrawnShapes.Read(problem.Prompt)))
        {
            var strays = segments.Where(segment => IsStray(segment, segments)).ToList();
            Assert.Equal(4, strays.Count);
            Assert.All(strays, stray => Assert.All(segments.Where(other => other != stray), other => Assert.True(stray.DistanceTo(other) > 1)));
        }
    }

    [Theory]
    [InlineData("M 0,0 L 4,0 M 4,0 L 4,3 M 4,3 L 0,0", 4)]
    [InlineData("M 4,3 L 0,0 M 0,0 L 3,0 M 3,0 L 1,0 M 1,0 L 4,0 M 4,3 L 4,0 M 9,9 L 8,8", 4)]
    [InlineData("M 0,0 L 4,0 M 4,0 L 4,4 M 4,4 L 0,4 M 0,4 L 0,0", 2)]
    [InlineData("M 0,0 L 4,0 M 4,0 L 5,3 M 5,3 L 1,3 M 1,3 L 0,0", 5)]
    public void Pieces_of_a_side_and_strays_do_not_change_the_shape(string path, int kind) => Assert.Equal([kind], DrawnShapes.NumbersIn(path));

    [Theory]
    [InlineData("")]
    [InlineData("M 0,0 L 4,0 M 4,0 L 4,3")]
    [InlineData("M 0,0 L 4,0 M 4,0 L 3,9 M 3,9 L -1,2 M -1,2 L 0,0")]
    public void Open_chains_and_other_shapes_are_none_of_the_ten(string path) => Assert.Empty(DrawnShapes.NumbersIn(path));

    private static bool IsStray(Segment segment, List<Segment> all) =>
        all.Count(other => other.From == segment.From || other.To == segment.From) == 1 && all.Count(other => other.From == segment.To || other.To == segment.To) == 1;

    private static int KindByLines(string prompt)
    {
        var all = DrawnShapes.Read(prompt);
        var segments = all.Where(segment => !IsStray(segment, all)).ToList();
        var ends = segments.SelectMany(segment => new[] { segment.From, segment.To }).ToList();
        // Each line once, in the form n·p = d, with the direction of the line as an angle from 0 to 180 degrees.
        var lines = new List<(Point Normal, double Offset, double Angle)>();
        foreach (var segment in segments.OrderByDescending(segment => segment.Vector.Length))
        {
            var normal = new Point(-segment.Vector.Y, segment.Vector.X) * (1 / segment.Vector.Length);
            if (lines.Exists(line => Math.Abs(line.Normal.Dot(segment.From) - line.Offset) < 0.02 && Math.Abs(line.Normal.Dot(segment.To) - line.Offset) < 0.02)) continue;
            lines.Add((normal, normal.Dot(segment.From), (Math.Atan2(segment.Vector.Y, segment.Vector.X) * 180 / Math.PI + 360) % 180));
        }
        var lengths = lines.Select(line =>
        {
            var along = ends.Where(end => Math.Abs(line.Normal.Dot(end) - line.Offset) < 0.02).Select(end => line.Normal.Cross(end)).ToList();
            return along.Max() - along.Min();
        }).ToList();
        var angles = (from a in lines from b in lines where a != b select Math.Abs(a.Angle - b.Angle) is var gap && gap > 90 ? 180 - gap : gap).ToList();
        var right = angles.Exists(angle => angle > 89.9);
        var parallel = angles.Count(angle => angle < 0.1) / 2;
        var equal = lengths.Max() - lengths.Min() < 0.01;
        var convex = lines.TrueForAll(line => !(ends.Exists(end => line.Normal.Dot(end) > line.Offset + 0.05) && ends.Exists(end => line.Normal.Dot(end) < line.Offset - 0.05)));
        return (lines.Count, parallel) switch
        {
            (3, _) => right ? 4 : 3,
            (4, 2) => !right ? 5 : equal ? 2 : 1,
            (4, 1) => 6,
            (5, _) => !convex ? 8 : equal && angles.TrueForAll(angle => Math.Abs(angle - 36) < 0.1 || Math.Abs(angle - 72) < 0.1) ? 9 : 7,
            (6, 3) => equal ? 10 : 0,
            _ => 0,
        };
    }
}
