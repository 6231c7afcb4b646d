// Resolution: resolvents follow, and saturation refutes exactly the clauses that can't all be true.

using BootcampEval.Sdk.Logic;
using CsCheck;

namespace BootcampEval.Sdk.Tests.Logic;

public sealed class ResolutionTests
{
    private static readonly Gen<Clause> Clauses = Gen.Select(Gen.ULong[0, 15], Gen.ULong[0, 15], (plain, negated) => new Clause(plain & ~negated, negated & ~plain))
        .Where(clause => clause != Clause.Empty);

    private static readonly Clause P = Clause.Literal(0, false), NotP = Clause.Literal(0, true), Q = Clause.Literal(1, false);

    [Fact]
    public void A_resolvent_is_true_wherever_both_clauses_are() => Gen.Select(Clauses, Clauses).Sample((left, right) =>
    {
        foreach (var resolvent in left.ResolventsWith(right))
            for (var row = 0UL; row < 16; row++)
                Assert.True(!left.IsTrue(row) || !right.IsTrue(row) || resolvent.IsTrue(row));
    });

    [Fact]
    public void Saturation_refutes_exactly_what_no_row_makes_true() => Clauses.Array[1, 7].Sample(clauses =>
    {
        var satisfiable = Enumerable.Range(0, 16).Any(row => clauses.All(clause => clause.IsTrue((ulong)row)));

        Assert.Equal(!satisfiable, Saturation.Of(clauses)!.Value.IsRefuted);
        Assert.Equal(!satisfiable, Saturation.Of(clauses, keepTautologies: true)!.Value.IsRefuted);
    });

    [Fact]
    public void The_cycle_in_which_it_ends_is_counted_from_one()
    {
        Assert.Equal(new(true, 1, 3), Saturation.Of([P, NotP]));
        Assert.Equal(new(false, 1, 1), Saturation.Of([P]));
        Assert.Equal(new(false, 2, 3), Saturation.Of([P, NotP.Union(Q)]));
        Assert.Equal(new(true, 2, 6), Saturation.Of([P, NotP.Union(Q), Clause.Literal(1, true)]));
    }

    [Fact]
    public void A_clash_on_each_variable_gives_a_resolvent_of_its_own()
    {
        var left = P.Union(Q);
        var right = NotP.Union(Clause.Literal(1, true));

        Assert.Equal([Q.Union(Clause.Literal(1, true)), P.Union(NotP)], left.ResolventsWith(right));
        Assert.All(left.ResolventsWith(right), resolvent => Assert.True(resolvent.IsTautology));
    }
}
