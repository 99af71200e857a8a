using System.Buffers.Binary;

namespace Adversa.Imaging.Codecs;

/// <summary>The frame of a JPEG: its size and how its components are sampled.</summary>
internal sealed class JpegFrame
{
    private const int BlockSide = 8;

    private readonly byte[] _ids;
    private readonly long[] _blocks;

    private JpegFrame(byte marker, PictureHeader picture, ReadOnlySpan<byte> components)
    {
        (Picture, IsProgressive) = (picture, marker is 0xC2 or 0xCA);
        MostBytes = marker is 0xC9 or 0xCA ? 12_000_000 : IsProgressive ? 60_000_000 : PictureFile.MostBytes;
        _ids = new byte[components.Length / 3];
        _blocks = new long[_ids.Length];
        var (mostX, mostY) = (1, 1);
        for (var i = 0; i < _ids.Length; i++)
        {
            _ids[i] = components[3 * i];
            (mostX, mostY) = (Math.Max(mostX, components[3 * i + 1] >> 4), Math.Max(mostY, components[3 * i + 1] & 15));
        }

        var (unitsX, unitsY) = (Units(picture.Width, mostX), Units(picture.Height, mostY));
        for (var i = 0; i < _ids.Length; i++) _blocks[i] = unitsX * (components[3 * i + 1] >> 4) * unitsY * (components[3 * i + 1] & 15);
    }

    /// <summary>What all formats have.</summary>
    public PictureHeader Picture { get; }

    /// <summary>Whether every scan refines the whole picture.</summary>
    public bool IsProgressive { get; }

    /// <summary>Bytes of a file that decodes within two seconds: arithmetic codes come at 7 MB/s, progressive scans at 31 (measured).</summary>
    public long MostBytes { get; }

    /// <summary>Colours or inks.</summary>
    public int Components => _ids.Length;

    /// <summary>Blocks of 8x8 values in all components.</summary>
    public long Blocks => _blocks.Sum();

    /// <summary>Whether a marker begins a frame.</summary>
    public static bool IsFrame(byte marker) => marker is >= 0xC0 and <= 0xCF and not (0xC4 or 0xC8 or 0xCC) or 0xF7;

    /// <summary>Reads a frame.</summary>
    /// <exception cref="AdversaException">ADV3004: damaged; ADV3020: a kind that is not read.</exception>
    public static JpegFrame Read(byte marker, ReadOnlySpan<byte> data, string name)
    {
        if (data.Length < 6 || data.Length != 6 + 3 * data[5] || data[5] == 0) throw Broken(name, Words.HeadOfFrameIsCutOff);
        if (marker is not (0xC0 or 0xC1 or 0xC2 or 0xC9 or 0xCA))
            throw DataError.NotRead(name, Words.LosslessAndHierarchicalJPEGAreNot);
        if (data[0] != 8) throw DataError.NotRead(name, Words.JPEGBitsIsNotRead(data[0]));
        if (data[5] is not (1 or 3 or 4))
            throw DataError.NotRead(name, Words.JPEGComponentsIsNotRead(data[5]));
        for (var i = 7; i < data.Length; i += 3)
            if (data[i] >> 4 is < 1 or > 4 || (data[i] & 15) is < 1 or > 4) throw Broken(name, Words.ComponentsAreSampledInNoKnown);
        var (width, height) = (BinaryPrimitives.ReadUInt16BigEndian(data[3..]), BinaryPrimitives.ReadUInt16BigEndian(data[1..]));
        return new(marker, new(PictureFormat.Jpeg, width, height, data[5] == 1, 1) { IsInk = data[5] == 4 }, data[6..]);
    }

    /// <summary>Blocks that a scan visits.</summary>
    /// <param name="components">The scan's list: an identity and tables each.</param>
    public long BlocksOf(ReadOnlySpan<byte> components)
    {
        long sum = 0;
        for (var i = 0; i < components.Length; i += 2)
            if (_ids.AsSpan().IndexOf(components[i]) is >= 0 and var at) sum += _blocks[at];
        return sum;
    }

    private static long Units(int side, int sampling) => (side + BlockSide * sampling - 1) / (BlockSide * sampling);

    private static AdversaException Broken(string name, Text text) => DataError.Damaged(name, Words.InJpeg(text));
}
