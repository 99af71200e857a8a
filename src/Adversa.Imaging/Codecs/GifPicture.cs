namespace Adversa.Imaging.Codecs;

/// <summary>Decodes the first picture of a GIF.</summary>
internal static class GifPicture
{
    private const int MostBits = 12, MostCodes = 1 << MostBits;

    /// <summary>Decodes.</summary>
    /// <param name="file">A file that <see cref="GifHeader.Read"/> accepted.</param>
    /// <param name="name">For messages.</param>
    /// <param name="sheet">Receives grey or RGB; what is transparent shows its ground.</param>
    /// <exception cref="AdversaException">ADV3004: damaged.</exception>
    public static void Decode(ReadOnlySpan<byte> file, string name, PixelSheet sheet)
    {
        var header = GifHeader.Read(file, name);
        if (header.Transparent >= 0) header.Palette.Fade(header.Transparent, 0, sheet.Ground);
        var line = new byte[Math.Max(sheet.Width, header.Width)];
        if (header.Width < sheet.Width || header.Height < sheet.Height)
        {
            if (header.Transparent >= 0) line.AsSpan().Fill((byte)header.Transparent);
            for (var y = 0; y < sheet.Height; y++) header.Palette.Paint(line.AsSpan(0, sheet.Width), sheet.Row(y), sheet.Channels);
        }

        if (header.Width == 0 || header.Height == 0) throw GifHeader.Broken(name, Words.FirstPictureIsEmpty);
        var painter = new Painter(header, sheet, line);
        Unpack(file, header, ref painter, name);
        if (!painter.IsFull) throw GifHeader.Broken(name, Words.PixelsAreMissing);
    }

    /// <summary>LZW with codes that grow from the first size to 12 bits; a code is a known string and the first byte of the next.</summary>
    private static void Unpack(ReadOnlySpan<byte> file, GifHeader header, ref Painter painter, string name)
    {
        int first = file[header.Start];
        if (first is < 1 or >= MostBits) throw GifHeader.Broken(name, Words.CodesBeginBits(first));
        Span<short> prefixes = stackalloc short[MostCodes];
        Span<byte> suffixes = stackalloc byte[MostCodes], text = stackalloc byte[MostCodes + 1];
        var (clear, end) = (1 << first, (1 << first) + 1);
        var (bits, next, last, lead) = (first + 1, clear + 2, -1, (byte)0);
        var (at, left, buffer, filled) = (header.Start + 1, 0, 0, 0);
        while (!painter.IsFull)
        {
            while (filled < bits)
            {
                if (left == 0 && (left = file[at++]) == 0) return;          // the header's check has seen the chain's end
                buffer |= file[at++] << filled;
                (left, filled) = (left - 1, filled + 8);
            }

            var code = buffer & ((1 << bits) - 1);
            (buffer, filled) = (buffer >> bits, filled - bits);
            if (code == end) return;
            if (code == clear)
            {
                (bits, next, last) = (first + 1, clear + 2, -1);
                continue;
            }

            if (code > next || (code >= clear && (last < 0 || (code == next && next == MostCodes)))) throw GifHeader.Broken(name, Words.CodeComesTooEarly(code));
            var length = 0;
            var walk = code;
            if (code == next)
            {
                text[MostCodes - length++] = lead;
                walk = last;
            }

            for (; walk >= clear; walk = prefixes[walk]) text[MostCodes - length++] = suffixes[walk];
            lead = unchecked((byte)walk);
            text[MostCodes - length++] = lead;
            painter.Add(text[(MostCodes + 1 - length)..]);
            if (last >= 0 && next < MostCodes)
            {
                (prefixes[next], suffixes[next]) = ((short)last, lead);
                if (++next == 1 << bits && bits < MostBits) bits++;
            }

            last = code;
        }
    }

    /// <summary>Puts indices into rows, and rows into their places.</summary>
    private struct Painter(GifHeader header, PixelSheet sheet, byte[] line)
    {
        private int _x, _y, _pass = header.IsInterlaced ? 0 : 4;

        public bool IsFull { get; private set; }

        public void Add(scoped ReadOnlySpan<byte> indices)
        {
            while (indices.Length > 0 && !IsFull)
            {
                var count = Math.Min(indices.Length, header.Width - _x);
                indices[..count].CopyTo(line.AsSpan(_x));
                indices = indices[count..];
                _x += count;
                if (_x == header.Width) EndRow();
            }
        }

        private void EndRow()
        {
            header.Palette.Paint(line.AsSpan(0, header.Width), sheet.Row(header.Top + _y)[(header.Left * sheet.Channels)..], sheet.Channels);
            _x = 0;
            _y += _pass switch { 0 or 1 => 8, 2 => 4, 3 => 2, _ => 1 };
            while (_y >= header.Height && _pass < 3) _y = 8 >> ++_pass;          // passes begin at rows 0, 4, 2, 1
            IsFull = _y >= header.Height;
        }
    }
}
