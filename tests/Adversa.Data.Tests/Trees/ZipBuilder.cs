using System.Buffers.Binary;
using System.IO.Compression;
using System.IO.Hashing;
using System.Text;
using Adversa.Formats;

namespace Adversa.Data.Tests.Trees;

/// <summary>Writes zip archives byte by byte, so that every field can be a lie.</summary>
internal sealed class ZipBuilder
{
    private readonly MemoryStream _file = new();
    private readonly MemoryStream _directory = new();
    private int _entries;

    /// <summary>One entry; what is null is told truly.</summary>
    public ZipBuilder Add(string name, byte[] content, bool deflate = true, int flags = 0x800, int? method = null, uint? crc = null, uint? length = null, uint? packed = null,
        uint? localLength = null, string? localName = null, int mode = 0x81A4, long? headerAt = null, bool descriptor = false)
    {
        var data = deflate ? Deflated(content) : content;
        var (at, sum) = (_file.Position, crc ?? Crc32.HashToUInt32(content));
        flags |= descriptor ? 8 : 0;
        var bytes = Encoding.UTF8.GetBytes(name);
        var local = new byte[30];
        Write(local, (0, 0x04034B50), (14, descriptor ? 0 : sum), (18, descriptor ? 0 : packed ?? (uint)data.Length), (22, descriptor ? 0 : localLength ?? length ?? (uint)content.Length));
        Short(local, (4, 20), (6, flags), (8, method ?? (deflate ? 8 : 0)), (26, Encoding.UTF8.GetByteCount(localName ?? name)));
        _file.Write(local);
        _file.Write(Encoding.UTF8.GetBytes(localName ?? name));
        _file.Write(data);
        if (descriptor)
        {
            var behind = new byte[16];
            Write(behind, (0, 0x08074B50), (4, sum), (8, (uint)data.Length), (12, (uint)content.Length));
            _file.Write(behind);
        }

        var central = new byte[46];
        Write(central, (0, 0x02014B50), (16, sum), (20, packed ?? (uint)data.Length), (24, length ?? (uint)content.Length), (38, (uint)mode << 16), (42, (uint)(headerAt ?? at)));
        Short(central, (4, 0x0314), (6, 20), (8, flags), (10, method ?? (deflate ? 8 : 0)), (28, bytes.Length));
        _directory.Write(central);
        _directory.Write(bytes);
        _entries++;
        return this;
    }

    /// <summary>The archive.</summary>
    public byte[] Build()
    {
        var end = new byte[22];
        Write(end, (0, 0x06054B50), (12, (uint)_directory.Length), (16, (uint)_file.Length));
        Short(end, (8, _entries), (10, _entries));
        return [.. _file.ToArray(), .. _directory.ToArray(), .. end];
    }

    private static byte[] Deflated(byte[] content)
    {
        using var packed = new MemoryStream();
        using (var deflate = new DeflateStream(packed, CompressionLevel.Optimal, leaveOpen: true)) deflate.Write(content);
        return packed.ToArray();
    }

    private static void Write(byte[] to, params (int At, uint Value)[] fields)
    {
        foreach (var (at, value) in fields) BinaryPrimitives.WriteUInt32LittleEndian(to.AsSpan(at), value);
    }

    private static void Short(byte[] to, params (int At, int Value)[] fields)
    {
        foreach (var (at, value) in fields) BinaryPrimitives.WriteUInt16LittleEndian(to.AsSpan(at), (ushort)value);
    }
}
