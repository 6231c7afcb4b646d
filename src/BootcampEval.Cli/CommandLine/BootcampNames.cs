// Bootcamps named on the command line.

using BootcampEval.Library;
using BootcampEval.Sdk;

namespace BootcampEval.Cli.CommandLine;

/// <summary>Finds bootcamps by the names a person gives.</summary>
internal static class BootcampNames
{
    /// <summary>Finds one.</summary>
    /// <exception cref="UserFaultException">There is none; the message names the closest.</exception>
    public static IBootcamp Find(string name) => BootcampLibrary.Catalog.TryGet(name, out var bootcamp)
        ? bootcamp
        : throw new UserFaultException($"unknown bootcamp '{name}'{DidYouMean(name)}");

    /// <summary>Finds all of a comma-separated list, or takes every bootcamp where there is none.</summary>
    /// <exception cref="UserFaultException">Some are not there; the message names them all.</exception>
    public static IReadOnlyList<IBootcamp> FindAll(string? names)
    {
        if (names is null) return BootcampLibrary.Catalog.All;
        string[] wanted = [.. names.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Distinct(StringComparer.Ordinal)];
        string[] unknown = [.. wanted.Where(name => !BootcampLibrary.Catalog.TryGet(name, out _))];
        if (unknown.Length > 0) throw new UserFaultException("unknown " + string.Join("; ", unknown.Select(name => $"bootcamp '{name}'{DidYouMean(name)}")));
        return [.. wanted.Select(Find)];
    }

    private static string DidYouMean(string name) => BootcampLibrary.Catalog.Suggest(name) is { Count: > 0 } closest
        ? $": did you mean {string.Join(" or ", closest)}?"
        : "; `bootcamp list` names them all";
}
