using Adversa.Data;
using Adversa.Metrics;
using Adversa.Torch;

namespace Adversa.Training.Diagnostics;

/// <summary>Fixed samples of the data that the generator's are held against, and what is known of them once and for all.</summary>
internal sealed class References
{
    private const int Neighbours = 5, Directions = 32, DirectionsSeed = 0x51CED;
    private const int MostPool = 5120, FewestPool = 512, MostPoolNumbers = 25_000_000;      // training samples that near copies are looked for among: 100 MB at most
    private const int FewestUnseen = 16, FewestForRanks = 8, FewestBelow = 8;
    private readonly SampleSchema _schema;
    private readonly List<Text> _notes = [];
    private readonly float[] _all;
    private readonly float[]? _heldOut;
    private readonly float[] _directions;        // [D, L], of length 1
    private readonly float[] _sorted;            // [L, N], the projections of the data, rising
    private readonly float[]? _unseen;           // held-out samples, as many as there are up to the pairs
    private float[]? _pool;
    private double[]? _unseenDistances;          // of held-out samples to the nearest of the pool, rising

    internal References(ISampleSource source, ISampleSource? heldOut, int count, int pairs)
    {
        _schema = source.Schema;
        var unseen = heldOut is not null && heldOut.Count >= count ? Noted(SpreadSamples.Read(heldOut, count)) : null;
        var (all, others) = unseen is null && source.Count >= 2L * count ? SpreadSamples.Halves(source, count) : (SpreadSamples.Read(source, count), unseen);
        Count = Math.Min(Noted(all).Count, (others ?? all).Count);        // fewer where some cannot be read and no others are left
        Pairs = Math.Min(pairs, Count);
        _all = Rows(all);
        if (unseen is not null) _heldOut = Rows(unseen);
        var known = unseen ?? (heldOut is { Count: >= FewestForRanks } ? Noted(SpreadSamples.Read(heldOut, Pairs)) : null);
        if (known is { Count: >= FewestForRanks }) _unseen = known.Values[..(Math.Min(known.Count, Pairs) * _schema.Values)];
        using var scope = new TensorScope();
        var among = new SampleDistances(Some, Some);
        MeanOfPairs = among.MeanOfPairs();
        var nearest = among.NearestOther();
        NearestMean = nearest.Average();
        DuplicateDistance = Math.Max(nearest.Order().ElementAt(Pairs / 100) / 2, 1e-6 * MeanOfPairs);
        Radius = among.KthOther(Math.Min(Neighbours, Pairs - 1));
        _directions = Unit(_schema.Values);
        _sorted = Sorted(All).ToArray<float>();
        Floor = Math.Max(1e-9, Distance(Sorted(Batch(others is null ? Thirds() : Rows(others)))));
        StrideOfReal = _schema is { Kind: FieldKind.Image, Height: >= 16, Width: >= 16 } ? Stride.Strength(Some) : 1;
    }

    /// <summary>Samples in <see cref="All"/>.</summary>
    internal int Count { get; }

    /// <summary>Samples in <see cref="Some"/>.</summary>
    internal int Pairs { get; }

    /// <summary>What the user should know of samples that could not be read.</summary>
    internal IReadOnlyList<Text> Notes => _notes;

    /// <summary>Samples of the training data, in the present scope.</summary>
    internal Tensor All => Batch(_all);

    /// <summary>Held-out samples, as many.</summary>
    internal Tensor? HeldOut => _heldOut is null ? null : Batch(_heldOut);

    /// <summary>The first of <see cref="All"/>: as many as pairs are formed of.</summary>
    internal Tensor Some => Batch(_all.AsSpan(0, Pairs * _schema.Values).ToArray());

    /// <summary>The mean distance of two samples.</summary>
    internal double MeanOfPairs { get; }

    /// <summary>The mean distance of a sample to the nearest other one.</summary>
    internal double NearestMean { get; }

    /// <summary>Samples that lie nearer to each other count as duplicates.</summary>
    internal double DuplicateDistance { get; }

    /// <summary>Of each of <see cref="Some"/>, the distance to its fifth nearest neighbour.</summary>
    internal double[] Radius { get; }

    /// <summary>The distance of as much other data, which no generator needs to beat: held-out data where there is some.</summary>
    internal double Floor { get; }

    /// <summary>The strength of the stride's pattern in the data.</summary>
    internal double StrideOfReal { get; }

    // SW₂: the root of the mean over directions of the squared distance of sorted projections
    /// <summary>The sliced Wasserstein distance of samples to the data, in mean distances of two samples.</summary>
    /// <remarks>Rabin et al., 2011, "Wasserstein Barycenter and its Application to Texture Mixing", with 32 fixed directions. The same as the root of <see cref="Metrics.SlicedWasserstein"/> but for its
    /// numbers: here they are float32 on the run's device, and the data's projections are sorted once. What this says steers runs, so it must not move in the last digit.</remarks>
    internal double DistanceTo(Tensor fake) => Distance(Sorted(fake));

    /// <summary>How far samples lie from the nearest training sample, beside how far held-out samples do: medians.</summary>
    /// <remarks>Of a large set only a share s of the training samples is looked at, spread evenly. A generator that copies any of them copies these in a share s of its samples, so the distances are
    /// compared that lie above a share s/2.</remarks>
    /// <param name="fake">Drawn samples.</param>
    /// <param name="source">The training data, with an end.</param>
    /// <returns>The ratio, null without enough held-out samples or where so few of the training samples are looked at that chance decides; and Z_U of <see cref="DataCopying"/>, about -1.6 and
    /// below where samples lie nearer to the training samples than chance would have it, null where not all training samples were looked at.</returns>
    internal (double? Ratio, double? Z) Copies(Tensor fake, ISampleSource source)
    {
        if (_unseen is null) return default;
        var pooled = (int)Math.Min(Math.Clamp(MostPoolNumbers / _schema.Values, FewestPool, MostPool), source.Count);
        var below = pooled / (2.0 * source.Count);
        if (below * fake.Size(0) < FewestBelow) return default;
        var pool = Batch(_pool ??= Noted(SpreadSamples.Read(source, pooled)).Values);
        var unseen = _unseenDistances ??= [.. new SampleDistances(Batch(_unseen), pool).NearestOfRows().Order()];
        double[] drawn = [.. new SampleDistances(fake, pool).NearestOfRows().Order()];
        return (unseen.Length < FewestUnseen ? null : Quantile(drawn, below) / Math.Max(1e-12, Quantile(unseen, below)), pooled < source.Count ? null : DataCopying.Of(drawn, unseen).Z);
    }

    private static double Quantile(double[] rising, double below) => rising[(int)(below * rising.Length)];

    /// <summary>In place of other samples of a set that has no more: each third of these three times.</summary>
    private float[] Thirds()
    {
        var size = _schema.Values;
        return [.. Enumerable.Range(0, Count).SelectMany(i => _all[(i / 3 * 3 * size)..((i / 3 * 3 + 1) * size)])];
    }

    private float[] Rows(SamplesRead read) => read.Count == Count ? read.Values : read.Values[..(Count * _schema.Values)];

    private SamplesRead Noted(SamplesRead read)
    {
        if (read.Note is { } note) _notes.Add(note);
        return read;
    }

    private Tensor Batch(float[] values) => Tensor.From(values, _schema.BatchShape(values.Length / _schema.Values));

    private double Distance(Tensor sorted)
    {
        using var _ = Autograd.NoGrad();
        return (sorted - Tensor.From(_sorted, sorted.Shape)).Square().Mean().Sqrt().Item() / Math.Max(1e-12, MeanOfPairs);
    }

    private Tensor Sorted(Tensor samples)
    {
        using var _ = Autograd.NoGrad();
        return Ops.Sort(Tensor.From(_directions, _schema.Values, Directions).T().Matmul(samples.Flatten(1).T()))[0];      // [L, N]
    }

    private static float[] Unit(int width)
    {
        var rng = new Rng(DirectionsSeed);
        var values = new float[width * Directions];
        for (var i = 0; i < values.Length; i++) values[i] = (float)rng.Normal();
        for (var l = 0; l < Directions; l++)
        {
            double squares = 0;
            for (var d = 0; d < width; d++) squares += (double)values[d * Directions + l] * values[d * Directions + l];
            for (var d = 0; d < width; d++) values[d * Directions + l] /= (float)Math.Sqrt(squares);
        }

        return values;
    }
}
