namespace Adversa.Imaging.Codecs;

/// <summary>The 256 colours of a picture with a palette; what the file does not name is grey, as in Pillow.</summary>
internal sealed class ColourTable
{
    private readonly byte[] _colours = [.. Enumerable.Range(0, 3 * 256).Select(i => (byte)(i / 3))];

    /// <summary>Reads a palette.</summary>
    /// <param name="bytes">The colours, one after the other.</param>
    /// <param name="step">Bytes of a colour: 3, or 4 with one that means nothing.</param>
    /// <param name="blueFirst">Whether blue comes first.</param>
    public ColourTable(ReadOnlySpan<byte> bytes, int step = 3, bool blueFirst = false)
    {
        Count = Math.Min(256, bytes.Length / step);
        for (var i = 0; i < Count; i++)
            for (var c = 0; c < 3; c++) _colours[3 * i + c] = bytes[i * step + (blueFirst ? 2 - c : c)];
    }

    /// <summary>Colours that the file names.</summary>
    public int Count { get; }

    /// <summary>Whether no colour has a hue.</summary>
    public bool IsGrey
    {
        get
        {
            for (var i = 0; i < _colours.Length; i += 3)
                if (_colours[i] != _colours[i + 1] || _colours[i] != _colours[i + 2]) return false;
            return true;
        }
    }

    /// <summary>Puts a colour over a grey.</summary>
    public void Fade(int index, int alpha, int ground)
    {
        for (var c = 0; c < 3; c++) _colours[3 * index + c] = PixelMath.Over(_colours[3 * index + c], alpha, ground);
    }

    /// <summary>Writes the colours of a row of indices.</summary>
    /// <param name="indices">One byte per pixel.</param>
    /// <param name="row">Receives grey or RGB pixels.</param>
    /// <param name="channels">1 or 3.</param>
    public void Paint(ReadOnlySpan<byte> indices, Span<byte> row, int channels)
    {
        for (var x = 0; x < indices.Length; x++)
        {
            var at = 3 * indices[x];
            PixelMath.Put(row.Slice(x * channels, channels), _colours[at], _colours[at + 1], _colours[at + 2]);
        }
    }
}
