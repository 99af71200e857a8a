namespace Adversa.Imaging.Tests.Pictures;

/// <summary>A small GIF reader after the standard's appendix F, written apart from the writer.</summary>
internal static class GifReader
{
    public static List<byte[]> Read(byte[] file)
    {
        Assert.Equal("GIF89a"u8, file.AsSpan(0, 6));
        var (frames, at) = (new List<byte[]>(), 13 + 3 * (1 << ((file[10] & 7) + 1)));
        while (file[at] != 0x3B)
        {
            if (file[at] == 0x21)
            {
                at += 2;
                Blocks(file, ref at);
                continue;
            }

            Assert.Equal(0x2C, file[at]);
            var pixels = (file[at + 5] | file[at + 6] << 8) * (file[at + 7] | file[at + 8] << 8);
            var bits = file[at + 10];
            at += 11;
            frames.Add(Decode(Blocks(file, ref at), bits, pixels));
        }

        Assert.Equal(file.Length, at + 1);
        return frames;
    }

    private static byte[] Blocks(byte[] file, ref int at)
    {
        var data = new List<byte>();
        for (; file[at] != 0; at += file[at] + 1) data.AddRange(file.AsSpan(at + 1, file[at]));
        at++;
        return [.. data];
    }

    private static byte[] Decode(byte[] data, int bits, int pixels)
    {
        var (clear, end) = (1 << bits, (1 << bits) + 1);
        var (table, result) = (new List<byte[]>(), new List<byte>());
        var (width, position) = (bits + 1, 0);
        byte[]? previous = null;
        while (true)
        {
            var code = 0;
            for (var i = 0; i < width; i++, position++) code |= (data[position >> 3] >> (position & 7) & 1) << i;
            if (code == end) break;
            if (code == clear)
            {
                table = [.. Enumerable.Range(0, clear).Select(i => new[] { (byte)i }), [], []];
                (width, previous) = (bits + 1, null);
                continue;
            }

            var entry = code < table.Count ? table[code] : [.. previous!, previous![0]];
            if (previous is not null && table.Count < 4096) table.Add([.. previous, entry[0]]);
            if (table.Count == 1 << width && width < 12) width++;
            result.AddRange(entry);
            previous = entry;
        }

        Assert.Equal(0, (data.Length * 8 - position) / 8);
        Assert.Equal(pixels, result.Count);
        return [.. result];
    }
}
