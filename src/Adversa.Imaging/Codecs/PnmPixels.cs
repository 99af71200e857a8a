namespace Adversa.Imaging.Codecs;

/// <summary>Decodes the pixels of a portable any map.</summary>
internal static class PnmPixels
{
    private const int MostDigits = 10;

    /// <summary>Decodes.</summary>
    /// <param name="file">A file that <see cref="PnmHeader.Read"/> accepted.</param>
    /// <param name="name">For messages.</param>
    /// <param name="sheet">Receives grey or RGB.</param>
    /// <exception cref="AdversaException">ADV3004: pixels are missing or no numbers.</exception>
    public static void Decode(ReadOnlySpan<byte> file, string name, PixelSheet sheet)
    {
        var header = PnmHeader.Read(file, name);
        var light = Light(header);
        var values = new ushort[sheet.Width * header.Channels];
        var at = header.Start;
        for (var y = 0; y < sheet.Height; y++)
        {
            if (header.IsPlain) at = Text(file, at, header, values, name);
            else Raw(file.Slice((int)(header.Start + y * header.RowBytes), (int)header.RowBytes), header, values);
            var row = sheet.Row(y);
            if (header.Channels == 1)
                for (var x = 0; x < row.Length; x++) row[x] = light[values[x]];
            else
                for (var x = 0; x < sheet.Width; x++) PixelMath.Put(row.Slice(x * sheet.Channels, sheet.Channels), light[values[3 * x]], light[values[3 * x + 1]], light[values[3 * x + 2]]);
        }
    }

    /// <summary>What each value stands for, half to even as Python rounds; raw values above the largest are full light, as in Pillow.</summary>
    private static byte[] Light(PnmHeader header)
    {
        var light = new byte[header.Most > 255 ? 65536 : 256];
        for (var i = 0; i < light.Length; i++) light[i] = (byte)Math.Min(255, Math.Round((double)i / header.Most * 255, MidpointRounding.ToEven));
        if (header.IsBitmap) (light[0], light[1]) = (255, 0);
        return light;
    }

    private static void Raw(ReadOnlySpan<byte> from, PnmHeader header, ushort[] values)
    {
        for (var x = 0; x < values.Length; x++)
            values[x] = header.IsBitmap ? (ushort)(from[x / 8] >> (7 - x % 8) & 1) : header.Most > 255 ? (ushort)(from[2 * x] << 8 | from[2 * x + 1]) : from[x];
    }

    private static int Text(ReadOnlySpan<byte> file, int at, PnmHeader header, ushort[] values, string name)
    {
        for (var x = 0; x < values.Length; x++)
        {
            while (at < file.Length && (PnmHeader.IsSpace(file[at]) || file[at] == '#')) at = file[at] == '#' ? EndOfLine(file, at) : at + 1;
            var (begin, value) = (at, 0L);
            while (at < file.Length && file[at] is >= (byte)'0' and <= (byte)'9' && at - begin < (header.IsBitmap ? 1 : MostDigits)) value = 10 * value + file[at++] - '0';
            if (at == begin) throw PnmHeader.Broken(name, at < file.Length ? Words.ByteIsNoNumber(at) : Words.IsCutOffInPixels);
            if (value > header.Most) throw PnmHeader.Broken(name, Words.ValueExceedsLargest(value, header.Most));
            values[x] = (ushort)value;
        }

        return at;
    }

    private static int EndOfLine(ReadOnlySpan<byte> file, int at)
    {
        var length = file[at..].IndexOfAny((byte)'\n', (byte)'\r');
        return length < 0 ? file.Length : at + length;
    }
}
