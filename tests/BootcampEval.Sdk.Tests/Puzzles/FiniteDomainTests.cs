// The finite-domain solver against enumeration: it finds all solutions, no others, and knows when there are no more.

using System.Numerics;
using BootcampEval.Sdk.Puzzles;
using CsCheck;

namespace BootcampEval.Sdk.Tests.Puzzles;

public sealed class FiniteDomainTests
{
    private const int Variables = 4;
    private const int Values = 4;

    private static readonly Gen<ulong> Masks = Gen.Int[1, (1 << Values) - 1].Select(mask => (ulong)mask);

    private static readonly Gen<int[]> Scopes = Gen.Int[2, Variables].SelectMany(
        size => Gen.Shuffle(Enumerable.Range(0, Variables).ToArray()).Select(order => order[..size]));

    /// <summary>A constraint of each kind, as it is added to a model and as it is checked on an assignment.</summary>
    private static readonly Gen<Rule> Rules = Gen.OneOf(
        Scopes.Select(scope => new Rule(
            model => model.AllDifferent(scope),
            values => scope.Select(v => values[v]).Distinct().Count() == scope.Length)),
        Gen.Select(Scopes, Gen.Int[-3, 3].Array[Variables], Gen.Int[-8, 8], Gen.Int[0, 5]).Select((scope, factors, low, width) => new Rule(
            model => model.SumBetween(factors[..scope.Length], scope, low, low + width),
            values => scope.Select((v, i) => values[v] * factors[i]).Sum() is var sum && sum >= low && sum <= low + width)),
        Gen.Select(Scopes, Gen.Int[0, 3].Array[Variables], Gen.Int[0, 12]).Select((scope, factors, total) => new Rule(
            model => model.Sum(factors[..scope.Length], scope, total),
            values => scope.Select((v, i) => values[v] * factors[i]).Sum() == total)),
        Gen.Select(Scopes, Gen.Int[0, 3].Array[Variables], Gen.Int[0, 80]).Select((scope, factors, most) => new Rule(
            model => model.SumBetween(factors[..scope.Length], scope, long.MinValue, most),
            values => scope.Select((v, i) => values[v] * factors[i]).Sum() <= most)),
        Gen.Select(Scopes, Masks, Gen.Int[0, 3], Gen.Int[0, 2]).Select((scope, mask, low, width) => new Rule(
            model => model.Count(scope, mask, low, low + width),
            values => scope.Count(v => (mask >> values[v] & 1) == 1) is var count && count >= low && count <= low + width)),
        Gen.Select(Scopes, Gen.Int[0, Values - 1].Array[Variables].Array[0, 12]).Select((scope, tuples) => new Rule(
            model => model.Allowed(scope, [.. tuples.Select(tuple => tuple[..scope.Length])]),
            values => tuples.Any(tuple => scope.Select((v, i) => values[v] == tuple[i]).All(equal => equal)))),
        Gen.Select(Scopes, Gen.Int[-1, 2].Array[3 * Values], Gen.Int[0, 7]).Select((scope, next, accepting) =>
        {
            var automaton = new Automaton(3, Values, (state, value) => next[(state * Values) + value], state => (accepting >> state & 1) == 1);
            return new Rule(model => model.Regular(scope, automaton), values => Accepts(automaton, [.. scope.Select(v => values[v])]));
        }),
        Scopes.Select(scope => new Rule(model => model.Less(scope[0], scope[1]), values => values[scope[0]] < values[scope[1]])),
        Gen.Select(Scopes, Masks, Masks).Select((scope, mask, then) => new Rule(
            model => model.Implies(scope[0], mask, scope[1], then),
            values => (mask >> values[scope[0]] & 1) == 0 || (then >> values[scope[1]] & 1) == 1)),
        Gen.Select(Scopes, Masks.Array[Variables]).Select((scope, masks) => new Rule(
            model => model.AnyOf([.. scope.Select((v, i) => (v, masks[i]))]),
            values => scope.Where((v, i) => (masks[i] >> values[v] & 1) == 1).Any())),
        Gen.Shuffle(Enumerable.Range(0, 4).ToArray()).Select(order => new Rule(
            model => model.LinesDiffer(order[..2], order[2..]),
            values => values[order[0]] != values[order[2]] || values[order[1]] != values[order[3]])));

    [Fact]
    public void Finds_exactly_the_solutions_that_enumeration_finds() =>
        Gen.Select(Masks.Array[Variables], Rules.Array[0, 5]).Sample(
            (domains, rules) =>
            {
                var model = Model(domains, rules);
                var expected = Enumerate(domains).Where(values => rules.All(rule => rule.Holds(values))).Select(Spell).Order(StringComparer.Ordinal).ToList();
                var found = model.Search(int.MaxValue);
                return found.Exhausted && expected.SequenceEqual(found.Solutions.Select(Spell).Order(StringComparer.Ordinal));
            },
            iter: 5_000);

    [Fact]
    public void Finds_the_same_set_of_solutions_when_it_chooses_at_random() =>
        Gen.Select(Masks.Array[Variables], Rules.Array[0, 4], Gen.ULong).Sample(
            (domains, rules, seed) =>
            {
                var model = Model(domains, rules);
                var plain = model.Search(int.MaxValue).Solutions.Select(Spell).ToHashSet(StringComparer.Ordinal);
                var shuffled = model.Search(int.MaxValue, random: new(seed)).Solutions.Select(Spell).ToList();
                return plain.SetEquals(shuffled) && shuffled.Count == plain.Count;
            },
            iter: 1_000);

    [Fact]
    public void Values_given_for_one_search_do_not_outlive_it() =>
        Gen.Select(Masks.Array[Variables], Rules.Array[0, 4], Gen.Int[0, Variables - 1], Masks).Sample(
            (domains, rules, variable, mask) =>
            {
                var model = Model(domains, rules);
                var all = model.Search(int.MaxValue).Solutions;
                var some = model.Search(int.MaxValue, [(variable, mask)]).Solutions;
                var again = model.Search(int.MaxValue).Solutions;
                return some.Count == all.Count(values => (mask >> values[variable] & 1) == 1) && again.Select(Spell).SequenceEqual(all.Select(Spell));
            },
            iter: 1_000);

    [Fact]
    public void Stops_at_the_number_asked_for_and_says_that_there_may_be_more()
    {
        var model = new FiniteDomain();
        model.AddGrid(2, 2, 0, 3);
        var found = model.Search(5);
        Assert.Equal(5, found.Solutions.Count);
        Assert.False(found.Exhausted);
        Assert.False(found.IsUnique);
    }

    [Fact]
    public void Gives_up_when_the_node_budget_is_spent()
    {
        // Ten pigeons in nine holes, told pair by pair: nothing but a long search shows that it is impossible.
        var model = new FiniteDomain();
        for (var pigeon = 0; pigeon < 10; pigeon++) model.Add(0, 8);
        for (var a = 0; a < 10; a++)
            for (var b = a + 1; b < 10; b++) model.AllDifferent([a, b]);
        var found = model.Search(nodeBudget: 500);
        Assert.Empty(found.Solutions);
        Assert.False(found.Exhausted);
        Assert.False(found.IsImpossible);
    }

    [Theory]
    [InlineData("000000010400000000020000000000050407008000300001090000300400200050100000000806000")]
    [InlineData("800000000003600000070090200050007000000045700000100030001000068008500010090000400")]
    [InlineData("100007090030020008009600500005300900010080002600004000300000010040000007007000300")]
    public void Shows_that_a_hard_sudoku_has_one_solution(string givens)
    {
        var model = new FiniteDomain();
        var grid = LatinSquare.AddTo(model, 9);
        for (var box = 0; box < 9; box++)
            model.AllDifferent([.. Enumerable.Range(0, 9).Select(i => grid[(box / 3 * 3) + (i / 3), (box % 3 * 3) + (i % 3)])]);
        for (var i = 0; i < 81; i++)
        {
            if (givens[i] != '0') model.Fix(i, givens[i] - '0');
        }
        var found = model.Search(2);
        Assert.True(found.IsUnique);
        Assert.InRange(found.Nodes, 0, 2_000);
    }

    [Fact]
    public void The_same_seed_gives_the_same_random_solution_and_another_seed_another()
    {
        string Square(ulong seed) => JsonText.Of(LatinSquare.Random(7, new PuzzleRandom(seed)));
        Assert.Equal(Square(1), Square(1));
        Assert.NotEqual(Square(1), Square(2));
    }

    [Fact]
    public void A_constraint_of_ones_own_takes_part_and_its_state_is_taken_back()
    {
        var model = new FiniteDomain();
        int[] variables = [model.Add(0, 3), model.Add(0, 3), model.Add(0, 3)];
        model.Add(new Palindrome(variables, model.NewState(0)));
        Assert.Equal(16, model.Search(int.MaxValue).Solutions.Count);
        Assert.Equal(16, model.Search(int.MaxValue).Solutions.Count);
    }

    [Fact]
    public void A_variable_twice_in_one_constraint_is_refused()
    {
        var model = new FiniteDomain();
        var variable = model.Add(0, 3);
        Assert.Throws<ArgumentException>(() => model.AllDifferent([variable, variable]));
    }

    private static FiniteDomain Model(ulong[] domains, Rule[] rules)
    {
        var model = new FiniteDomain();
        foreach (var values in domains) model.Add(values);
        foreach (var rule in rules) rule.AddTo(model);
        return model;
    }

    private static IEnumerable<int[]> Enumerate(ulong[] domains)
    {
        for (var code = 0; code < BitOperations.RoundUpToPowerOf2((uint)Math.Pow(Values, Variables)); code++)
        {
            var values = Enumerable.Range(0, Variables).Select(i => code >> (2 * i) & 3).ToArray();
            if (values.Select((value, i) => (domains[i] >> value & 1) == 1).All(possible => possible)) yield return values;
        }
    }

    private static bool Accepts(Automaton automaton, int[] word)
    {
        var state = 0;
        foreach (var value in word)
        {
            state = automaton.Next(state, value);
            if (state < 0) return false;
        }
        return (automaton.Accepting >> state & 1) == 1;
    }

    private static string Spell(int[] values) => string.Join(' ', values);

    private sealed record Rule(Action<FiniteDomain> AddTo, Func<int[], bool> Holds);

    /// <summary>First equals last, and a state that counts calls along the way.</summary>
    private sealed class Palindrome(IReadOnlyList<int> scope, int calls) : Constraint(scope)
    {
        public override bool Propagate(Domains domains)
        {
            domains.SetState(calls, domains.State(calls) + 1);
            if (domains.State(calls) > 20) return false;
            return domains.Keep(Scope[0], domains[Scope[^1]]) && domains.Keep(Scope[^1], domains[Scope[0]]);
        }
    }
}
