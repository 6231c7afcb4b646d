// Facts and rules about animals, made backwards from the statement that they are to prove or to leave open.

using BootcampEval.Sdk;

namespace BootcampEval.Library.Bbeh;

/// <summary>
/// A defeasible theory built from a statement down to facts. Every pair of a deed and the animal it is done to is used for one statement (and its
/// opposite) only, so that no rule, not even one about any animal, applies where it is not meant to.
/// </summary>
internal sealed class RuleTheory
{
    /// <summary>More rules than this are too many to read.</summary>
    public const int MostRules = 60;

    private readonly PuzzleRandom _random;
    private readonly Stack<(Deed Deed, string Object)> _unused;

    public RuleTheory(PuzzleRandom random)
    {
        _random = random;
        _unused = new(random.Shuffled(Deeds.SelectMany(deed => Animals.Select(animal => (deed, animal)))));
    }

    /// <summary>The facts.</summary>
    public List<Statement> Facts { get; } = [];

    /// <summary>The rules.</summary>
    public List<Rule> Rules { get; } = [];

    /// <summary>Which of two opposite rules prevails, by their places in <see cref="Rules"/>.</summary>
    public List<(int Winner, int Loser)> Precedence { get; } = [];

    /// <summary>Makes facts and rules for a statement.</summary>
    /// <param name="depth">The longest chain of rules.</param>
    /// <param name="answer"><c>proved</c>, <c>disproved</c> or <c>unknown</c>.</param>
    public (Statement Asked, string Answer) Derive(int depth, string answer)
    {
        var asked = New(subject: null);
        if (answer == "proved") MakeHold(asked, depth);
        else if (answer == "disproved") MakeHold(asked.Opposite, depth);
        else LeaveOpen(asked, depth);
        for (var i = _random.Between(1, 3); i > 0; i--) Facts.Add(New(subject: null)); // they lead nowhere
        return (asked, answer);
    }

    private bool IsFull => Rules.Count > MostRules;

    private void MakeHold(Statement statement, int depth)
    {
        if (depth == 0 || IsFull)
        {
            Facts.Add(statement);
            return;
        }
        var rule = AddRule(statement);
        MakeAllHold(Rules[rule].Conditions, depth - 1);
        if (!_random.Chance(0.5)) return;
        // A rule for the opposite, which either yields or does not apply.
        var against = AddRule(statement.Opposite);
        var yields = _random.Chance(0.5);
        Precedence.Add(yields ? (rule, against) : (against, rule));
        if (yields) MakeAllHold(Rules[against].Conditions, depth - 1);
        else MakeOneFail(Rules[against].Conditions, depth - 1);
    }

    private void LeaveOpen(Statement statement, int depth)
    {
        if (depth == 0 || IsFull) return;
        var rule = AddRule(statement);
        MakeOneFail(Rules[rule].Conditions, depth - 1);
        if (!_random.Chance(0.5)) return;
        var against = AddRule(statement.Opposite);
        MakeOneFail(Rules[against].Conditions, depth - 1);
        Precedence.Add(_random.Chance(0.5) ? (rule, against) : (against, rule));
    }

    // One condition takes the whole depth, the others any part of it.
    private void MakeAllHold(Statement[] conditions, int depth)
    {
        var deepest = _random.Below(conditions.Length);
        for (var i = 0; i < conditions.Length; i++) MakeHold(conditions[i], i == deepest ? depth : _random.Between(0, depth));
    }

    // The condition that fails is left open, or its opposite holds.
    private void MakeOneFail(Statement[] conditions, int depth)
    {
        var failing = _random.Below(conditions.Length);
        for (var i = 0; i < conditions.Length; i++)
        {
            if (i != failing) MakeHold(conditions[i], _random.Between(0, depth));
            else if (_random.Chance(0.6)) LeaveOpen(conditions[i], depth);
            else MakeHold(conditions[i].Opposite, depth);
        }
    }

    private int AddRule(Statement conclusion)
    {
        var subject = conclusion.Subject;
        Rules.Add(_random.Below(5) switch
        {
            0 => new(RuleForm.AnyAnimal, [New(subject)], conclusion),
            1 => new(RuleForm.AnyAnimal, [New(subject), New(subject)], conclusion),
            2 => new(RuleForm.Named, [New(null)], conclusion),
            3 => new(RuleForm.Named, [New(null), New(null)], conclusion),
            _ => new(RuleForm.SomeAnimal, [New(null)], conclusion),
        });
        return Rules.Count - 1;
    }

    // A statement with a deed and an object that nothing else speaks of; nobody does anything to themselves.
    private Statement New(string? subject)
    {
        while (true)
        {
            var (deed, whom) = _unused.Pop();
            if (whom != subject) return new(subject ?? _random.Pick(Animals.Where(animal => animal != whom).ToArray()), deed, whom, _random.Chance(0.5));
        }
    }

    /// <summary>What an animal does: <c>greets</c>, <c>greet</c>.</summary>
    public sealed record Deed(string Does, string Do);

    /// <summary>That an animal does something to another, or does not.</summary>
    public sealed record Statement(string Subject, Deed Deed, string Object, bool IsDone)
    {
        /// <summary>The statement that holds when this one is false.</summary>
        public Statement Opposite => this with { IsDone = !IsDone };

        /// <summary>What is said of the subject.</summary>
        public string Predicate => IsDone ? $"{Deed.Does} the {Object}" : $"does not {Deed.Do} the {Object}";

        /// <inheritdoc/>
        public override string ToString() => $"the {Subject} {Predicate}";
    }

    /// <summary>Of whom the conditions of a rule speak.</summary>
    public enum RuleForm
    {
        /// <summary>Of any animal, which the conclusion is then about.</summary>
        AnyAnimal,

        /// <summary>Of the animals that are named.</summary>
        Named,

        /// <summary>Of some animal, whichever it is.</summary>
        SomeAnimal,
    }

    /// <summary>A rule.</summary>
    public sealed record Rule(RuleForm Form, Statement[] Conditions, Statement Conclusion)
    {
        /// <inheritdoc/>
        public override string ToString() => Form switch
        {
            RuleForm.AnyAnimal => $"If any animal {string.Join(" and ", Conditions.Select(condition => condition.Predicate))}, then it {Conclusion.Predicate}",
            RuleForm.Named => $"If {string.Join(" and ", Conditions.Select(condition => condition.ToString()))}, then {Conclusion}",
            _ => $"If at least one animal {Conditions[0].Predicate}, then {Conclusion}",
        };
    }

    private static readonly string[] Animals =
    [
        "badger", "beaver", "camel", "crane", "donkey", "falcon", "ferret", "gecko", "goose", "hamster", "heron", "ibis", "jackal", "koala", "lynx", "magpie",
        "marten", "mole", "newt", "ocelot", "otter", "panther", "pelican", "quail", "raven", "stoat", "tapir", "toad", "vole", "weasel", "yak", "zebu",
    ];

    private static readonly Deed[] Deeds =
    [
        new("greets", "greet"), new("follows", "follow"), new("feeds", "feed"), new("trusts", "trust"), new("guards", "guard"), new("admires", "admire"),
        new("visits", "visit"), new("paints", "paint"), new("teaches", "teach"), new("pays", "pay"), new("thanks", "thank"), new("calls", "call"),
        new("lends a card to", "lend a card to"), new("swaps places with", "swap places with"), new("keeps a secret from", "keep a secret from"),
        new("opens the gate for", "open the gate for"), new("sits next to", "sit next to"), new("votes for", "vote for"), new("builds a bridge for", "build a bridge for"),
        new("steals a token from", "steal a token from"), new("rolls the dice for", "roll the dice for"), new("blocks the path of", "block the path of"),
        new("copies the moves of", "copy the moves of"), new("waits for", "wait for"),
    ];
}
