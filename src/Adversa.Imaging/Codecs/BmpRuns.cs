namespace Adversa.Imaging.Codecs;

/// <summary>Unpacks the run lengths of a bitmap (RLE8 and RLE4).</summary>
internal static class BmpRuns
{
    private const byte EndOfLine = 0, EndOfPicture = 1, Jump = 2;

    /// <summary>Unpacks to one index per pixel, in the order of the file.</summary>
    /// <exception cref="AdversaException">ADV3004: fewer pixels than the header says.</exception>
    public static byte[] Unpack(ReadOnlySpan<byte> file, BmpHeader header, string name)
    {
        var (width, isFour) = (header.Picture.Width, header.Bits == 4);
        var pixels = new byte[(long)width * header.Picture.Height];
        var (done, x, at) = (0L, 0, (int)header.Start);
        while (done < pixels.Length && at + 2 <= file.Length)
        {
            var (count, value) = (file[at], file[at + 1]);
            at += 2;
            if (count > 0)
            {
                var run = Math.Min((int)count, Math.Max(0, width - x));          // a run ends with its row, as in Pillow
                for (var i = 0; i < run; i++) Add(isFour ? i % 2 == 0 ? value >> 4 : value & 15 : value);
                x += run;
            }
            else if (value == EndOfLine)
            {
                done = (done + width - 1) / width * width;
                x = 0;
            }
            else if (value == EndOfPicture)
            {
                break;
            }
            else if (value == Jump)
            {
                if (at + 2 > file.Length) break;
                done += file[at] + (long)file[at + 1] * width;
                x = (int)(done % width);
                at += 2;
            }
            else
            {
                var length = isFour ? (value + 1) / 2 : value;
                if (length > file.Length - at) break;
                for (var i = 0; i < value; i++) Add(isFour ? i % 2 == 0 ? file[at + i / 2] >> 4 : file[at + i / 2] & 15 : file[at + i]);
                x += value;
                at += length;
                at += at & 1;
            }
        }

        return done >= pixels.Length ? pixels : throw BmpHeader.Broken(name, Words.ExpectedPixelsGot(pixels.Length, done));

        void Add(int index)
        {
            if (done < pixels.Length) pixels[done] = (byte)index;
            done++;
        }
    }
}
