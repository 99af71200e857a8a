using System.Buffers.Binary;
using System.Text;

namespace Adversa.Training.Tests.Events;

/// <summary>One value that a file shows.</summary>
internal sealed record Shown(long Step, string Tag, float? Number = null, byte[]? Picture = null, string? Text = null);

/// <summary>Reads event files as TensorBoard does, with code that shares nothing with the writer: frames and sums are checked, a cut-off end is waited for, a start
/// hides what was shown of its step and later ones.</summary>
internal static class TensorBoardFile
{
    /// <summary>All files of a folder in the order of their names.</summary>
    public static List<Shown> ReadFolder(string folder)
    {
        var shown = new List<Shown>();
        foreach (var file in Directory.EnumerateFiles(folder, "*tfevents*").Order(StringComparer.Ordinal)) Read(File.ReadAllBytes(file), shown);
        return shown;
    }

    public static List<Shown> Read(byte[] file, List<Shown>? shown = null)
    {
        shown ??= [];
        var first = true;
        foreach (var record in Records(file))
        {
            var fields = Fields(record);
            var step = fields.Where(f => f.Number == 2).Select(f => (long)f.Value).SingleOrDefault();
            Assert.InRange(BitConverter.UInt64BitsToDouble(fields.Single(f => f.Number == 1).Value), 1.7e9, 1e11);         // Unix seconds, not ticks
            if (first) Assert.Equal("brain.Event:2", Text(fields.Single(f => f.Number == 3)));
            first = false;
            foreach (var log in fields.Where(f => f.Number == 7))
                if (Fields(log.Bytes).Single(f => f.Number == 1).Value == 1) shown.RemoveAll(value => value.Step >= step);
            foreach (var summary in fields.Where(f => f.Number == 5))
                foreach (var value in Fields(summary.Bytes).Where(f => f.Number == 1)) shown.Add(Value(step, Fields(value.Bytes)));
        }

        return shown;
    }

    private static Shown Value(long step, List<Field> fields)
    {
        var value = new Shown(step, Text(fields.Single(f => f.Number == 1)));
        foreach (var field in fields)
            value = field.Number switch
            {
                2 => value with { Number = BitConverter.UInt32BitsToSingle((uint)field.Value) },
                4 => value with { Picture = Fields(field.Bytes).Single(f => f.Number == 4).Bytes },
                8 => value with { Text = Text(Fields(field.Bytes).Single(f => f.Number == 8)) },
                _ => value,
            };
        return value;
    }

    private static IEnumerable<byte[]> Records(byte[] file)
    {
        for (var at = 0; at + 12 <= file.Length;)
        {
            var length = (int)BinaryPrimitives.ReadUInt64LittleEndian(file.AsSpan(at));
            Check(file.AsSpan(at, 8), BinaryPrimitives.ReadUInt32LittleEndian(file.AsSpan(at + 8)));
            if (at + 16 + length > file.Length) yield break;
            var data = file[(at + 12)..(at + 12 + length)];
            Check(data, BinaryPrimitives.ReadUInt32LittleEndian(file.AsSpan(at + 12 + length)));
            yield return data;
            at += 16 + length;
        }
    }

    private static void Check(ReadOnlySpan<byte> data, uint masked)
    {
        var rotated = unchecked(masked - 0xA282EAD8u);
        if (Castagnoli(data) != (rotated >> 17 | rotated << 15)) throw new InvalidDataException("failed crc32 check");
    }

    /// <summary>Bit by bit, from the polynomial.</summary>
    public static uint Castagnoli(ReadOnlySpan<byte> data)
    {
        var crc = ~0u;
        foreach (var b in data)
        {
            crc ^= b;
            for (var i = 0; i < 8; i++) crc = (crc & 1) != 0 ? crc >> 1 ^ 0x82F63B78u : crc >> 1;
        }

        return ~crc;
    }

    private sealed record Field(int Number, ulong Value, byte[] Bytes);

    private static List<Field> Fields(byte[] message)
    {
        var fields = new List<Field>();
        for (var at = 0; at < message.Length;)
        {
            var key = Varint(message, ref at);
            var number = (int)(key >> 3);
            switch (key & 7)
            {
                case 0: fields.Add(new(number, Varint(message, ref at), [])); break;
                case 1: fields.Add(new(number, BinaryPrimitives.ReadUInt64LittleEndian(message.AsSpan(at)), [])); at += 8; break;
                case 5: fields.Add(new(number, BinaryPrimitives.ReadUInt32LittleEndian(message.AsSpan(at)), [])); at += 4; break;
                default:
                    var length = (int)Varint(message, ref at);
                    fields.Add(new(number, 0, message[at..(at + length)]));
                    at += length;
                    break;
            }
        }

        return fields;
    }

    private static ulong Varint(byte[] message, ref int at)
    {
        ulong value = 0;
        for (var shift = 0; ; shift += 7)
        {
            var b = message[at++];
            value |= (ulong)(b & 0x7F) << shift;
            if (b < 0x80) return value;
        }
    }

    private static string Text(Field field) => Encoding.UTF8.GetString(field.Bytes);
}
