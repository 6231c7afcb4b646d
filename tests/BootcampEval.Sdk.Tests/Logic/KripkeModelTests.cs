// The laws of dynamic and modal logic hold in every model, and their look-alikes fail in some.

using BootcampEval.Sdk.Logic;
using CsCheck;

namespace BootcampEval.Sdk.Tests.Logic;

public sealed class KripkeModelTests
{
    private const int Worlds = 4;

    private static readonly Command A = new BasicCommand("a"), B = new BasicCommand("b");

    private static readonly Formula P = new Atom("p"), Q = new Atom("q");

    private static readonly Gen<KripkeModel> Models = Gen.Select(
        Gen.ULong[0, 15].Array[Worlds], Gen.ULong[0, 15].Array[Worlds], Gen.ULong[0, 15].Array[Worlds], Gen.ULong[0, 15].Array[4],
        (a, b, c, facts) => new KripkeModel(
            Worlds,
            new Dictionary<string, ulong[]> { ["a"] = a, ["b"] = b, ["c"] = c },
            new Dictionary<string, ulong> { ["p"] = facts[0], ["q"] = facts[1], ["r"] = facts[2], ["s"] = facts[3] }));

    public static TheoryData<string, string> Laws => new()
    {
        { "[a;b]p", "[a][b]p" },
        { "[a+b]p", "[a]p & [b]p" },
        { "⟨a+b⟩p", "⟨a⟩p | ⟨b⟩p" },
        { "[a*]p", "p & [a][a*]p" },
        { "⟨a*⟩p", "p | ⟨a⟩⟨a*⟩p" },
        { "![a]p", "⟨a⟩!p" },
        { "[a](p & q)", "[a]p & [a]q" },
        { "[a*][a*]p", "[a*]p" },
        { "[a*]p", "p & [a*](p > [a]p)" },
        { "[(a+b);c]p", "[a;c]p & [b;c]p" },
    };

    public static TheoryData<string, string> LookAlikes => new()
    {
        { "[a+b]p", "[a]p | [b]p" },
        { "[a*]p", "p | [a][a*]p" },
        { "[a;b]p", "[b;a]p" },
        { "[a]p", "⟨a⟩p" },
        { "⟨a⟩(p & q)", "⟨a⟩p & ⟨a⟩q" },
        { "[a]p", "p" },
    };

    [Theory]
    [MemberData(nameof(Laws))]
    public void A_law_holds_in_every_world_of_every_model(string left, string right) => Models.Sample(model =>
        Assert.Equal(model.WhereHolds(Read(left)), model.WhereHolds(Read(right))));

    [Theory]
    [MemberData(nameof(LookAlikes))]
    public void A_look_alike_fails_somewhere(string left, string right)
    {
        var random = new PuzzleRandom(1);
        ulong[] Sets(int count) => [.. Enumerable.Range(0, count).Select(_ => (ulong)random.Below(16))];
        Assert.Contains(Enumerable.Range(0, 1000), _ =>
        {
            var facts = Sets(2);
            var model = new KripkeModel(
                Worlds, new Dictionary<string, ulong[]> { ["a"] = Sets(Worlds), ["b"] = Sets(Worlds) }, new Dictionary<string, ulong> { ["p"] = facts[0], ["q"] = facts[1] });
            return model.WhereHolds(Read(left)) != model.WhereHolds(Read(right));
        });
    }

    [Fact]
    public void Always_and_sometimes_are_each_other_s_duals() => Gen.Select(Models, RandomFormulas.Commands, RandomFormulas.Modal).Sample((model, command, formula) =>
        Assert.Equal(
            model.WhereHolds(new Modal(Modality.Always, command, formula)),
            model.WhereHolds(new Modal(Modality.Sometimes, command, formula.Negated()).Negated())));

    [Fact]
    public void A_repeated_command_ends_where_some_number_of_runs_ends()
    {
        var model = new KripkeModel(
            4, new Dictionary<string, ulong[]> { ["a"] = [0b0010, 0b0100, 0b0000, 0b1000] }, new Dictionary<string, ulong> { ["p"] = 0b0100, ["q"] = 0b1011 });

        Assert.Equal(new ulong[] { 0b0111, 0b0110, 0b0100, 0b1000 }, model.EndsOf(new Iteration(A)));
        Assert.True(model.Holds(new Modal(Modality.Sometimes, new Iteration(A), P), 0));
        Assert.False(model.Holds(new Modal(Modality.Always, new Iteration(A), Q), 0));
        Assert.True(model.Holds(new Modal(Modality.Always, B, P), 0));
    }

    [Fact]
    public void A_model_of_64_worlds_uses_every_bit()
    {
        var model = new KripkeModel(
            64, new Dictionary<string, ulong[]> { ["a"] = [.. Enumerable.Range(0, 64).Select(w => 1UL << ((w + 1) % 64))] }, new Dictionary<string, ulong> { ["p"] = 1UL << 63 });

        Assert.Equal(ulong.MaxValue, model.WhereHolds(new Modal(Modality.Sometimes, new Iteration(A), P)));
        Assert.Equal(~(1UL << 63), model.WhereHolds(P.Negated()));
    }

    private static Formula Read(string text) => FormulaReader.Read(text, Notation.Ascii).Answer;
}
