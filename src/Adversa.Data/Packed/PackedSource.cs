using System.Buffers;
using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Adversa.Data.Names;
using Adversa.Formats.Disk;
using Adversa.Formats.Trees;
using Adversa.Imaging.Codecs;
using Microsoft.Win32.SafeHandles;

namespace Adversa.Data.Packed;

/// <summary>A set that <c>data prepare</c> or <c>data make</c> packed into one safetensors file; read from the page cache, never held in memory whole.</summary>
/// <remarks>Opening checks the header and the small arrays against their hashes; each block of samples is checked against its own at first touch. Samples are read
/// by position and not through a memory map: a file that shrinks or a disk that fails is then one bad sample instead of the end of the process (decision 0008).</remarks>
public sealed class PackedSource : ISampleSource, IDisposable
{
    private readonly SafeFileHandle _file;
    private readonly PackedManifest _manifest;
    private readonly IReadOnlyList<PackedColumnReader> _columns;
    private readonly int[]? _labels;
    private readonly float[] _attributes;
    private readonly byte[] _names;
    private readonly byte[] _nameEnds;

    private PackedSource(string path, SafeFileHandle file, SafeTensorsHeader header)
    {
        Name = Path.GetFileNameWithoutExtension(path);
        FilePath = path;
        _file = file;
        _manifest = Manifest(header, path);
        Schema = _manifest.Schema;
        Count = header.Entries.FirstOrDefault(e => e.Name == PackedColumn.Of(Schema)[0].Name)?.Shape.FirstOrDefault() ?? throw Damaged(path, Words.SamplesAreMissing);
        _columns = [.. PackedColumn.Of(Schema).Select(column => Reader(header, path, column))];

        var labels = Schema.IsLabelled ? Array(header, path, "labels", "I32", [Count]) : null;
        _labels = labels is null ? null : MemoryMarshal.Cast<byte, int>(labels).ToArray();
        if (_labels?.Any(label => label < 0 || label >= Schema.Classes) == true) throw Damaged(path, Words.LabelOutOfRange(Schema.Classes - 1));
        if (_labels is not null)
        {
            (ClassNames, _labels) = ClassList.OfNumbers(_labels, _manifest.ClassNames.Count == Schema.Classes ? _manifest.ClassNames : null);          // what was packed may have had more
            Schema = Schema with { Classes = ClassNames.Count };
        }

        _attributes = Schema.Attributes.Count == 0 ? [] : MemoryMarshal.Cast<byte, float>(Array(header, path, "attributes", "F32", [Count, Schema.Attributes.Count])).ToArray();
        var hasNames = header.Entries.FirstOrDefault(e => e.Name == "names") is { } names;
        _names = hasNames ? Array(header, path, "names", "U8", null) : [];
        _nameEnds = hasNames ? Array(header, path, "name_ends", "I64", [Count]) : [];
        CheckNames(path);
        if (header.Entries.Any(e => e.Name == "hashes")) Array(header, path, "hashes", "U8", [Count, 32]);
        Fingerprint = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(
            $"packed {Count} {Schema} {Schema.Classes} {string.Join(' ', _manifest.BlockHashes)} {string.Join(' ', _manifest.ArrayHashes.Where(pair => pair.Key is "labels" or "attributes").Select(pair => pair.Value))}{string.Concat(_manifest.Columns?.Values.SelectMany(column => column.Blocks) ?? [])}")));
    }

    /// <inheritdoc/>
    public string Name { get; }

    /// <summary>The file.</summary>
    public string FilePath { get; }

    /// <inheritdoc/>
    public SampleSchema Schema { get; }

    /// <inheritdoc/>
    public long Count { get; }

    /// <inheritdoc/>
    public string Fingerprint { get; }

    /// <inheritdoc/>
    public IReadOnlyList<string> ClassNames { get; } = [];

    /// <summary>What was said when it was packed, so that nobody forgets what was left out.</summary>
    public IReadOnlyList<Text> Notes => [.. (_manifest.Notes ?? []).Concat(Bad()).Select(note => Words.WhenPacked(Name, note))];

    /// <summary>What packing found: the files that were left out, and why.</summary>
    public ScanReport Report => new(Count, [.. _manifest.Bad.Select(bad => new BadSample(bad.Name, Text.Same(bad.Reason)))], _manifest.Skipped);

    /// <summary>What it was packed from, as people name it.</summary>
    internal string PackedFrom => _manifest.Source;

    /// <summary>The plan that it was packed by.</summary>
    public string Plan => _manifest.Plan;

    /// <summary>Opens a packed set.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="AdversaException">ADV3050: it is damaged, or no packed set; ADV6001: it is no safetensors file; ADV3007: it cannot be read.</exception>
    public static PackedSource Open(string path) => Open(path, Split.Train);

    /// <summary>The same; the test part of <c>set-train.safetensors</c> is <c>set-test.safetensors</c> beside it.</summary>
    internal static PackedSource Open(string path, Split split)
    {
        var named = OpenNamed(path);
        if (split == Split.Train || PackedParts.TestBeside(path, named.PackedFrom) is not { } test) return named;
        named.Dispose();
        return test;
    }

    private static PackedSource OpenNamed(string path)
    {
        FileBytes.Head(path, 1);                 // a pipe or a missing file is named before it is opened
        try
        {
            using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read);
            var header = SafeTensorsHeader.Read(stream, path);
            var file = File.OpenHandle(path, share: FileShare.ReadWrite | FileShare.Delete, options: FileOptions.RandomAccess);
            try
            {
                return new(Path.GetFullPath(path), file, header);
            }
            catch
            {
                file.Dispose();
                throw;
            }
        }
        catch (Exception e) when (DiskTrouble.Is(e))
        {
            throw DataError.Of(DataError.Unreadable, Words.CannotBeRead(path, DiskTrouble.Of(e)), e);
        }
    }

    /// <inheritdoc/>
    public string NameOf(long index)
    {
        if (_nameEnds.Length == 0) return $"{Name}[{index}]";
        var begin = index == 0 ? 0 : (int)NameEnd(index - 1);
        return Encoding.UTF8.GetString(_names.AsSpan(begin, (int)NameEnd(index) - begin));
    }

    /// <inheritdoc/>
    public void Read(long index, SampleRow row)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(index);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(index, Count);
        if (_labels is not null) row.Label = _labels[index];
        if (row.Has(Field.Known)) _attributes.AsSpan((int)(index * Schema.Attributes.Count), Schema.Attributes.Count).CopyTo(row.Floats(Field.Known));
        foreach (var column in _columns)
            if (row.Has(column.Column.Field.Name)) column.Read(index, row);
    }

    /// <inheritdoc/>
    public void Dispose() => _file.Dispose();

    private IEnumerable<Text> Bad()
    {
        if (_manifest.Bad is not [{ } first, ..]) yield break;
        var (count, example) = (_manifest.Bad.Count, DataError.Printable($"{first.Name} ({first.Reason})"));
        yield return Words.BadFilesLeftOutSuchAs(count, example);
    }

    private PackedColumnReader Reader(SafeTensorsHeader header, string path, PackedColumn column)
    {
        var entry = header.Entries.FirstOrDefault(e => e.Name == column.Name) ?? throw Damaged(path, Words.ArrayIsMissing(column.Name));
        if (Count < 1 || entry.DType != column.DType || !entry.Shape.SequenceEqual(column.Shape(Count)))
            throw Damaged(path, Words.SamplesAreAndDoNotFit(entry.DType, string.Join(", ", entry.Shape)));
        var hashes = column.IsDrawn ? new(_manifest.BlockSamples, _manifest.BlockHashes) : _manifest.Columns?.GetValueOrDefault(column.Name) ?? throw Damaged(path, Words.ArrayIsMissing(column.Name));
        var blocks = hashes.Samples < 1 ? 0 : (Count + hashes.Samples - 1) / hashes.Samples;
        if (blocks != hashes.Blocks.Length || (Int128)hashes.Samples * column.Bytes > 1 << 30) throw Damaged(path, Words.BlocksOfSamplesHaveHashes(blocks, hashes.Blocks.Length));
        return new(_file, path, column, header.Start + entry.Begin, Count, hashes);
    }

    private byte[] Array(SafeTensorsHeader header, string path, string name, string dtype, long[]? shape)
    {
        var entry = header.Entries.FirstOrDefault(e => e.Name == name) ?? throw Damaged(path, Words.ArrayIsMissing(name));
        if (entry.DType != dtype || (shape is not null && !entry.Shape.SequenceEqual(shape)) || entry.End - entry.Begin > System.Array.MaxLength)
            throw Damaged(path, Words.ArrayIs(name, entry.DType, string.Join(", ", entry.Shape)));
        var bytes = new byte[entry.End - entry.Begin];
        PackedColumnReader.Fill(_file, path, bytes, header.Start + entry.Begin);
        return _manifest.ArrayHashes.GetValueOrDefault(name) == Convert.ToHexStringLower(SHA256.HashData(bytes)) ? bytes
            : throw Damaged(path, Words.ArrayDiffersFromHash(name));
    }

    private long NameEnd(long index) => BinaryPrimitives.ReadInt64LittleEndian(_nameEnds.AsSpan((int)(8 * index)));

    private void CheckNames(string path)
    {
        long before = 0;
        for (var i = 0; i < _nameEnds.Length / 8; i++)
        {
            var end = NameEnd(i);
            if (end < before || end > _names.Length) throw Damaged(path, Words.NamesOverlap);
            before = end;
        }
    }

    private static PackedManifest Manifest(SafeTensorsHeader header, string path)
    {
        if (!header.Metadata.TryGetValue(PackedManifest.Key, out var text)) throw DataError.Of(DataError.Packed,
            Words.IsSafetensorsFileButNoPacked(path, PackedManifest.Key));
        try
        {
            var manifest = PackedManifest.FromText(text);
            var isSound = manifest is { Version: PackedManifest.Present or PackedManifest.WithFields, Channels: >= 1 and <= 4096, Height: >= 1 and <= PictureHeader.MostSide, Width: >= 1 and <= PictureHeader.MostSide, Classes: >= 0, BlockSamples: >= 1 }
                && !manifest.ClassNames.Contains(null!) && !manifest.Attributes.Contains(null!) && !manifest.Bad.Contains(null!)           // no JSON reader looks into lists
                && Enum.IsDefined(manifest.Kind) && (manifest.Kind == FieldKind.Image ? manifest.Channels is 1 or 3 : manifest is { Height: 1, Width: 1 }) && (manifest.Version == PackedManifest.WithFields) == manifest.Sample is not null
                && (Int128)manifest.BlockSamples * manifest.Channels * manifest.Height * manifest.Width <= 1 << 28;
            return isSound ? manifest : throw Damaged(path, Words.ManifestIsNewer);
        }
        catch (JsonException e)
        {
            throw Damaged(path, Words.ManifestCannotBeRead(e.Message.ReplaceLineEndings(" ")));
        }
    }

    internal static AdversaException Damaged(string path, Text text) => DataError.Of(DataError.Packed,
        Words.IsNoSoundPackedSet(path, text));
}
