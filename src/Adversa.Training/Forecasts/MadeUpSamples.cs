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

    public void Read(long index, SampleRow row)
    {
        var first = new Rng(index).NextInt(1 << 20);
        foreach (var field in row.Schema.Fields)
            switch (field.Kind)
            {
                case FieldKind.Label: row.Label = (int)(index % field.Classes); break;
                case FieldKind.Attributes: break;
                case FieldKind.Mask: row.Bytes(field.Name).Fill(1); break;
                case FieldKind.Tokens: row.Ints(field.Name).Fill(1); break;
                default:
                    var values = row.Floats(field.Name);
                    for (var i = 0; i < values.Length; i++) values[i] = ((first + 7919L * i) & 255) / 127.5f - 1;
                    break;
            }
    }
}
