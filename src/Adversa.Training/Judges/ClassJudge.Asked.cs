using Adversa.Data;
using Adversa.Metrics;

namespace Adversa.Training.Judges;

// For models that are asked for a class.
public sealed partial class ClassJudge
{
    private const int Compared = 100;            // samples of a class between which distances are taken

    /// <summary>The share of samples in which the judge reads the class that was asked for, whatever its confidence.</summary>
    /// <param name="samples">One after another, as the data's schema has them.</param>
    /// <param name="asked">The class asked for in each.</param>
    public double Agreement(float[] samples, IReadOnlyList<int> asked)
    {
        CheckAsked(samples, asked);
        return Read(samples).Classes.Zip(asked).Count(pair => pair.First == pair.Second) / (double)asked.Count;
    }

    /// <summary>How much the samples of a class differ among themselves, as a share of how much its held-out reals do: the mean pairwise distance
    /// of pixels of up to 100 samples, over that of as many reals. 1 is as varied as the data; near 0 the class has collapsed.</summary>
    /// <param name="samples">One after another, two or more of each class asked for.</param>
    /// <param name="asked">The class asked for in each.</param>
    /// <returns>The mean over the classes asked for, and the least varied class.</returns>
    public (double Mean, double Least) Diversity(float[] samples, IReadOnlyList<int> asked)
    {
        CheckAsked(samples, asked);
        var width = _schema.Values;
        var ratios = new List<double>();
        foreach (var group in asked.Index().GroupBy(pair => pair.Item, pair => pair.Index))
        {
            var drawn = group.Take(Compared).ToList();
            if (drawn.Count < 2) throw new ArgumentException($"Class {group.Key} was asked for once; distances need two or more samples of it.", nameof(asked));
            float[] values = [.. drawn.SelectMany(i => new ArraySegment<float>(samples, i * width, width))];
            ratios.Add(PairwiseDistance.Mean(values, width) / PairwiseDistance.Mean(RealOf(group.Key, drawn.Count), width));
        }

        return (ratios.Average(), ratios.Min());
    }

    /// <summary>Held-out reals of a class.</summary>
    private float[] RealOf(int wanted, int count) => SpreadSamples.OfClass(_test, wanted, count) is { Count: >= 2 } found ? found.Values
        : throw new ArgumentException($"Class {wanted} has fewer than two held-out reals; distances need two or more.", nameof(wanted));

    private void CheckAsked(float[] samples, IReadOnlyList<int> asked)
    {
        ArgumentNullException.ThrowIfNull(samples);
        ArgumentNullException.ThrowIfNull(asked);
        if (asked.Count == 0 || samples.Length != asked.Count * _schema.Values)
            throw new ArgumentException($"Expected {asked.Count} samples of {_schema.Values} numbers, one for each class asked for; got {samples.Length} numbers.", nameof(samples));
        if (asked.Any(k => k < 0 || k >= _schema.Classes)) throw new ArgumentException($"Classes are 0 to {_schema.Classes - 1}; got {string.Join(", ", asked.Where(k => k < 0 || k >= _schema.Classes).Distinct())}.", nameof(asked));
    }
}
