// Two lines that may not be equal throughout.

namespace BootcampEval.Sdk.Puzzles.Constraints;

/// <summary>Two equally long lines of variables differ in at least one place.</summary>
internal sealed class LinesDiffer(IReadOnlyList<int> line, IReadOnlyList<int> other) : Constraint([.. line, .. other])
{
    private readonly int _length = line.Count;

    public override bool IsIdempotent => true;

    public override bool Propagate(Domains domains)
    {
        var open = -1;
        for (var i = 0; i < _length; i++)
        {
            ulong a = domains[Scope[i]], b = domains[Scope[i + _length]];
            if ((a & b) == 0) return true;
            if (domains.IsFixed(Scope[i]) && domains.IsFixed(Scope[i + _length])) continue;
            if (open >= 0) return true;
            open = i;
        }
        if (open < 0) return false;
        int x = Scope[open], y = Scope[open + _length];
        if (domains.IsFixed(x)) return domains.Remove(y, domains[x]);
        return !domains.IsFixed(y) || domains.Remove(x, domains[y]);
    }
}
