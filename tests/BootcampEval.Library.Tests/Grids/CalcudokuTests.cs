using System.Text.Json;
using BootcampEval.Sdk;

namespace BootcampEval.Library.Tests.Grids;

public sealed class CalcudokuTests
{
    [Theory]
    [InlineData("Calcudoku", 1, 20)]
    [InlineData("Calcudoku", 2, 20)]
    [InlineData("Calcudoku", 3, 10)]
    [InlineData("Calcudoku", 4, 5)]
    [InlineData("Calcudoku", 5, 1)]
    [InlineData("KorPuzzleCalcudoko", 1, 20)]
    [InlineData("KorPuzzleCalcudoko", 2, 20)]
    [InlineData("KorPuzzleCalcudoko", 3, 10)]
    [InlineData("KorPuzzleCalcudoko", 4, 5)]
    [InlineData("KorPuzzleCalcudoko", 5, 1)]
    public void Fresh_cages_determine_the_grid(string bootcamp, int level, int count)
    {
        foreach (var truth in PlainSearch.Fresh(bootcamp, level, count))
        {
            var size = truth.GetProperty("size").GetInt32();
            var cages = bootcamp == "Calcudoku" ? LetteredCages(truth, size) : ListedCages(truth, size);
            Assert.Equal(size * size, cages.Sum(cage => cage.Places.Length));
            Assert.Equal(1, Fillings(size, cages, noRepeats: bootcamp != "Calcudoku"));
        }
    }

    // The only filling by the rules of this cage is 2 1 2: the reference divides 2 by 1 alone and refuses it.
    [Fact]
    public void A_quotient_with_the_dividend_twice_is_right_by_fair_rules_only()
    {
        var truth = JsonElement.Parse("""
            {"groups": {"A": ["/", 1], "B": ["+", 1]}, "grid": [["A", "A"], ["B", "A"]], "size": 2}
            """);
        var bootcamp = Bootcamps.Named("Calcudoku");
        Assert.Equal(1, bootcamp.Verify("[[2 1,1 2]]", truth, Ruling.Fair).Score);
        Assert.Equal("the cage 1/ at row 1, column 1 holds 2 1 2", bootcamp.Verify("[[2 1,1 2]]", truth).Reason);
    }

    private sealed record Cage(string Operator, int Target, int[] Places);

    private static Cage[] LetteredCages(JsonElement truth, int size)
    {
        string[] letters = [.. truth.GetProperty("grid").EnumerateArray().SelectMany(row => row.EnumerateArray()).Select(letter => letter.GetString()!)];
        return [.. truth.GetProperty("groups").EnumerateObject().Select(group => new Cage(
            group.Value[0].GetString()!, group.Value[1].GetInt32(), [.. Enumerable.Range(0, size * size).Where(place => letters[place] == group.Name)]))];
    }

    private static Cage[] ListedCages(JsonElement truth, int size) =>
        [.. truth.GetProperty("regions").EnumerateArray().Select(region => new Cage(
            region.GetProperty("operator").GetString()!, region.GetProperty("target").GetInt32(),
            [.. PlainSearch.Rows(region, "cells").Select(cell => ((cell[0] - 1) * size) + cell[1] - 1).Order()]))];

    private static int Fillings(int size, Cage[] cages, bool noRepeats)
    {
        var cageOf = new Cage[size * size];
        foreach (var cage in cages)
            foreach (var place in cage.Places) cageOf[place] = cage;
        return new PlainSearch(size * size, [.. Enumerable.Range(1, size)], Fits).CountUpTo2();

        bool Fits(int[] filled, int at)
        {
            for (var other = at - (at % size); other < at; other++)
                if (filled[other] == filled[at]) return false;
            for (var other = at % size; other < at; other += size)
                if (filled[other] == filled[at]) return false;
            var cage = cageOf[at];
            int[] numbers = [.. cage.Places.Where(place => place <= at).Select(place => filled[place])];
            if (noRepeats && numbers.Distinct().Count() < numbers.Length) return false;
            if (numbers.Length < cage.Places.Length)
                return cage.Operator switch { "+" => numbers.Sum() < cage.Target, "*" => cage.Target % Product(numbers) == 0, _ => true };
            return cage.Operator switch
            {
                "+" => numbers.Sum() == cage.Target,
                "*" => Product(numbers) == cage.Target,
                "-" => (2 * numbers.Max()) - numbers.Sum() == cage.Target,
                _ => numbers.Max() * numbers.Max() == cage.Target * Product(numbers),
            };
        }
    }

    private static int Product(int[] numbers) => numbers.Aggregate(1, (product, number) => product * number);
}
