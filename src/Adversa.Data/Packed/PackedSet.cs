using System.Security.Cryptography;
using System.Text;
using Adversa.Formats.Disk;

namespace Adversa.Data.Packed;

/// <summary>Writes any source into one safetensors file: an array for each field, as <see cref="PackedColumn"/> says, with labels, attributes and hashes.</summary>
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

    /// <summary>Adds the fields beside what is drawn, of samples whose pictures were added already.</summary>
    /// <param name="writer">The file.</param>
    /// <param name="source">Where the samples come from.</param>
    /// <param name="indices">Which of them, in their order.</param>
    /// <param name="cancel">Stops.</param>
    public static void AddFields(PackedWriter writer, ISampleSource source, IEnumerable<int> indices, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(source);
        if (writer.Columns.Count == 1) return;
        var row = new Batch(new SampleSchema([.. writer.Columns.Skip(1).Select(column => column.Field)]), 1).Row(0);
        var bytes = writer.Columns.Select(column => new byte[column.Bytes]).ToArray();
        foreach (var index in indices)
        {
            cancel.ThrowIfCancellationRequested();
            source.Read(index, row);
            foreach (var (c, column) in writer.Columns.Index().Skip(1))
            {
                column.Write(source, index, row, bytes[c]);
                writer.Add(c, bytes[c]);
            }
        }
    }

    /// <summary>The error for a disk that says no.</summary>
    public static AdversaException NotWritten(string path, Exception e) => new(5009, ExitCode.Resource, Words.CannotBeWritten(path, DiskTrouble.Of(e)), e);

    private static void Write(ISampleSource source, long count, string path, ParallelOptions parallel, Action<long>? progress, string plan)
    {
        var schema = source.Schema;
        var attributes = new float[checked(count * schema.Attributes.Count)];
        var labels = schema.IsLabelled ? new int[count] : null;
        if (Path.GetDirectoryName(Path.GetFullPath(path)) is { } folder) Directory.CreateDirectory(folder);

        using var writer = new PackedWriter(path, $"{path}.partial", PackedManifest.Of(source, plan, [], 0), new(count, labels, attributes, null, null));
        var batch = (int)Math.Clamp(BatchBytes / writer.Columns.Sum(column => column.Bytes), 1, count);
        var bytes = writer.Columns.Select(column => new byte[batch * column.Bytes]).ToArray();
        for (long first = 0; first < count; first += batch)
        {
            var now = (int)Math.Min(batch, count - first);
            Parallel.For(0, now, parallel, () => new Batch(schema, 1).Row(0), (i, _, row) =>
            {
                source.Read(first + i, row);
                if (labels is not null) labels[first + i] = row.Label;
                if (row.Has(Field.Known)) row.Floats(Field.Known).CopyTo(attributes.AsSpan(checked((int)((first + i) * schema.Attributes.Count)), schema.Attributes.Count));
                foreach (var (c, column) in writer.Columns.Index()) column.Write(source, first + i, row, bytes[c].AsSpan(i * column.Bytes, column.Bytes));
                return row;
            }, _ => { });
            foreach (var (c, column) in writer.Columns.Index()) writer.Add(c, bytes[c].AsSpan(0, now * column.Bytes));
            progress?.Invoke(first + now);
        }

        writer.Finish();
    }
}
