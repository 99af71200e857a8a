using System.Buffers.Binary;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using Adversa.Formats.Trees;

namespace Adversa.Formats.Arrays;

/// <summary>A numeric array in NumPy's <c>.npy</c> format: read strictly, written as NumPy writes it.</summary>
/// <remarks>numpy.lib.format, versions 1 to 3. The header is read by a small grammar of ours and never evaluated. Arrays of objects, text, records or
/// complex numbers, big-endian numbers and Fortran order are refused with the reason.</remarks>
public sealed class NpyFile
{
    private const int MostDimensions = 32;
    private const long MostBytes = 2_000_000_000;

    /// <summary>Wraps an array.</summary>
    /// <param name="type">What the bytes are.</param>
    /// <param name="shape">The dimensions, 0 to 32 of them; the last one runs fastest.</param>
    /// <param name="data">The elements, little-endian; as long as the shape says.</param>
    /// <exception cref="ArgumentException">The length does not match.</exception>
    public NpyFile(NpyType type, IReadOnlyList<int> shape, byte[] data)
    {
        ArgumentNullException.ThrowIfNull(shape);
        ArgumentNullException.ThrowIfNull(data);
        var expected = shape.Aggregate((long)SizeOf(type), (product, side) => checked(product * side));
        if (shape.Any(side => side < 0) || shape.Count > MostDimensions || expected != data.Length)
            throw new ArgumentException($"Shape [{string.Join(", ", shape)}] of {type} needs {expected} bytes; got {data.Length}.", nameof(data));
        (Type, Shape, Data) = (type, [.. shape], data);
    }

    /// <summary>Wraps single-precision numbers.</summary>
    /// <inheritdoc cref="NpyFile(NpyType, IReadOnlyList{int}, byte[])"/>
    public NpyFile(IReadOnlyList<int> shape, ReadOnlySpan<float> data)
        : this(NpyType.Float32, shape, MemoryMarshal.AsBytes(data).ToArray())
    {
    }

    /// <summary>What the bytes are.</summary>
    public NpyType Type { get; }

    /// <summary>The dimensions; the last one runs fastest.</summary>
    public IReadOnlyList<int> Shape { get; }

    /// <summary>The elements, little-endian.</summary>
    public byte[] Data { get; }

    /// <summary>Number of elements.</summary>
    public int Length => Data.Length / SizeOf(Type);

    /// <summary>One element as a number.</summary>
    /// <param name="index">From 0 to <see cref="Length"/> - 1, counted in the order of the data.</param>
    public double At(int index) => Type switch
    {
        NpyType.UInt8 => Data[index],
        NpyType.Int16 => BinaryPrimitives.ReadInt16LittleEndian(Data.AsSpan(index * 2)),
        NpyType.Int32 => BinaryPrimitives.ReadInt32LittleEndian(Data.AsSpan(index * 4)),
        NpyType.Int64 => BinaryPrimitives.ReadInt64LittleEndian(Data.AsSpan(index * 8)),
        NpyType.Float32 => BinaryPrimitives.ReadSingleLittleEndian(Data.AsSpan(index * 4)),
        _ => BinaryPrimitives.ReadDoubleLittleEndian(Data.AsSpan(index * 8)),
    };

    /// <summary>Reads an array from a file.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="AdversaException">ADV3003: damaged, or not a plain array of numbers; ADV3007: it cannot be read.</exception>
    public static NpyFile Read(string path) => Parse(FileBytes.Read(path), path);

    /// <summary>Reads an array from the bytes of a file.</summary>
    /// <param name="bytes">The whole file.</param>
    /// <param name="name">For messages.</param>
    /// <exception cref="AdversaException">ADV3003: damaged, or not a plain array of numbers.</exception>
    public static NpyFile Parse(ReadOnlySpan<byte> bytes, string name)
    {
        if (!IsNpy(bytes) || bytes.Length < 10) throw NpyHeader.Refused(name, Words.DoesNotBeginAsNpyFile);
        var wide = bytes[6] >= 2;
        if (bytes[6] is < 1 or > 3 || bytes[7] != 0) throw NpyHeader.Refused(name, Words.FormatVersion(bytes[6], bytes[7]));
        if (wide && bytes.Length < 12) throw NpyHeader.Refused(name, Words.HeaderIsCutOff);
        var start = wide ? 12 : 10;
        var length = wide ? BinaryPrimitives.ReadUInt32LittleEndian(bytes[8..]) : BinaryPrimitives.ReadUInt16LittleEndian(bytes[8..]);
        if (length > NpyHeader.MostLength || length > bytes.Length - start)
            throw NpyHeader.Refused(name, Words.HeaderClaimsBytes(length, bytes.Length - start, NpyHeader.MostLength));

        var (type, shape) = NpyHeader.Parse(Encoding.Latin1.GetString(bytes.Slice(start, (int)length)), name);
        var data = bytes[(start + (int)length)..];
        var expected = NpyHeader.LengthOf(shape, SizeOf(type), MostBytes);
        if (expected > MostBytes || expected != data.Length)
            throw NpyHeader.Refused(name, Words.NeedsBytes(string.Join(", ", shape), expected > MostBytes ? Words.MoreThan : Text.None, Math.Min(expected, MostBytes), data.Length));
        return new(type, shape, data.ToArray());
    }

    /// <summary>Writes the array, format version 1.0, data aligned to 64 bytes.</summary>
    /// <param name="stream">Receives the file; stays open.</param>
    public void Write(Stream stream)
    {
        WriteHeader(stream, Type, Shape);
        stream.Write(Data);
    }

    /// <summary>Writes what stands before the elements, for arrays that come bit by bit and may be larger than memory.</summary>
    /// <param name="stream">Receives it; the elements follow, little-endian, the last dimension running fastest.</param>
    /// <param name="type">What they are.</param>
    /// <param name="shape">The dimensions.</param>
    public static void WriteHeader(Stream stream, NpyType type, IReadOnlyList<int> shape)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(shape);
        var sides = string.Join(", ", shape.Select(side => side.ToString(CultureInfo.InvariantCulture))) + (shape.Count == 1 ? "," : "");
        var header = $"{{'descr': '{NpyHeader.Descriptor(type)}', 'fortran_order': False, 'shape': ({sides}), }}";
        header = header.PadRight((10 + header.Length + 1 + 63) / 64 * 64 - 10 - 1) + "\n";
        Span<byte> length = stackalloc byte[2];
        BinaryPrimitives.WriteUInt16LittleEndian(length, (ushort)header.Length);
        stream.Write([0x93, (byte)'N', (byte)'U', (byte)'M', (byte)'P', (byte)'Y', 1, 0]);
        stream.Write(length);
        stream.Write(Encoding.ASCII.GetBytes(header));
    }

    /// <summary>Whether a file begins like npy.</summary>
    /// <param name="bytes">Its first bytes, 6 or more.</param>
    public static bool IsNpy(ReadOnlySpan<byte> bytes) => bytes is [0x93, (byte)'N', (byte)'U', (byte)'M', (byte)'P', (byte)'Y', ..];

    /// <summary>Bytes of one element.</summary>
    /// <param name="type">The element type.</param>
    public static int SizeOf(NpyType type) => type switch { NpyType.UInt8 => 1, NpyType.Int16 => 2, NpyType.Int32 or NpyType.Float32 => 4, _ => 8 };
}
