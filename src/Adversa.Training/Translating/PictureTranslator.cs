using Adversa.Formats.Png;
using Adversa.Imaging;
using Adversa.Imaging.Codecs;
using Adversa.Models;
using Adversa.Torch;
using Adversa.Torch.Nn;
using Adversa.Training.Forecasts;

namespace Adversa.Training.Translating;

/// <summary>Translates picture files of any size as people have them: upright, padded to what the network takes and cut again, with the transparency that they came with.</summary>
/// <param name="translator">The model.</param>
/// <param name="schema">What it learned from.</param>
/// <param name="network">Its network, or its average.</param>
public sealed class PictureTranslator(ITranslator translator, SampleSchema schema, Module? network)
{
    /// <summary>The code of a picture that takes more memory than is free.</summary>
    public const int TooLarge = 5017;

    private PictureRoom? _room;
    private readonly Field _input = translator.Given.FirstOrDefault(field => field is { Name: Field.Input, Kind: FieldKind.Image })
        ?? throw new ArgumentException("The model is given no picture.", nameof(translator));

    /// <summary>Whether to translate the other way.</summary>
    public bool Back { get; init; }

    /// <summary>What shows through transparent pixels.</summary>
    public Background Background { get; init; }

    /// <summary>What is given beside the picture: a mask, a second picture, attributes. Told the picture's own size, the size in which it is read, and the padded picture. Null where the picture is all.</summary>
    public Func<PictureSize, PictureSize, Batch, Batch>? With { get; init; }

    /// <summary>The most pixels of a picture that are taken at once, told its size; null measures what memory a pixel takes, once, on a picture of noise.</summary>
    internal Func<PictureSize, long>? Most { get; init; }

    /// <summary>Translates one file: whole, or in tiles where memory does not suffice and no layer looks further than <see cref="ITranslator.Reach"/>.</summary>
    /// <param name="bytes">The file.</param>
    /// <param name="name">How messages name it.</param>
    /// <param name="seeds">One for each answer.</param>
    /// <exception cref="AdversaException">ADV3004, ADV3020: it cannot be read. ADV5017: it takes more memory than is free.</exception>
    public TranslatedPicture Translate(ReadOnlySpan<byte> bytes, string name, IReadOnlyList<long> seeds)
    {
        ArgumentNullException.ThrowIfNull(seeds);
        var header = PictureFile.Header(bytes, name);
        var (own, learned) = (header.Size, new PictureSize(_input.Shape[2], _input.Shape[1]));
        var size = translator.Stride == 0 ? learned : own;
        var (rows, columns) = (Padding(size.Height), Padding(size.Width));
        var whole = new PictureSize(size.Width + columns, size.Height + rows);
        var tile = TileOf(whole, name);
        var (picture, alpha) = (Floats(bytes, name, size, Background), header.HasAlpha ? Alpha(bytes, name, size) : null);
        using var scope = new TensorScope();
        var padded = Ops.ReplicationPad2d(Tensor.From(picture, 1, _input.Shape[0], size.Height, size.Width), [0, columns, 0, rows]);
        var scale = translator.Scale;
        var made = seeds.Select(seed =>
        {
            var answer = new float[schema.Channels * size.Height * scale * size.Width * scale];
            foreach (var y in PictureTile.Cut(whole.Height, tile.Height, translator.Reach ?? 0, translator.Stride))
                foreach (var x in PictureTile.Cut(whole.Width, tile.Width, translator.Reach ?? 0, translator.Stride))
                    Fill(answer, size, x, y, Answer(padded, x, y, own, size, seed));
            return Picture(answer, schema.Channels, size.Width * scale, size.Height * scale, alpha, scale);
        }).ToList();
        return new(Picture(picture, _input.Shape[0], size.Width, size.Height, alpha, 1), made, size == own ? null : own, header.IsGrey && _input.Shape[0] == 3);
    }

    /// <summary>Makes one picture of several views of the same thing: <see cref="ITranslator.MostViews"/>.</summary>
    /// <param name="views">The files and how messages name them; one or more.</param>
    /// <param name="seeds">One for each answer.</param>
    /// <exception cref="AdversaException">ADV3004, ADV3020: one cannot be read.</exception>
    public TranslatedPicture Translate(IReadOnlyList<(byte[] Bytes, string Name)> views, IReadOnlyList<long> seeds)
    {
        ArgumentNullException.ThrowIfNull(views);
        ArgumentNullException.ThrowIfNull(seeds);
        var (size, headers) = (new PictureSize(schema.Width, schema.Height), views.Select(view => PictureFile.Header(view.Bytes, view.Name)).ToList());
        using var scope = new TensorScope();
        var strip = Tensor.Cat([.. views.Select(view => Tensor.From(Floats(view.Bytes, view.Name, size, Background), 1, _input.Shape[0], size.Height, size.Width))], 3);
        var made = Made(Given(strip, size, size), size, seeds, null);
        return new(Picture(strip.ToArray<float>(), _input.Shape[0], size.Width * views.Count, size.Height, null, 1), made,
            headers.Select(header => (PictureSize?)header.Size).FirstOrDefault(own => own != size), headers.Any(header => header.IsGrey) && _input.Shape[0] == 3);
    }

    /// <summary>What is made of what is given, for each seed, cut to its size.</summary>
    private List<Raster> Made(Batch given, PictureSize size, IReadOnlyList<long> seeds, byte[]? alpha)
    {
        var scale = translator.Scale;
        return [.. seeds.Select(seed =>
        {
            using var inner = new TensorScope();
            var y = translator.Sample(new SampleRequest([seed], network) { Given = given, Back = Back });
            return Picture(y.Narrow(2, 0, size.Height * scale).Narrow(3, 0, size.Width * scale).ToArray<float>(), schema.Channels, size.Width * scale, size.Height * scale, alpha, scale);
        })];
    }

    /// <summary>The size of the tiles of a padded picture: its own where memory suffices.</summary>
    private PictureSize TileOf(PictureSize whole, string name)
    {
        var (area, most) = ((long)whole.Width * whole.Height, Most is null ? (_room ??= new(Pass)).Pixels(whole) : Most(whole));
        if (area <= most) return whole;
        var (side, held) = ((int)Math.Sqrt(most), PictureRoom.Held(schema.Channels * translator.Scale * translator.Scale));
        var isCut = translator is { Reach: { } reach, Given.Count: 1 } && side >= 4 * reach;                // smaller tiles would be margins for the most part
        if (isCut && area <= held) return new(side, side);
        var share = Math.Sqrt((isCut ? held : most) / (double)area);
        throw new AdversaException(TooLarge, ExitCode.Resource,
            Words.PictureTooLarge(name, whole.Width, whole.Height, (int)(whole.Width * share), (int)(whole.Height * share)));
    }

    private void Pass(PictureSize size)
    {
        using var scope = new TensorScope();
        var x = Tensor.Zeros([1, _input.Shape[0], size.Height, size.Width]);
        translator.Sample(new SampleRequest([0], network) { Given = Given(x, size, size), Back = Back });
    }

    /// <summary>What is made of a tile, without its margins: <c>[C, h·scale, w·scale]</c>.</summary>
    private float[] Answer(Tensor padded, PictureTile x, PictureTile y, PictureSize own, PictureSize read, long seed)
    {
        using var scope = new TensorScope();
        var one = Given(padded.Narrow(2, y.Seen, y.SeenLength).Narrow(3, x.Seen, x.SeenLength), own, read);
        var made = translator.Sample(new SampleRequest([seed], network) { Given = one, Back = Back });
        var scale = translator.Scale;
        return made.Narrow(2, (y.From - y.Seen) * scale, y.Length * scale).Narrow(3, (x.From - x.Seen) * scale, x.Length * scale).ToArray<float>();
    }

    /// <summary>Copies a tile to its place; what lies in the padding is left out.</summary>
    private void Fill(float[] answer, PictureSize size, PictureTile x, PictureTile y, float[] tile)
    {
        var scale = translator.Scale;
        var (height, width, wide) = (Math.Min(y.Length, size.Height - y.From) * scale, Math.Min(x.Length, size.Width - x.From) * scale, x.Length * scale);
        for (var c = 0; c < schema.Channels; c++)
            for (var row = 0; row < height; row++)
            {
                var to = ((c * size.Height + y.From) * scale + row) * size.Width * scale + x.From * scale;
                tile.AsSpan((c * y.Length * scale + row) * wide, width).CopyTo(answer.AsSpan(to));
            }
    }

    /// <summary>What the network gets: the padded picture, and what else it is given.</summary>
    private Batch Given(Tensor padded, PictureSize own, PictureSize read)
    {
        var field = new Field(_input.Name, _input.Kind, _input.Shape[0], (int)padded.Size(2), (int)padded.Size(3));
        var batch = new Batch(new SampleSchema(field), 1);
        padded.ToArray<float>().CopyTo(batch.Floats(field.Name), 0);
        return With?.Invoke(own, read, batch) ?? batch;
    }

    private int Padding(int side) => translator.Stride <= 1 ? 0 : (translator.Stride - side % translator.Stride) % translator.Stride;

    private float[] Floats(ReadOnlySpan<byte> bytes, string name, PictureSize size, Background background)
    {
        var target = new PictureTarget(size, _input.Shape[0]) { Background = background };
        var (decoded, picture) = (new byte[target.Bytes], new float[target.Bytes]);
        PictureFile.Decode(bytes, name, target, decoded);
        PixelBytes.ToFloats(decoded, picture);
        return picture;
    }

    /// <summary>How much each pixel covers: what white lets through and black does not.</summary>
    private static byte[] Alpha(ReadOnlySpan<byte> bytes, string name, PictureSize size)
    {
        var (black, white) = (new byte[size.Width * size.Height], new byte[size.Width * size.Height]);
        PictureFile.Decode(bytes, name, new(size, 1) { Background = Background.Black }, black);
        PictureFile.Decode(bytes, name, new(size, 1) { Background = Background.White }, white);
        for (var i = 0; i < black.Length; i++) black[i] = (byte)(byte.MaxValue - (white[i] - black[i]));
        return black;
    }

    private static Raster Picture(float[] values, int channels, int width, int height, byte[]? alpha, int scale)
    {
        var picture = new Raster(width, height, channels + (alpha is null ? 0 : 1));
        for (var y = 0; y < height; y++)
            for (var x = 0; x < width; x++)
            {
                var at = (y * width + x) * picture.Channels;
                for (var c = 0; c < channels; c++) picture.Pixels[at + c] = PixelBytes.ToByte(values[(c * height + y) * width + x]);
                if (alpha is not null) picture.Pixels[at + channels] = alpha[y / scale * (width / scale) + x / scale];
            }

        return picture;
    }
}

/// <summary>A picture and what was made of it.</summary>
/// <param name="Input">As the network saw it, without padding.</param>
/// <param name="Made">One for each seed.</param>
/// <param name="ResizedFrom">Its own size, where the network takes no other than that of training; else null.</param>
/// <param name="WasGrey">Whether it is grey and was read as colour.</param>
public sealed record TranslatedPicture(Raster Input, IReadOnlyList<Raster> Made, PictureSize? ResizedFrom, bool WasGrey)
{
    /// <summary>Each answer with the picture to its left: frames of a film.</summary>
    public IReadOnlyList<Raster> Frames() => [.. Made.Select(one => (this with { Made = [one] }).SideBySide())];

    /// <summary>The picture with what was made of it to its right, all in the size of what was made.</summary>
    public Raster SideBySide()
    {
        var (height, channels) = (Made[0].Height, Made.Append(Input).Max(one => one.Channels));
        var left = Input.Enlarged(Math.Max(1, height / Input.Height));
        var sheet = new Raster(left.Width + Made.Sum(one => one.Width), height, channels);
        var from = 0;
        foreach (var one in Made.Prepend(left))
        {
            for (var y = 0; y < height; y++)
                for (var x = 0; x < one.Width; x++)
                    for (var c = 0; c < channels; c++) sheet.Pixels[(y * sheet.Width + from + x) * channels + c] = one.Pixels[(y * one.Width + x) * one.Channels + Channel(c, one)];
            from += one.Width;
        }

        return sheet;

        // grey stands for each colour, and alpha is the last channel of both, for all come of one picture
        int Channel(int c, Raster one) => channels % 2 == 0 && c == channels - 1 ? one.Channels - 1 : Math.Min(c, one.Channels - 1 - (channels % 2 == 0 ? 1 : 0));
    }
}
