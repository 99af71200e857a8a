using Adversa.Data;
using Adversa.Imaging.Codecs;

namespace Adversa.Worlds.Art;

/// <summary>Paintings that nobody painted, square and endless, in five styles; <see cref="ArtFolder"/> writes them as a folder of mixed files.</summary>
/// <remarks>The class is the style: bouquets, circles, fields, hills, strokes.</remarks>
public sealed class ArtFolderWorld : World, ISampleSource
{
    /// <summary>Side of a picture unless asked otherwise.</summary>
    public const int DefaultSize = 64;

    /// <summary>Smallest side.</summary>
    public const int LeastSize = 16;

    /// <summary>Largest side.</summary>
    public const int MostSize = 1024;

    internal const int CurrentVersion = 1;

    private readonly int _size;

    /// <summary>Creates the world.</summary>
    /// <param name="seed">Another seed, another set; any value.</param>
    /// <param name="size">Side of a picture in pixels, 16 to 1024; the same painting in every size.</param>
    /// <param name="split">Training or test samples.</param>
    public ArtFolderWorld(long seed = 0, int size = DefaultSize, Split split = Split.Train)
        : base("art-folder", CurrentVersion, new SampleSchema(FieldKind.Image, 3, size, size, Classes: ArtPainter.Styles.Count), seed, split)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(size, LeastSize);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(size, MostSize);
        _size = size;
    }

    /// <summary>The styles by name, in the order of the labels.</summary>
    public IReadOnlyList<string> ClassNames => ArtPainter.Styles;

    /// <inheritdoc/>
    protected override int Draw(Rng rng, Span<float> destination)
    {
        ArgumentNullException.ThrowIfNull(rng);
        var style = rng.NextInt(ArtPainter.Styles.Count);
        var pixels = ArtPainter.Paint(rng, style, _size, _size).Pixels;
        var area = _size * _size;
        Span<byte> planar = new byte[pixels.Length];
        for (var i = 0; i < area; i++)
            for (var c = 0; c < 3; c++) planar[c * area + i] = pixels[3 * i + c];
        PixelBytes.ToFloats(planar, destination);
        return style;
    }
}
