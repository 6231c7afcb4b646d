// Which samples were seen: small enough for millions of them.

using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace BootcampEval.Engine.TestSets;

/// <summary>A set of samples (a row's id and which of its samples). A bit each where ids are numbers, 16 bytes of hash where they are texts.</summary>
internal sealed class SampleSet(int samplesPerRow)
{
    private const int BitsPerPage = 512;

    private readonly Dictionary<long, ulong[]> _pages = [];
    private readonly HashSet<UInt128> _hashes = [];

    /// <summary>How many samples are in the set.</summary>
    public long Count { get; private set; }

    /// <summary>Adds a sample; false when it was there already.</summary>
    public bool Add(RowId id, int sample = 0)
    {
        var added = TryPlace(id, sample, out var page, out var bit) ? SetBit(page, bit) : _hashes.Add(HashOf(id, sample));
        if (added) Count++;
        return added;
    }

    /// <summary>Whether a sample is in the set.</summary>
    public bool Contains(RowId id, int sample = 0)
    {
        if (!TryPlace(id, sample, out var page, out var bit)) return _hashes.Contains(HashOf(id, sample));
        return _pages.TryGetValue(page, out var bits) && (bits[bit / 64] & (1UL << (bit % 64))) != 0;
    }

    private bool TryPlace(RowId id, int sample, out long page, out int bit)
    {
        (page, bit) = (0, 0);
        if (id.IsText || (uint)sample >= (uint)samplesPerRow) return false;
        var place = (Int128)id.Number * samplesPerRow + sample;
        if (place < 0 || place > long.MaxValue) return false;
        (page, bit) = ((long)place / BitsPerPage, (int)((long)place % BitsPerPage));
        return true;
    }

    private bool SetBit(long page, int bit)
    {
        ref var bits = ref CollectionsMarshal.GetValueRefOrAddDefault(_pages, page, out _);
        bits ??= new ulong[BitsPerPage / 64];
        var mask = 1UL << (bit % 64);
        if ((bits[bit / 64] & mask) != 0) return false;
        bits[bit / 64] |= mask;
        return true;
    }

    private static UInt128 HashOf(RowId id, int sample)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Span<int> prefix = [id.IsText ? 1 : 0, sample];
        hash.AppendData(MemoryMarshal.AsBytes(prefix));
        hash.AppendData(MemoryMarshal.AsBytes(id.Text.AsSpan()));
        Span<byte> digest = stackalloc byte[SHA256.HashSizeInBytes];
        hash.GetHashAndReset(digest);
        return MemoryMarshal.Read<UInt128>(digest);
    }
}
