// Categorical propositions: the square of opposition, immediate inferences, and the valid syllogisms.

using BootcampEval.Sdk.Logic;

namespace BootcampEval.Sdk.Tests.Logic;

public sealed class CategoricalTests
{
    [Theory]
    [InlineData(CategoricalForm.A, CategoricalForm.O, LogicalRelation.Contradictory)]
    [InlineData(CategoricalForm.E, CategoricalForm.I, LogicalRelation.Contradictory)]
    [InlineData(CategoricalForm.A, CategoricalForm.E, LogicalRelation.Contrary)]
    [InlineData(CategoricalForm.I, CategoricalForm.O, LogicalRelation.Subcontrary)]
    [InlineData(CategoricalForm.A, CategoricalForm.I, LogicalRelation.Implies)]
    [InlineData(CategoricalForm.E, CategoricalForm.O, LogicalRelation.Implies)]
    [InlineData(CategoricalForm.I, CategoricalForm.A, LogicalRelation.ImpliedBy)]
    [InlineData(CategoricalForm.E, CategoricalForm.E, LogicalRelation.Equivalent)]
    public void The_square_of_opposition_follows_from_what_the_forms_say(CategoricalForm first, CategoricalForm second, LogicalRelation relation) =>
        Assert.Equal(relation, first.RelationTo(second));

    [Fact]
    public void A_statement_that_never_varies_opposes_nothing() =>
        Assert.Equal(LogicalRelation.Independent, LogicalRelations.Between([(true, true), (true, false)]));

    [Fact]
    public void Exactly_the_fifteen_classical_moods_are_valid_without_existential_import()
    {
        string[] moods = [.. Syllogism.Valid.Select(form => $"{form.Figure}-{form.Mood}")];

        Assert.Equal(256, Syllogism.All.Count);
        Assert.Equal(
            ["I-AAA", "I-AII", "I-EAE", "I-EIO", "II-AEE", "II-AOO", "II-EAE", "II-EIO", "III-AII", "III-EIO", "III-IAI", "III-OAO", "IV-AEE", "IV-EIO", "IV-IAI"],
            moods);
    }

    [Fact]
    public void Obverses_and_converses_say_the_same_in_every_world()
    {
        foreach (var form in CategoricalForms.All)
        {
            var given = new CategoricalProposition(form, new("S"), new Term("P").Complement);
            foreach (var world in Worlds())
            {
                Assert.Equal(given.IsTrue(world), given.Obverse.IsTrue(world));
                if (given.Converse is { } converse) Assert.Equal(given.IsTrue(world), converse.IsTrue(world));
                if (given.ConverseByLimitation is { } limited && given.IsTrue(world) && world.Any(kind => kind("S")) && world.Any(kind => !kind("P")))
                    Assert.True(limited.IsTrue(world));
            }
        }
    }

    [Fact]
    public void The_complement_of_a_complement_is_the_class_itself()
    {
        var poets = new Term("poets");

        Assert.Equal("non-poets", poets.Complement.ToString());
        Assert.Equal(poets, poets.Complement.Complement);
    }

    private static IEnumerable<Func<string, bool>[]> Worlds() => Enumerable.Range(0, 16).Select(kinds =>
        Enumerable.Range(0, 4).Where(kind => (kinds >> kind & 1) != 0)
            .Select(Func<string, bool> (kind) => name => (kind >> (name == "S" ? 0 : 1) & 1) != 0).ToArray());
}
