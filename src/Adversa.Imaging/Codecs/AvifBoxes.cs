using System.Text;

namespace Adversa.Imaging.Codecs;

/// <summary>The boxes that stand one after the other in a file or inside a box.</summary>
internal readonly ref struct AvifBoxes
{
    private readonly ReadOnlySpan<byte> _data;
    private readonly string _name;
    private readonly List<(string Kind, Range Inside)> _boxes = [];

    /// <summary>Goes through all of them.</summary>
    /// <param name="data">The file, or what stands in a box.</param>
    /// <param name="name">For messages.</param>
    /// <exception cref="AdversaException">ADV3004: one ends beyond its surroundings.</exception>
    public AvifBoxes(ReadOnlySpan<byte> data, string name)
    {
        _data = data;
        _name = name;
        for (var at = 0; at < data.Length;)
        {
            var (length, head) = (Number(data, at, 4, name), 8);
            if (length == 1) (length, head) = (Number(data, at + 8, 8, name), 16);
            if (length == 0) length = data.Length - at;                             // to the end
            if (length < head || length > data.Length - at) throw Broken(name, Words.BoxAtByteIsCutOff(at));
            _boxes.Add((Encoding.Latin1.GetString(data.Slice(at + 4, 4)), (at + head)..(at + (int)length)));
            at += (int)length;
        }
    }

    /// <summary>How many there are.</summary>
    public int Count => _boxes.Count;

    /// <summary>What stands in a box; empty beyond the last.</summary>
    /// <param name="index">From 0.</param>
    /// <param name="kind">Receives its four letters.</param>
    public ReadOnlySpan<byte> At(int index, out string kind)
    {
        kind = index >= 0 && index < Count ? _boxes[index].Kind : "";
        return kind.Length > 0 ? _data[_boxes[index].Inside] : default;
    }

    /// <summary>Whether there is a box of this kind.</summary>
    public bool Has(string kind) => _boxes.Exists(box => box.Kind == kind);

    /// <summary>What stands in the first box of a kind.</summary>
    /// <exception cref="AdversaException">ADV3004: there is none.</exception>
    public ReadOnlySpan<byte> Data(string kind) => Has(kind) ? _data[_boxes.Find(box => box.Kind == kind).Inside] : throw Broken(_name, Words.HasNoBox(kind));

    /// <summary>The boxes inside the first box of a kind.</summary>
    /// <param name="kind">Four letters.</param>
    /// <param name="skipped">Bytes of its own before them: 4 where it has a version.</param>
    public AvifBoxes Inside(string kind, int skipped = 0)
    {
        var data = Data(kind);
        return data.Length >= skipped ? new(data[skipped..], _name) : throw Broken(_name, Words.BoxOfKindIsCutOff(kind));
    }

    /// <summary>A number, its highest byte first.</summary>
    /// <exception cref="AdversaException">ADV3004: it is cut off.</exception>
    public static long Number(ReadOnlySpan<byte> data, int at, int bytes, string name)
    {
        if (at > data.Length - bytes) throw Broken(name, Words.BoxIsCutOff);
        var number = 0L;
        foreach (var b in data.Slice(at, bytes)) number = number << 8 | b;
        return number;
    }

    /// <summary>The error for a damaged AVIF.</summary>
    public static AdversaException Broken(string name, Text text) => DataError.Damaged(name, Words.InAvif(text));
}
