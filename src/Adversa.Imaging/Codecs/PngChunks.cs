using System.Buffers.Binary;
using System.IO.Hashing;
using Adversa.Formats;

namespace Adversa.Imaging.Codecs;

/// <summary>Walks over the chunks of a PNG file and checks their lengths and sums.</summary>
internal ref struct PngChunks(ReadOnlySpan<byte> file, string name)
{
    private readonly ReadOnlySpan<byte> _file = file;
    private int _next = 8;

    /// <summary>The names of the chunks that are read.</summary>
    public const uint Ihdr = 0x49484452, Idat = 0x49444154, Iend = 0x49454E44, Plte = 0x504C5445, Trns = 0x74524E53,
        Actl = 0x6163544C, Fctl = 0x6663544C, Exif = 0x65584966, Text = 0x74455874, Ztxt = 0x7A545874, Itxt = 0x69545874;

    /// <summary>The chunk's name, big-endian.</summary>
    public uint Kind { get; private set; }

    /// <summary>Where its data begin.</summary>
    public int Start { get; private set; }

    /// <summary>Its data.</summary>
    public ReadOnlySpan<byte> Data { get; private set; }

    /// <summary>Goes to the next chunk.</summary>
    /// <returns>False after the end chunk.</returns>
    /// <exception cref="AdversaException">ADV3004: cut off, or a sum is wrong.</exception>
    public bool Next(bool check = true)
    {
        if (Kind == Iend) return false;
        var at = _next;
        if (_file.Length - at < 12) throw PngHeader.Broken(name, Words.IsCutOffBeforeEndChunk);
        var length = BinaryPrimitives.ReadUInt32BigEndian(_file[at..]);
        if (length > _file.Length - at - 12) throw PngHeader.Broken(name, Words.ChunkAtByteClaimsBytes(at, length));
        Kind = BinaryPrimitives.ReadUInt32BigEndian(_file[(at + 4)..]);
        Start = at + 8;
        Data = _file.Slice(Start, (int)length);
        _next = at + 12 + (int)length;
        if (check && BinaryPrimitives.ReadUInt32BigEndian(_file[(_next - 4)..]) != Crc32.HashToUInt32(_file.Slice(at + 4, (int)length + 4)))
            throw PngHeader.Broken(name, Words.ChecksumOfChunkAtByte(at));
        return true;
    }
}
