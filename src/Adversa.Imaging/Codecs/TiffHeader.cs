namespace Adversa.Imaging.Codecs;

/// <summary>Checks a TIFF's directories and that all its pixels' bytes are there.</summary>
/// <remarks>TIFF 6.0 (1992).</remarks>
internal static class TiffHeader
{
    private const int WidthTag = 256, HeightTag = 257, Bits = 258, Compression = 259, Photometric = 262, StripOffsets = 273, Orientation = 274, Samples = 277, RowsPerStrip = 278,
        StripCounts = 279, Planar = 284, TileWidth = 322, TileHeight = 323, TileOffsets = 324, TileCounts = 325, Extra = 338, Format = 339;

    private const uint Inverted = 0, Grey = 1, Palette = 3, Ink = 5, YCbCr = 6;

    /// <summary>None, three of fax, LZW, JPEG, Deflate, PackBits, Deflate's old number, Zstandard, WebP.</summary>
    private static readonly uint[] Unpacked = [1, 2, 3, 4, 5, 7, 8, 32773, 32946, 50000, 50001];

    /// <summary>Reads the first page, and counts the others.</summary>
    /// <exception cref="AdversaException">ADV3004: damaged; ADV3020: of a kind that is not read, or too large.</exception>
    public static PictureHeader Read(ReadOnlySpan<byte> file, string name)
    {
        var page = new TiffDirectory(file, TiffDirectory.First(file, name), name);
        var (width, height) = ((int)Math.Min(int.MaxValue, page.Value(WidthTag, 0)), (int)Math.Min(int.MaxValue, page.Value(HeightTag, 0)));
        var (bits, samples, colour) = (page.Value(Bits, 1), page.Value(Samples, 1), page.Value(Photometric, Grey));
        if (NotRead(page, bits, samples, colour) is { } text) throw DataError.NotRead(name, Words.TiffWithThisIsNotRead(text));
        var isGrey = colour is Grey or Inverted;
        var extra = samples > (isGrey || colour == Palette ? 1 : colour == Ink ? 4 : 3) && colour != Ink ? page.Value(Extra, 2) : 0;
        var turned = page.Value(Orientation, 1);
        var picture = new PictureHeader(PictureFormat.Tiff, width, height, isGrey, turned is >= 1 and <= 8 ? (int)turned : 1)
        {
            Depth = (int)bits, HasAlpha = extra != 0, IsInk = colour == Ink, Frames = Pages(file, name),
        };
        PictureHeader.CheckSize(picture, name);
        return picture with { DecoderBytes = Blocks(page, file.Length, picture, (int)samples, name) };
    }

    /// <summary>What the page has that is not read; null when all of it is.</summary>
    private static Text? NotRead(TiffDirectory page, uint bits, uint samples, uint colour)
    {
        if (page.Value(Compression, 1) is var method && !Unpacked.Contains(method)) return Words.CompressionIs(method);
        if (page.Values(Format) is { } formats && formats.AsSpan().IndexOfAnyExcept(1u, 4u) >= 0) return Words.SignedOrFractionalNumbers;
        if (colour is 4 or > YCbCr) return Words.ColoursOfKind(colour);
        if (page.Value(Planar, 1) == 2 && page.Values(TileWidth) is not null) return Words.TilesForEachColour;
        var isOne = samples == 1 && colour <= Palette;
        var isRead = page.Values(Bits) is not { } all || all.AsSpan().IndexOfAnyExcept(bits) < 0;
        if (!isRead || !(bits is 8 or 16 || (isOne && bits is 1 or 2 or 4)) || samples > 8) return Words.SamplesTimesBits(samples, bits);
        return null;
    }

    private static int Pages(ReadOnlySpan<byte> file, string name)
    {
        HashSet<uint> seen = [];
        for (var at = TiffDirectory.First(file, name); at != 0; at = new TiffDirectory(file, at, name).Next)
            if (!seen.Add(at)) throw TiffDirectory.Broken(name, Words.PagesGoRoundInCircle);
        return seen.Count;
    }

    /// <summary>Checks that every strip or tile lies in the file.</summary>
    /// <returns>The bytes of those that a decoder holds at once: one strip, or a row of tiles.</returns>
    private static long Blocks(TiffDirectory page, int fileLength, PictureHeader picture, int samples, string name)
    {
        var isTiled = page.Values(TileWidth) is not null;
        var (width, height) = isTiled ? (page.Value(TileWidth, 0), page.Value(TileHeight, 0)) : ((uint)picture.Width, Math.Min((uint)picture.Height, page.Value(RowsPerStrip, uint.MaxValue)));
        if (width == 0 || height == 0) throw TiffDirectory.Broken(name, Words.StripsOrTilesAreEmpty);
        long across = (picture.Width + width - 1L) / width, down = (picture.Height + height - 1L) / height;
        var planes = page.Value(Planar, 1) == 2 ? samples : 1;
        var (offsets, counts) = (page.Values(isTiled ? TileOffsets : StripOffsets) ?? [], page.Values(isTiled ? TileCounts : StripCounts) ?? []);
        if (offsets.Length < across * down * planes || counts.Length < offsets.Length) throw TiffDirectory.Broken(name, Words.StripsOrTilesAreMissing);
        for (var i = 0; i < offsets.Length; i++)
            if (counts[i] == 0 || (long)offsets[i] + counts[i] > fileLength) throw page.Cut();
        var block = (double)width * height * samples * Math.Max(8, picture.Depth) / 8;
        if (block * across * down > PictureMemory.MostUnpacked) throw PictureMemory.Exceeded(name, picture);
        return (long)(block * across);
    }
}
