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
    private readonly int _sampleBytes;
    private readonly PackedArrays _arrays;
    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private long _inBlock;                       // bytes of the present block
    private int _block;
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
        var isPicture = schema.Kind == FieldKind.Image;
        _sampleBytes = isPicture ? schema.Values : 4 * schema.Values;
        var blockSamples = Math.Max(1, BlockBytes / _sampleBytes);
        var layout = new List<(string, string, long[])>
        {
            isPicture ? ("images", "U8", [arrays.Count, schema.Height, schema.Width, schema.Channels]) : ("points", "F32", [arrays.Count, schema.Channels]),
        };
        var hashes = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var (name, dtype, shape, _) in arrays.Parts(schema.Attributes.Count))
        {
            layout.Add((name, dtype, shape));
            hashes[name] = NoHash;
        }

        _entries = SafeTensorsHeader.Layout(layout);
        _manifest = manifest with
        {
            BlockSamples = blockSamples, ArrayHashes = hashes,
            BlockHashes = [.. Enumerable.Repeat(NoHash, (int)((arrays.Count + blockSamples - 1) / blockSamples))],
        };
        _file = new FileStream(_temporary, FileMode.Create, FileAccess.Write, FileShare.None, 0);
        try
        {
            _file.Write(Header());
        }
        catch
        {
            Dispose();
            throw;
        }
    }

    /// <summary>Adds samples.</summary>
    /// <param name="bytes">Whole samples: <c>[H, W, C]</c> bytes, or float32 coordinates.</param>
    public void Add(ReadOnlySpan<byte> bytes)
    {
        _file.Write(bytes);
        var blockBytes = (long)_manifest.BlockSamples * _sampleBytes;
        while (bytes.Length > 0)
        {
            var now = (int)Math.Min(bytes.Length, blockBytes - _inBlock);
            _hash.AppendData(bytes[..now]);
            bytes = bytes[now..];
            _inBlock += now;
            if (_inBlock == blockBytes) CloseBlock();
        }
    }

    /// <summary>Completes the file and gives it its name.</summary>
    public void Finish()
    {
        if (_inBlock > 0) CloseBlock();
        if (_block != _manifest.BlockHashes.Length) throw new InvalidOperationException($"Fewer samples came than were announced: {_block} of {_manifest.BlockHashes.Length} blocks.");
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
        _hash.Dispose();
        _file.Dispose();
        if (!_finished) File.Delete(_temporary);
    }

    private void CloseBlock()
    {
        _manifest.BlockHashes[_block++] = Convert.ToHexStringLower(_hash.GetHashAndReset());
        _inBlock = 0;
    }

    private byte[] Header() => SafeTensorsHeader.Write(_entries, new Dictionary<string, string> { ["format"] = "pt", [PackedManifest.Key] = _manifest.ToText() });
}
