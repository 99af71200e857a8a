namespace Adversa.Data.Tests;

/// <summary>Sample i is the number i; some of them cannot be read, and reading may take its time.</summary>
internal sealed class CountingSource(long count, bool isEndless = false) : ISampleSource
{
    public string Name => "counting";

    public SampleSchema Schema { get; } = new(FieldKind.Points, 1, Classes: 3);

    public long Count => isEndless ? long.MaxValue / 2 : count;

    public bool IsEndless => isEndless;

    public string Fingerprint => "";

    public Func<long, bool> IsBad { get; init; } = _ => false;

    public Action<long> OnRead { get; init; } = _ => { };

    public string NameOf(long index) => $"{index}.png";

    public void Read(long index, SampleRow row)
    {
        OnRead(index);
        if (IsBad(index)) throw DataError.Of(DataError.Unreadable, new Text($"{index}.png is gone", $"{index}.png ya no está"));
        row.Values[0] = index;
        row.Label = (int)(index % 3);
    }
}
