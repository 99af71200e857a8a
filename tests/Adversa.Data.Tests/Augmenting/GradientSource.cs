namespace Adversa.Data.Tests.Augmenting;

/// <summary>Pictures whose every value differs, with two attributes; some of them cannot be read.</summary>
internal sealed class GradientSource(int channels = 1, int height = 6, int width = 6, long count = 60, bool isEndless = false) : ISampleSource
{
    public string Name => "gradient";

    public SampleSchema Schema { get; } = new(FieldKind.Image, channels, height, width, Classes: 3) { Attributes = [new("age"), new("smiles", 2)] };

    public long Count => isEndless ? long.MaxValue / 2 : count;

    public bool IsEndless => isEndless;

    public string Fingerprint { get; init; } = "gradient";

    public Func<long, bool> IsBad { get; init; } = _ => false;

    public void Read(long index, SampleRow row)
    {
        if (IsBad(index)) throw DataError.Of(DataError.Picture, new Text($"{index} is broken", $"{index} está roto"));
        row.Label = (int)(index % 3);
        if (row.Has(Field.Known)) (row.Floats(Field.Known)[0], row.Floats(Field.Known)[1]) = (index / 10f, index % 2);
        if (!row.Has(Field.Image)) return;
        var destination = row.Floats(Field.Image);
        for (var i = 0; i < destination.Length; i++) destination[i] = (float)(((index * 31 + i) * 7919 % 1000) / 500.0 - 1);
    }
}
