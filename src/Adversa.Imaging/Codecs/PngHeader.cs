using System.Buffers.Binary;

namespace Adversa.Imaging.Codecs;

/// <summary>Checks a PNG file: chunks, sums, header, palette, and counts the frames of an animation.</summary>
internal static class PngHeader
{
    /// <summary>Colour types.</summary>
    public const int Grey = 0, Rgb = 2, Indexed = 3, GreyAlpha = 4, Rgba = 6;

    /// <summary>Reads the header and walks over all chunks.</summary>
    /// <exception cref="AdversaException">ADV3004: damaged.</exception>
    public static PictureHeader Read(ReadOnlySpan<byte> file, string name)
    {
        PictureHeader? header = null;
        ColourTable? palette = null;
        var (hasData, hasKey, isFirstApart) = (false, false, true);
        uint? frames = null;
        var orientation = new PngOrientation();
        var colour = 0;
        var chunks = new PngChunks(file, name);
        while (chunks.Next())
        {
            var data = chunks.Data;
            if ((header is null) != (chunks.Kind == PngChunks.Ihdr)) throw Broken(name, Words.HeaderChunkIsNotFirst);
            switch (chunks.Kind)
            {
                case PngChunks.Ihdr:
                    header = Header(data, name);
                    colour = data[9];
                    break;
                case PngChunks.Idat:
                    hasData = true;
                    break;
                case PngChunks.Plte:
                    if (data.Length is 0 or > 768 || data.Length % 3 != 0) throw Broken(name, Words.PaletteHasBytes(data.Length));
                    palette = new(data);
                    break;
                case PngChunks.Trns:
                    hasKey = true;
                    break;
                case PngChunks.Actl when !hasData && data.Length >= 8:
                    frames = frames is null && BinaryPrimitives.ReadUInt32BigEndian(data) is > 0 and < int.MaxValue and var count ? count : null;
                    break;
                case PngChunks.Fctl when !hasData:
                    isFirstApart = false;
                    break;
                case PngChunks.Iend:
                    break;
                default:
                    if ((chunks.Kind & 0x20000000) == 0) throw Broken(name, Words.UnknownCriticalChunk(chunks.Kind));
                    orientation.See(chunks.Kind, data);
                    break;
            }
        }

        if (header is null || !hasData) throw Broken(name, Words.HoldsNoPixelData);
        if (colour == Indexed && palette is null) throw Broken(name, Words.PaletteIsMissing);
        return header with
        {
            IsGrey = header.IsGrey || (colour == Indexed && palette!.IsGrey),
            HasAlpha = hasKey || colour >= GreyAlpha,
            Orientation = orientation.Value,
            Frames = frames is { } said ? (int)said + (isFirstApart ? 1 : 0) : 1,
        };
    }

    /// <summary>The error for a damaged PNG.</summary>
    public static AdversaException Broken(string name, Text text) => DataError.Damaged(name, Words.InPng(text));

    private static PictureHeader Header(ReadOnlySpan<byte> data, string name)
    {
        if (data.Length != 13) throw Broken(name, Words.HeaderHasBytesInstead(data.Length));
        var (depth, colour) = (data[8], data[9]);
        var isKnown = colour switch
        {
            Grey => depth is 1 or 2 or 4 or 8 or 16,
            Indexed => depth is 1 or 2 or 4 or 8,
            Rgb or GreyAlpha or Rgba => depth is 8 or 16,
            _ => false,
        };
        if (!isKnown || data[10] != 0 || data[11] != 0 || data[12] > 1)
            throw Broken(name, Words.BitDepthColourTypeOrMethods(depth, colour));
        var (width, height) = (BinaryPrimitives.ReadUInt32BigEndian(data), BinaryPrimitives.ReadUInt32BigEndian(data[4..]));
        return new(PictureFormat.Png, (int)Math.Min(width, int.MaxValue), (int)Math.Min(height, int.MaxValue), colour is Grey or GreyAlpha, 1) { Depth = depth };
    }
}
