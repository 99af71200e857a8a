using System.Security.Cryptography;
using System.Text;

namespace Adversa.Data;

/// <summary>Pairs the other way round: what was given is made, and what was made is given.</summary>
public sealed class SwappedSource : ISampleSource, IDisposable
{
    private readonly ISampleSource _pairs;

    /// <summary>Turns pairs round; other fields are left out.</summary>
    /// <param name="pairs">Data with an input; disposed with this one.</param>
    /// <exception cref="AdversaException">ADV3049: it has none.</exception>
    public SwappedSource(ISampleSource pairs)
    {
        ArgumentNullException.ThrowIfNull(pairs);
        if (pairs.Schema.Find(Field.Input) is not { } input) throw DataError.Of(DataError.Pairs, Words.HasNoPairsToSwap(pairs.Name));
        _pairs = pairs;
        Schema = new(input with { Name = Field.Image }, pairs.Schema.Drawn with { Name = Field.Input });
    }

    /// <inheritdoc/>
    public string Name => _pairs.Name;

    /// <inheritdoc/>
    public SampleSchema Schema { get; }

    /// <inheritdoc/>
    public long Count => _pairs.Count;

    /// <inheritdoc/>
    public bool IsEndless => _pairs.IsEndless;

    /// <inheritdoc/>
    public string Fingerprint => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"swapped {_pairs.Fingerprint}")));

    /// <inheritdoc/>
    public string NameOf(long index) => _pairs.NameOf(index);

    /// <inheritdoc/>
    public void Read(long index, SampleRow row)
    {
        if (row.Has(Field.Image)) _pairs.Read(index, row.Alone(Field.Image, Field.Input));
        if (row.Has(Field.Input)) _pairs.Read(index, row.Alone(Field.Input, _pairs.Schema.Drawn.Name));
    }

    /// <inheritdoc/>
    public void Dispose() => (_pairs as IDisposable)?.Dispose();
}
