using System.Runtime.InteropServices;
using System.Security.Cryptography;
using Adversa.Data;

namespace Adversa.Training.Judges;

/// <summary>Samples with their classes in memory, to learn from.</summary>
/// <param name="name">For messages.</param>
/// <param name="schema">One sample.</param>
/// <param name="samples">One after another.</param>
/// <param name="labels">The class of each.</param>
internal sealed class LabelledSamples(string name, SampleSchema schema, float[] samples, int[] labels) : ISampleSource
{
    public string Name => name;

    public SampleSchema Schema => schema;

    public long Count => labels.Length;

    public string Fingerprint => Convert.ToHexStringLower(SHA256.HashData([.. MemoryMarshal.AsBytes(samples.AsSpan()), .. MemoryMarshal.AsBytes(labels.AsSpan())]));

    /// <summary>The samples one after another.</summary>
    internal float[] Samples => samples;

    /// <summary>The class of each.</summary>
    internal int[] Labels => labels;

    public void Read(long index, SampleRow row)
    {
        if (row.Has(schema.Drawn.Name)) samples.AsSpan((int)index * schema.Values, schema.Values).CopyTo(row.Floats(schema.Drawn.Name));
        row.Label = labels[(int)index];
    }
}
