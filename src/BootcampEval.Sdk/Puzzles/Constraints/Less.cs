// One variable less than another.

namespace BootcampEval.Sdk.Puzzles.Constraints;

/// <summary>The first variable is less than the second.</summary>
internal sealed class Less(int smaller, int larger) : Constraint([smaller, larger])
{
    public override bool IsIdempotent => true;

    public override bool Propagate(Domains domains)
    {
        var most = domains.Most(Scope[1]);
        return domains.Keep(Scope[0], (1UL << most) - 1) && domains.Keep(Scope[1], ~((2UL << domains.Least(Scope[0])) - 1));
    }
}
