using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using Adversa.Formats.Disk;
using Adversa.Imaging.Codecs;

namespace Adversa.Data.Packed;

/// <summary>Writes any source into one safetensors file: bytes <c>[N, H, W, C]</c> for pictures, float32 <c>[N, D]</c> for points, with labels, attributes and hashes.</summary>
public static class PackedSet
{
    private const int BatchBytes = 8 << 20;      // what the workers draw before the writer goes on

    /// <summary>Packs the first samples of a source; the file appears whole or not at all.</summary>
    /// <param name="source">What to pack, such as a world.</param>
    /// <param name="count">How many samples; 1 to what the source has.</param>
    /// <param name="path">The file; replaced when it is there.</param>
    /// <param name="workers">Threads that read samples, 1 or more; the bytes do not depend on it.</param>
    /// <param name="progress">Told how many samples are done; may be null.</param>
    /// <param name="cancel">Stops and leaves nothing behind.</param>
    /// <exception cref="AdversaException">ADV5009: the file cannot be written; ADV3xxx: a sample cannot be read.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public static void Write(ISampleSource source, long count, string path, int workers, Action<long>? progress = null, CancellationToken cancel = default) =>
        Write(source, count, path, workers, progress, cancel, Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"source {source?.Fingerprint} {count}"))));

    /// <summary>The same, under a plan of the caller's.</summary>
    public static void Write(ISampleSource source, long count, string path, int workers, Action<long>? progress, CancellationToken cancel, string plan)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(count, source.Count);
        ArgumentOutOfRangeException.ThrowIfLessThan(workers, 1);
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = workers, CancellationToken = cancel };
        try
        {
            Write(source, count, path, parallel, progress, plan);
        }
        catch (AggregateException e) when (e.InnerExceptions.OfType<AdversaException>().FirstOrDefault() is { } first)
        {
            throw first;
        }
        catch (Exception e) when (DiskTrouble.Is(e))
        {
            throw NotWritten(path, e);
        }
    }

    /// <summary>The error for a disk that says no.</summary>
    public static AdversaException NotWritten(string path, Exception e) => new(5009, ExitCode.Resource, Words.CannotBeWritten(path, DiskTrouble.Of(e)), e);

    private static void Write(ISampleSource source, long count, string path, ParallelOptions parallel, Action<long>? progress, string plan)
    {
        var schema = source.Schema;
        var attributes = new float[checked(count * schema.Attributes.Count)];
        var labels = schema.IsLabelled ? new int[count] : null;
        var sampleBytes = schema.Kind == FieldKind.Image ? schema.Values : 4 * schema.Values;
        var batch = (int)Math.Clamp(BatchBytes / sampleBytes, 1, count);
        var bytes = new byte[batch * sampleBytes];
        if (Path.GetDirectoryName(Path.GetFullPath(path)) is { } folder) Directory.CreateDirectory(folder);

        using var writer = new PackedWriter(path, $"{path}.partial", Manifest(source, plan), new(count, labels, attributes, null, null));
        for (long first = 0; first < count; first += batch)
        {
            var now = (int)Math.Min(batch, count - first);
            Parallel.For(0, now, parallel, () => new Batch(schema, 1).Row(0), (i, _, row) =>
            {
                source.Read(first + i, row);
                if (labels is not null) labels[first + i] = row.Label;
                if (row.Has(Field.Known)) row.Floats(Field.Known).CopyTo(attributes.AsSpan(checked((int)((first + i) * schema.Attributes.Count)), schema.Attributes.Count));
                var to = bytes.AsSpan(i * sampleBytes, sampleBytes);
                if (schema.Kind == FieldKind.Image) PixelBytes.FromPlanes(row.Values, schema.Channels, to);
                else MemoryMarshal.AsBytes(row.Values).CopyTo(to);
                return row;
            }, _ => { });
            writer.Add(bytes.AsSpan(0, now * sampleBytes));
            progress?.Invoke(first + now);
        }

        writer.Finish();
    }

    private static PackedManifest Manifest(ISampleSource source, string plan)
    {
        var schema = source.Schema;
        return new(PackedManifest.Present, schema.Kind, schema.Channels, schema.Height, schema.Width, schema.Classes, source.ClassNames, schema.Attributes,
            source.Name, plan, [], 0, 0, [], [], source.Notes is { Count: > 0 } notes ? notes : null);
    }
}
