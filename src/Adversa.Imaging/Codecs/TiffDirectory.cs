using System.Buffers.Binary;

namespace Adversa.Imaging.Codecs;

/// <summary>One directory of a TIFF: what a page's tags say.</summary>
internal readonly ref struct TiffDirectory
{
    private const int EntryBytes = 12, Byte = 1, Short = 3, Long = 4;

    private readonly ReadOnlySpan<byte> _file;
    private readonly int _first, _count;
    private readonly string _name;

    /// <summary>Finds a directory.</summary>
    /// <param name="file">The whole file.</param>
    /// <param name="at">Where the directory stands.</param>
    /// <param name="name">For messages.</param>
    /// <exception cref="AdversaException">ADV3004: it lies outside the file.</exception>
    public TiffDirectory(ReadOnlySpan<byte> file, uint at, string name)
    {
        _file = file;
        _name = name;
        if (at < 8 || at > file.Length - 2) throw Cut();
        (_first, _count) = ((int)at + 2, Word(file[(int)at..]));
        if ((long)_first + _count * EntryBytes + 4 > file.Length) throw Cut();
    }

    /// <summary>Where the next page's directory stands; 0 after the last.</summary>
    public uint Next => DoubleWord(_file[(_first + _count * EntryBytes)..]);

    /// <summary>Where the first directory of a file stands.</summary>
    public static uint First(ReadOnlySpan<byte> file, string name) =>
        file.Length < 8 ? throw Broken(name, Words.IsCutOff) : file[0] == 'I' ? BinaryPrimitives.ReadUInt32LittleEndian(file[4..]) : BinaryPrimitives.ReadUInt32BigEndian(file[4..]);

    /// <summary>The numbers of a tag; null when the page has none.</summary>
    /// <exception cref="AdversaException">ADV3004: they lie outside the file or are no whole numbers.</exception>
    public uint[]? Values(int tag)
    {
        for (var i = 0; i < _count; i++)
        {
            var entry = _file.Slice(_first + i * EntryBytes, EntryBytes);
            if (Word(entry) != tag) continue;
            var (kind, count) = (Word(entry[2..]), DoubleWord(entry[4..]));
            var step = kind switch { Byte => 1, Short => 2, Long => 4, _ => throw Broken(_name, Words.TagIsNoWholeNumber(tag)) };
            var at = (long)count * step <= 4 ? 0L : DoubleWord(entry[8..]);
            var data = at == 0 ? entry[8..] : at <= _file.Length ? _file[(int)at..] : throw Cut();
            if (count == 0 || (long)count * step > data.Length) throw Cut();
            var values = new uint[count];
            for (var v = 0; v < values.Length; v++) values[v] = kind switch { Byte => data[v], Short => Word(data[(2 * v)..]), _ => DoubleWord(data[(4 * v)..]) };
            return values;
        }

        return null;
    }

    /// <summary>The only number of a tag.</summary>
    public uint Value(int tag, uint otherwise) => Values(tag) is { } values ? values[0] : otherwise;

    /// <summary>The error for a damaged TIFF.</summary>
    public static AdversaException Broken(string name, Text text) => DataError.Damaged(name, Words.InTiff(text));

    /// <summary>The error for one that ends too early.</summary>
    public AdversaException Cut() => Broken(_name, Words.IsCutOff);

    private ushort Word(ReadOnlySpan<byte> at) => _file[0] == 'I' ? BinaryPrimitives.ReadUInt16LittleEndian(at) : BinaryPrimitives.ReadUInt16BigEndian(at);

    private uint DoubleWord(ReadOnlySpan<byte> at) => _file[0] == 'I' ? BinaryPrimitives.ReadUInt32LittleEndian(at) : BinaryPrimitives.ReadUInt32BigEndian(at);
}
