using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Adversa.Data.Opening;

/// <summary>n samples of any data, spread evenly over it, and all others as its test part: what becomes of a training with less data.</summary>
/// <remarks>Of a world, whose samples come by lot, they are the first ones; files may be sorted by class: <see cref="SpreadSamples"/>. Few of many classes may lack some of them, which is said.</remarks>
public sealed class FirstSamples : ISampleSource, IDisposable
{
    /// <summary>What stands before the number and the samples' own name where data is named: <c>first:100:digits</c>.</summary>
    public const string Prefix = "first:";

    private readonly ISampleSource _samples;
    private readonly long[]? _taken;             // rising; null for the first ones of a world
    private readonly Split _split;
    private readonly long _first;
    private IReadOnlyList<Text>? _notes;

    /// <summary>Takes a part.</summary>
    /// <param name="samples">The samples; disposed with this one.</param>
    /// <param name="first">n; 1 or more.</param>
    /// <param name="split">The n, or all others.</param>
    /// <exception cref="AdversaException">ADV3006: there are not so many. ADV3042: all of them are learned from, and none is left to test with.</exception>
    public FirstSamples(ISampleSource samples, long first, Split split)
    {
        ArgumentNullException.ThrowIfNull(samples);
        ArgumentOutOfRangeException.ThrowIfLessThan(first, 1);
        if (samples is UnpairedSource) throw DataError.Of(DataError.Pairs, Words.FirstTakesSamplesOfOneCollection(first));
        (_samples, _split, _first) = (samples, split, first);
        Count = split == Split.Train ? first : samples.Count - first;
        Name = string.Create(CultureInfo.InvariantCulture, $"{Prefix}{first}:{samples.Name}");
        if (Count < 1 || first > samples.Count) throw DataError.Of(split == Split.Test && first == samples.Count ? DataError.NoPart : DataError.Empty,
            Words.HasWantsMoreThan(samples.Name, Words.Samples(samples.Count), Name, split == Split.Train ? first - 1 : first));
        if (!samples.IsEndless) _taken = SpreadSamples.Indices(samples, (int)first);
    }

    /// <inheritdoc/>
    public string Name { get; }

    /// <summary>All samples, those of both parts.</summary>
    public ISampleSource Whole => _samples;

    /// <inheritdoc/>
    public SampleSchema Schema => _samples.Schema;

    /// <inheritdoc/>
    public long Count { get; }

    /// <inheritdoc/>
    public bool IsEndless => _samples.IsEndless && _split == Split.Test;

    /// <inheritdoc/>
    public string Fingerprint => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(
        string.Create(CultureInfo.InvariantCulture, $"{(_taken is null ? "first" : "spread")} {(_split == Split.Train ? 0 : _first)} {Count} {_samples.Fingerprint}"))));

    /// <inheritdoc/>
    public IReadOnlyList<string> ClassNames => _samples.ClassNames;

    /// <inheritdoc/>
    public IReadOnlyList<Text> Notes => _notes ??= Lacking() is { } lacking ? [.. _samples.Notes, lacking] : _samples.Notes;

    /// <inheritdoc/>
    public void Read(long index, SampleRow row) => _samples.Read(Inner(index), row);

    /// <inheritdoc/>
    public string NameOf(long index) => _samples.NameOf(Inner(index));

    /// <inheritdoc/>
    public void Dispose() => (_samples as IDisposable)?.Dispose();

    /// <summary>Opens <c>100:digits</c>, what stands behind the prefix.</summary>
    /// <param name="text">The number, a colon, and any data.</param>
    /// <param name="options">How to read it; its split chooses between the first samples and the rest.</param>
    /// <param name="known">What is known by name.</param>
    /// <exception cref="AdversaException">ADV2011, ADV2012: the number is none, or out of range.</exception>
    internal static FirstSamples Open(string text, DataOptions options, IReadOnlyList<INamedData> known)
    {
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        var first = Numbers.Whole(colon > 0 ? text[..colon] : text, $"first:N:{Words.Spec}", 1, 1_000_000_000);
        if (colon < 0 || colon + 1 == text.Length) throw DataError.Of(DataError.Unknown, Words.NamesNoData(Prefix, text));
        return new(DataSpec.Open(text[(colon + 1)..], options with { Split = Split.Train }, known), first, options.Split);
    }

    /// <summary>What is to be said of classes of which none of the samples to learn from is; null where there are none. Samples are looked at until each class has come.</summary>
    private Text? Lacking()
    {
        if (_split == Split.Test || !Schema.IsLabelled) return null;
        var (lacking, row, looked) = (Enumerable.Range(0, Schema.Classes).ToHashSet(), MatchedClasses.Room(_samples), new LookedAt(_samples));
        foreach (var place in _taken ?? SpreadSamples.Walk(_samples).Take((int)_first))
        {
            if (looked.TryRead(place, row)) lacking.Remove(row.Label);
            if (lacking.Count == 0) return null;
        }

        return Words.HasNoSampleClassesSuchAs(Name, lacking.Count, Schema.Classes, ClassNames[lacking.Min()]);
    }

    private long Inner(long index)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(index);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(index, Count);
        if (_split == Split.Train) return _taken?[index] ?? index;
        return _taken is null ? _first + index : index + TakenBefore(index);
    }

    /// <summary>How many taken samples stand before the k-th that is not: as many as have fewer than k + 1 others before them.</summary>
    private long TakenBefore(long k)
    {
        var (low, high) = (0, _taken!.Length);
        while (low < high)
            if ((low + high) / 2 is var middle && _taken[middle] - middle > k) high = middle;
            else low = middle + 1;
        return low;
    }
}
