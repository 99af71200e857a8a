using System.Text;

namespace Adversa.Data.Tests.Trees;

/// <summary>Writes tar archives block by block, so that every field can be a lie.</summary>
internal sealed class TarBuilder
{
    private readonly MemoryStream _file = new();

    /// <summary>One entry.</summary>
    public TarBuilder Add(string name, byte[] content, char type = '0', string target = "", string? size = null, bool breakSum = false, byte[]? rawSize = null)
    {
        var block = new byte[512];
        Encoding.UTF8.GetBytes(name).AsSpan(0, Math.Min(100, Encoding.UTF8.GetByteCount(name))).CopyTo(block);
        Encoding.ASCII.GetBytes("0000644\0").CopyTo(block, 100);
        if (rawSize is not null) rawSize.CopyTo(block, 124);
        else Encoding.ASCII.GetBytes(size ?? Convert.ToString(content.Length, 8).PadLeft(11, '0')).CopyTo(block, 124);
        block[156] = (byte)type;
        Encoding.UTF8.GetBytes(target).CopyTo(block, 157);
        "ustar\0"u8.CopyTo(block.AsSpan(257));
        "00"u8.CopyTo(block.AsSpan(263));
        block.AsSpan(148, 8).Fill((byte)' ');
        var sum = block.Sum(b => b) + (breakSum ? 1 : 0);
        Encoding.ASCII.GetBytes(Convert.ToString(sum, 8).PadLeft(6, '0') + "\0 ").CopyTo(block, 148);
        _file.Write(block);
        _file.Write(content);
        _file.Write(new byte[(512 - content.Length % 512) % 512]);
        return this;
    }

    /// <summary>A record of pax before the next entry.</summary>
    public TarBuilder Pax(string key, string value)
    {
        var length = key.Length + Encoding.UTF8.GetByteCount(value) + 3;
        while ($"{length}".Length + key.Length + Encoding.UTF8.GetByteCount(value) + 3 != length) length++;
        return Add("pax", Encoding.UTF8.GetBytes($"{length} {key}={value}\n"), 'x');
    }

    /// <summary>The archive with the two blocks at its end.</summary>
    public byte[] Build() => [.. _file.ToArray(), .. new byte[1024]];
}
