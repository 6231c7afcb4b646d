// Formulas for the properties below.

using BootcampEval.Sdk.Logic;
using CsCheck;

namespace BootcampEval.Sdk.Tests.Logic;

internal static class RandomFormulas
{
    private static readonly Gen<Formula> Atoms = Gen.Int[0, 3].Select(Formula (i) => new Atom("pqrs"[i].ToString()));

    private static readonly Gen<Connective> Connectives = Gen.Enum<Connective>();

    private static readonly Gen<Modality> Modalities = Gen.Enum<Modality>();

    public static Gen<Command> Commands { get; } = Gen.Recursive<Command>((depth, inner) => depth == 4 ? BasicCommands : Gen.OneOf(
        BasicCommands,
        Gen.Select(inner, inner, Command (first, second) => new Sequence(first, second)),
        Gen.Select(inner, inner, Command (left, right) => new Choice(left, right)),
        inner.Select(Command (body) => new Iteration(body))));

    public static Gen<Formula> Propositional { get; } = Of(modal: false);

    public static Gen<Formula> Modal { get; } = Of(modal: true);

    private static Gen<Command> BasicCommands => Gen.Int[0, 2].Select(Command (i) => new BasicCommand("abc"[i].ToString()));

    private static Gen<Formula> Of(bool modal) => Gen.Recursive<Formula>((depth, inner) =>
    {
        if (depth == 5) return Atoms;
        var negations = inner.Select(Formula (of) => new Negation(of));
        var compounds = Gen.Select(Connectives, inner, inner, Formula (connective, left, right) => new Compound(connective, left, right));
        if (!modal) return Gen.OneOf(Atoms, negations, compounds);
        return Gen.OneOf(Atoms, negations, compounds, Gen.Select(Modalities, Commands, inner, Formula (modality, command, of) => new Modal(modality, command, of)));
    });
}
