// Bringing details into order.

using System.Text;
using BootcampEval.Engine.Results;
using CsCheck;

namespace BootcampEval.Engine.Tests.Results;

public sealed class DetailSortTests
{
    [Fact]
    public void Any_order_is_sorted_with_any_window() =>
        Gen.Select(Gen.Int[1, 60].SelectMany(count => Gen.Shuffle(Enumerable.Range(0, count).ToArray())), Gen.Int[1, 70], Gen.Bool).Sample((order, window, withSamples) =>
        {
            var path = Path.GetTempFileName();
            File.WriteAllLines(path, order.Select(place => LineOf(place, withSamples)));

            DetailSort.Sort(path, withSamples, window);

            var sorted = File.ReadAllLines(path);
            File.Delete(path);
            return sorted.SequenceEqual(order.Order().Select(place => LineOf(place, withSamples)));
        }, iter: 200);

    // Lines of different length, so that offsets matter.
    private static string LineOf(int place, bool withSamples)
    {
        var text = new StringBuilder().Insert(0, "你", place % 5);
        return withSamples
            ? $$"""{"id": {{place / 3}}, "output": "{{text}}", "sample": {{place % 3}}, "attempts": 1}"""
            : $$"""{"id": {{place}}, "output": "{{text}}", "sample": 0}""";
    }
}
