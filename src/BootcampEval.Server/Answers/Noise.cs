// Ways of being wrong that real models have.

using System.Text;
using System.Text.Json;
using BootcampEval.Sdk;

namespace BootcampEval.Server.Answers;

/// <summary>Turns right answers to one puzzle into wrong ones.</summary>
internal sealed class Noise(IBootcamp bootcamp, JsonElement groundTruth)
{
    /// <summary>What a model says that finds nothing.</summary>
    public const string NoAnswer = "I have gone through this several times and could not find an answer, so I will not guess one.";

    private const int Kinds = 7;

    private static readonly string[] s_markers =
        ["[answer]", "[/answer]", "<answer>", "</answer>", "\\boxed", "```json", "```", "[[", "]]", "{", "}", "Answer:", "answer:", "**"];

    /// <summary>A wrong answer; of the kinds of wrongness the draw chooses the first to be tried.</summary>
    /// <param name="right">A right answer.</param>
    /// <param name="another">The right answer to another puzzle, if there is one.</param>
    /// <param name="draw">Decides everything: the same draw gives the same answer.</param>
    public Answer Spoil(string right, string? another, ulong draw)
    {
        Answer? partlyWrong = null;
        for (var i = 0; i < Kinds; i++)
        {
            var (text, isCutOff) = Wrong((int)((draw + (ulong)i) % Kinds), right, another, Fingerprint.Mix(draw, (ulong)i));
            if (text is null) continue;
            var score = bootcamp.Verify(text, groundTruth).Score;
            if (score == 0) return new(text, isCutOff);
            if (score < 1) partlyWrong ??= new(text, isCutOff);
        }
        return partlyWrong ?? new(NoAnswer);
    }

    private static (string? Text, bool IsCutOff) Wrong(int kind, string right, string? another, ulong draw) => kind switch
    {
        0 => (WithOneCharacterChanged(right, draw), false),
        1 => (WithOneCharacterChanged(WithOneCharacterChanged(right, draw), ~draw), false),
        2 => (WithoutMarkers(right), false),
        3 => (FirstHalf(right), true),
        4 => (another, false),
        5 => ($"<think>\nLet me check this again from the beginning. {FirstHalf(right)} ... wait, that can't be right. Let me", true),
        _ => ("", false),
    };

    private static string WithOneCharacterChanged(string text, ulong draw)
    {
        int[] places = [.. Enumerable.Range(0, text.Length).Where(i => char.IsAsciiLetterOrDigit(text[i]))];
        if (places.Length == 0) return text;
        // Later characters are likelier to be the answer, and earlier ones words around it.
        var place = places[^(1 + (int)(draw % (ulong)Math.Max(1, places.Length / 2)))];
        var changed = new StringBuilder(text);
        changed[place] = text[place] switch
        {
            '9' => '0',
            'z' => 'a',
            'Z' => 'A',
            var c => (char)(c + 1),
        };
        return changed.ToString();
    }

    private static string WithoutMarkers(string text) =>
        s_markers.Aggregate(text, static (rest, marker) => rest.Replace(marker, "", StringComparison.Ordinal));

    private static string FirstHalf(string text)
    {
        var half = text.Length / 2;
        return text[..(half > 0 && char.IsHighSurrogate(text[half - 1]) ? half - 1 : half)];
    }
}
