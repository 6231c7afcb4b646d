// What follows from the seven axioms of belief and doubt: derivation step by step, over statements about a group of people.

using BootcampEval.Sdk.Logic;

namespace BootcampEval.Library.Logic;

/// <summary>
/// The axioms of belief, spelled out for a group of people, some things they may believe, and who can recognise whose state of belief.
/// Statements are literals; each axiom for each person and thing is a clause.
/// </summary>
internal sealed class BeliefAxioms
{
    private readonly int _people;
    private readonly int _things;

    /// <summary>Spells out the axioms.</summary>
    /// <param name="people">How many people, at most 7.</param>
    /// <param name="things">How many things, at most 2.</param>
    /// <param name="recognises">Who can recognise whose state of belief.</param>
    public BeliefAxioms(int people, int things, IReadOnlyCollection<(int Who, int Whom)> recognises)
    {
        (_people, _things) = (people, things);
        Clauses = [.. Enumerable.Range(0, things).SelectMany(thing => ClausesAbout(thing, recognises))];
    }

    /// <summary>The axioms for this group.</summary>
    public IReadOnlyList<Clause> Clauses { get; }

    /// <summary>The thing is so.</summary>
    public static Clause IsSo(int thing) => Literal(thing);

    /// <summary>It is common belief of the group that the thing is so.</summary>
    public Clause IsCommon(int thing) => Literal(_things + thing);

    /// <summary>A person firmly believes that the thing is so, or that it is not so.</summary>
    public Clause Believes(int person, int thing, bool isSo) => Literal(Block(isSo ? 0 : 1) + Place(person, thing));

    /// <summary>A person doubts that the thing is so.</summary>
    public Clause Doubts(int person, int thing) => Literal(Block(2) + Place(person, thing));

    /// <summary>A person firmly believes that he or she firmly believes that the thing is so.</summary>
    public Clause BelievesToBelieve(int person, int thing) => Literal(Block(3) + Place(person, thing));

    /// <summary>The opposite of a statement.</summary>
    public static Clause Denied(Clause literal) => new(literal.Negated, literal.Plain);

    /// <summary>Everything that follows from some statements, in the order of how many steps it takes; null if they contradict each other.</summary>
    /// <remarks>
    /// In a step, a clause of which all literals but one are known to be false gives the last one. That finds all that follows here, since
    /// no two axioms lead from a statement to its own opposite and back.
    /// </remarks>
    public IReadOnlyList<(Clause Statement, int Steps)>? Derive(IEnumerable<Clause> given)
    {
        var known = given.Aggregate(Clause.Empty, (all, literal) => all.Union(literal));
        var derived = new List<(Clause, int)>();
        for (var steps = 1; !known.IsTautology; steps++)
        {
            var before = known;
            foreach (var clause in Clauses)
            {
                Clause open = new(clause.Plain & ~before.Negated, clause.Negated & ~before.Plain);
                if (open.Count == 0) return null;
                if (open.Count > 1 || known.Union(open) == known) continue;
                known = known.Union(open);
                derived.Add((open, steps));
            }
            if (known == before) return derived;
        }
        return null;
    }

    private IEnumerable<Clause> ClausesAbout(int thing, IReadOnlyCollection<(int Who, int Whom)> recognises)
    {
        for (var person = 0; person < _people; person++)
        {
            var (so, notSo, doubt) = (Believes(person, thing, true), Believes(person, thing, false), Doubts(person, thing));
            yield return If(so, IsSo(thing));
            yield return If(notSo, Denied(IsSo(thing)));
            yield return If(so, Denied(notSo));
            yield return If(so, BelievesToBelieve(person, thing));
            yield return If(IsCommon(thing), so);
            yield return If(doubt, Denied(so));
        }
        foreach (var (who, whom) in recognises)
        {
            foreach (var isSo in new[] { true, false }) yield return If(Believes(who, thing, isSo), Believes(whom, thing, isSo));
            yield return If(Doubts(who, thing), Doubts(whom, thing));
        }
    }

    private static Clause If(Clause premise, Clause conclusion) => Denied(premise).Union(conclusion);

    private static Clause Literal(int variable) => Clause.Literal(variable, false);

    private int Block(int number) => (_things * 2) + (number * _people * _things);

    private int Place(int person, int thing) => (person * _things) + thing;
}
