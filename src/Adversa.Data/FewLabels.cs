namespace Adversa.Data;

/// <summary>n samples of each class of a labelled source by lot, or as many of each as is asked for: what can be learned from few labels, or from scarce classes.</summary>
public sealed class FewLabels : ISampleSource
{
    /// <summary>What stands before the name of data to have half of its classes scarce: <see cref="Imbalanced"/>.</summary>
    public const string ImbalancedPrefix = "imbalanced:";

    private const int MostLooked = 100_000;          // a class that has not come by then is too rare to wait for
    private const int Common = 500, Scarce = 5;
    private readonly ISampleSource _source;
    private readonly List<long> _indices = [];

    /// <summary>Finds them.</summary>
    /// <param name="source">Labelled samples; the caller keeps it.</param>
    /// <param name="ofEach">n; 1 or more.</param>
    /// <param name="skip">Samples of each class that are left out first, so that several such sets share none; 0 or more.</param>
    /// <exception cref="AdversaException">ADV3006: the source has too few of a class, or no classes.</exception>
    public FewLabels(ISampleSource source, int ofEach, int skip = 0)
        : this(source, Enumerable.Repeat(ofEach, source?.Schema.Classes ?? throw new ArgumentNullException(nameof(source))), skip)
    {
    }

    /// <summary>Finds them.</summary>
    /// <param name="source">Labelled samples; the caller keeps it.</param>
    /// <param name="ofEach">How many of each class; 1 or more.</param>
    /// <param name="skip">Samples of each class that are left out first; 0 or more.</param>
    /// <exception cref="AdversaException">ADV3006: the source has too few of a class, or no classes.</exception>
    public FewLabels(ISampleSource source, IEnumerable<int> ofEach, int skip = 0)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentOutOfRangeException.ThrowIfNegative(skip);
        (_source, OfEach) = (source, [.. ofEach]);
        foreach (var count in OfEach) ArgumentOutOfRangeException.ThrowIfLessThan(count, 1, nameof(ofEach));
        if (OfEach.Count != source.Schema.Classes) throw new ArgumentException($"{source.Schema.Classes} classes, and {OfEach.Count} numbers of samples.", nameof(ofEach));
        var seen = new int[source.Schema.Classes];
        var row = new Batch(source.Schema, 1).Row(0);
        var wanted = OfEach.Sum();
        var looked = new LookedAt(source);
        using var places = SpreadSamples.Walk(source).Take(MostLooked).GetEnumerator();
        while (_indices.Count < wanted && places.MoveNext())
            if (looked.TryRead(places.Current, row) && seen[row.Label]++ is var before && before >= skip && before < skip + OfEach[row.Label]) _indices.Add(places.Current);
        Notes = looked.Note is { } note ? [.. source.Notes, note] : source.Notes;

        if (wanted == 0 || _indices.Count < wanted) throw DataError.Of(DataError.Empty,
            Words.HasTooFewLabelledSamples(source.Name, skip + OfEach.DefaultIfEmpty(1).Max()));
    }

    /// <summary>A hundred to one: 500 samples of each class of the first half, 5 of each other one.</summary>
    /// <param name="source">Labelled samples.</param>
    /// <param name="split">Of a test part that has not so many of each class, half as many are taken, or a quarter, and so on.</param>
    /// <exception cref="AdversaException">ADV3006: the source has too few of a class, or no classes.</exception>
    public static FewLabels Imbalanced(ISampleSource source, Split split = Split.Train)
    {
        ArgumentNullException.ThrowIfNull(source);
        FewLabels Of(int common) => new(source, Enumerable.Range(0, source.Schema.Classes).Select(k => 2 * k < source.Schema.Classes ? common : Math.Max(1, common * Scarce / Common)));
        for (var common = Common; ; common /= 2)
            try
            {
                return Of(common);
            }
            catch (AdversaException e) when (e.Code == DataError.Empty && split == Split.Test && common > 1)
            {
            }
    }

    /// <summary>Samples of each class.</summary>
    public IReadOnlyList<int> OfEach { get; }

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
    public IReadOnlyList<Text> Notes { get; }

    /// <inheritdoc/>
    public void Read(long index, SampleRow row) => _source.Read(_indices[(int)index], row);

    /// <inheritdoc/>
    public string NameOf(long index) => _source.NameOf(_indices[(int)index]);
}
