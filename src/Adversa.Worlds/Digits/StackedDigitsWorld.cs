using Adversa.Data;

namespace Adversa.Worlds.Digits;

/// <summary>Two or three digits laid over each other as colour channels: 100 or 1000 modes, all equally frequent.</summary>
/// <remarks>The stacked MNIST of Metz et al., 2017, "Unrolled Generative Adversarial Networks", section 3.3.1 (arXiv:1611.02163), with the digits of
/// <see cref="DigitsWorld"/>. The class is the number that the digits spell, the first (red) digit first; the attributes are the digits.</remarks>
public sealed class StackedDigitsWorld : World
{
    private readonly int _size;
    private readonly int _digits;

    /// <summary>Creates the world.</summary>
    /// <param name="seed">Another seed, another set; any value.</param>
    /// <param name="size">Side of a picture in pixels, 24 to 64.</param>
    /// <param name="split">Training or test samples.</param>
    /// <param name="digits">Number of digits, which is the number of channels: 2 or 3.</param>
    public StackedDigitsWorld(long seed = 0, int size = DigitsWorld.DefaultSize, Split split = Split.Train, int digits = 3)
        : base("stacked-digits", 1, SchemaOf(size, digits), seed, split) => (_size, _digits) = (size, digits);

    /// <summary>Number of modes: 100 for two digits, 1000 for three.</summary>
    public int Modes => Schema.Classes;

    /// <summary>What decided each channel of a sample.</summary>
    /// <param name="index">The sample, from 0.</param>
    public IReadOnlyList<DigitTruth> Truth(long index)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(index);
        return Write(RngOf(index));
    }

    /// <inheritdoc/>
    protected override int Draw(Rng rng, Span<float> destination)
    {
        var (label, area) = (0, _size * _size);
        var truths = Write(rng);
        for (var c = 0; c < truths.Length; c++)
        {
            DigitPicture.Paint(truths[c], _size, destination.Slice(c * area, area));
            label = 10 * label + truths[c].Class;
        }

        return label;
    }

    /// <inheritdoc/>
    protected override void Attributes(Rng rng, Span<float> destination)
    {
        var truths = Write(rng);
        for (var c = 0; c < truths.Length; c++) destination[c] = truths[c].Class;
    }

    /// <summary>Every digit has its own generator, so that each is written as in the world of digits.</summary>
    private DigitTruth[] Write(Rng rng)
    {
        var key = (long)(rng.NextULong() >> 1);
        return [.. Enumerable.Range(0, _digits).Select(c => DigitHand.Write(new Rng(key, c)))];
    }

    private static SampleSchema SchemaOf(int size, int digits)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(size, 24);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(size, 64);
        ArgumentOutOfRangeException.ThrowIfLessThan(digits, 2);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(digits, 3);
        return new(FieldKind.Image, digits, size, size, Classes: digits == 2 ? 100 : 1000)
        {
            Attributes = [.. Enumerable.Range(1, digits).Select(d => new SampleAttribute($"digit_{d}", Categories: 10))],
        };
    }
}
