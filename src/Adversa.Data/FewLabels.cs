namespace Adversa.Data;

/// <summary>The first n samples of each class of a labelled source: what can be learned from few labels.</summary>
public sealed class FewLabels : ISampleSource
{
    private const int MostLooked = 100_000;          // a class that has not come by then is too rare to wait for
    private readonly ISampleSource _source;
    private readonly List<long> _indices = [];

    /// <summary>Finds them.</summary>
    /// <param name="source">Labelled samples; the caller keeps it.</param>
    /// <param name="ofEach">n; 1 or more.</param>
    /// <param name="skip">Samples of each class that are left out first, so that several such sets share none; 0 or more.</param>
    /// <exception cref="AdversaException">ADV3006: the source has too few of a class, or no classes.</exception>
    public FewLabels(ISampleSource source, int ofEach, int skip = 0)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentOutOfRangeException.ThrowIfLessThan(ofEach, 1);
        ArgumentOutOfRangeException.ThrowIfNegative(skip);
        (_source, OfEach) = (source, ofEach);
        var seen = new int[source.Schema.Classes];
        var values = new float[source.Schema.Values];
        for (long i = 0; i < Math.Min(source.Count, MostLooked) && _indices.Count < ofEach * seen.Length; i++)
        {
            source.Read(i, values, out var label);
            if (seen[label]++ is var before && before >= skip && before < skip + ofEach) _indices.Add(i);
        }

        if (_indices.Count == 0 || _indices.Count < ofEach * seen.Length) throw DataError.Of(DataError.Empty,
            $"{source.Name} has too few labelled samples for {skip + ofEach} of each class.", $"{source.Name} tiene muy pocas muestras etiquetadas para {skip + ofEach} de cada clase.");
    }

    /// <summary>n.</summary>
    public int OfEach { get; }

    /// <inheritdoc/>
    public string Name => _source.Name;

    /// <inheritdoc/>
    public SampleSchema Schema => _source.Schema;

    /// <inheritdoc/>
    public long Count => _indices.Count;

    /// <inheritdoc/>
    public string Fingerprint => Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(
        System.Text.Encoding.UTF8.GetBytes($"few {string.Join(',', _indices)} {_source.Fingerprint}")));

    /// <inheritdoc/>
    public IReadOnlyList<string> ClassNames => _source.ClassNames;

    /// <inheritdoc/>
    public void Read(long index, Span<float> destination, out int label) => _source.Read(_indices[(int)index], destination, out label);

    /// <inheritdoc/>
    public void ReadAttributes(long index, Span<float> destination) => _source.ReadAttributes(_indices[(int)index], destination);

    /// <inheritdoc/>
    public string NameOf(long index) => _source.NameOf(_indices[(int)index]);
}
