using System.Buffers.Binary;
using System.IO.Hashing;
using System.Text;

namespace Adversa.Formats.Png;

/// <summary>Reads the texts that <see cref="PngWriter"/> wrote into a picture.</summary>
public static class PngText
{
    private const int MostBytes = 1 << 20;       // of one text

    /// <summary>Reads the uncompressed <c>tEXt</c> and <c>iTXt</c> texts; the first of two equal keys counts.</summary>
    /// <param name="stream">A PNG file from its beginning.</param>
    /// <param name="name">How messages name it.</param>
    /// <exception cref="AdversaException">ADV3004: not a PNG file, cut off, a wrong checksum, or a text over 1 MB.</exception>
    public static IReadOnlyDictionary<string, string> Read(Stream stream, string name)
    {
        ArgumentNullException.ThrowIfNull(stream);
        var texts = new Dictionary<string, string>(StringComparer.Ordinal);
        var head = new byte[8];
        Fill(stream, head, name);
        if (!head.AsSpan().SequenceEqual(PngWriter.Signature)) throw DataError.Damaged(name, Words.IsNoPNGFile);
        while (true)
        {
            Fill(stream, head, name);
            var (length, kind) = (BinaryPrimitives.ReadUInt32BigEndian(head), Encoding.ASCII.GetString(head, 4, 4));
            if (kind == "IEND") return texts;
            if (kind is "tEXt" or "iTXt")
            {
                var data = Chunk(stream, head.AsSpan(4, 4), length, name);
                if ((kind == "tEXt" ? Plain(data) : International(data)) is var (key, value)) texts.TryAdd(key, value);
            }
            else Skip(stream, length + 4L, name);
        }
    }

    private static byte[] Chunk(Stream stream, ReadOnlySpan<byte> kind, uint length, string name)
    {
        if (length > MostBytes) throw DataError.Damaged(name, Words.TextBytesAtMostAreRead(length, MostBytes));
        var data = new byte[length + 4];
        Fill(stream, data, name);
        var text = data[..(int)length];
        var sum = new Crc32();
        sum.Append(kind);
        sum.Append(text);
        if (BinaryPrimitives.ReadUInt32BigEndian(data.AsSpan((int)length)) != sum.GetCurrentHashAsUInt32())
            throw DataError.Damaged(name, Words.ChecksumOfTextIsWrong);
        return text;
    }

    private static (string Key, string Value)? Plain(byte[] data)
    {
        var end = Array.IndexOf(data, (byte)0);
        return end < 1 ? null : (Encoding.Latin1.GetString(data, 0, end), Encoding.Latin1.GetString(data.AsSpan(end + 1)));
    }

    private static (string Key, string Value)? International(byte[] data)
    {
        var key = Array.IndexOf(data, (byte)0);
        if (key < 1 || key + 3 > data.Length || data[key + 1] != 0) return null;           // compressed texts are not ours
        var language = Array.IndexOf(data, (byte)0, key + 3);
        var translated = language < 0 ? -1 : Array.IndexOf(data, (byte)0, language + 1);
        return translated < 0 ? null : (Encoding.Latin1.GetString(data, 0, key), Encoding.UTF8.GetString(data.AsSpan(translated + 1)));
    }

    private static void Skip(Stream stream, long count, string name)
    {
        var buffer = new byte[4096];
        for (; count > 0; count -= buffer.Length) Fill(stream, buffer.AsSpan(0, (int)Math.Min(count, buffer.Length)), name);
    }

    private static void Fill(Stream stream, Span<byte> buffer, string name)
    {
        if (stream.ReadAtLeast(buffer, buffer.Length, throwOnEndOfStream: false) < buffer.Length)
            throw DataError.Damaged(name, Words.IsCutOff);
    }
}
