using BootcampEval.Sdk.Puzzles;
using CsCheck;

namespace BootcampEval.Sdk.Tests.Puzzles;

public sealed class RegionsTests
{
    private static readonly Grid<char> Map = Grid.FromRows<char>(["AAB".ToCharArray(), "BAB".ToCharArray(), "BBB".ToCharArray()])!;

    [Fact]
    public void Components_are_connected_areas_of_one_label()
    {
        var components = Regions.Components(Map);
        Assert.Equal([3, 6], components.Select(component => component.Count));
    }

    [Fact]
    public void ByLabel_gathers_cells_of_a_label_even_when_apart()
    {
        var apart = Grid.FromRows<char>(["ABA".ToCharArray()])!;
        Assert.Equal([new(0, 0), new(0, 2)], Regions.ByLabel(apart)['A']);
        Assert.False(Regions.IsConnected(Regions.ByLabel(apart)['A']));
    }

    [Fact]
    public void Flood_stays_within_the_cells_that_pass() =>
        Assert.Equal(3, Regions.Flood(Map, new(0, 0), cell => Map[cell] == 'A').Count);

    [Fact]
    public void A_random_partition_covers_the_grid_with_connected_regions_of_bounded_size() =>
        Gen.Select(Gen.Int[1, 8], Gen.Int[1, 8], Gen.Int[1, 9], Gen.ULong).Sample((rows, columns, largest, seed) =>
        {
            var random = new PuzzleRandom(seed);
            var labels = Regions.Partition(rows, columns, () => random.Between(1, largest), random);
            var regions = Regions.ByLabel(labels);
            return regions.Keys.SequenceEqual(Enumerable.Range(0, regions.Count))
                && regions.Values.All(region => region.Count <= largest && Regions.IsConnected(region));
        });

    [Fact]
    public void A_partition_takes_in_only_cells_that_are_admitted() =>
        Gen.ULong.Sample(seed =>
        {
            var labels = Regions.Partition(6, 6, () => 6, new(seed), (region, cell) => region.All(other => other.Row == cell.Row));
            return Regions.ByLabel(labels).Values.All(region => region.Select(cell => cell.Row).Distinct().Count() == 1);
        });
}
