using System.Buffers.Binary;

namespace Adversa.Imaging.Codecs;

/// <summary>Reads the head of a Windows or OS/2 bitmap; what Pillow reads is read.</summary>
/// <param name="Picture">What all formats have.</param>
/// <param name="Bits">Of a pixel: 1, 4, 8, 16, 24 or 32.</param>
/// <param name="Start">Where the pixels begin.</param>
/// <param name="IsTopDown">Whether the first row is the top one.</param>
/// <param name="IsRunLength">Whether equal neighbours are stored as a count.</param>
/// <param name="Order">How the bytes of a pixel of 16 bits and more are to be read.</param>
/// <param name="Palette">For up to 8 bits.</param>
internal sealed record BmpHeader(PictureHeader Picture, int Bits, long Start, bool IsTopDown, bool IsRunLength, BmpOrder Order, ColourTable? Palette)
{
    private const int FileHeader = 14, Os2 = 12, Windows = 40, MasksAt = 54;
    private const uint Plain = 0, Runs8 = 1, Runs4 = 2, Masks = 3;

    /// <summary>Bytes of a row without the filling at its end.</summary>
    public int RowBytes => (Picture.Width * Bits + 7) / 8;

    /// <summary>Bytes from a row to the next.</summary>
    public long Stride => ((long)Picture.Width * Bits + 31) / 32 * 4;

    /// <summary>Whether a file that begins with BM is a bitmap.</summary>
    public static bool IsOne(ReadOnlySpan<byte> file) => file.Length >= FileHeader + 4 && Long(file, FileHeader) is >= Os2 and <= 256;

    /// <summary>Reads the head and checks that the pixels are there.</summary>
    /// <exception cref="AdversaException">ADV3004: damaged; ADV3020: a kind that is not read.</exception>
    public static BmpHeader Read(ReadOnlySpan<byte> file, string name)
    {
        var size = (int)Long(file, FileHeader);
        if (size is not (Os2 or Windows or 64 or 108 or 124)) throw DataError.NotRead(name, Words.BMPWithHeaderBytesIsNot(size));
        if (file.Length < FileHeader + size) throw Broken(name, Words.IsCutOffInHeader);
        var (width, height, bits, compression, colours, isTopDown) = size == Os2
            ? (Word(file, 18), Word(file, 20), Word(file, 24), Plain, 0u, false)
            : (Long(file, 18), Long(file, 22), Word(file, 28), Long(file, 30), Long(file, 46), file[25] == 0xFF);
        if (isTopDown) height = unchecked(0 - height);
        var picture = new PictureHeader(PictureFormat.Bmp, (int)Math.Min(width, int.MaxValue), (int)Math.Min(height, int.MaxValue), false, 1) { Depth = (int)Math.Min(bits, 8) };
        PictureHeader.CheckSize(picture, name);

        var isIndexed = bits is 1 or 4 or 8;
        var isRunLength = (compression == Runs8 && bits == 8) || (compression == Runs4 && bits == 4);
        var order = compression == Masks ? OrderOf(file, size, bits) : bits switch { 16 => BmpOrder.Rgb555, 24 => BmpOrder.Bgr, 32 => BmpOrder.Bgrx, _ => BmpOrder.Indexed };
        if (!(isIndexed || bits is 16 or 24 or 32) || !(compression is Plain or Masks || isRunLength) || order == BmpOrder.Unknown)
            throw DataError.NotRead(name, Words.BMPBitsPackedAsNumber(bits, compression));
        if (colours == 0 && isIndexed) colours = 1u << (int)bits;
        var start = (long)Long(file, 10);
        if (start == FileHeader + size && isIndexed) start += 4L * colours;          // some programs forget the palette
        var palette = isIndexed ? Colours(file, FileHeader + size, colours, size == Os2 ? 3 : 4, name) : null;
        if (start == 0) start = FileHeader + size + (compression == Masks && size == Windows ? 12 : 0) + (isIndexed ? colours * (size == Os2 ? 3L : 4L) : 0);
        var header = new BmpHeader(
            picture with { IsGrey = palette is { IsGrey: true }, HasAlpha = order is BmpOrder.Bgra or BmpOrder.Abgr or BmpOrder.Rgba },
            (int)bits, start, isTopDown, isRunLength, order, palette);
        var needed = isRunLength ? start + 2 : start + header.Stride * (picture.Height - 1) + header.RowBytes;
        return needed <= file.Length ? header : throw Broken(name, Words.PixelsEndAtByte(needed, file.Length));
    }

    /// <summary>The error for a damaged bitmap.</summary>
    public static AdversaException Broken(string name, Text text) => DataError.Damaged(name, Words.InBmp(text));

    private static ColourTable Colours(ReadOnlySpan<byte> file, int at, uint count, int step, string name)
    {
        if (count > 256 || at + count * step > file.Length) throw Broken(name, Words.PaletteColoursDoesNotFit(count));
        return new(file.Slice(at, (int)count * step), step, blueFirst: true);
    }

    private static BmpOrder OrderOf(ReadOnlySpan<byte> file, int size, uint bits)
    {
        if (file.Length < MasksAt + 12) return BmpOrder.Unknown;
        var (red, green, blue, alpha) = (Long(file, MasksAt), Long(file, MasksAt + 4), Long(file, MasksAt + 8), size > Windows ? Long(file, MasksAt + 12) : 0);
        return (bits, red, green, blue) switch
        {
            (16, 0xF800, 0x7E0, 0x1F) => BmpOrder.Rgb565,
            (16, 0x7C00, 0x3E0, 0x1F) => BmpOrder.Rgb555,
            (24, 0xFF0000, 0xFF00, 0xFF) => BmpOrder.Bgr,
            (32, 0xFF0000, 0xFF00, 0xFF) => alpha switch { 0 => BmpOrder.Bgrx, 0xFF000000 => BmpOrder.Bgra, _ => BmpOrder.Unknown },
            (32, 0xFF000000, 0xFF0000, 0xFF00) => alpha switch { 0 => BmpOrder.Xbgr, 0xFF => BmpOrder.Abgr, _ => BmpOrder.Unknown },
            (32, 0xFF, 0xFF00, 0xFF0000) when alpha == 0xFF000000 => BmpOrder.Rgba,
            (32, 0, 0, 0) when alpha == 0 => BmpOrder.Bgra,
            _ => BmpOrder.Unknown,
        };
    }

    private static uint Word(ReadOnlySpan<byte> file, int at) => BinaryPrimitives.ReadUInt16LittleEndian(file[at..]);

    private static uint Long(ReadOnlySpan<byte> file, int at) => BinaryPrimitives.ReadUInt32LittleEndian(file[at..]);
}
