using System.Globalization;
using System.Text;
using System.Text.Json;
using Adversa.Data;
using Adversa.Formats.Png;
using Adversa.Imaging.Pictures;

namespace Adversa.DataTools.Making;

/// <summary>Writes the first samples of a source as a folder of PNG pictures with <c>metadata.jsonl</c>: what other programs read, and <c>data prepare</c> too.</summary>
/// <remarks>Pairs become folders A (given) and B (made), which <c>pairs:</c> reads; masks a folder <c>masks</c> that a column of the table names.</remarks>
public static class SampleFolder
{
    /// <summary>Writes the folder; it appears whole or not at all.</summary>
    /// <param name="source">Pictures of 1 or 3 channels.</param>
    /// <param name="count">How many, 1 to 10,000,000.</param>
    /// <param name="folder">The folder; must not exist.</param>
    /// <param name="workers">Threads that draw; the bytes do not depend on it.</param>
    /// <param name="progress">Told how many are done, from any thread; may be null.</param>
    /// <param name="cancel">Stops and removes what was written.</param>
    /// <exception cref="IOException">The disk is full or the folder cannot be written.</exception>
    public static void Write(ISampleSource source, long count, string folder, int workers, Action<long>? progress = null, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(count, 10_000_000);
        var (schema, names) = (source.Schema, source.ClassNames);
        var partial = $"{Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder))}.partial";
        if (Directory.Exists(partial)) Directory.Delete(partial, recursive: true);
        Directory.CreateDirectory(partial);
        var (isPair, isMasked) = (schema.Find(Field.Input) is not null, schema.Find(Field.Mask) is not null);
        foreach (var (isThere, side) in new[] { (isPair, "A"), (isPair, "B"), (isMasked, "masks") })
            if (isThere) Directory.CreateDirectory(Path.Join(partial, side));
        var lines = new byte[count][];
        long done = 0;
        try
        {
            Parallel.For(0, count, new ParallelOptions { MaxDegreeOfParallelism = workers, CancellationToken = cancel }, () => new Batch(schema, 1).Row(0), (i, _, row) =>
            {
                source.Read(i, row);
                var file = $"{i:D6}.png";
                var (name, mask) = (isPair ? $"B/{file}" : file, isMasked ? $"masks/{file}" : null);
                Write(partial, name, row.Values, schema.Drawn);
                if (isPair) Write(partial, $"A/{file}", row.Floats(Field.Input), schema.Find(Field.Input)!);
                if (mask is not null) Write(partial, mask, [.. row.Bytes(Field.Mask).ToArray().Select(inside => inside * 2f - 1)], schema.Find(Field.Mask)!);
                lines[i] = Line(source, name, mask, row.Label, names, row.Has(Field.Known) ? row.Floats(Field.Known) : []);
                if (Interlocked.Increment(ref done) is var now && now % 64 == 0) progress?.Invoke(now);
                return row;
            }, _ => { });
            using (var table = File.Create(Path.Join(partial, "metadata.jsonl")))
                foreach (var line in lines) table.Write(line);
            Directory.Move(partial, folder);
        }
        catch
        {
            Directory.Delete(partial, recursive: true);
            throw;
        }
    }

    private static void Write(string folder, string name, ReadOnlySpan<float> values, Field field)
    {
        using var file = File.Create(Path.Join(folder, name));
        PngWriter.Write(file, ImageGrid.Plain(values, new SampleSchema(FieldKind.Image, field.Shape[0], field.Shape[1], field.Shape[2])));
    }

    private static byte[] Line(ISampleSource source, string name, string? mask, int label, IReadOnlyList<string> names, ReadOnlySpan<float> attributes)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream))
        {
            json.WriteStartObject();
            json.WriteString("file_name", name);
            if (mask is not null) json.WriteString("mask", mask);
            if (label >= 0 && names[label] == label.ToString(CultureInfo.InvariantCulture)) json.WriteNumber("label", label);
            else if (label >= 0) json.WriteString("label", names[label]);
            for (var i = 0; i < attributes.Length; i++)
                if (source.Schema.Attributes[i].Names is { Count: > 0 } kinds) json.WriteString(source.Schema.Attributes[i].Name, kinds[(int)attributes[i]]);
                else if (source.Schema.Attributes[i].Categories > 0) json.WriteNumber(source.Schema.Attributes[i].Name, (int)attributes[i]);
                else json.WriteNumber(source.Schema.Attributes[i].Name, attributes[i]);
            json.WriteEndObject();
        }

        return [.. stream.ToArray(), (byte)'\n'];
    }
}
