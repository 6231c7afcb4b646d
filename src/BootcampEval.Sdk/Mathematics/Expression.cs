// Mathematical expressions as immutable trees.

namespace BootcampEval.Sdk.Mathematics;

/// <summary>
/// A mathematical expression. Trees are made with the operators and with <see cref="SumOf"/>, <see cref="ProductOf"/>, <see cref="Pow"/> and
/// <see cref="Apply"/>, which put them into a common form: like terms and like powers are collected, numbers are worked out.
/// </summary>
/// <remarks>
/// The common form only uses identities that hold for all complex values (<c>√x·√x = x</c>, but not <c>√(x²) = x</c>), removable gaps left aside
/// (<c>x/x = 1</c>). Two trees that are equal mean the same; two that differ may still: <see cref="ExpressionEquality"/> decides.
/// </remarks>
public abstract partial class Expression : IEquatable<Expression>
{
    private protected Expression(int size, int depth, int hash) => (Size, Depth, Hash) = (size, depth, hash);

    /// <summary>The number of nodes of the tree.</summary>
    public int Size { get; }

    /// <summary>The number of nodes on the longest way from the root to a leaf.</summary>
    public int Depth { get; }

    private protected int Hash { get; }

    /// <summary>0.</summary>
    public static Number Zero { get; } = new(Rational.Zero);

    /// <summary>1.</summary>
    public static Number One { get; } = new(Rational.One);

    /// <summary>The ratio of a circle's circumference to its diameter.</summary>
    public static Constant Pi { get; } = new(ConstantKind.Pi);

    /// <summary>Euler's number.</summary>
    public static Constant E { get; } = new(ConstantKind.E);

    /// <summary>The imaginary unit.</summary>
    public static Constant I { get; } = new(ConstantKind.I);

    /// <summary>A whole number.</summary>
    public static implicit operator Expression(int value) => new Number(value);

    /// <summary>A rational number.</summary>
    public static implicit operator Expression(Rational value) => new Number(value);

    /// <summary>The sum.</summary>
    public static Expression operator +(Expression left, Expression right) => SumOf([left, right]);

    /// <summary>The difference.</summary>
    public static Expression operator -(Expression left, Expression right) => SumOf([left, -right]);

    /// <summary>The expression with the other sign.</summary>
    public static Expression operator -(Expression value) => ProductOf([new Number(-1), value]);

    /// <summary>The product.</summary>
    public static Expression operator *(Expression left, Expression right) => ProductOf([left, right]);

    /// <summary>The quotient.</summary>
    public static Expression operator /(Expression left, Expression right) => ProductOf([left, Pow(right, -1)]);

    /// <summary>Whether the trees are equal.</summary>
    public static bool operator ==(Expression? left, Expression? right) => left is null ? right is null : left.Equals(right);

    /// <summary>Whether the trees differ.</summary>
    public static bool operator !=(Expression? left, Expression? right) => !(left == right);

    /// <summary>A variable.</summary>
    public static Symbol Variable(string name) => new(name);

    /// <summary>The square root.</summary>
    public static Expression Sqrt(Expression value) => Pow(value, Rational.Half);

    /// <summary>The exponential function e^value.</summary>
    public static Expression Exp(Expression value) => Pow(E, value);

    /// <summary>The names of all variables in the tree, in ordinal order.</summary>
    public IReadOnlyList<string> Variables()
    {
        var names = new SortedSet<string>(StringComparer.Ordinal);
        Visit(part => { if (part is Symbol symbol) names.Add(symbol.Name); });
        return [.. names];
    }

    /// <summary>The tree with every occurrence of a variable replaced.</summary>
    public Expression Substitute(string name, Expression replacement) => this switch
    {
        Symbol symbol => symbol.Name == name ? replacement : this,
        Sum sum => SumOf([.. sum.Terms.Select(term => term.Substitute(name, replacement))]),
        Product product => ProductOf([.. product.Factors.Select(factor => factor.Substitute(name, replacement))]),
        Power power => Pow(power.Base.Substitute(name, replacement), power.Exponent.Substitute(name, replacement)),
        FunctionCall call => Apply(call.Function, call.Argument.Substitute(name, replacement)),
        _ => this,
    };

    /// <summary>The tree with every floating-point number replaced by the exact decimal it stands for: see <see cref="Number.AsDecimal"/>.</summary>
    public Expression WithExactDecimals() => this switch
    {
        Number number => number.AsDecimal(),
        Sum sum => SumOf([.. sum.Terms.Select(term => term.WithExactDecimals())]),
        Product product => ProductOf([.. product.Factors.Select(factor => factor.WithExactDecimals())]),
        Power power => Pow(power.Base.WithExactDecimals(), power.Exponent.WithExactDecimals()),
        FunctionCall call => Apply(call.Function, call.Argument.WithExactDecimals()),
        _ => this,
    };

    /// <summary>Whether the variable occurs in the tree.</summary>
    public bool Contains(string name)
    {
        var found = false;
        Visit(part => found |= part is Symbol symbol && symbol.Name == name);
        return found;
    }

    /// <summary>Calls back for every node, the root first.</summary>
    public void Visit(Action<Expression> visit)
    {
        visit(this);
        foreach (var part in Parts) part.Visit(visit);
    }

    /// <inheritdoc/>
    public bool Equals(Expression? other) =>
        ReferenceEquals(this, other) || (other is not null && Hash == other.Hash && GetType() == other.GetType() && HasSameParts(other));

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as Expression);

    /// <inheritdoc/>
    public override int GetHashCode() => Hash;

    /// <summary>The expression as plain text: <c>3*x**2 + sin(x)</c>. See <see cref="PlainText"/>.</summary>
    public override string ToString() => PlainText.Of(this);

    /// <summary>The nodes directly below this one.</summary>
    internal virtual IReadOnlyList<Expression> Parts => [];

    private protected abstract bool HasSameParts(Expression other);

    private protected static int SizeOf(IReadOnlyList<Expression> parts) => 1 + parts.Sum(part => part.Size);

    private protected static int DepthOf(IReadOnlyList<Expression> parts) => 1 + parts.Max(part => part.Depth);

    private protected static int HashOf(int kind, IReadOnlyList<Expression> parts)
    {
        var hash = new HashCode();
        hash.Add(kind);
        foreach (var part in parts) hash.Add(part.Hash);
        return hash.ToHashCode();
    }
}

/// <summary>A named constant.</summary>
public enum ConstantKind
{
    /// <summary>π.</summary>
    Pi,

    /// <summary>Euler's number e.</summary>
    E,

    /// <summary>The imaginary unit i.</summary>
    I,
}

/// <summary>A named constant.</summary>
public sealed class Constant : Expression
{
    internal Constant(ConstantKind kind) : base(1, 1, HashCode.Combine(1, (int)kind)) => Kind = kind;

    /// <summary>Which constant.</summary>
    public ConstantKind Kind { get; }

    private protected override bool HasSameParts(Expression other) => Kind == ((Constant)other).Kind;
}

/// <summary>A variable.</summary>
public sealed class Symbol : Expression
{
    internal Symbol(string name) : base(1, 1, string.GetHashCode(name, StringComparison.Ordinal)) => Name = name;

    /// <summary>The variable's name; letters count as they are written.</summary>
    public string Name { get; }

    private protected override bool HasSameParts(Expression other) => Name == ((Symbol)other).Name;
}

/// <summary>A sum of at least two terms, none of which is a sum; at most one is a number, and it comes first.</summary>
public sealed class Sum : Expression
{
    internal Sum(Expression[] terms) : base(SizeOf(terms), DepthOf(terms), HashOf(3, terms)) => Terms = terms;

    /// <summary>The terms, in a fixed order.</summary>
    public IReadOnlyList<Expression> Terms { get; }

    internal override IReadOnlyList<Expression> Parts => Terms;

    private protected override bool HasSameParts(Expression other) => Terms.SequenceEqual(((Sum)other).Terms);
}

/// <summary>A product of at least two factors, none of which is a product; at most one is a number, and it comes first.</summary>
public sealed class Product : Expression
{
    internal Product(Expression[] factors) : base(SizeOf(factors), DepthOf(factors), HashOf(4, factors)) => Factors = factors;

    /// <summary>The factors, in a fixed order.</summary>
    public IReadOnlyList<Expression> Factors { get; }

    internal override IReadOnlyList<Expression> Parts => Factors;

    private protected override bool HasSameParts(Expression other) => Factors.SequenceEqual(((Product)other).Factors);
}

/// <summary>A power that can't be worked out. The exponential function is a power of <see cref="Expression.E"/>, a root a power with a fraction.</summary>
public sealed class Power : Expression
{
    private readonly Expression[] _parts;

    internal Power(Expression @base, Expression exponent)
        : base(1 + @base.Size + exponent.Size, 1 + Math.Max(@base.Depth, exponent.Depth), HashOf(5, [@base, exponent])) =>
        _parts = [@base, exponent];

    /// <summary>What is raised.</summary>
    public Expression Base => _parts[0];

    /// <summary>To what it is raised.</summary>
    public Expression Exponent => _parts[1];

    internal override IReadOnlyList<Expression> Parts => _parts;

    private protected override bool HasSameParts(Expression other) => Base.Equals(((Power)other).Base) && Exponent.Equals(((Power)other).Exponent);
}

/// <summary>A function applied to an argument.</summary>
public sealed class FunctionCall : Expression
{
    private readonly Expression[] _parts;

    internal FunctionCall(ElementaryFunction function, Expression argument)
        : base(1 + argument.Size, 1 + argument.Depth, HashOf(100 + (int)function, [argument])) =>
        (Function, _parts) = (function, [argument]);

    /// <summary>Which function.</summary>
    public ElementaryFunction Function { get; }

    /// <summary>What it is applied to.</summary>
    public Expression Argument => _parts[0];

    internal override IReadOnlyList<Expression> Parts => _parts;

    private protected override bool HasSameParts(Expression other) => Function == ((FunctionCall)other).Function && Argument.Equals(((FunctionCall)other).Argument);
}
