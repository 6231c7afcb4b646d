// Rewritten formulas mean the same in every machine and are what the rules lead to from the outside in; states are found by running commands.

using System.Text.Json;
using System.Text.RegularExpressions;
using BootcampEval.Sdk;
using BootcampEval.Sdk.Logic;

namespace BootcampEval.Library.Tests.Logic;

public sealed partial class KorLogicDynamicLogicTests
{
    private const string Name = "KorLogicDynamicLogic";

    [Fact]
    public void The_rules_used_from_the_outside_in_lead_to_the_key()
    {
        foreach (var problem in FreshProblems.Of(Name).Where(problem => problem.Has("problem")))
        {
            var given = Read(problem.Labelled("Formula:"));
            var result = Write(Rewrite(given, leftBehind: []));

            Assert.Equal(problem.Text("expected"), result);
            Assert.Equal(1, problem.ScoreOf($"[[{result}]]"));
            Assert.Equal(0, problem.ScoreOf($"[[{problem.Labelled("Formula:")}]]"));
        }
    }

    [Fact]
    public void Every_accepted_formula_means_the_same_as_the_given_one()
    {
        var random = new PuzzleRandom(3);
        foreach (var problem in FreshProblems.Of(Name).Where(problem => problem.Has("problem")))
        {
            var given = Read(problem.Labelled("Formula:"));
            for (var i = 0; i < 20; i++)
            {
                var model = new KripkeModel(
                    4,
                    "abcdefgh".ToDictionary(name => name.ToString(), _ => Enumerable.Range(0, 4).Select(_ => (ulong)random.Below(16)).ToArray()),
                    new Dictionary<string, ulong> { ["p"] = (ulong)random.Below(16) });
                Assert.All(problem.Texts("valid_variants"), variant => Assert.Equal(model.WhereHolds(given), model.WhereHolds(Read(variant))));
            }
        }
    }

    [Fact]
    public void Running_the_machine_of_the_prompt_finds_one_state_alone_among_the_four()
    {
        foreach (var problem in FreshProblems.Of(Name).Where(problem => problem.Has("options")))
        {
            var machine = new Machine(problem.Prompt);
            var formula = Read(problem.Labelled("Formula:"));
            var offered = Regexes.Offered().Match(problem.Prompt).Groups[1].Value.Split(", ");

            Assert.Equal(problem.Texts("options"), offered);
            Assert.Equal([problem.Text("correct")], offered.Where(state => machine.Holds(formula, state[0])));
        }
    }

    [Theory]
    [InlineData("[[ (φ ∨ [c] [c*]φ) ]]", 1)]
    [InlineData("[[(φ ∨ ⟨c⟩⟨c*⟩φ)]]", 1)]
    [InlineData("[[φ ∨ [c][c*]φ]]", 0)]
    public void An_answer_is_looked_up_without_blanks_and_with_square_brackets(string output, double score)
    {
        var truth = JsonElement.Parse("""{"type": "expression", "rule": "Loop", "problem": "", "expected": "(φ ∨ [c][c*]φ)", "valid_variants": ["(φ ∨ [c][c*]φ)", "(φ∨[c][c*]φ)"]}""");

        Assert.Equal(score, Bootcamps.Named(Name).Verify(output, truth).Score);
    }

    private static Formula Read(string text) => FormulaReader.Read(text, Notation.Unicode).Answer;

    // The first rule that fits at the outermost place, then inwards. A loop that the Loop rule left behind is not unfolded again.
    private static Formula Rewrite(Formula formula, HashSet<Command> leftBehind) => formula switch
    {
        Compound both => new Compound(Connective.And, Rewrite(both.Left, leftBehind), Rewrite(both.Right, leftBehind)),
        Modal { Command: Sequence sequence } modal => Rewrite(After(sequence.First, After(sequence.Second, modal.Of)), leftBehind),
        Modal { Command: Choice choice } modal => Rewrite(new Compound(Connective.And, After(choice.Left, modal.Of), After(choice.Right, modal.Of)), leftBehind),
        Modal { Command: Iteration loop } modal when !leftBehind.Any(left => ReferenceEquals(left, loop)) => Unfold(modal, loop, leftBehind),
        Modal modal => new Modal(modal.Modality, modal.Command, Rewrite(modal.Of, leftBehind)),
        _ => formula,
    };

    private static Compound Unfold(Modal modal, Iteration loop, HashSet<Command> leftBehind)
    {
        var left = new Iteration(loop.Body);
        var known = new HashSet<Command>(leftBehind, ReferenceEqualityComparer.Instance) { left };
        return new Compound(Connective.And, Rewrite(modal.Of, known), Rewrite(After(loop.Body, After(left, modal.Of)), known));
    }

    private static Modal After(Command command, Formula formula) => new(Modality.Always, command, formula);

    private static string Write(Formula formula) => formula switch
    {
        Atom atom => atom.Name,
        Modal modal => $"[{Notation.Spell(modal.Command)}]{Write(modal.Of)}",
        Compound both => $"({Write(both.Left)}∧{Write(both.Right)})",
        _ => throw new ArgumentException("no such formula is asked for"),
    };

    /// <summary>The machine that a prompt describes, run state by state.</summary>
    private sealed class Machine
    {
        private readonly HashSet<(string Command, char From, char To)> _steps = [];
        private readonly HashSet<(string Fact, char State)> _facts = [];

        public Machine(string prompt)
        {
            foreach (Match step in Regexes.StepLine().Matches(prompt))
                foreach (var to in step.Groups[3].Value.Where(char.IsAsciiLetterUpper)) _steps.Add((step.Groups[1].Value, step.Groups[2].Value[0], to));
            foreach (Match fact in Regexes.FactLine().Matches(prompt))
                foreach (var state in fact.Groups[2].Value.Where(char.IsAsciiLetterUpper)) _facts.Add((fact.Groups[1].Value, state));
        }

        public bool Holds(Formula formula, char state) => formula switch
        {
            Atom atom => _facts.Contains((atom.Name, state)),
            Negation negation => !Holds(negation.Of, state),
            Compound { Connective: Connective.And } both => Holds(both.Left, state) && Holds(both.Right, state),
            Compound either => Holds(either.Left, state) || Holds(either.Right, state),
            Modal { Modality: Modality.Always } always => Ends(always.Command, state).All(end => Holds(always.Of, end)),
            Modal sometimes => Ends(sometimes.Command, state).Any(end => Holds(sometimes.Of, end)),
            _ => throw new ArgumentException("no such formula is asked for"),
        };

        private IEnumerable<char> Ends(Command command, char state) => command switch
        {
            BasicCommand basic => _steps.Where(step => step.Command == basic.Name && step.From == state).Select(step => step.To),
            Sequence sequence => Ends(sequence.First, state).SelectMany(middle => Ends(sequence.Second, middle)),
            Choice choice => Ends(choice.Left, state).Concat(Ends(choice.Right, state)),
            Iteration loop => EndsOfLoop(loop.Body, state),
            _ => throw new ArgumentException("no such command is used"),
        };

        private HashSet<char> EndsOfLoop(Command body, char state)
        {
            HashSet<char> reached = [state];
            for (var open = new Stack<char>(reached); open.TryPop(out var next);)
                foreach (var end in Ends(body, next))
                    if (reached.Add(end)) open.Push(end);
            return reached;
        }
    }

    private static partial class Regexes
    {
        [GeneratedRegex("^([a-h]) leads from ([A-L]) to (.+)\\.$", RegexOptions.Multiline)]
        public static partial Regex StepLine();

        [GeneratedRegex("^([pq]) is true in (.+) and in no other state\\.$", RegexOptions.Multiline)]
        public static partial Regex FactLine();

        [GeneratedRegex("these four states the formula is true: ([A-L, ]+)\\.")]
        public static partial Regex Offered();
    }
}
