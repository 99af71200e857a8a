using System.Buffers.Binary;
using System.IO.Compression;
using System.IO.Hashing;

namespace Adversa.Formats.Trees;

/// <summary>Unpacks a gzip file of one part whose unpacked length is known from its first bytes; checks length and sum itself.</summary>
public static class Gzip
{
    private const int MostRatio = 1040;          // deflate cannot swell data further

    /// <summary>Whether the bytes begin like gzip.</summary>
    public static bool IsGzip(ReadOnlySpan<byte> bytes) => bytes is [0x1F, 0x8B, ..];

    /// <summary>The first bytes of what is packed; nothing when they cannot be unpacked.</summary>
    /// <param name="packed">The beginning of a gzip file.</param>
    /// <param name="count">How many bytes at most.</param>
    public static byte[] Head(byte[] packed, int count)
    {
        var head = new byte[count];
        try
        {
            using var stream = new GZipStream(new MemoryStream(packed), CompressionMode.Decompress);
            return head[..stream.ReadAtLeast(head, count, throwOnEndOfStream: false)];
        }
        catch (Exception e) when (e is InvalidDataException or EndOfStreamException)
        {
            return [];
        }
    }

    /// <summary>Unpacks.</summary>
    /// <param name="packed">The whole file.</param>
    /// <param name="name">For messages.</param>
    /// <param name="headLength">Bytes to unpack before <paramref name="lengthOf"/> is asked.</param>
    /// <param name="lengthOf">Given the first bytes (fewer when the file is short), the total length they imply.</param>
    /// <exception cref="AdversaException">ADV3002: damaged, cut off, too long, or swelling.</exception>
    public static byte[] Unpack(byte[] packed, string name, int headLength, Func<ReadOnlyMemory<byte>, long> lengthOf)
    {
        try
        {
            using var stream = new GZipStream(new MemoryStream(packed), CompressionMode.Decompress);
            var head = new byte[headLength];
            var got = stream.ReadAtLeast(head, headLength, throwOnEndOfStream: false);
            var length = lengthOf(head.AsMemory(0, got));
            if (length > (long)packed.Length * MostRatio) throw Damaged(name, Words.ClaimsUnpackedBytesMoreThanPacked(length, packed.Length));
            var bytes = new byte[length];
            var taken = (int)Math.Min(got, length);
            head.AsSpan(0, taken).CopyTo(bytes);
            var total = taken + stream.ReadAtLeast(bytes.AsSpan(taken), bytes.Length - taken, throwOnEndOfStream: false);
            if (total != length) throw Damaged(name, Words.ExpectedUnpackedBytes(length, total));
            if (got > taken || stream.ReadByte() >= 0) throw Damaged(name, Words.MoreThanExpectedBytesFollow(length));
            CheckTrailer(packed, bytes, name);
            return bytes;
        }
        catch (InvalidDataException e)
        {
            throw Damaged(name, Text.Same(e.Message));
        }
    }

    private static void CheckTrailer(byte[] packed, byte[] bytes, string name)
    {
        var trailer = packed.AsSpan(Math.Max(0, packed.Length - 8));
        if (trailer.Length < 8 || BinaryPrimitives.ReadUInt32LittleEndian(trailer) != Crc32.HashToUInt32(bytes)
            || BinaryPrimitives.ReadUInt32LittleEndian(trailer[4..]) != (uint)bytes.Length)
            throw Damaged(name, Words.ChecksumDoesNotMatchCut);
    }

    private static AdversaException Damaged(string name, Text text) => DataError.Of(DataError.Idx,
        Words.GzipCannotBeUnpacked(name, text));
}
