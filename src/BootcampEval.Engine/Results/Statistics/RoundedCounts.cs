// Counting values of which there may be millions, in little room.

namespace BootcampEval.Engine.Results.Statistics;

/// <summary>
/// Counts equal keys. All digits of them are told apart while the different keys are few; then four, and at last three: no more than 900 keys from
/// one power of ten to the next.
/// </summary>
/// <param name="round">A key with so many significant digits.</param>
public sealed class RoundedCounts<TKey>(Func<TKey, int, TKey> round) where TKey : notnull
{
    private const int FewKeys = 1000;
    private const int LeastDigits = 3;

    private Dictionary<TKey, long> _counts = [];
    private int? _digits;

    /// <summary>The keys, in no order, and how often each came.</summary>
    public IReadOnlyDictionary<TKey, long> Counts => _counts;

    /// <summary>Counts a key, once or several times.</summary>
    public void Add(TKey key, long count = 1)
    {
        if (_digits is { } told) key = round(key, told);
        _counts[key] = _counts.GetValueOrDefault(key) + count;
        if (_counts.Count > FewKeys && _digits is null or > LeastDigits) TellFewerApart();
    }

    /// <summary>Counts the keys of others.</summary>
    public void Add(RoundedCounts<TKey> others)
    {
        foreach (var (key, count) in others._counts) Add(key, count);
    }

    private void TellFewerApart()
    {
        var before = _counts;
        _digits = _digits - 1 ?? LeastDigits + 1;
        _counts = [];
        foreach (var (key, count) in before)
        {
            var rounded = round(key, _digits.Value);
            _counts[rounded] = _counts.GetValueOrDefault(rounded) + count;
        }
    }
}

/// <summary>Rounding to significant digits.</summary>
public static class SignificantDigits
{
    /// <summary>The number nearest to a value that has so many digits.</summary>
    public static double Round(double value, int digits)
    {
        if (value == 0 || !double.IsFinite(value)) return value;
        var decimals = digits - 1 - (int)Math.Floor(Math.Log10(Math.Abs(value)));
        if (decimals >= 0) return Math.Round(value, Math.Min(decimals, 15));
        var unit = Math.Pow(10, -decimals);
        return Math.Round(value / unit) * unit;
    }
}
