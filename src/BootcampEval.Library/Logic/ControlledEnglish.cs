// Sentences in a small, regular English, made together with the first-order formulas that they stand for.

using BootcampEval.Sdk;
using BootcampEval.Sdk.Logic;

namespace BootcampEval.Library.Logic;

/// <summary>
/// Makes one sentence about people and its formula. Words are never used twice in a sentence; each gets the next letter, each quantifier the
/// next variable.
/// </summary>
internal sealed class ControlledEnglish
{
    private readonly PuzzleRandom _random;
    private readonly Queue<string> _nouns, _habits, _verbs, _people;
    private readonly Queue<string> _letters = new(["F", "G", "H", "K", "L", "M", "N", "P", "Q", "R", "S", "T"]);
    private readonly Queue<string> _variables = new(["x", "y", "z", "u", "v", "w"]);
    private readonly Queue<string> _constants = new(["a", "b", "c", "d"]);

    private ControlledEnglish(PuzzleRandom random)
    {
        _random = random;
        _nouns = new(random.Sample(Vocabulary.Classes, 8));
        _habits = new(random.Sample(Vocabulary.Habits, 8));
        _verbs = new(random.Sample(Verbs, 8));
        _people = new(random.Sample(Vocabulary.People, 4));
    }

    /// <summary>What each letter stands for, as <c>F(x)</c>: "x is a potter", <c>a</c>: "Alma".</summary>
    public SortedDictionary<string, string> Readings { get; } = new(StringComparer.Ordinal);

    /// <summary>A sentence of a size from 1 to 5: one quantifier, two, a relative clause, two sentences joined, all of this.</summary>
    public static (string Sentence, Formula Formula, IReadOnlyDictionary<string, string> Readings) Make(PuzzleRandom random, int size)
    {
        var english = new ControlledEnglish(random);
        var (text, formula) = size switch
        {
            1 => english.Simple(),
            2 => english.Clause(relations: 1, relatives: 0),
            3 => english.Clause(relations: 1, relatives: 1),
            4 => english.Joined(relations: 1, relatives: 0),
            _ => english.Joined(relations: 1, relatives: 1),
        };
        return (char.ToUpperInvariant(text[0]) + text[1..] + ".", formula, english.Readings);
    }

    /// <summary>Things that people do to people.</summary>
    public static IReadOnlyList<string> Verbs { get; } =
        ["admires", "distrusts", "envies", "greets", "helps", "misses", "obeys", "outranks", "thanks", "trusts", "visits", "warns"];

    private readonly record struct Piece(string Text, Formula Formula);

    private (string, Formula) Simple()
    {
        if (_random.Chance(0.6)) return Clause(relations: 0, relatives: 0);
        var (name, constant) = Person();
        var (first, second) = (Habit(constant), Habit(constant));
        return ($"{name} {first.Text} and {second.Text}", first.Formula.And(second.Formula));
    }

    private (string, Formula) Joined(int relations, int relatives)
    {
        var kind = _random.Below(4);
        var (first, firstFormula) = Clause(relations, relatives);
        if (kind == 3) return ($"it is not the case that {first}", firstFormula.Negated());
        var (second, secondFormula) = _random.Chance(0.5) ? Clause(0, relatives) : PersonClause();
        return kind switch
        {
            0 => ($"if {first}, then {second}", firstFormula.Implies(secondFormula)),
            1 => ($"either {first}, or {second}, or both", firstFormula.Or(secondFormula)),
            _ => ($"{first}, and {second}", firstFormula.And(secondFormula)),
        };
    }

    private (string, Formula) PersonClause()
    {
        var (name, constant) = Person();
        var predicate = Predicate(constant, _random.Below(2), 0);
        return ($"{name} {predicate.Text}", predicate.Formula);
    }

    private (string, Formula) Clause(int relations, int relatives) => Quantify(relatives, subject => Predicate(subject, relations, relatives), "");

    // "every N P", "some N P", "no N P", with the predicate made last, as it stands last in formula and sentence.
    private (string, Formula) Quantify(int relatives, Func<string, Piece> predicate, string verb)
    {
        var word = _random.Pick("every", "some", "no");
        var variable = _variables.Dequeue();
        var noun = Noun(variable, relatives);
        var said = predicate(variable);
        var text = verb == "" ? $"{word} {noun.Text} {said.Text}" : $"{verb} {word} {noun.Text}";
        return word switch
        {
            "every" => (text, new Quantified(Quantifier.All, variable, noun.Formula.Implies(said.Formula))),
            "some" => (text, new Quantified(Quantifier.Some, variable, noun.Formula.And(said.Formula))),
            _ => (text, new Quantified(Quantifier.All, variable, noun.Formula.Implies(said.Formula.Negated()))),
        };
    }

    private Piece Noun(string variable, int relatives)
    {
        var singular = _nouns.Dequeue().TrimEnd('s');
        var noun = new Piece(singular, Named("x", $"x is {("aeio".Contains(singular[0], StringComparison.Ordinal) ? "an" : "a")} {singular}", variable));
        if (relatives == 0) return noun;
        var relative = Predicate(variable, _random.Below(2), relatives - 1);
        return new($"{noun.Text} who {relative.Text}", noun.Formula.And(relative.Formula));
    }

    private Piece Predicate(string subject, int relations, int relatives)
    {
        if (relations == 0) return Habit(subject);
        var verb = _verbs.Dequeue();
        var letter = _letters.Dequeue();
        Readings[$"{letter}(x,y)"] = $"x {verb} y";
        if (_constants.Count > 2 && _random.Chance(0.2))
        {
            var (name, constant) = Person();
            return new($"{verb} {name}", new Atom($"{letter}({subject},{constant})"));
        }
        var (text, formula) = Quantify(relatives, other => new("", new Atom($"{letter}({subject},{other})")), verb);
        return new(text, formula);
    }

    private Piece Habit(string subject)
    {
        var habit = _habits.Dequeue();
        return new(habit, Named("x", $"x {habit}", subject));
    }

    private Atom Named(string variable, string reading, string subject)
    {
        var letter = _letters.Dequeue();
        Readings[$"{letter}({variable})"] = reading;
        return new($"{letter}({subject})");
    }

    private (string Name, string Constant) Person()
    {
        var (name, constant) = (_people.Dequeue(), _constants.Dequeue());
        Readings[constant] = name;
        return (name, constant);
    }
}
