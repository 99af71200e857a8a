namespace Adversa.Imaging.Pictures;

/// <summary>GIF's compression: Lempel, Ziv and Welch with codes of 9 to 12 bits, in blocks of at most 255 bytes.</summary>
internal sealed class GifPixels
{
    private const int Clear = 256, End = 257, MostCodes = 4096;

    private readonly Stream _stream;
    private readonly byte[] _block = new byte[255];
    private int _length;
    private uint _bits;
    private int _held;                           // bits waiting in _bits

    private GifPixels(Stream stream) => _stream = stream;

    /// <summary>Writes the pixels of one frame.</summary>
    /// <param name="stream">Receives the image data.</param>
    /// <param name="indices">A byte for each pixel; 1 or more.</param>
    public static void Write(Stream stream, ReadOnlySpan<byte> indices)
    {
        stream.WriteByte(8);                     // bits of a pixel
        new GifPixels(stream).Compress(indices);
        stream.WriteByte(0);
    }

    private void Compress(ReadOnlySpan<byte> indices)
    {
        var codes = new Dictionary<int, int>();  // (code of a prefix, next byte) -> code
        var (next, width) = (End + 1, 9);
        Put(Clear, width);
        int prefix = indices[0];
        foreach (var pixel in indices[1..])
        {
            var key = prefix << 8 | pixel;
            if (codes.TryGetValue(key, out var known))
            {
                prefix = known;
                continue;
            }

            Put(prefix, width);
            if (next < MostCodes)
            {
                codes[key] = next;
                if (next == 1 << width) width++;
                next++;
            }
            else
            {
                Put(Clear, width);
                codes.Clear();
                (next, width) = (End + 1, 9);
            }

            prefix = pixel;
        }

        Put(prefix, width);
        if (next == 1 << width && width < 12) width++;          // the reader has one more code by now
        Put(End, width);
        if (_held > 0) Byte((byte)_bits);
        Flush();
    }

    private void Put(int code, int width)
    {
        _bits |= (uint)code << _held;
        for (_held += width; _held >= 8; _held -= 8)
        {
            Byte((byte)(_bits & 0xFF));
            _bits >>= 8;
        }
    }

    private void Byte(byte value)
    {
        _block[_length++] = value;
        if (_length == _block.Length) Flush();
    }

    private void Flush()
    {
        if (_length == 0) return;
        _stream.WriteByte((byte)_length);
        _stream.Write(_block, 0, _length);
        _length = 0;
    }
}
