using Adversa.Data;
using Adversa.Imaging.Codecs;
using Adversa.Worlds.Digits;

namespace Adversa.Worlds.Glyphs;

/// <summary>28 letters with an eye, A to Z, ! and ?: white strokes on black, in two resolutions of which one is exactly the other reduced.</summary>
/// <remarks>Painted at 56x56; a smaller picture is the larger one with each 2x2 block of bytes averaged, halves up (<see cref="Reduce"/>).</remarks>
public sealed class GlyphsWorld : World, ISampleSource
{
    /// <summary>Side of the picture that is painted; the others are reductions of it.</summary>
    public const int MasterSize = 56;

    /// <summary>Side of a picture unless asked otherwise.</summary>
    public const int DefaultSize = 28;

    private const double Softness = 1.3;                   // of an edge, in pixels of the master

    [ThreadStatic] private static StrokePainter? _painter;
    [ThreadStatic] private static float[]? _master;

    private readonly int _size;

    /// <summary>Creates the world.</summary>
    /// <param name="seed">Another seed, another set; any value.</param>
    /// <param name="size">Side of a picture in pixels: 7, 14, 28 or 56.</param>
    /// <param name="split">Training or test samples.</param>
    public GlyphsWorld(long seed = 0, int size = DefaultSize, Split split = Split.Train)
        : base("glyphs", 1, new SampleSchema(FieldKind.Image, 1, size, size, GlyphForms.All.Count) { Attributes = GlyphHand.Attributes }, seed, split)
    {
        if (size is not (7 or 14 or 28 or 56)) throw new ArgumentOutOfRangeException(nameof(size), size, "Glyphs have 7, 14, 28 or 56 pixels a side.");
        _size = size;
    }

    /// <inheritdoc/>
    public IReadOnlyList<string> ClassNames => GlyphForms.Names;

    /// <summary>What decided a sample.</summary>
    /// <param name="index">The sample, from 0.</param>
    public GlyphTruth Truth(long index)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(index);
        return GlyphHand.Draw(RngOf(index));
    }

    /// <summary>A form without any jitter, eye straight ahead.</summary>
    /// <param name="form">The class, 0 to 27.</param>
    public static GlyphTruth Plain(int form)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(form);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(form, GlyphForms.All.Count);
        return GlyphHand.Draw(new(0), form);
    }

    /// <summary>Paints a glyph at 56x56.</summary>
    /// <param name="truth">What to paint.</param>
    /// <param name="picture">Receives 3136 numbers in [-1, 1].</param>
    public static void Render(GlyphTruth truth, Span<float> picture)
    {
        ArgumentNullException.ThrowIfNull(truth);
        if (picture.Length != MasterSize * MasterSize) throw new ArgumentException($"Expected room for {MasterSize * MasterSize} numbers; got {picture.Length}.", nameof(picture));
        Strokes(truth, [.. truth.Limbs, truth.Ring], picture);
        Pupil(truth, picture);
    }

    /// <summary>Which part of the glyph each pixel of the 56x56 picture belongs to: 0 paper, 1 limb, 2 ring, 3 pupil; ink is 128 or more of 255.</summary>
    /// <param name="truth">The glyph.</param>
    /// <returns>[56, 56].</returns>
    public static byte[] Mask(GlyphTruth truth)
    {
        ArgumentNullException.ThrowIfNull(truth);
        var mask = new byte[MasterSize * MasterSize];
        var picture = new float[mask.Length];
        for (byte part = 1; part <= 3; part++)
        {
            if (part < 3) Strokes(truth, part == 1 ? truth.Limbs : [truth.Ring], picture);
            else Array.Fill(picture, -1);
            if (part == 3) Pupil(truth, picture);
            for (var i = 0; i < mask.Length; i++)
                if (PixelBytes.ToByte(picture[i]) >= 128) mask[i] = part;
        }

        return mask;
    }

    /// <summary>Halves a picture: each pixel is the mean of a 2x2 block of byte levels, halves rounded up, <c>(a + b + c + d + 2) / 4</c>.</summary>
    /// <param name="picture">One channel, size x size numbers in [-1, 1].</param>
    /// <param name="size">Its side, even.</param>
    /// <param name="half">Receives size/2 x size/2 numbers.</param>
    public static void Reduce(ReadOnlySpan<float> picture, int size, Span<float> half)
    {
        var side = size / 2;
        if (size % 2 != 0 || picture.Length != size * size || half.Length != side * side)
            throw new ArgumentException($"Expected {size * size} numbers of an even side and room for {side * side}; got {picture.Length} and {half.Length}.");
        for (var y = 0; y < side; y++)
            for (var x = 0; x < side; x++)
            {
                var at = 2 * y * size + 2 * x;
                var sum = PixelBytes.ToByte(picture[at]) + PixelBytes.ToByte(picture[at + 1]) + PixelBytes.ToByte(picture[at + size]) + PixelBytes.ToByte(picture[at + size + 1]);
                half[y * side + x] = (float)(((sum + 2) >> 2) / 127.5 - 1);
            }
    }

    /// <inheritdoc/>
    protected override int Draw(Rng rng, Span<float> destination)
    {
        var truth = GlyphHand.Draw(rng);
        if (_size == MasterSize)
        {
            Render(truth, destination);
            return truth.Class;
        }

        var master = (_master ??= new float[MasterSize * MasterSize]).AsSpan();
        Render(truth, master);
        var side = MasterSize;
        for (; side / 2 > _size; side /= 2) Reduce(master[..(side * side)], side, master[..(side * side / 4)]);   // in place: it writes behind where it reads
        Reduce(master[..(side * side)], side, destination);
        return truth.Class;
    }

    /// <inheritdoc/>
    protected override void Attributes(Rng rng, Span<float> destination) => GlyphHand.Write(GlyphHand.Draw(rng), destination);

    private static void Strokes(GlyphTruth truth, IReadOnlyList<IReadOnlyList<(double X, double Y)>> lines, Span<float> picture)
    {
        var painter = _painter ??= new(MasterSize);
        painter.Clear();
        foreach (var line in lines) painter.Add(line, truth.StrokeWidth / 2 + Softness / 2);
        painter.Render(truth.StrokeWidth / 2, Softness, 1, picture);
    }

    private static void Pupil(GlyphTruth truth, Span<float> picture)
    {
        var eye = truth.Eye;
        var outer = eye.PupilRadius + Softness / 2;
        for (var y = (int)(eye.PupilY - outer); y <= eye.PupilY + outer && y < MasterSize; y++)
            for (var x = (int)(eye.PupilX - outer); x <= eye.PupilX + outer && x < MasterSize; x++)
            {
                var (dx, dy) = (x + 0.5 - eye.PupilX, y + 0.5 - eye.PupilY);
                var t = Math.Clamp((outer - Math.Sqrt(dx * dx + dy * dy)) / Softness, 0, 1);
                var level = (float)((int)(t * t * (3 - 2 * t) * 255 + 0.5) / 127.5 - 1);
                ref var pixel = ref picture[y * MasterSize + x];
                pixel = Math.Max(pixel, level);
            }
    }
}
