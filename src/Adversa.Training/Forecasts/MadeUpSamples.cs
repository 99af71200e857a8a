using Adversa.Data;

namespace Adversa.Training.Forecasts;

/// <summary>Endless noise in the form of some samples, for measuring what a step costs.</summary>
/// <param name="schema">The form.</param>
internal sealed class MadeUpSamples(SampleSchema schema) : ISampleSource
{
    public string Name => "made up";

    public SampleSchema Schema => schema;

    public long Count => long.MaxValue / 2;

    public bool IsEndless => true;

    public string Fingerprint => "made up";

    public void Read(long index, Span<float> destination, out int label)
    {
        var first = new Rng(index).NextInt(1 << 20);
        for (var i = 0; i < destination.Length; i++) destination[i] = ((first + 7919L * i) & 255) / 127.5f - 1;

        label = schema.IsLabelled ? (int)(index % schema.Classes) : -1;
    }

    public void ReadAttributes(long index, Span<float> destination) => destination.Clear();
}
