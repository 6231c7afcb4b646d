// What came of looking for an answer in a model's text.

namespace BootcampEval.Sdk;

/// <summary>An answer found in a model's output, or the reason why there is none.</summary>
/// <remarks>Both convert implicitly: a bootcamp's Extract returns the answer itself, or a <see cref="NoAnswer"/>.</remarks>
public readonly struct Extraction<TAnswer> where TAnswer : notnull
{
    private readonly TAnswer? _answer;
    private readonly string? _whyNot;

    private Extraction(TAnswer? answer, string? whyNot)
    {
        _answer = answer;
        _whyNot = whyNot;
    }

    /// <summary>Whether there is an answer.</summary>
    public bool Found => _whyNot is null && _answer is not null;

    /// <summary>The answer. Only when <see cref="Found"/>.</summary>
    public TAnswer Answer => Found ? _answer! : throw new InvalidOperationException($"there is no answer: {WhyNot}");

    /// <summary>Why there is no answer; empty when there is one.</summary>
    public string WhyNot => Found ? "" : _whyNot ?? "no answer was found";

    /// <summary>A found answer.</summary>
    public static implicit operator Extraction<TAnswer>(TAnswer answer) => new(answer, null);

    /// <summary>No answer.</summary>
    public static implicit operator Extraction<TAnswer>(NoAnswer noAnswer) => new(default, noAnswer.Reason);

    /// <summary>Reads on: applies <paramref name="read"/> to a found answer, and keeps the reason otherwise.</summary>
    public Extraction<TNext> Then<TNext>(Func<TAnswer, Extraction<TNext>> read) where TNext : notnull =>
        Found ? read(Answer) : new NoAnswer(WhyNot);
}

/// <summary>No answer was found, and why: <c>no [answer]…[/answer] block</c>.</summary>
public readonly record struct NoAnswer(string Reason);
