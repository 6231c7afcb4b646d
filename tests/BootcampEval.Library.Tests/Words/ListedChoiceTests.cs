// Compounds and affixes: the question lists what may be used, and of that one choice fits.

using System.Text.RegularExpressions;
using BootcampEval.Library.Words;
using BootcampEval.Sdk;

namespace BootcampEval.Library.Tests.Words;

public sealed partial class ListedChoiceTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(5)]
    public void Every_compound_splits_into_two_listed_nouns_in_one_way(int level)
    {
        foreach (var problem in ProblemSource.Of(Bootcamps.Named("KorPuzzleWordBrainTeasers"), seed: 12, level).Take(50))
        {
            var nouns = ListedNouns().Match(problem.Prompt).Groups[1].Value.Split(", ");
            foreach (var compound in problem.GroundTruth.GetProperty("words").EnumerateArray().Select(word => word.GetString()!))
                Assert.Single(Enumerable.Range(1, compound.Length - 1), cut => nouns.Contains(compound[..cut]) && nouns.Contains(compound[cut..]));
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(5)]
    public void One_listed_affix_fits_all_groups_even_with_the_rarest_words(int level)
    {
        foreach (var problem in ProblemSource.Of(Bootcamps.Named("KorPuzzleWordRootsAndAffixes"), seed: 12, level).Take(50))
        {
            var table = problem.GroundTruth.GetProperty("affix_type").GetString() == "prefix" ? AffixTable.Prefixes : AffixTable.Suffixes;
            string[] groups = [.. problem.GroundTruth.GetProperty("segments").EnumerateArray().Select(group => group.GetString()!)];
            var listed = ListedAffixes().Match(problem.Prompt).Groups[1].Value.Split(", ");

            var fitting = listed.Where(affix => groups.All(group => table.AllFor(group).Contains(affix)));

            Assert.Equal([problem.GroundTruth.GetProperty("affix").GetString()], fitting);
            Assert.Distinct(groups);
        }
    }

    [GeneratedRegex(@"not at all: ([a-z, ]+)\.")]
    private static partial Regex ListedNouns();

    [GeneratedRegex(@"one of these: ([a-z, ]+)\.")]
    private static partial Regex ListedAffixes();
}
