// The bootcamps a program knows, by name. It is handed in where it is needed: nothing looks bootcamps up by reflection.

using System.Collections.Frozen;
using System.Diagnostics.CodeAnalysis;

namespace BootcampEval.Sdk;

/// <summary>A set of bootcamps, found by their names (<c>data_source</c>, case-sensitive).</summary>
public sealed class BootcampCatalog
{
    private readonly FrozenDictionary<string, IBootcamp> _byName;

    /// <summary>Makes a catalog.</summary>
    /// <exception cref="ArgumentException">Two bootcamps share a name.</exception>
    public BootcampCatalog(IEnumerable<IBootcamp> bootcamps)
    {
        All = [.. bootcamps.OrderBy(bootcamp => bootcamp.Info.Name, StringComparer.Ordinal)];
        _byName = All.ToFrozenDictionary(bootcamp => bootcamp.Info.Name, StringComparer.Ordinal);
    }

    /// <summary>All bootcamps, in ordinal order of their names.</summary>
    public IReadOnlyList<IBootcamp> All { get; }

    /// <summary>Finds a bootcamp by its name.</summary>
    public bool TryGet(string name, [NotNullWhen(true)] out IBootcamp? bootcamp) => _byName.TryGetValue(name, out bootcamp);

    /// <summary>The names closest to one that is not known, best first: for an error message that helps.</summary>
    public IReadOnlyList<string> Suggest(string name, int most = 3) =>
        [.. All.Select(bootcamp => bootcamp.Info.Name)
            .Select(known => (known, distance: EditDistance.Between(known.ToUpperInvariant(), name.ToUpperInvariant())))
            .Where(pair => pair.distance <= Math.Max(2, name.Length / 3))
            .OrderBy(pair => pair.distance).ThenBy(pair => pair.known, StringComparer.Ordinal)
            .Take(most).Select(pair => pair.known)];
}
