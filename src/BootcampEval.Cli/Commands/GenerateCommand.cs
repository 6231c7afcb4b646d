// bootcamp generate: fresh test files.

using System.CommandLine;
using System.Globalization;
using BootcampEval.Cli.CommandLine;
using BootcampEval.Engine.TestSets;
using BootcampEval.Sdk;

namespace BootcampEval.Cli.Commands;

/// <summary>Writes test files of fresh puzzles, one a bootcamp.</summary>
internal sealed class GenerateCommand : Command
{
    private readonly Option<string> _out = Named.Option<string>("out", "DIR", "the folder to write to");
    private readonly Option<string?> _bootcamps = Named.Option<string?>("bootcamps", "A,B", "which bootcamps (default: all)");
    private readonly Option<int> _count = Named.Option("count", "N", "puzzles of each bootcamp", 64).Where(count => count >= 1, "must be at least 1");
    private readonly Option<string> _level = Named.Option("level", "L", "how hard, 1 (easy) to 5 (hard), or a range such as 1-5 to spread over", "3")
        .Where(level => Levels(level) is not null, "must be 1 to 5, or a range such as 2-4");
    private readonly Option<ulong> _seed = Named.Option("seed", "N", "the same seed makes the same puzzles", 0ul);

    public GenerateCommand() : base("generate", "Writes fresh test files.")
    {
        _out.Required = true;
        foreach (var option in new Option[] { _out, _bootcamps, _count, _level, _seed }) Add(option);
        SetAction((parsed, cancellation) => Generate(
            parsed.GetRequiredValue(_out), BootcampNames.FindAll(parsed.GetValue(_bootcamps)), parsed.GetValue(_count),
            Levels(parsed.GetRequiredValue(_level))!, parsed.GetValue(_seed), cancellation));
    }

    private static async Task<int> Generate(
        string folder, IReadOnlyList<IBootcamp> bootcamps, int count, IReadOnlyList<int> levels, ulong seed, CancellationToken cancellation)
    {
        var shortOf = 0;
        await Parallel.ForEachAsync(bootcamps, cancellation, (bootcamp, stop) =>
        {
            try
            {
                TestFileWriter.Write(folder, bootcamp, count, levels, seed, stop);
                Console.Error.WriteLine($"{Path.Combine(folder, TestFileWriter.FileName(bootcamp))}: {count} puzzles");
            }
            catch (InvalidOperationException fault)
            {
                Interlocked.Increment(ref shortOf);
                Console.Error.WriteLine($"bootcamp: {fault.Message}");
            }
            return ValueTask.CompletedTask;
        });
        return shortOf == 0 ? 0 : Invocation.BadInput;
    }

    // "3" or "2-4"; null for anything else.
    private static int[]? Levels(string text)
    {
        int?[] ends = [.. text.Split('-', 2).Select(end => int.TryParse(end, NumberStyles.None, CultureInfo.InvariantCulture, out var level) ? level : (int?)null)];
        return ends is [int from and >= 1 and <= 5, ..] && ends[^1] is int to and <= 5 && from <= to ? [.. Enumerable.Range(from, to - from + 1)] : null;
    }
}
