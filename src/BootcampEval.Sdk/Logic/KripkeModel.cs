// Finite models of modal, epistemic and dynamic logic: what a modal formula means.

using System.Numerics;

namespace BootcampEval.Sdk.Logic;

/// <summary>
/// At most 64 worlds (or states), numbered from 0; for each step, where it leads from each world; for each atom, where it holds. Sets of
/// worlds are bit masks: bit w stands for world w.
/// </summary>
/// <param name="Worlds">The number of worlds.</param>
/// <param name="Steps">For each step, the set of worlds it may lead to from each world. A step that is not listed leads nowhere.</param>
/// <param name="Facts">For each atom, the set of worlds in which it holds. An atom that is not listed holds nowhere.</param>
public sealed record KripkeModel(int Worlds, IReadOnlyDictionary<string, ulong[]> Steps, IReadOnlyDictionary<string, ulong> Facts)
{
    private ulong All => Worlds == 64 ? ulong.MaxValue : (1UL << Worlds) - 1;

    /// <summary>Whether a formula holds in a world.</summary>
    public bool Holds(Formula formula, int world) => (WhereHolds(formula) >> world & 1) != 0;

    /// <summary>The set of worlds in which a formula holds.</summary>
    public ulong WhereHolds(Formula formula) => formula switch
    {
        Atom atom => Facts.GetValueOrDefault(atom.Name) & All,
        Negation negation => All & ~WhereHolds(negation.Of),
        Compound { Connective: Connective.And } both => WhereHolds(both.Left) & WhereHolds(both.Right),
        Compound { Connective: Connective.Or } either => WhereHolds(either.Left) | WhereHolds(either.Right),
        Compound { Connective: Connective.Implies } implies => All & (~WhereHolds(implies.Left) | WhereHolds(implies.Right)),
        Compound iff => All & ~(WhereHolds(iff.Left) ^ WhereHolds(iff.Right)),
        Modal { Modality: Modality.Always } always => All & ~WhereReaches(always.Command, All & ~WhereHolds(always.Of)),
        Modal sometimes => WhereReaches(sometimes.Command, WhereHolds(sometimes.Of)),
        _ => throw new ArgumentException($"a formula of type {formula.GetType().Name} has no meaning here", nameof(formula)),
    };

    /// <summary>For each world, the set of worlds in which a run of the command may end.</summary>
    public ulong[] EndsOf(Command command) => command switch
    {
        BasicCommand basic => Steps.TryGetValue(basic.Name, out var ends) ? ends : new ulong[Worlds],
        Sequence sequence => Composed(EndsOf(sequence.First), EndsOf(sequence.Second)),
        Choice choice => [.. EndsOf(choice.Left).Zip(EndsOf(choice.Right), (left, right) => left | right)],
        Iteration iteration => Repeated(EndsOf(iteration.Body)),
        _ => throw new ArgumentException($"a command of type {command.GetType().Name} has no meaning here", nameof(command)),
    };

    private ulong WhereReaches(Command command, ulong goal)
    {
        var ends = EndsOf(command);
        var found = 0UL;
        for (var world = 0; world < Worlds; world++)
            if ((ends[world] & goal) != 0) found |= 1UL << world;
        return found;
    }

    private static ulong[] Composed(ulong[] first, ulong[] second) => [.. first.Select(ends => Union(ends, second))];

    private ulong[] Repeated(ulong[] body)
    {
        var reached = Enumerable.Range(0, Worlds).Select(world => 1UL << world).ToArray();
        for (var grown = true; grown;)
        {
            grown = false;
            for (var world = 0; world < Worlds; world++)
            {
                var next = reached[world] | Union(reached[world], body);
                grown |= next != reached[world];
                reached[world] = next;
            }
        }
        return reached;
    }

    private static ulong Union(ulong worlds, ulong[] sets)
    {
        var union = 0UL;
        for (; worlds != 0; worlds &= worlds - 1) union |= sets[BitOperations.TrailingZeroCount(worlds)];
        return union;
    }
}
