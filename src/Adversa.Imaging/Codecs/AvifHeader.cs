using System.Buffers.Binary;

namespace Adversa.Imaging.Codecs;

/// <summary>Checks an AVIF file's boxes and finds what they say of its main picture.</summary>
/// <remarks>ISO/IEC 23008-12 (HEIF) and the AV1 image file format.</remarks>
internal static class AvifHeader
{
    private const long DecoderBytes = 14;        // for each pixel of 8 bits, measured
    private const int Version = 4;               // bytes of version and flags at the start of many boxes

    /// <summary>Whether a file is AVIF by its brands, of which the first may be the family's.</summary>
    /// <param name="head">Its first bytes.</param>
    public static bool IsOne(ReadOnlySpan<byte> head)
    {
        if (head.Length < 12 || !head[4..].StartsWith("ftyp"u8)) return false;
        var brands = head[8..(int)Math.Clamp(BinaryPrimitives.ReadUInt32BigEndian(head), 12u, (uint)head.Length)];
        for (var at = 0; at + 4 <= brands.Length; at += 4)
            if (brands.Slice(at, 4) is [(byte)'a', (byte)'v', (byte)'i', (byte)'f' or (byte)'s']) return true;
        return false;
    }

    /// <summary>Reads all boxes that tell of the main picture.</summary>
    /// <returns>The size after the file's own cut and turn, which the decoder carries out: it stands upright.</returns>
    /// <exception cref="AdversaException">ADV3004: damaged; ADV3020: its colours are multiplied by alpha.</exception>
    public static PictureHeader Read(ReadOnlySpan<byte> file, string name)
    {
        var boxes = new AvifBoxes(file, name);
        var meta = boxes.Inside("meta", Version);
        var all = meta.Inside("iprp").Inside("ipco");
        var picture = new PictureHeader(PictureFormat.Avif, 0, 0, false, 1) { HasAlpha = HasAlpha(all), Frames = Frames(boxes, name) };
        foreach (var index in Main(meta, name))
        {
            var data = all.At(index - 1, out var kind);
            picture = kind switch
            {
                "ispe" => picture with { Width = Number(data, 4, name), Height = Number(data, 8, name) },
                "clap" => picture with { Width = Number(data, 0, name) / Math.Max(1, Number(data, 4, name)), Height = Number(data, 8, name) / Math.Max(1, Number(data, 12, name)) },
                "irot" when data is [1 or 3, ..] => picture with { Width = picture.Height, Height = picture.Width },
                "pixi" => picture with { IsGrey = AvifBoxes.Number(data, 4, 1, name) == 1, Depth = (int)AvifBoxes.Number(data, 5, 1, name) },
                _ => picture,
            };
        }

        if (meta.Has("iref") && meta.Inside("iref", Version).Has("prem"))
            throw DataError.NotRead(name, Words.AvifWithMultipliedColours);
        if (picture.Width == 0) throw AvifBoxes.Broken(name, Words.DoesNotSaySize);
        return picture with { DecoderBytes = DecoderBytes * picture.Width * picture.Height * (picture.Depth > 8 ? 2 : 1) };
    }

    private static int Number(ReadOnlySpan<byte> data, int at, string name) => (int)Math.Min(int.MaxValue, AvifBoxes.Number(data, at, 4, name));

    private static bool HasAlpha(AvifBoxes properties)
    {
        for (var i = 0; i < properties.Count; i++)
            if (properties.At(i, out var kind) is var data && kind == "auxC" && (data.IndexOf(":alpha\0"u8) > 0 || data.IndexOf(":auxid:1\0"u8) > 0)) return true;
        return false;
    }

    /// <summary>The numbers of the main picture's properties, from 1, in the order in which they act.</summary>
    private static List<int> Main(AvifBoxes meta, string name)
    {
        var item = meta.Data("pitm");
        var of = meta.Inside("iprp").Data("ipma");
        var main = AvifBoxes.Number(item, Version, item is [0, ..] ? 2 : 4, name);
        var (idBytes, indexBytes) = (of is [0, ..] ? 2 : 4, of.Length > 3 && (of[3] & 1) != 0 ? 2 : 1);
        var (at, found) = (Version + 4, new List<int>());
        for (var entries = AvifBoxes.Number(of, Version, 4, name); entries > 0; entries--)
        {
            var isMain = AvifBoxes.Number(of, at, idBytes, name) == main;
            var count = AvifBoxes.Number(of, at += idBytes, 1, name);
            at++;
            for (; count > 0; count--, at += indexBytes)
                if (AvifBoxes.Number(of, at, indexBytes, name) is var index && isMain) found.Add((int)index & (indexBytes == 1 ? 0x7F : 0x7FFF));
        }

        return found;
    }

    /// <summary>Pictures of an animation; 1 without one.</summary>
    private static int Frames(AvifBoxes boxes, string name) => !boxes.Has("moov") ? 1
        : (int)Math.Clamp(AvifBoxes.Number(boxes.Inside("moov").Inside("trak").Inside("mdia").Inside("minf").Inside("stbl").Data("stsz"), 8, 4, name), 1, int.MaxValue);
}
