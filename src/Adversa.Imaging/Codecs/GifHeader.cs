using System.Buffers.Binary;

namespace Adversa.Imaging.Codecs;

/// <summary>Checks a GIF file block by block and finds its first picture.</summary>
/// <param name="Picture">What all formats have; the size is that of the screen.</param>
/// <param name="Left">Column of the first picture on the screen.</param>
/// <param name="Top">Its row.</param>
/// <param name="Width">Its columns.</param>
/// <param name="Height">Its rows.</param>
/// <param name="IsInterlaced">Whether its rows come in four passes.</param>
/// <param name="Palette">Its colours.</param>
/// <param name="Transparent">The index that is transparent, or -1.</param>
/// <param name="Start">Where its data begin, with the size of the first codes.</param>
internal sealed record GifHeader(PictureHeader Picture, int Left, int Top, int Width, int Height, bool IsInterlaced, ColourTable Palette, int Transparent, int Start)
{
    private const byte Extension = 0x21, Image = 0x2C, End = 0x3B, Control = 0xF9;

    /// <summary>Reads all blocks.</summary>
    /// <exception cref="AdversaException">ADV3004: damaged; ADV3020: too large.</exception>
    public static GifHeader Read(ReadOnlySpan<byte> file, string name)
    {
        var reader = new Reader(file, name) { At = 6 };
        var screen = reader.Take(7);
        var (width, height) = (Word(screen), Word(screen[2..]));
        var common = new ColourTable((screen[4] & 0x80) != 0 ? reader.Take(3 << ((screen[4] & 7) + 1)) : default);
        GifHeader? first = null;
        var (frames, transparent, isBlended) = (0, -1, false);
        while (true)
        {
            var block = reader.Take(1)[0];
            if (block == End) break;
            if (block == Extension)
            {
                var label = reader.Take(1)[0];
                var data = reader.Blocks();
                if (label == Control && data.Length >= 4 && (data[0] & 1) != 0)
                {
                    isBlended = true;
                    if (first is null) transparent = data[3];
                }
            }
            else if (block == Image)
            {
                var place = reader.Take(9);
                var (left, top, columns, rows) = (Word(place), Word(place[2..]), Word(place[4..]), Word(place[6..]));
                var own = (place[8] & 0x80) != 0 ? new ColourTable(reader.Take(3 << ((place[8] & 7) + 1))) : common;
                var start = reader.At;
                reader.Take(1);
                reader.Blocks();
                if (frames++ == 0)
                {
                    (width, height) = (Math.Max(width, left + columns), Math.Max(height, top + rows));
                    first = new(new(PictureFormat.Gif, width, height, own.IsGrey, 1), left, top, columns, rows, (place[8] & 0x40) != 0, own, transparent, start);
                    PictureHeader.CheckSize(first.Picture, name);
                }
            }
        }

        return first is null
            ? throw Broken(name, Words.HoldsNoPicture)
            : first with { Picture = first.Picture with { Frames = frames, HasAlpha = isBlended } };
    }

    /// <summary>The error for a damaged GIF.</summary>
    public static AdversaException Broken(string name, Text text) => DataError.Damaged(name, Words.InGif(text));

    private static int Word(ReadOnlySpan<byte> at) => BinaryPrimitives.ReadUInt16LittleEndian(at);

    private ref struct Reader(ReadOnlySpan<byte> file, string name)
    {
        private readonly ReadOnlySpan<byte> _file = file;

        public int At { get; set; }

        public ReadOnlySpan<byte> Take(int count)
        {
            if (count > _file.Length - At) throw Broken(name, Words.IsCutOff);
            At += count;
            return _file.Slice(At - count, count);
        }

        /// <summary>Goes past a chain of blocks.</summary>
        /// <returns>The first of them.</returns>
        public ReadOnlySpan<byte> Blocks()
        {
            var first = Take(Take(1)[0]);
            for (var length = first.Length; length > 0;) length = Take(Take(1)[0]).Length;
            return first;
        }
    }
}
