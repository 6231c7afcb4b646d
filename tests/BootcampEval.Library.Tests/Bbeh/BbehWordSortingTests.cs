// The key follows from the question: its words, alphabet and Thoughts are read here, and each Thought is checked on its own.

using System.Text.Json;
using System.Text.RegularExpressions;
using BootcampEval.Sdk;

namespace BootcampEval.Library.Tests.Bbeh;

public sealed partial class BbehWordSortingTests
{
    private static readonly IBootcamp Bootcamp = Bootcamps.Named("BbehWordSorting");

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(5)]
    public void The_question_alone_gives_the_key(int level)
    {
        foreach (var problem in ProblemSource.Of(Bootcamp, seed: 4, level).Take(100))
        {
            var sort = new Reading(problem.Prompt);
            Assert.Equal(sort.Sorted(sort.Words), problem.GroundTruth.GetProperty("sorted_words").EnumerateArray().Select(word => word.GetString()));
            if (problem.GroundTruth.GetProperty("subtask").GetString() != "error_detection") continue;
            var key = problem.GroundTruth.GetProperty("first_error_step");
            Assert.Equal(key.ValueKind == JsonValueKind.String ? [] : [key.GetInt32()], sort.WrongThoughts());
        }
    }

    [Fact]
    public void Every_kind_of_mistake_and_none_occurs()
    {
        var keys = ProblemSource.Of(Bootcamp, seed: 5, level: 3).Take(200)
            .Where(problem => problem.GroundTruth.GetProperty("subtask").GetString() == "error_detection")
            .Select(problem => problem.GroundTruth.GetProperty("first_error_step").ToString()).ToList();
        Assert.Contains("No", keys);
        Assert.Contains(keys, key => int.TryParse(key, out var step) && step % 2 == 0);
        Assert.Contains(keys, key => int.TryParse(key, out var step) && step % 2 == 1);
    }

    private sealed class Reading
    {
        private readonly string _prompt;
        private readonly string _alphabet;
        private readonly bool _backwards;

        public Reading(string prompt)
        {
            _prompt = prompt;
            _alphabet = Alphabet().Match(prompt).Groups[1].Value.Replace(" ", "");
            _backwards = prompt.Contains("from their last letter to their first", StringComparison.Ordinal);
            Words = WordList().Match(prompt).Groups[1].Value.Split(", ");
        }

        public string[] Words { get; }

        // By keys of letters written as ranks: a word that ends sorts before all that go on.
        public string[] Sorted(IEnumerable<string> words) => [.. words.OrderBy(KeyOf, StringComparer.Ordinal)];

        private string KeyOf(string word) => string.Concat((_backwards ? word.Reverse() : word).Select(letter => (char)('a' + _alphabet.IndexOf(letter))));

        public IEnumerable<int> WrongThoughts()
        {
            var thoughts = Thought().Matches(_prompt).Select(match => match.Groups[1].Value).ToArray();
            var pending = new Stack<string[]>([Words]);
            var places = new Dictionary<string, int> { [string.Join(", ", Words)] = 1 };
            string[][] order = [Words];
            for (var i = 0; i + 1 < thoughts.Length; i += 2)
            {
                var group = pending.Pop();
                var place = places[string.Join(", ", group)];
                if (thoughts[i] != $"Letter {place}{(_backwards ? " from the end" : "")}: {string.Join(", ", group.Select(word => $"{word} {LetterAt(word, place)}"))}.") yield return i + 1;
                string[][] parts = [.. group.GroupBy(word => KeyOf(word)[..Math.Min(word.Length, place)]).OrderBy(part => part.Key, StringComparer.Ordinal).Select(part => part.ToArray())];
                order = [.. order.SelectMany(part => part == group ? parts : [part])];
                if (thoughts[i + 1] != $"In order: {Shown(parts)}.{(i == 0 ? "" : $" All words so far: {Shown(order)}.")}") yield return i + 2;
                foreach (var part in parts.Reverse().Where(part => part.Length > 1))
                {
                    places[string.Join(", ", part)] = place + 1;
                    pending.Push(part);
                }
            }
            Assert.Empty(pending);
            if (thoughts[^1] != $"All words are sorted: {string.Join(", ", Sorted(Words))}.") yield return thoughts.Length;
        }

        private string LetterAt(string word, int place) => place > word.Length ? "none" : (_backwards ? word[^place] : word[place - 1]).ToString();

        private static string Shown(string[][] parts) => string.Join(" < ", parts.Select(part => part.Length == 1 ? part[0] : $"[{string.Join(", ", part)}]"));
    }

    [GeneratedRegex(@"order of the letters is [\w ]+: ([a-z ]{51})\n")]
    private static partial Regex Alphabet();

    [GeneratedRegex(@"^(?:Sort|Somebody sorts) these words: (.*)\n")]
    private static partial Regex WordList();

    [GeneratedRegex(@"(?m)^Thought \d+: (.*)$")]
    private static partial Regex Thought();
}
