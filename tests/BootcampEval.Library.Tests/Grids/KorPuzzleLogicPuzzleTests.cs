// Logic grids: the sentences of a fresh puzzle, read again, leave the stored table and no other.

using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace BootcampEval.Library.Tests.Grids;

public sealed partial class KorPuzzleLogicPuzzleTests
{
    [GeneratedRegex(@"^(?:The windmill of the (?<famA>\w+) family|The windmill of (?<yearA>\d+)|(?<millA>\w+)) (?<says>was built in|was built before|was not built in|belonged to|did not belong to|was the next to be built after) (?:the windmill of )?(?:the (?<famB>\w+) family|(?<yearB>\d+)|(?<millB>\w+))\.$")]
    private static partial Regex Sentence();

    [Theory]
    [InlineData(1, 30)]
    [InlineData(2, 15)]
    [InlineData(3, 5)]
    public void The_clues_leave_one_table(int level, int count)
    {
        foreach (var truth in PlainSearch.Fresh("KorPuzzleLogicPuzzle", level, count))
        {
            int[] years = PlainSearch.Line(truth, "years_order");
            string[] mills = Names(truth, "windmill"), families = Names(truth, "family");
            var clues = truth.GetProperty("clues").EnumerateArray().Select(clue => Sentence().Match(clue.GetString()!)).ToArray();
            Assert.All(clues, clue => Assert.True(clue.Success));

            // Places 0 to n-1 are the windmills' years, the others the families'.
            var n = years.Length;
            Assert.Equal(1, new PlainSearch(2 * n, [.. Enumerable.Range(0, n)], (filled, at) =>
                Enumerable.Range(at < n ? 0 : n, at - (at < n ? 0 : n)).All(before => filled[before] != filled[at])
                && (at < (2 * n) - 1 || clues.All(clue => Holds(clue, filled)))).CountUpTo2());

            bool Holds(Match clue, int[] filled)
            {
                int first = PlaceOf(clue, "A", filled), second = PlaceOf(clue, "B", filled);
                return clue.Groups["says"].Value switch
                {
                    "was built in" or "belonged to" => first == second,
                    "was not built in" or "did not belong to" => first != second,
                    "was built before" => first < second,
                    _ => first == second + 1,
                };
            }

            int PlaceOf(Match clue, string side, int[] filled) =>
                clue.Groups["year" + side] is { Success: true } year ? Array.IndexOf(years, int.Parse(year.Value, CultureInfo.InvariantCulture))
                : clue.Groups["fam" + side] is { Success: true } family ? filled[n + Array.IndexOf(families, family.Value)]
                : filled[Array.IndexOf(mills, clue.Groups["mill" + side].Value)];
        }
    }

    private static string[] Names(JsonElement truth, string field) => [.. truth.GetProperty("assignments").EnumerateArray().Select(entry => entry.GetProperty(field).GetString()!)];
}
