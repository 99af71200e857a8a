using Adversa.Metrics.Statistics;
using Adversa.Torch;

namespace Adversa.Metrics;

/// <summary>Samples as rows of numbers in float64, all finite: features of a network, coordinates of points, pixels, probabilities.</summary>
public sealed class FeatureSet
{
    private readonly double[] _values;

    private FeatureSet(double[] values, int width)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(width, 1);
        if (values.Length % width != 0) throw new ArgumentException($"Expected rows of {width} numbers; got {values.Length} numbers.", nameof(values));
        (_values, Width, Count) = (values, width, values.Length / width);
        var bad = Array.FindIndex(values, value => !double.IsFinite(value));
        if (bad >= 0) throw MetricException.NotFinite(Words.NumberIsNotFinite(bad % width, bad / width, values[bad]));
    }

    /// <summary>N, the rows.</summary>
    public int Count { get; }

    /// <summary>D, the numbers of a row.</summary>
    public int Width { get; }

    /// <summary>All rows, one after another.</summary>
    public ReadOnlySpan<double> Values => _values;

    /// <summary>One row.</summary>
    /// <param name="i">From 0 to <see cref="Count"/> - 1.</param>
    public ReadOnlySpan<double> this[int i] => _values.AsSpan(i * Width, Width);

    /// <summary>Takes single-precision rows.</summary>
    /// <param name="values">The rows one after another.</param>
    /// <param name="width">D.</param>
    /// <exception cref="MetricException">ADV3081: a number is NaN or infinite.</exception>
    public static FeatureSet From(ReadOnlySpan<float> values, int width)
    {
        var wide = new double[values.Length];
        for (var i = 0; i < wide.Length; i++) wide[i] = values[i];
        return new(wide, width);
    }

    /// <inheritdoc cref="From(ReadOnlySpan{float}, int)"/>
    /// <summary>Takes rows.</summary>
    public static FeatureSet From(double[] values, int width)
    {
        ArgumentNullException.ThrowIfNull(values);
        return new(values, width);
    }

    /// <summary>Some of the rows.</summary>
    /// <param name="rows">Which, in the order wanted.</param>
    public FeatureSet Rows(IEnumerable<int> rows)
    {
        ArgumentNullException.ThrowIfNull(rows);
        var chosen = rows.ToArray();
        var values = new double[chosen.Length * Width];
        for (var i = 0; i < chosen.Length; i++) this[chosen[i]].CopyTo(values.AsSpan(i * Width));
        return new(values, Width);
    }

    /// <summary>The first rows; all of them when there are fewer.</summary>
    /// <param name="count">How many.</param>
    public FeatureSet First(int count) => count >= Count ? this : new(_values[..(count * Width)], Width);

    /// <summary>Rows by lot, each once; all of them, in another order, when there are no more.</summary>
    /// <param name="count">How many.</param>
    /// <param name="seed">Draws them.</param>
    internal FeatureSet Drawn(int count, long seed) => Rows(Shuffles.Draw(new Rng(seed), Count, Math.Min(count, Count)));

    /// <summary>These rows, then others.</summary>
    /// <param name="other">Rows of the same width.</param>
    public FeatureSet With(FeatureSet other)
    {
        ExpectWidth(other);
        return new([.. _values, .. other._values], Width);
    }

    /// <summary>The rows as a float64 tensor <c>[N, D]</c>.</summary>
    public Tensor ToTensor() => Tensor.From(_values, Count, Width);

    internal void ExpectWidth(FeatureSet other)
    {
        ArgumentNullException.ThrowIfNull(other);
        if (other.Width != Width) throw new ArgumentException($"Both sets must have rows of {Width} numbers; the second has {other.Width}.", nameof(other));
    }
}
