// Taking a value apart into two, as "x, y = value" does.

namespace BootcampEval.Sdk.Python;

/// <summary>Unpacks values of two members: coordinates, in most puzzles.</summary>
public static class PyPair
{
    /// <summary>
    /// The two ints (or bools) that <c>x, y = value</c> gives: from a list, a tuple, the keys of a dictionary, a set, or a byte string. False where it
    /// raises, and where a member is of another type: as an index it would raise as well.
    /// </summary>
    public static bool TryUnpack(PyValue value, out int first, out int second)
    {
        (first, second) = (0, 0);
        if (!value.TryIterate(out var members) || members.Count != 2) return false;
        if (!members[0].TryGetInt(out first) || !members[1].TryGetInt(out second)) return false;
        if (value is PyValue.Set && !IsIteratedFirst(first, second)) (first, second) = (second, first);
        return true;
    }

    /// <summary>
    /// Whether a set of two ints yields the one that was put in first before the other. CPython's table has eight places for it; an int goes to its
    /// remainder by eight, and from a place that is taken on to five times that place plus one.
    /// </summary>
    private static bool IsIteratedFirst(int first, int second)
    {
        const int Mask = 7, Shift = 5;
        var taken = PlaceOf(first);
        var place = PlaceOf(second);
        for (var perturb = (ulong)second; place == taken;)
        {
            perturb >>= Shift;
            place = (int)((((ulong)place * 5) + 1 + perturb) & Mask);
        }
        return taken < place;

        static int PlaceOf(int number) => number & Mask;
    }
}
