// An answer ready to be sent: escaped once, cut into streamable pieces once.

using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace BootcampEval.Server.Answers;

/// <summary>A model's answer as JSON text, with the places where it can be cut. A token is a whitespace-separated word.</summary>
internal sealed class Answer
{
    private readonly byte[] _json;
    private readonly int[] _ends;

    /// <summary>Makes an answer.</summary>
    /// <param name="text">What the model says. Lone surrogates become U+FFFD, as UTF-8 has none.</param>
    /// <param name="isCutOff">Whether it ends for lack of tokens: <c>finish_reason</c> is then <c>length</c>.</param>
    public Answer(string text, bool isCutOff = false)
    {
        IsCutOff = isCutOff;
        var json = new MemoryStream();
        var ends = new List<int>();
        var utf8 = Encoding.UTF8.GetBytes(text);
        for (var start = 0; start < utf8.Length;)
        {
            var end = EndOfWord(utf8, start);
            json.Write(JsonEncodedText.Encode(utf8.AsSpan(start, end - start), JavaScriptEncoder.UnsafeRelaxedJsonEscaping).EncodedUtf8Bytes);
            ends.Add((int)json.Length);
            start = end;
        }
        _json = json.ToArray();
        _ends = [.. ends];
    }

    /// <summary>Whether it ends for lack of tokens.</summary>
    public bool IsCutOff { get; }

    /// <summary>Number of words: what usage counts.</summary>
    public int Words => _ends.Length;

    /// <summary>Bytes held, about.</summary>
    public int Size => _json.Length + (4 * _ends.Length) + 100;

    /// <summary>The first words as the inside of a JSON string.</summary>
    public ReadOnlySpan<byte> Json(int words) => Json(0, words);

    /// <summary>Words from one to, not including, another, as the inside of a JSON string. All of them together are the whole answer.</summary>
    public ReadOnlySpan<byte> Json(int fromWord, int toWord)
    {
        var start = fromWord == 0 ? 0 : _ends[fromWord - 1];
        return toWord == 0 ? [] : _json.AsSpan(start, _ends[toWord - 1] - start);
    }

    // A word goes with the white space around it that no other word has taken: before the first word, and behind each.
    private static int EndOfWord(byte[] utf8, int start)
    {
        var at = start;
        while (at < utf8.Length && IsSpace(utf8[at])) at++;
        while (at < utf8.Length && !IsSpace(utf8[at])) at++;
        while (at < utf8.Length && IsSpace(utf8[at])) at++;
        return at;
    }

    private static bool IsSpace(byte octet) => octet is (byte)' ' or (>= 9 and <= 13);
}
