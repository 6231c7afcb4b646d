// Reads formulas back from text: bounded, so that any text may be handed in.

namespace BootcampEval.Sdk.Logic;

/// <summary>
/// Reads a formula in a <see cref="Notation"/>: names of letters, digits and <c>_</c>; parentheses as needed, with the usual order (not, and,
/// or, implies, exactly if; "implies" groups to the right, the others to the left); <c>[command]</c> and <c>⟨command⟩</c>. Blanks are free.
/// </summary>
public ref struct FormulaReader
{
    /// <summary>The longest text that is read.</summary>
    public const int MostCharacters = 4_000;

    /// <summary>The deepest nesting that is read.</summary>
    public const int DeepestNesting = 200;

    private readonly ReadOnlySpan<char> _text;
    private readonly Notation _notation;
    private int _at;
    private int _depth;
    private string? _fault;

    private FormulaReader(ReadOnlySpan<char> text, Notation notation)
    {
        _text = text;
        _notation = notation;
    }

    /// <summary>Reads a whole text as one formula, or says why it is none.</summary>
    public static Extraction<Formula> Read(string text, Notation notation)
    {
        if (text.Length > MostCharacters) return new NoAnswer($"a formula of more than {MostCharacters} characters is not read");
        var reader = new FormulaReader(text, notation);
        var formula = reader.ReadCompound(Connective.Iff);
        if (reader._fault is null && reader.Peek() != '\0') reader.Fail("the end");
        return reader._fault is { } fault ? new NoAnswer(fault) : formula!;
    }

    private Formula? ReadCompound(Connective connective)
    {
        if (!Enter()) return null;
        var left = connective == Connective.And ? ReadUnary() : ReadCompound(connective - 1);
        while (_fault is null && Take(_notation[connective]))
        {
            var right = connective switch
            {
                Connective.And => ReadUnary(),
                Connective.Implies => ReadCompound(connective),
                _ => ReadCompound(connective - 1),
            };
            if (_fault is null) left = new Compound(connective, left!, right!);
        }
        _depth--;
        return left;
    }

    private Formula? ReadUnary()
    {
        if (!Enter()) return null;
        Formula? formula = null;
        if (Take(_notation.Not))
        {
            if (ReadUnary() is { } of) formula = new Negation(of);
        }
        else if (Take("("))
        {
            formula = ReadCompound(Connective.Iff);
            Expect(")");
        }
        else if (Take("["))
        {
            formula = ReadModal(Modality.Always, "]");
        }
        else if (Take("⟨"))
        {
            formula = ReadModal(Modality.Sometimes, "⟩");
        }
        else if (ReadName() is { } name)
        {
            formula = new Atom(name);
        }
        _depth--;
        return formula;
    }

    private Modal? ReadModal(Modality modality, string close)
    {
        var command = ReadChoice();
        Expect(close);
        if (_fault is not null) return null;
        return ReadUnary() is { } of ? new Modal(modality, command!, of) : null;
    }

    private Command? ReadChoice()
    {
        if (!Enter()) return null;
        var left = ReadSequence();
        while (_fault is null && Take("+"))
        {
            if (ReadSequence() is { } right) left = new Choice(left!, right);
        }
        _depth--;
        return left;
    }

    private Command? ReadSequence()
    {
        var first = ReadIteration();
        while (_fault is null && Take(";"))
        {
            if (ReadIteration() is { } second) first = new Sequence(first!, second);
        }
        return first;
    }

    private Command? ReadIteration()
    {
        Command? body = null;
        if (Take("("))
        {
            body = ReadChoice();
            Expect(")");
        }
        else if (ReadName() is { } name)
        {
            body = new BasicCommand(name);
        }
        for (var stars = 0; _fault is null && Take("*"); stars++)
        {
            if (stars == DeepestNesting) _fault = TooDeep;
            else body = new Iteration(body!);
        }
        return body;
    }

    private string? ReadName()
    {
        var start = Peek() == '\0' ? _text.Length : _at;
        var end = start;
        while (end < _text.Length && (char.IsLetterOrDigit(_text[end]) || _text[end] == '_')) end++;
        if (end == start)
        {
            Fail("a name");
            return null;
        }
        _at = end;
        return _text[start..end].ToString();
    }

    private static string TooDeep => $"a formula nested more than {DeepestNesting} deep is not read";

    private bool Enter()
    {
        // Each pair of parentheses passes through five levels: four connectives and the unary operators.
        if (++_depth > DeepestNesting * 5) _fault ??= TooDeep;
        return _fault is null;
    }

    private char Peek()
    {
        while (_at < _text.Length && char.IsWhiteSpace(_text[_at])) _at++;
        return _at < _text.Length ? _text[_at] : '\0';
    }

    private bool Take(string symbol)
    {
        if (Peek() == '\0' || !_text[_at..].StartsWith(symbol, StringComparison.Ordinal)) return false;
        _at += symbol.Length;
        return true;
    }

    private void Expect(string symbol)
    {
        if (_fault is null && !Take(symbol)) Fail(symbol);
    }

    private void Fail(string wanted) =>
        _fault ??= Peek() == '\0' ? $"the formula ends where {wanted} should follow" : $"{wanted} should stand at character {_at + 1}, not {_text[_at]}";
}
