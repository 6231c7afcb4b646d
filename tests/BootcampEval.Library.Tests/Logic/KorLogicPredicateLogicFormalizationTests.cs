// Sentence and formula are read by two parsers of the tests' own and are true in the same small worlds.

using System.Text.Json;
using BootcampEval.Sdk;

namespace BootcampEval.Library.Tests.Logic;

public sealed class KorLogicPredicateLogicFormalizationTests
{
    private const string Name = "KorLogicPredicateLogicFormalization";

    [Fact]
    public void Sentence_and_formula_are_true_in_the_same_worlds()
    {
        var random = new PuzzleRandom(8);
        foreach (var problem in FreshProblems.Of(Name, perLevel: 25))
        {
            foreach (var task in problem.GroundTruth.GetProperty("problems").EnumerateArray())
            {
                var readings = task.GetProperty("predicates").EnumerateObject().ToDictionary(reading => reading.Name, reading => reading.Value.GetString()!);
                var (sentence, formula) = (task.GetProperty("description").GetString()!, task.GetProperty("correct_answer").GetString()!);
                bool sometimesTrue = false, sometimesFalse = false;
                for (var i = 0; i < 150; i++)
                {
                    var world = new World(random, readings);
                    var expected = new Sentence(sentence, world).IsTrue();
                    Assert.True(expected == new FormulaText(formula, world).IsTrue(), $"{sentence} / {formula}");
                    sometimesTrue |= expected;
                    sometimesFalse |= !expected;
                }
                Assert.True(sometimesTrue && sometimesFalse, sentence);
            }
        }
    }

    [Fact]
    public void The_prompt_holds_every_sentence_and_every_reading()
    {
        foreach (var problem in FreshProblems.Of(Name, perLevel: 10))
        {
            foreach (var task in problem.GroundTruth.GetProperty("problems").EnumerateArray())
            {
                Assert.Contains(task.GetProperty("description").GetString()!, problem.Prompt, StringComparison.Ordinal);
                foreach (var reading in task.GetProperty("predicates").EnumerateObject())
                    Assert.Contains($"{reading.Name}: {reading.Value.GetString()}", problem.Prompt, StringComparison.Ordinal);
            }
        }
    }

    [Theory]
    [InlineData("[[ax(f(x) ⇒ ∼ g(x)) ; F(A) & G(A);]]", 1)]
    [InlineData("[[Ax(F(x)⇒\n∼G(x));F(a)&G(a)]]", 1)]
    [InlineData("[[Ax(F(x)⇒~G(x));F(a)&G(a)]]", 0)]
    [InlineData("[[Ax(F(x)⇒∼G(x));G(a)&F(a)]]", 0)]
    [InlineData("[[Ax(F(x)⇒∼G(x))];[F(a)&G(a)]]", 0)]
    public void Formulas_are_compared_letter_by_letter_but_for_case_and_blanks(string output, double score)
    {
        var truth = JsonElement.Parse("""
            {"problems": [{"description": "", "predicates": {}, "correct_answer": "Ax(F(x)⇒∼G(x))"}, {"description": "", "predicates": {}, "correct_answer": "F(a)&G(a)"}], "answer_format": "[[answer;answer]]"}
            """);

        Assert.Equal(score, Bootcamps.Named(Name).Verify(output, truth).Score);
    }

    /// <summary>Three people; what holds of each and between them, drawn at random; and who the named ones are.</summary>
    private sealed class World(PuzzleRandom random, Dictionary<string, string> readings)
    {
        private readonly Dictionary<string, bool> _facts = [];
        private readonly Dictionary<string, int> _people = readings.Where(reading => reading.Key.Length == 1).ToDictionary(reading => reading.Value, _ => random.Below(3));
        private readonly double _density = random.Fraction();

        public static IEnumerable<int> Everyone => [0, 1, 2];

        /// <summary>Whether a reading such as "x trusts y" holds.</summary>
        public bool Holds(string reading, int x, int y = -1)
        {
            Assert.Contains(reading, readings.Values);
            var key = $"{reading}|{x}|{y}";
            if (!_facts.TryGetValue(key, out var fact)) _facts[key] = fact = random.Chance(_density);
            return fact;
        }

        public int? Person(string name) => _people.TryGetValue(name, out var person) ? person : null;

        public bool Knows(string reading) => readings.ContainsValue(reading);

        public string Reading(string key) => readings[key];
    }

    /// <summary>Reads the controlled English from left to right and says at once whether it is true.</summary>
    private sealed class Sentence(string text, World world)
    {
        private readonly string[] _words = (char.ToLowerInvariant(text[0]) + text[1..].TrimEnd('.')).Replace(",", " ,", StringComparison.Ordinal).Split(' ');
        private int _at;

        public bool IsTrue()
        {
            var truth = ReadJoined()();
            Assert.Equal(_words.Length, _at);
            return truth;
        }

        private Func<bool> ReadJoined()
        {
            if (Take("it is not the case that"))
            {
                var denied = ReadSimple();
                return () => !denied();
            }
            var word = Take("if") ? "if" : Take("either") ? "either" : "";
            var first = ReadSimple();
            if (_at == _words.Length) return first;
            Assert.True(Take(word switch { "if" => ", then", "either" => ", or", _ => ", and" }));
            var second = ReadSimple();
            if (word == "either") Assert.True(Take(", or both"));
            return word switch { "if" => () => !first() || second(), "either" => () => first() || second(), _ => () => first() && second() };
        }

        private Func<bool> ReadSimple()
        {
            var subject = ReadNounPhrase();
            var predicate = ReadPredicate();
            if (Take("and"))
            {
                var second = ReadPredicate();
                return () => subject(person => predicate(person) && second(person));
            }
            return () => subject(predicate);
        }

        private Func<Func<int, bool>, bool> ReadNounPhrase()
        {
            var word = _words[_at++];
            if (word is not ("every" or "some" or "no"))
                return predicate => predicate((world.Person(word) ?? world.Person(char.ToUpperInvariant(word[0]) + word[1..]))!.Value);
            var noun = ReadNoun();
            return word switch
            {
                "every" => predicate => World.Everyone.All(person => !noun(person) || predicate(person)),
                "some" => predicate => World.Everyone.Any(person => noun(person) && predicate(person)),
                _ => predicate => !World.Everyone.Any(person => noun(person) && predicate(person)),
            };
        }

        private Func<int, bool> ReadNoun()
        {
            var noun = _words[_at++];
            var reading = $"x is {("aeiou".Contains(noun[0], StringComparison.Ordinal) ? "an" : "a")} {noun}";
            if (!Take("who")) return person => world.Holds(reading, person);
            var relative = ReadPredicate();
            return person => world.Holds(reading, person) && relative(person);
        }

        private Func<int, bool> ReadPredicate()
        {
            var end = _at + 1;
            while (end < _words.Length && _words[end] is not ("every" or "some" or "no" or "," or "and") && world.Person(_words[end]) is null && !IsHabit(end)) end++;
            if (IsHabit(end))
            {
                var habit = $"x {string.Join(' ', _words[_at..end])}";
                _at = end;
                return person => world.Holds(habit, person);
            }
            var verb = _words[_at++];
            var other = ReadNounPhrase();
            return person => other(patient => world.Holds($"x {verb} y", person, patient));
        }

        // A habit is known by its words being a reading of their own.
        private bool IsHabit(int end) => world.Knows($"x {string.Join(' ', _words[_at..end])}");

        private bool Take(string phrase)
        {
            var words = phrase.Split(' ');
            if (!_words.AsSpan(_at).StartsWith(words)) return false;
            _at += words.Length;
            return true;
        }
    }

    /// <summary>Reads a formula in the spelling of the answers and says whether it is true.</summary>
    private sealed class FormulaText(string text, World world)
    {
        private int _at;

        public bool IsTrue()
        {
            var truth = ReadJoined()([]);
            Assert.Equal(text.Length, _at);
            return truth;
        }

        private Func<Dictionary<char, int>, bool> ReadJoined()
        {
            var left = ReadUnit();
            if (_at == text.Length || text[_at] == ')') return left;
            var sign = text[_at++];
            var right = ReadUnit();
            return sign switch
            {
                '&' => values => left(values) && right(values),
                '|' => values => left(values) || right(values),
                '⇒' => values => !left(values) || right(values),
                _ => throw new ArgumentException($"{sign} in {text}"),
            };
        }

        private Func<Dictionary<char, int>, bool> ReadUnit()
        {
            var sign = text[_at++];
            if (sign == '∼')
            {
                var denied = ReadUnit();
                return values => !denied(values);
            }
            if (sign == '(')
            {
                var inner = ReadJoined();
                Assert.Equal(')', text[_at++]);
                return inner;
            }
            if (sign is 'A' or 'E')
            {
                var variable = text[_at++];
                var of = ReadUnit();
                Func<Dictionary<char, int>, int, bool> with = (values, person) => of(new(values) { [variable] = person });
                return sign == 'A' ? values => World.Everyone.All(person => with(values, person)) : values => World.Everyone.Any(person => with(values, person));
            }
            var close = text.IndexOf(')', _at);
            var arguments = text[(_at + 1)..close].Split(',').Select(argument => argument[0]).ToArray();
            _at = close + 1;
            var reading = world.Reading(arguments.Length == 1 ? $"{sign}(x)" : $"{sign}(x,y)");
            return values =>
            {
                int[] people = [.. arguments.Select(argument => values.TryGetValue(argument, out var person) ? person : world.Person(world.Reading(argument.ToString()))!.Value)];
                return people.Length == 1 ? world.Holds(reading, people[0]) : world.Holds(reading, people[0], people[1]);
            };
        }
    }
}
