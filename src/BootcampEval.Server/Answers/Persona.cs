// The models the server can play: `reference`, always right, and `noisy-P`, wrong on P percent of the prompts.

using System.Globalization;

namespace BootcampEval.Server.Answers;

/// <summary>A model the server plays: how often it is wrong, and on which prompts.</summary>
/// <param name="WrongFraction">From 0 to 1.</param>
/// <param name="Salt">Sets apart the draws of one and the same model: the request's seed where one is given, 0 otherwise.</param>
internal readonly record struct Persona(double WrongFraction, ulong Salt = 0)
{
    /// <summary>The model that is always right.</summary>
    public static Persona Reference => default;

    /// <summary>Reads <c>reference</c> or <c>noisy-P</c>, P a percentage from 0 to 100.</summary>
    public static bool TryParse(ReadOnlySpan<char> name, out Persona persona)
    {
        persona = Reference;
        if (name is "reference") return true;
        if (!name.StartsWith("noisy-", StringComparison.Ordinal)
            || !double.TryParse(name["noisy-".Length..], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var percent)
            || percent is not (>= 0 and <= 100)) return false;
        persona = new(percent / 100);
        return true;
    }

    /// <summary>Whether this model is wrong on the prompt with that hash: always the same for the same prompt.</summary>
    public bool IsWrongOn(ulong fingerprint) => Fingerprint.Fraction(Fingerprint.Mix(fingerprint, Salt)) < WrongFraction;
}
