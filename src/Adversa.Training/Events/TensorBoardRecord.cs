using System.Buffers.Binary;
using System.Numerics;
using System.Text;

namespace Adversa.Training.Events;

/// <summary>The records of TensorBoard's event files: protobuf messages in a frame of length and checksums.</summary>
/// <remarks>tensorflow/core/util/event.proto and framework/summary.proto; the numbers below are theirs. Old-style values (<c>simple_value</c>, <c>image</c>) are
/// converted by every TensorBoard when it loads them.</remarks>
internal static class TensorBoardRecord
{
    private const uint MaskDelta = 0xA282EAD8;
    private const int Varint = 0, Fixed64 = 1, Bytes = 2, Fixed32 = 5;          // protobuf's wire types
    private const int SessionStart = 1, StringType = 7, TensorClass = 2;

    /// <summary>The first record of every file, written at a Unix time in seconds.</summary>
    internal static byte[] Version(double seconds) => Framed(Event(seconds, step: null, message => Text(message, 3, "brain.Event:2")));

    /// <summary>Says that a run goes on: what was shown of this step and later ones no longer counts.</summary>
    internal static byte[] Start(double seconds, long step) => Framed(Event(seconds, step, message => Message(message, 7, log => Whole(log, 1, SessionStart))));

    /// <summary>Numbers of one step.</summary>
    internal static byte[] Scalars(double seconds, long step, IEnumerable<(string Tag, double Value)> values) => Framed(Event(seconds, step, message => Message(message, 5, summary =>
    {
        foreach (var (tag, number) in values) Message(summary, 1, value =>
        {
            Text(value, 1, tag);
            Key(value, 2, Fixed32);
            Span<byte> word = stackalloc byte[4];
            BinaryPrimitives.WriteSingleLittleEndian(word, (float)number);
            value.Write(word);
        });
    })));

    /// <summary>A picture of one step: a PNG file as it is, grey (1 channel) or in colour (3).</summary>
    internal static byte[] Picture(double seconds, long step, string tag, int width, int height, int channels, byte[] png) => Framed(Event(seconds, step, message =>
        Message(message, 5, summary => Message(summary, 1, value =>
        {
            Text(value, 1, tag);
            Message(value, 4, image =>
            {
                Whole(image, 1, height);
                Whole(image, 2, width);
                Whole(image, 3, channels);
                Raw(image, 4, png);
            });
        }))));

    /// <summary>A text of one step, in Markdown.</summary>
    internal static byte[] Markdown(double seconds, long step, string tag, string text) => Framed(Event(seconds, step, message =>
        Message(message, 5, summary => Message(summary, 1, value =>
        {
            Text(value, 1, tag + "/text_summary");
            Message(value, 9, metadata =>
            {
                Message(metadata, 1, plugin => Text(plugin, 1, "text"));
                Whole(metadata, 4, TensorClass);
            });
            Message(value, 8, tensor =>
            {
                Whole(tensor, 1, StringType);
                Message(tensor, 2, shape => Message(shape, 2, dimension => Whole(dimension, 1, 1)));
                Text(tensor, 8, text);
            });
        }))));

    /// <summary>CRC-32C (Castagnoli), rotated and shifted so that sums of data which hold sums stay apart.</summary>
    internal static uint MaskedCrc(ReadOnlySpan<byte> data)
    {
        var crc = uint.MaxValue;
        for (; data.Length >= 8; data = data[8..]) crc = BitOperations.Crc32C(crc, BinaryPrimitives.ReadUInt64LittleEndian(data));
        foreach (var b in data) crc = BitOperations.Crc32C(crc, b);
        return unchecked(BitOperations.RotateRight(~crc, 15) + MaskDelta);
    }

    /// <summary>Length, its sum, the data, its sum; little-endian.</summary>
    private static byte[] Framed(byte[] data)
    {
        var record = new byte[data.Length + 16];
        BinaryPrimitives.WriteUInt64LittleEndian(record, (ulong)data.Length);
        BinaryPrimitives.WriteUInt32LittleEndian(record.AsSpan(8), MaskedCrc(record.AsSpan(0, 8)));
        data.CopyTo(record, 12);
        BinaryPrimitives.WriteUInt32LittleEndian(record.AsSpan(12 + data.Length), MaskedCrc(data));
        return record;
    }

    private static byte[] Event(double seconds, long? step, Action<MemoryStream> what)
    {
        using var message = new MemoryStream();
        Key(message, 1, Fixed64);
        Span<byte> time = stackalloc byte[8];
        BinaryPrimitives.WriteDoubleLittleEndian(time, seconds);
        message.Write(time);
        if (step is not null) Whole(message, 2, step.Value);
        what(message);
        return message.ToArray();
    }

    private static void Message(MemoryStream stream, int field, Action<MemoryStream> write)
    {
        using var inner = new MemoryStream();
        write(inner);
        Raw(stream, field, inner.GetBuffer().AsSpan(0, (int)inner.Length));
    }

    private static void Text(MemoryStream stream, int field, string text) => Raw(stream, field, Encoding.UTF8.GetBytes(text));

    private static void Raw(MemoryStream stream, int field, ReadOnlySpan<byte> bytes)
    {
        Key(stream, field, Bytes);
        Number(stream, (ulong)bytes.Length);
        stream.Write(bytes);
    }

    private static void Whole(MemoryStream stream, int field, long value)
    {
        Key(stream, field, Varint);
        Number(stream, unchecked((ulong)value));
    }

    private static void Key(MemoryStream stream, int field, int type) => Number(stream, (ulong)(field << 3 | type));

    private static void Number(MemoryStream stream, ulong value)
    {
        for (; value >= 0x80; value >>= 7) stream.WriteByte((byte)(value & 0x7F | 0x80));
        stream.WriteByte((byte)value);
    }
}
