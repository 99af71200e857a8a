using System.Security.Cryptography;
using System.Text;

namespace Adversa.Data;

/// <summary>One side of every second pair, as a collection of pictures by itself.</summary>
/// <param name="pairs">Samples with the fields image and input; disposed with the first side.</param>
/// <param name="side">The side.</param>
/// <param name="first">0 or 1: the first pair that counts. Of a single pair both sides have it.</param>
internal sealed class PairSide(ISampleSource pairs, string side, int first) : ISampleSource, IDisposable
{
    private readonly int _step = pairs.Count < 2 ? 1 : 2;

    public string Name => pairs.Name;

    public SampleSchema Schema { get; } = new(new Field(Field.Image, FieldKind.Image, pairs.Schema.Find(side)!.Shape));

    public long Count => pairs.Count / _step;

    public bool IsEndless => pairs.IsEndless;

    public string Fingerprint => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"side {side} {first} {pairs.Fingerprint}")));

    public IReadOnlyList<Text> Notes => pairs.Notes;

    public string NameOf(long index) => pairs.NameOf(At(index));

    public void Read(long index, SampleRow row) => pairs.Read(At(index), row.Alone(Field.Image, side));

    public void Dispose()
    {
        if (first == 0) (pairs as IDisposable)?.Dispose();
    }

    private long At(long index) => _step * index + (_step - 1) * first;
}
