namespace Adversa.Torch;

/// <summary>A number that is an operator's argument; whole numbers stay whole, so an integer tensor stays one.</summary>
public readonly struct Scalar
{
    private Scalar(long whole) => (IsWhole, Whole) = (true, whole);

    private Scalar(double real) => Real = real;

    internal bool IsWhole { get; }

    internal long Whole { get; }

    internal double Real { get; }

    /// <summary>A real number.</summary>
    public static implicit operator Scalar(double value) => new(value);

    /// <summary>A whole number.</summary>
    public static implicit operator Scalar(long value) => new(value);

    /// <summary>A whole number.</summary>
    public static implicit operator Scalar(int value) => new((long)value);
}
