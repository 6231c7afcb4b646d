// Python 3.11 knows Unicode 14; .NET follows newer versions. This is the difference, for letters and numbers.

namespace BootcampEval.Sdk.Python;

/// <summary>Tells letters and numbers that were added to Unicode after version 14, the one of Python 3.11.</summary>
internal static class UnicodeAge
{
    // First and last code points of the blocks of additions, ascending. Whatever else lies inside was unassigned in version 14 too.
    private static readonly (int First, int Last)[] After14 =
    [
        (0x1C89, 0x1C8A), (0xA7CB, 0xA7CD), (0xA7DA, 0xA7DC), (0x105C0, 0x105F3), (0x10D40, 0x10D85), (0x10EC2, 0x10EC4), (0x1123F, 0x11240),
        (0x11380, 0x113D3), (0x116D0, 0x116E3), (0x11BC0, 0x11BF9), (0x11F02, 0x11F59), (0x1342F, 0x1342F), (0x13441, 0x143FA),
        (0x16100, 0x16139), (0x16D40, 0x16D79), (0x18CFF, 0x18CFF), (0x1B132, 0x1B132), (0x1B155, 0x1B155), (0x1CCF0, 0x1CCF9),
        (0x1D2C0, 0x1D2D3), (0x1DF25, 0x1DF2A), (0x1E030, 0x1E06D), (0x1E4D0, 0x1E5FA), (0x2B739, 0x2B739), (0x2EBF0, 0x2EE5D),
        (0x31350, 0x323AF),
    ];

    /// <summary>Whether a letter or number is unknown to Python 3.11.</summary>
    public static bool IsAfterPython(int codePoint)
    {
        if (codePoint < 0x1C89) return false;
        foreach (var (first, last) in After14)
        {
            if (codePoint < first) return false;
            if (codePoint <= last) return true;
        }
        return false;
    }
}
