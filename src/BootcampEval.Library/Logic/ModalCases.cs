// Every case that statements of one modality about one proposition can tell apart: what is possible, and what is so.

using BootcampEval.Sdk.Logic;

namespace BootcampEval.Library.Logic;

/// <summary>
/// Models for "necessary" and "possible", or "obligatory" and "permitted", applied to the atom <c>p</c> at most once in a row: a world here,
/// and the worlds that are possible (or permitted) from it.
/// </summary>
internal static class ModalCases
{
    /// <summary>The atom that the statements are about.</summary>
    public static Formula P { get; } = new Atom("p");

    /// <summary>It is necessary, or obligatory, that.</summary>
    public static Formula Always(Formula formula) => new Modal(Modality.Always, Command.Plain, formula);

    /// <summary>It is possible, or permitted, that.</summary>
    public static Formula Sometimes(Formula formula) => new Modal(Modality.Sometimes, Command.Plain, formula);

    /// <summary>What is so is possible; what is necessary is so. The world here is 0; only there are the cases looked at.</summary>
    public static IReadOnlyList<KripkeModel> Reflexive { get; } = [Case(0b01, 0b01), Case(0b01, 0b11), Case(0b10, 0b01), Case(0b10, 0b11)];

    /// <summary>Something is permitted, whatever is so: what is obligatory is permitted, but need not be done.</summary>
    public static IReadOnlyList<KripkeModel> Serial { get; } =
        [.. from facts in new ulong[] { 0b01, 0b10 } from seen in new ulong[] { 0b01, 0b10, 0b11 } select Case(facts, seen)];

    /// <summary>How two formulas stand to each other in all cases of a kind.</summary>
    public static LogicalRelation Relation(Formula first, Formula second, IReadOnlyList<KripkeModel> cases) =>
        LogicalRelations.Between(cases.Select(model => (model.Holds(first, 0), model.Holds(second, 0))));

    /// <summary>Whether the second formula holds in every case in which the first does.</summary>
    public static bool Entails(Formula premise, Formula conclusion, IReadOnlyList<KripkeModel> cases) =>
        cases.All(model => !model.Holds(premise, 0) || model.Holds(conclusion, 0));

    // Two worlds that differ in p: where p holds, and which of them world 0 sees.
    private static KripkeModel Case(ulong facts, ulong seen) =>
        new(2, new Dictionary<string, ulong[]> { [""] = [seen, 0b11] }, new Dictionary<string, ulong> { ["p"] = facts });
}
