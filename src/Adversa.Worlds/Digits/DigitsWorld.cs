using Adversa.Data;

namespace Adversa.Worlds.Digits;

/// <summary>Ten classes of digits that look written by hand: white strokes on black, with the truth about each picture.</summary>
/// <remarks>Each digit has three hand-designed forms. A sample draws one of them with shaken control points, slant, rotation, proportions, a smooth
/// wobble, place, pen width and ink. Like MNIST the digit stands in the middle 20x20 pixels of 28x28 (LeCun et al., 1998).</remarks>
public sealed class DigitsWorld : World
{
    /// <summary>Side of a picture unless asked otherwise.</summary>
    public const int DefaultSize = 28;

    private readonly int _size;

    /// <summary>Creates the world.</summary>
    /// <param name="seed">Another seed, another set; any value.</param>
    /// <param name="size">Side of a picture in pixels, 24 to 64.</param>
    /// <param name="split">Training or test samples.</param>
    public DigitsWorld(long seed = 0, int size = DefaultSize, Split split = Split.Train)
        : base("digits", 1, new SampleSchema(FieldKind.Image, 1, size, size, Classes: 10), seed, split)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(size, 24);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(size, 64);
        _size = size;
    }

    /// <summary>What decided a sample.</summary>
    /// <param name="index">The sample, from 0.</param>
    public DigitTruth Truth(long index)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(index);
        return DigitHand.Write(RngOf(index));
    }

    /// <inheritdoc/>
    protected override int Draw(Rng rng, Span<float> destination)
    {
        var truth = DigitHand.Write(rng);
        DigitPicture.Paint(truth, _size, destination);
        return truth.Class;
    }
}
