using System.Globalization;

namespace Adversa.Training.Checks;

/// <summary>What a measured value must reach, or must not exceed.</summary>
/// <param name="Metric">The value's name.</param>
/// <param name="IsMaximum">Whether <see cref="Bound"/> is the largest allowed value; else it is the smallest.</param>
/// <param name="Bound">The bound itself is allowed.</param>
public sealed record Bar(string Metric, bool IsMaximum, double Bound)
{
    /// <summary>A value that must be reached.</summary>
    /// <param name="metric">The value's name.</param>
    /// <param name="bound">The smallest allowed value.</param>
    public static Bar AtLeast(string metric, double bound) => new(metric, false, bound);

    /// <summary>A value that must not be exceeded.</summary>
    /// <param name="metric">The value's name.</param>
    /// <param name="bound">The largest allowed value.</param>
    public static Bar AtMost(string metric, double bound) => new(metric, true, bound);

    /// <summary>Whether a value meets it; NaN never does.</summary>
    /// <param name="value">The measured value.</param>
    public bool IsMet(double value) => IsMaximum ? value <= Bound : value >= Bound;

    /// <summary>The bound with its sign, such as <c>≥ 8</c>.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{(IsMaximum ? "≤" : "≥")} {Bound}");
}
