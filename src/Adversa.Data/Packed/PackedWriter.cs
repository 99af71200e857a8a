using System.Security.Cryptography;
using Adversa.Formats.Disk;

namespace Adversa.Data.Packed;

/// <summary>Writes a packed set from its first sample to its last, hashing on the way; the file gets its name only when it is whole and on the disk.</summary>
public sealed class PackedWriter : IDisposable
{
    private static readonly string NoHash = new('0', 64);     // as long as a real one, so that the header keeps its length
    private const int BlockBytes = 256 << 10;    // what one check reads: little, since a shuffled batch touches as many blocks as it has samples

    private readonly string _path;
    private readonly string _temporary;
    private readonly FileStream _file;          // unbuffered: a full disk must not be heard of first when it is closed
    private readonly PackedManifest _manifest;
    private readonly IReadOnlyList<SafeTensorsEntry> _entries;
    private readonly PackedArrays _arrays;
    private readonly List<PackedColumnWriter> _columns = [];
    private bool _finished;

    /// <summary>Begins the file.</summary>
    /// <param name="path">Its final name; a file of that name is replaced at the end.</param>
    /// <param name="temporary">Where it grows, on the same disk; replaced when it is there.</param>
    /// <param name="manifest">Everything but the hashes.</param>
    /// <param name="arrays">Labels and the like; their sizes count now, their content at <see cref="Finish"/>.</param>
    /// <exception cref="IOException">The disk is full or the folder cannot be written.</exception>
    public PackedWriter(string path, string temporary, PackedManifest manifest, PackedArrays arrays)
    {
        _path = Path.GetFullPath(path);
        _arrays = arrays;
        _temporary = temporary;
        var schema = manifest.Schema;
        Columns = PackedColumn.Of(schema);
        var layout = Columns.Select(column => (column.Name, column.DType, column.Shape(arrays.Count))).ToList();
        var hashes = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var (name, dtype, shape, _) in arrays.Parts(schema.Attributes.Count))
        {
            layout.Add((name, dtype, shape));
            hashes[name] = NoHash;
        }

        _entries = SafeTensorsHeader.Layout(layout);
        var blocks = Columns.Select(column => Unhashed(column, arrays.Count)).ToList();
        _manifest = manifest with
        {
            BlockSamples = blocks[0].Samples, BlockHashes = blocks[0].Blocks, ArrayHashes = hashes,
            Columns = blocks.Count == 1 ? null : new(Columns.Skip(1).Zip(blocks.Skip(1)).ToDictionary(pair => pair.First.Name, pair => pair.Second), StringComparer.Ordinal),
        };
        _file = new FileStream(_temporary, FileMode.Create, FileAccess.Write, FileShare.None, 0);
        try
        {
            var header = Header();
            _file.Write(header);
            foreach (var (i, column) in Columns.Index()) _columns.Add(new(_file, column, header.Length + _entries[i].Begin, blocks[i]));
        }
        catch
        {
            Dispose();
            throw;
        }
    }

    /// <summary>The arrays that samples are added to, what is drawn first.</summary>
    internal IReadOnlyList<PackedColumn> Columns { get; }

    /// <summary>Adds what is drawn of samples.</summary>
    /// <param name="bytes">Whole samples: <c>[H, W, C]</c> bytes, or float32 coordinates.</param>
    public void Add(ReadOnlySpan<byte> bytes) => Add(0, bytes);

    /// <summary>Adds a field of samples.</summary>
    /// <param name="column">Which of <see cref="Columns"/>.</param>
    /// <param name="bytes">Whole samples.</param>
    internal void Add(int column, ReadOnlySpan<byte> bytes) => _columns[column].Add(bytes);

    /// <summary>Completes the file and gives it its name.</summary>
    public void Finish()
    {
        foreach (var column in _columns) column.Finish();
        _file.Position = _file.Length;
        foreach (var (name, _, _, bytes) in _arrays.Parts(_manifest.Attributes.Count))
        {
            _manifest.ArrayHashes[name] = Convert.ToHexStringLower(SHA256.HashData(bytes));
            _file.Write(bytes);
        }

        _file.Position = 0;
        _file.Write(Header());
        _file.Dispose();
        Posix.Sync(_temporary, folder: false);
        FailPoint.Pass("prepare.pack");
        Posix.Rename(_temporary, _path);
        Posix.Sync(Path.GetDirectoryName(_path)!, folder: true);
        _finished = true;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var column in _columns) column.Dispose();
        _file.Dispose();
        if (!_finished) File.Delete(_temporary);
    }

    private static PackedHashes Unhashed(PackedColumn column, long count)
    {
        var samples = Math.Max(1, BlockBytes / column.Bytes);
        return new(samples, [.. Enumerable.Repeat(NoHash, (int)((count + samples - 1) / samples))]);
    }

    private byte[] Header() => SafeTensorsHeader.Write(_entries, new Dictionary<string, string> { ["format"] = "pt", [PackedManifest.Key] = _manifest.ToText() });
}
