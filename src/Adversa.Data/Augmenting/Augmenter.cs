using System.Buffers;

namespace Adversa.Data.Augmenting;

/// <summary>Varies pictures: the same picture in the same pass over the data always in the same way, on every machine.</summary>
/// <remarks>What happens to a picture is a pure function of (seed, epoch, index), computed with + - * / and square root alone. Thread-safe.
/// Resampling is bilinear and repeats the pixels of the border. Brightness, contrast and saturation move each value away from or towards black, the picture's
/// mean grey and the pixel's own grey, as torchvision's <c>ColorJitter</c> does, and cut the result to [-1, 1] each time. Cutout (DeVries and Taylor, 2017,
/// "Improved Regularization of Convolutional Neural Networks with Cutout", arXiv:1708.04552, section 3.2) sets a square to mid grey, 0; its centre lies
/// anywhere in the picture, so that a part of it may lie outside.</remarks>
public sealed class Augmenter
{
    private const long Stream = 0xA06;
    private readonly Augmentation _augmentation;
    private readonly SampleSchema _schema;
    private readonly long _seed;

    /// <summary>Prepares to vary the pictures of one source.</summary>
    /// <param name="augmentation">How.</param>
    /// <param name="schema">One picture.</param>
    /// <param name="seed">Another seed, other variations.</param>
    /// <exception cref="ArgumentException">A value is out of its range, or does not fit the samples.</exception>
    public Augmenter(Augmentation augmentation, SampleSchema schema, long seed)
    {
        ArgumentNullException.ThrowIfNull(augmentation);
        ArgumentNullException.ThrowIfNull(schema);
        if (augmentation.Problems(schema).FirstOrDefault()?.Text.English is { } problem) throw new ArgumentException(problem, nameof(augmentation));
        (_augmentation, _schema, _seed) = (augmentation, schema, seed);
    }

    /// <summary>Varies every picture of a sample in place, and its mask with them: what belongs together is varied alike.</summary>
    /// <param name="row">The sample.</param>
    /// <param name="epoch">The pass over the data; 0 for a world.</param>
    /// <param name="index">The sample's index in its source.</param>
    public void Apply(SampleRow row, long epoch, long index)
    {
        if (_augmentation.IsOff) return;
        var draw = DrawOf(epoch, index);
        foreach (var field in _schema.Fields)
            if (!row.Has(field.Name)) continue;
            else if (field.Kind == FieldKind.Image) Apply(row.Floats(field.Name), field, draw);
            else if (field.Kind == FieldKind.Mask) Move(row.Bytes(field.Name), field, draw);
    }

    /// <summary>Varies one picture in place.</summary>
    /// <param name="picture"><c>[C, H, W]</c>, float32 in [-1, 1].</param>
    /// <param name="epoch">The pass over the data; 0 for a world.</param>
    /// <param name="index">The sample's index in its source.</param>
    /// <exception cref="ArgumentException">The picture has another size than the schema says.</exception>
    public void Apply(Span<float> picture, long epoch, long index)
    {
        if (picture.Length != _schema.Values) throw new ArgumentException($"Expected {_schema.Values} numbers; got {picture.Length}.", nameof(picture));
        if (_augmentation.IsOff) return;
        Apply(picture, _schema.Drawn, DrawOf(epoch, index));
    }

    /// <summary>Does what was drawn.</summary>
    internal void Apply(Span<float> picture, Field field, AugmentationDraw draw)
    {
        Move(picture, field, draw);
        var channels = field.Shape[0];
        if (draw.Brightness != 1) ColourShift.Brightness(picture, (float)draw.Brightness);
        if (draw.Contrast != 1) ColourShift.Contrast(picture, channels, (float)draw.Contrast);
        if (draw.Saturation != 1 && channels == 3) ColourShift.Saturation(picture, (float)draw.Saturation);
        if (_augmentation.Cutout > 0) CutOut(picture, field, draw);
    }

    private AugmentationDraw DrawOf(long epoch, long index) => AugmentationDraw.Of(_augmentation, new Rng(Rng.Mix(_seed, Stream, epoch), index));

    /// <summary>What changes where things are, and not how they look.</summary>
    private static void Move(Span<float> picture, Field field, AugmentationDraw draw)
    {
        var (height, width) = (field.Shape[1], field.Shape[2]);
        if (draw.Flip) for (var row = 0; row < picture.Length; row += width) picture.Slice(row, width).Reverse();
        if (draw is { ShiftX: 0, ShiftY: 0, Factor: 1, Turns: 0 }) return;
        var copy = ArrayPool<float>.Shared.Rent(picture.Length);
        picture.CopyTo(copy);
        new Resampling(height, width, draw.ShiftX * width, draw.ShiftY * height, draw.Factor, draw.Turns).Apply(copy, picture);
        ArrayPool<float>.Shared.Return(copy);
    }

    /// <summary>A mask moves as a picture does; what is half inside or more is inside.</summary>
    private static void Move(Span<byte> mask, Field field, AugmentationDraw draw)
    {
        var picture = new float[mask.Length];
        for (var i = 0; i < mask.Length; i++) picture[i] = mask[i];
        Move(picture.AsSpan(), field, draw);
        for (var i = 0; i < mask.Length; i++) mask[i] = picture[i] >= 0.5f ? (byte)1 : (byte)0;
    }

    private void CutOut(Span<float> picture, Field field, AugmentationDraw draw)
    {
        var (height, width) = (field.Shape[1], field.Shape[2]);
        var side = Math.Max(1, (int)(_augmentation.Cutout * Math.Min(height, width) + 0.5));
        var (left, top) = ((int)(draw.CutX * width) - side / 2, (int)(draw.CutY * height) - side / 2);
        var (right, bottom) = (Math.Min(left + side, width), Math.Min(top + side, height));
        (left, top) = (Math.Max(left, 0), Math.Max(top, 0));
        for (var plane = 0; plane < picture.Length; plane += height * width)
            for (var y = top; y < bottom; y++) picture.Slice(plane + y * width + left, right - left).Clear();
    }
}
