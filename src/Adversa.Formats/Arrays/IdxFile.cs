using System.Buffers.Binary;
using Adversa.Formats.Trees;

namespace Adversa.Formats.Arrays;

/// <summary>An array of bytes in the idx format of MNIST, plain or gzip-compressed.</summary>
/// <remarks>LeCun's page: two zero bytes, the type (8 = unsigned byte), the number of dimensions, each dimension as a big-endian 32-bit number, the data.</remarks>
/// <param name="Name">The file, for messages.</param>
/// <param name="Shape">Its dimensions, 1 to 4 of them, each 1 or more.</param>
/// <param name="Data">The elements; their number is the product of the dimensions.</param>
public sealed record IdxFile(string Name, int[] Shape, ArraySegment<byte> Data)
{
    private const int MostDimensions = 4;
    private const long MostBytes = 2_000_000_000;

    /// <summary>Reads a file and checks every byte of its structure.</summary>
    /// <param name="path">The file.</param>
    /// <param name="dimensions">How many dimensions are expected: 3 for pictures, 1 for labels.</param>
    /// <exception cref="AdversaException">ADV3002: damaged, cut off or something else; ADV3007: it cannot be read.</exception>
    public static IdxFile Read(string path, int dimensions) => Of(FileBytes.Read(path), path, dimensions);

    /// <summary>Reads the bytes of a file.</summary>
    /// <param name="bytes">The whole file, plain or packed.</param>
    /// <param name="path">Where it is, for messages.</param>
    /// <param name="dimensions">How many dimensions are expected.</param>
    /// <exception cref="AdversaException">ADV3002: damaged, cut off or something else.</exception>
    public static IdxFile Of(byte[] bytes, string path, int dimensions)
    {
        if (Gzip.IsGzip(bytes))
            bytes = Gzip.Unpack(bytes, path, 4 + 4 * MostDimensions, head => LengthOf(Header(head.Span, path, dimensions), path));
        var shape = Header(bytes, path, dimensions);
        var length = LengthOf(shape, path);
        if (bytes.Length != length) throw Refused(path, Words.HeaderSaysBytes(length, bytes.Length));
        return new(path, shape, new ArraySegment<byte>(bytes, 4 + 4 * dimensions, bytes.Length - 4 - 4 * dimensions));
    }

    private static int[] Header(ReadOnlySpan<byte> head, string path, int dimensions)
    {
        if (head.Length < 4 + 4 * dimensions)
            throw Refused(path, Words.ExpectedHeaderBytes(4 + 4 * dimensions, head.Length));
        if (head[0] != 0 || head[1] != 0 || head[2] != 8 || head[3] != dimensions)
        {
            var (got, want) = (Convert.ToHexStringLower(head[..4]), $"000008{dimensions:x2}");
            throw Refused(path, Words.ExpectedMagicNumberBytesDimensions(want, dimensions, got));
        }

        var shape = new int[dimensions];
        for (var i = 0; i < dimensions; i++)
        {
            var value = BinaryPrimitives.ReadUInt32BigEndian(head[(4 + 4 * i)..]);
            var most = i == 0 ? int.MaxValue : (uint)SampleSchema.MostSide;
            if (value < 1 || value > most) throw Refused(path, Words.DimensionOutOfRange(i + 1, value, most));
            shape[i] = (int)value;
        }

        return shape;
    }

    private static long LengthOf(int[] shape, string path)
    {
        var length = shape.Aggregate((Int128)1, (product, side) => product * side) + 4 + 4 * shape.Length;
        return length <= MostBytes ? (long)length : throw Refused(path, Words.ClaimsBytesAtMostAreRead(length, MostBytes));
    }

    private static AdversaException Refused(string path, Text text) => DataError.Of(DataError.Idx, Words.IsNoSoundIdxFile(path, text));
}
