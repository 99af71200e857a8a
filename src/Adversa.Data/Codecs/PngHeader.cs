using System.Buffers.Binary;
using System.IO.Compression;

namespace Adversa.Data;

/// <summary>Checks a PNG file: chunks, sums, header, and that the pixel data are exactly as long as the header says.</summary>
internal static class PngHeader
{
    private const uint Ihdr = 0x49484452, Idat = 0x49444154, Iend = 0x49454E44, Plte = 0x504C5445, Trns = 0x74524E53, Actl = 0x6163544C;

    /// <summary>Reads the header and walks over all chunks.</summary>
    /// <exception cref="AdversaException">ADV3004: damaged.</exception>
    public static PictureHeader Read(ReadOnlySpan<byte> file, string name)
    {
        PictureHeader? header = null;
        var (hasData, hasPalette) = (false, false);
        foreach (var (kind, start, length) in Chunks(file, name))
        {
            var data = file.Slice(start, length);
            if ((header is null) != (kind == Ihdr)) throw Broken(name, "the header chunk is not the first, or comes twice", "el bloque de cabecera no es el primero o se repite");
            if (kind == Ihdr) header = Header(data, name);
            else if (kind == Idat) hasData = true;
            else if (kind == Trns) header = header! with { HasAlpha = true };
            else if (kind == Actl && length == 8) header = header! with { Frames = (int)Math.Clamp(BinaryPrimitives.ReadUInt32BigEndian(data), 1, int.MaxValue) };
            else if (kind == Plte) hasPalette = length is > 0 and <= 768 && length % 3 == 0;
            else if (kind != Iend && (kind & 0x20000000) == 0) throw Broken(name, $"unknown critical chunk {kind:x8}", $"bloque crítico desconocido {kind:x8}");
        }

        if (header is null || !hasData) throw Broken(name, "it holds no pixel data", "no contiene datos de píxeles");
        if (file[25] == 3 && !hasPalette) throw Broken(name, "its palette is missing", "falta su paleta");
        return header;
    }

    /// <summary>Unpacks the pixel data only to count them: too few or too many are damage that decoders shrug off.</summary>
    /// <param name="file">A file that <see cref="Read"/> accepted.</param>
    /// <param name="name">For messages.</param>
    /// <exception cref="AdversaException">ADV3004: the count is wrong or the compressed data are damaged.</exception>
    public static void CheckPixels(ReadOnlySpan<byte> file, string name)
    {
        using var packed = new MemoryStream();
        foreach (var (kind, start, length) in Chunks(file, name))
            if (kind == Idat) packed.Write(file.Slice(start, length));
        packed.Position = 0;
        var expected = PixelBytes(file);
        long got = 0;
        try
        {
            using var zlib = new ZLibStream(packed, CompressionMode.Decompress);
            var buffer = new byte[32 * 1024];
            while (got <= expected && zlib.Read(buffer) is > 0 and var read) got += read;
        }
        catch (InvalidDataException e)
        {
            throw Broken(name, e.Message, e.Message);
        }

        if (got != expected) throw Broken(name,
            got > expected ? $"more than the {expected} bytes of pixels that its header implies" : $"expected {expected} bytes of pixels; got {got}",
            got > expected ? $"más de los {expected} bytes de píxeles que implica su cabecera" : $"se esperaban {expected} bytes de píxeles; hay {got}");
    }

    private static List<(uint Kind, int Start, int Length)> Chunks(ReadOnlySpan<byte> file, string name)
    {
        var chunks = new List<(uint, int, int)>();
        for (var at = 8; ;)
        {
            if (file.Length - at < 12) throw Broken(name, "it is cut off before its end chunk", "está incompleta: falta el bloque final");
            var length = BinaryPrimitives.ReadUInt32BigEndian(file[at..]);
            if (length > file.Length - at - 12) throw Broken(name, $"a chunk at byte {at} claims {length} bytes; the file ends before", $"un bloque en el byte {at} declara {length} bytes; el archivo termina antes");
            var kind = BinaryPrimitives.ReadUInt32BigEndian(file[(at + 4)..]);
            var sum = BinaryPrimitives.ReadUInt32BigEndian(file[(at + 8 + (int)length)..]);
            if (sum != Crc32.Of(file.Slice(at + 4, (int)length + 4))) throw Broken(name, $"the checksum of the chunk at byte {at} is wrong", $"la suma del bloque en el byte {at} es incorrecta");
            chunks.Add((kind, at + 8, (int)length));
            if (kind == Iend) return chunks;
            at += 12 + (int)length;
        }
    }

    private static PictureHeader Header(ReadOnlySpan<byte> data, string name)
    {
        if (data.Length != 13) throw Broken(name, $"its header has {data.Length} bytes instead of 13", $"su cabecera tiene {data.Length} bytes en vez de 13");
        var (depth, colour) = (data[8], data[9]);
        var isKnown = colour switch
        {
            0 => depth is 1 or 2 or 4 or 8 or 16,
            3 => depth is 1 or 2 or 4 or 8,
            2 or 4 or 6 => depth is 8 or 16,
            _ => false,
        };
        if (!isKnown || data[10] != 0 || data[11] != 0 || data[12] > 1)
            throw Broken(name, $"bit depth {depth}, colour type {colour} or its methods are unknown", $"profundidad {depth}, tipo de color {colour} o métodos desconocidos");
        var (width, height) = (BinaryPrimitives.ReadUInt32BigEndian(data), BinaryPrimitives.ReadUInt32BigEndian(data[4..]));
        return new(PictureFormat.Png, (int)Math.Min(width, int.MaxValue), (int)Math.Min(height, int.MaxValue), colour is 0 or 4, 1) { Depth = depth, HasAlpha = colour is 4 or 6 };
    }

    private static long PixelBytes(ReadOnlySpan<byte> file)
    {
        var (width, height) = ((long)BinaryPrimitives.ReadUInt32BigEndian(file[16..]), (long)BinaryPrimitives.ReadUInt32BigEndian(file[20..]));
        var bits = file[24] * file[25] switch { 2 => 3, 4 => 2, 6 => 4, _ => 1 };
        long Pass(long columns, long rows) => columns > 0 && rows > 0 ? rows * (1 + (columns * bits + 7) / 8) : 0;
        if (file[28] == 0) return Pass(width, height);
        return Pass((width + 7) / 8, (height + 7) / 8) + Pass((width + 3) / 8, (height + 7) / 8) + Pass((width + 3) / 4, (height + 3) / 8)     // Adam7
            + Pass((width + 1) / 4, (height + 3) / 4) + Pass((width + 1) / 2, (height + 1) / 4) + Pass(width / 2, (height + 1) / 2) + Pass(width, height / 2);
    }

    private static AdversaException Broken(string name, string english, string spanish) => PictureHeader.Damaged(name, $"PNG, {english}", $"PNG, {spanish}");
}
