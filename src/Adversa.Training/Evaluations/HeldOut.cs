using Adversa.Data;
using Adversa.Training.Judges;

namespace Adversa.Training.Evaluations;

/// <summary>Real samples to compare with: two halves that share none, best unseen in training, and what was learned from.</summary>
internal sealed class HeldOut
{
    private const int MostTrain = 10_000;

    private readonly ISampleSource _source;

    private HeldOut(ISampleSource train, ISampleSource? test) => (Train, Test, _source) = (train, test, test ?? train);

    /// <summary>What was learned from.</summary>
    internal ISampleSource Train { get; }

    /// <summary>Its test part; null when it has none.</summary>
    internal ISampleSource? Test { get; }

    /// <summary>Whether copying can be asked about: training samples that run out, and others beside them.</summary>
    internal bool CanBeCopied => Test is not null && !Train.IsEndless;

    /// <summary>Samples in each half, for a wanted number.</summary>
    internal int Half(int wanted) => (int)Math.Min(wanted, _source.IsEndless ? wanted : _source.Count / 2);

    internal static HeldOut Open(string data, int size)
    {
        var train = DataSpec.Open(data, new DataOptions(size > 0 ? size : null));
        return new(train, TestPart.Of(data, size, train));
    }

    /// <summary>Every second of twice as many, from 0 or from 1 on, spread evenly: files may be sorted by class.</summary>
    internal float[] Read(int half, int count) => Read(_source, count, i => At(_source, 2L * i + half, 2L * count)).Samples;

    /// <summary>At most ten thousand training samples, spread evenly.</summary>
    internal float[] ReadTrain() => Labelled(Train, MostTrain).Samples;

    /// <summary>Samples of a part with their classes, spread evenly.</summary>
    /// <param name="part"><see cref="Train"/> or <see cref="Test"/>.</param>
    /// <param name="most">At most so many.</param>
    internal static LabelledSamples Labelled(ISampleSource part, int most)
    {
        var count = (int)Math.Min(most, part.Count);
        return Read(part, count, i => At(part, i, count));
    }

    /// <summary>Where the k-th of n samples lies; endless ones are taken one after another.</summary>
    private static long At(ISampleSource source, long k, long n) => source.IsEndless ? k : k * source.Count / n;

    private static LabelledSamples Read(ISampleSource source, int count, Func<int, long> index)
    {
        var (width, values, labels) = (source.Schema.Values, new float[(long)count * source.Schema.Values], new int[count]);
        for (var i = 0; i < count; i++) source.Read(index(i), values.AsSpan(i * width, width), out labels[i]);
        return new(source.Name, source.Schema, values, labels);
    }
}
