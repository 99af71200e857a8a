using System.Buffers.Binary;

namespace Adversa.Imaging.Codecs;

/// <summary>Checks a WebP file chunk by chunk and finds its first picture.</summary>
/// <param name="Picture">What all formats have; the size is that of the canvas.</param>
/// <param name="X">Column of the first picture on the canvas.</param>
/// <param name="Y">Its row.</param>
/// <param name="Alpha">Where its alpha chunk lies, with its head; empty when there is none.</param>
/// <param name="Pixels">Where its pixels' chunk lies, with its head.</param>
/// <param name="IsLossless">Whether it is stored without loss.</param>
internal sealed record WebPHeader(PictureHeader Picture, int X, int Y, Range Alpha, Range Pixels, bool IsLossless)
{
    private const uint Vp8 = 0x20385056, Vp8L = 0x4C385056, Vp8X = 0x58385056, Alph = 0x48504C41, Anmf = 0x464D4E41, ExifChunk = 0x46495845;
    private const byte HasAlphaFlag = 0x10, HasAnimationFlag = 0x02;

    /// <summary>Reads all chunks.</summary>
    /// <exception cref="AdversaException">ADV3004: damaged.</exception>
    public static WebPHeader Read(ReadOnlySpan<byte> file, string name)
    {
        var end = 8L + Long(file, 4);
        if (end > file.Length) throw Broken(name, Words.ClaimsBytesAndHas(end, file.Length));
        (int Width, int Height)? canvas = null;
        Frame? first = null;
        Range alpha = default;
        var (frames, orientation, hasAlpha, isAnimated) = (0, 1, false, false);
        for (var at = 12; at < end;)
        {
            var kind = Chunk(file[..(int)end], ref at, out var whole, name);
            var data = DataOf(file, whole);
            switch (kind)
            {
                case Vp8X when canvas is null && data.Length >= 10:
                    canvas = (Triple(data, 4) + 1, Triple(data, 7) + 1);
                    (hasAlpha, isAnimated) = ((data[0] & HasAlphaFlag) != 0, (data[0] & HasAnimationFlag) != 0);
                    break;
                case Alph when first is null:
                    alpha = whole;
                    break;
                case Vp8 or Vp8L when !isAnimated:
                    first ??= Frame.Of(kind, data, whole, name) with { Alpha = alpha };
                    frames = 1;
                    break;
                case Anmf when isAnimated:
                    frames++;
                    first ??= Animated(file[..(int)end], whole.Start.Value + 8, data, name);
                    break;
                case ExifChunk:
                    orientation = ExifOrientation.Read(data);
                    break;
                default:
                    break;
            }
        }

        if (first is null || first.Width < 1 || first.Height < 1) throw Broken(name, Words.HoldsNoPixels);
        var (width, height) = canvas ?? (first.Width, first.Height);
        var picture = new PictureHeader(PictureFormat.WebP, width, height, false, orientation) { HasAlpha = hasAlpha || first.HasAlpha, Frames = frames, DecoderBytes = 8L * width * height };
        PictureHeader.CheckSize(picture, name);
        if (first.X + first.Width > width || first.Y + first.Height > height || (!isAnimated && (first.Width != width || first.Height != height)))
            throw Broken(name, Words.PictureDoesNotFitCanvas);
        return new(picture, first.X, first.Y, first.Alpha, first.Pixels, first.IsLossless);
    }

    private static Frame Animated(ReadOnlySpan<byte> file, int start, ReadOnlySpan<byte> data, string name)
    {
        if (data.Length < 24) throw Broken(name, Words.FrameIsCutOff);
        Range alpha = default;
        for (var at = start + 16; at < start + data.Length;)
        {
            var kind = Chunk(file[..(start + data.Length)], ref at, out var whole, name);
            if (kind == Alph) alpha = whole;
            else if (kind is Vp8 or Vp8L)
            {
                var frame = Frame.Of(kind, DataOf(file, whole), whole, name) with { Alpha = alpha, X = 2 * Triple(data, 0), Y = 2 * Triple(data, 3) };
                return frame.Width == Triple(data, 6) + 1 && frame.Height == Triple(data, 9) + 1 ? frame : throw Broken(name, Words.FrameHasTwoSizes);
            }
        }

        throw Broken(name, Words.FrameHoldsNoPixels);
    }

    /// <summary>Goes past a chunk.</summary>
    /// <returns>Its name.</returns>
    private static uint Chunk(ReadOnlySpan<byte> file, ref int at, out Range whole, string name)
    {
        var length = file.Length - at < 8 ? uint.MaxValue : Long(file, at + 4);
        if (length > file.Length - at - 8) throw Broken(name, Words.ChunkAtByteIsCutOff(at));
        var begin = at;
        at = (int)Math.Min(file.Length, begin + 8L + length + (length & 1));
        whole = begin..(begin + 8 + (int)length);
        return Long(file, begin);
    }

    private static ReadOnlySpan<byte> DataOf(ReadOnlySpan<byte> file, Range chunk) => file[chunk][8..];

    private static int Triple(ReadOnlySpan<byte> data, int at) => data[at] | data[at + 1] << 8 | data[at + 2] << 16;

    private static uint Long(ReadOnlySpan<byte> file, int at) => BinaryPrimitives.ReadUInt32LittleEndian(file[at..]);

    private static AdversaException Broken(string name, Text text) => DataError.Damaged(name, Words.InWebP(text));

    private sealed record Frame(int Width, int Height, Range Pixels, bool IsLossless, bool HasAlpha)
    {
        public Range Alpha { get; init; }

        public int X { get; init; }

        public int Y { get; init; }

        public static Frame Of(uint kind, ReadOnlySpan<byte> data, Range whole, string name)
        {
            if (kind == Vp8L && data is [0x2F, _, _, _, _, ..])
            {
                var bits = Long(data, 1);
                return new((int)(bits & 0x3FFF) + 1, (int)(bits >> 14 & 0x3FFF) + 1, whole, true, (bits >> 28 & 1) != 0);
            }

            if (kind == Vp8 && data is [_, _, _, 0x9D, 0x01, 0x2A, _, _, _, _, ..] && (data[0] & 1) == 0)
                return new((data[6] | data[7] << 8) & 0x3FFF, (data[8] | data[9] << 8) & 0x3FFF, whole, false, false);
            throw Broken(name, Words.HeadOfPixelsIsDamaged);
        }
    }
}
