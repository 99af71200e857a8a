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
    private readonly long _samplesAt;
    private readonly int _sampleBytes;
    private readonly byte[] _checked;            // of each block: 0 not yet, 1 good, 2 damaged
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
        var isPicture = Schema.Kind == FieldKind.Image;
        _sampleBytes = isPicture ? Schema.Values : 4 * Schema.Values;
        var samples = header.Entries.FirstOrDefault(e => e.Name == (isPicture ? "images" : "points")) ?? throw Damaged(path, Words.SamplesAreMissing);
        long[] shape = isPicture ? [samples.Shape.FirstOrDefault(), Schema.Height, Schema.Width, Schema.Channels] : [samples.Shape.FirstOrDefault(), Schema.Channels];
        if (samples.DType != (isPicture ? "U8" : "F32") || !samples.Shape.SequenceEqual(shape) || shape[0] < 1)
            throw Damaged(path, Words.SamplesAreAndDoNotFit(samples.DType, string.Join(", ", samples.Shape)));
        Count = shape[0];
        _samplesAt = header.Start + samples.Begin;
        var blocks = (Count + _manifest.BlockSamples - 1) / _manifest.BlockSamples;
        if (blocks != _manifest.BlockHashes.Length) throw Damaged(path, Words.BlocksOfSamplesHaveHashes(blocks, _manifest.BlockHashes.Length));
        _checked = new byte[blocks];

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
            $"packed {Count} {Schema} {Schema.Classes} {string.Join(' ', _manifest.BlockHashes)} {string.Join(' ', _manifest.ArrayHashes.Where(pair => pair.Key is "labels" or "attributes").Select(pair => pair.Value))}")));
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
        if (!row.Has(Schema.Drawn.Name)) return;
        Check(index / _manifest.BlockSamples);
        var bytes = ArrayPool<byte>.Shared.Rent(_sampleBytes);
        try
        {
            var sample = bytes.AsSpan(0, _sampleBytes);
            Fill(sample, _samplesAt + index * _sampleBytes);
            if (Schema.Kind == FieldKind.Image) PixelBytes.ToPlanes(sample, Schema.Channels, row.Values);
            else MemoryMarshal.Cast<byte, float>(sample).CopyTo(row.Values);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(bytes);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _file.Dispose();

    private IEnumerable<Text> Bad()
    {
        if (_manifest.Bad is not [{ } first, ..]) yield break;
        var (count, example) = (_manifest.Bad.Count, DataError.Printable($"{first.Name} ({first.Reason})"));
        yield return Words.BadFilesLeftOutSuchAs(count, example);
    }

    /// <summary>Compares a block with its hash, once.</summary>
    private void Check(long block)
    {
        var state = Volatile.Read(ref _checked[block]);
        if (state == 0)
        {
            var first = block * _manifest.BlockSamples;
            var bytes = ArrayPool<byte>.Shared.Rent((int)(Math.Min(_manifest.BlockSamples, Count - first) * _sampleBytes));
            var length = (int)(Math.Min(_manifest.BlockSamples, Count - first) * _sampleBytes);
            try
            {
                Fill(bytes.AsSpan(0, length), _samplesAt + first * _sampleBytes);
                state = Convert.ToHexStringLower(SHA256.HashData(bytes.AsSpan(0, length))) == _manifest.BlockHashes[block] ? (byte)1 : (byte)2;
            }
            finally
            {
                ArrayPool<byte>.Shared.Return(bytes);
            }

            Volatile.Write(ref _checked[block], state);
        }

        if (state == 2) throw Damaged(FilePath,
            Words.SamplesDifferFromTheirHash(block * _manifest.BlockSamples, Math.Min(Count, (block + 1) * _manifest.BlockSamples) - 1));
    }

    private void Fill(Span<byte> bytes, long at)
    {
        try
        {
            while (bytes.Length > 0)
            {
                var got = RandomAccess.Read(_file, bytes, at);
                if (got == 0) throw Damaged(FilePath, Words.HasBecomeShorterWhileBeingRead);
                bytes = bytes[got..];
                at += got;
            }
        }
        catch (Exception e) when (DiskTrouble.Is(e))
        {
            throw DataError.Of(DataError.Unreadable, Words.CannotBeRead(FilePath, DiskTrouble.Of(e)), e);
        }
    }

    private byte[] Array(SafeTensorsHeader header, string path, string name, string dtype, long[]? shape)
    {
        var entry = header.Entries.FirstOrDefault(e => e.Name == name) ?? throw Damaged(path, Words.ArrayIsMissing(name));
        if (entry.DType != dtype || (shape is not null && !entry.Shape.SequenceEqual(shape)) || entry.End - entry.Begin > System.Array.MaxLength)
            throw Damaged(path, Words.ArrayIs(name, entry.DType, string.Join(", ", entry.Shape)));
        var bytes = new byte[entry.End - entry.Begin];
        Fill(bytes, header.Start + entry.Begin);
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
            var isSound = manifest is { Version: PackedManifest.Present, Channels: >= 1 and <= 4096, Height: >= 1 and <= PictureHeader.MostSide, Width: >= 1 and <= PictureHeader.MostSide, Classes: >= 0, BlockSamples: >= 1 }
                && !manifest.ClassNames.Contains(null!) && !manifest.Attributes.Contains(null!) && !manifest.Bad.Contains(null!)           // no JSON reader looks into lists
                && Enum.IsDefined(manifest.Kind) && (manifest.Kind == FieldKind.Image ? manifest.Channels is 1 or 3 : manifest is { Height: 1, Width: 1 })
                && (Int128)manifest.BlockSamples * manifest.Channels * manifest.Height * manifest.Width <= 1 << 28;
            return isSound ? manifest : throw Damaged(path, Words.ManifestIsNewer);
        }
        catch (JsonException e)
        {
            throw Damaged(path, Words.ManifestCannotBeRead(e.Message.ReplaceLineEndings(" ")));
        }
    }

    private static AdversaException Damaged(string path, Text text) => DataError.Of(DataError.Packed,
        Words.IsNoSoundPackedSet(path, text));
}
