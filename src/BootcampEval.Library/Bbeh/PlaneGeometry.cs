// Points and segments in the plane, as much as shapes drawn by segments need.

using System.Globalization;

namespace BootcampEval.Library.Bbeh;

/// <summary>A point.</summary>
internal readonly record struct Point(double X, double Y)
{
    /// <summary>The vector between two points.</summary>
    public static Point operator -(Point a, Point b) => new(a.X - b.X, a.Y - b.Y);

    /// <summary>A point moved by a vector.</summary>
    public static Point operator +(Point a, Point b) => new(a.X + b.X, a.Y + b.Y);

    /// <summary>A vector made longer or shorter.</summary>
    public static Point operator *(Point a, double factor) => new(a.X * factor, a.Y * factor);

    /// <summary>Its distance from the origin.</summary>
    public double Length => Math.Sqrt((X * X) + (Y * Y));

    /// <summary>The scalar product.</summary>
    public double Dot(Point other) => (X * other.X) + (Y * other.Y);

    /// <summary>The cross product: above 0 for a turn to the left.</summary>
    public double Cross(Point other) => (X * other.Y) - (Y * other.X);

    /// <summary>The point a fraction of the way from one to the other.</summary>
    public static Point Between(Point from, Point to, double fraction) => from + ((to - from) * fraction);

    /// <summary>A vector turned by the angle of another, which has length 1.</summary>
    public Point TurnedBy(Point unit) => new((X * unit.X) - (Y * unit.Y), (X * unit.Y) + (Y * unit.X));

    /// <summary>
    /// The vector of length 1 at twice the angle whose tangent is given: between -1 and 1 for a quarter turn to either side. Without sine and cosine,
    /// which may differ in their last bits between platforms.
    /// </summary>
    public static Point UnitAtTwice(double tangent) =>
        new((1 - (tangent * tangent)) / (1 + (tangent * tangent)), 2 * tangent / (1 + (tangent * tangent)));

    /// <summary>With coordinates of 5 decimals.</summary>
    public Point Rounded() => new(Math.Round(X, 5), Math.Round(Y, 5));

    /// <inheritdoc/>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{X:F5},{Y:F5}");
}

/// <summary>A straight line between two points.</summary>
internal readonly record struct Segment(Point From, Point To)
{
    /// <summary>From its start to its end.</summary>
    public Point Vector => To - From;

    /// <summary>The distance of a point from the nearest point of the segment.</summary>
    public double DistanceTo(Point point)
    {
        var along = Math.Clamp((point - From).Dot(Vector) / Vector.Dot(Vector), 0, 1);
        return (point - Point.Between(From, To, along)).Length;
    }

    /// <summary>The least distance from another segment; 0 when they cross.</summary>
    public double DistanceTo(Segment other) => Crosses(other) ? 0 : Math.Min(
        Math.Min(DistanceTo(other.From), DistanceTo(other.To)), Math.Min(other.DistanceTo(From), other.DistanceTo(To)));

    private bool Crosses(Segment other) => Separates(other) && other.Separates(this);

    private bool Separates(Segment other) => Vector.Cross(other.From - From) > 0 != Vector.Cross(other.To - From) > 0;

    /// <summary>As a piece of an SVG path.</summary>
    public override string ToString() => $"M {From} L {To}";
}
