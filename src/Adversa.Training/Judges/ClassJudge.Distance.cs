using Adversa.Metrics;
using Adversa.Torch;

namespace Adversa.Training.Judges;

// How far samples are from held-out reals in the judge's own features.
public sealed partial class ClassJudge
{
    private (int Count, float[] First, float[] Second)? _real;

    /// <summary><c>fd_j</c>: the Fréchet distance between held-out reals and as many samples; <c>real_fd_j</c>: the same between two halves of held-out reals,
    /// below which nothing can be told apart. It depends on the judge and on the count, and is never FID.</summary>
    /// <returns>Nothing when a feature is not finite, or when there are fewer than two reals for each side.</returns>
    private IEnumerable<(string Name, double Value)> Distances(float[] samples)
    {
        var count = (int)Math.Min(samples.Length / _schema.Values, _test.IsEndless ? int.MaxValue : _test.Count / 2);
        if (count < 2) return [];
        if (_real?.Count != count) _real = (count, Features(Real(count, half: 0)), Features(Real(count, half: 1)));
        using var scope = new TensorScope();
        var drawn = Matrix(Features(samples[..(count * _schema.Values)]), count);
        if (Tensor.FirstNonFinite([drawn]) >= 0) return [];
        var (first, second) = (Matrix(_real.Value.First, count), Matrix(_real.Value.Second, count));
        return [("fd_j", FrechetDistance.Between(first, drawn).Value), ("real_fd_j", FrechetDistance.Between(first, second).Value)];
    }

    private static Tensor Matrix(float[] features, int count) => Tensor.From(features, count, features.Length / count);

    /// <summary>The judge's last hidden layer, <c>[N, hidden]</c> row by row.</summary>
    internal float[] Features(float[] samples) => InChunks(samples, _classifier.Features);

    /// <summary>Held-out reals spread evenly over the test part, every second one: the two halves share none.</summary>
    private float[] Real(int count, int half)
    {
        var values = new float[count * _schema.Values];
        for (var i = 0; i < count; i++) _test.Read(HeldOutIndex(2 * i + half, 2 * count), values.AsSpan(i * _schema.Values, _schema.Values), out _);
        return values;
    }

    /// <summary>Where the k-th of n reals lies: files may be sorted by class, so all of them are passed through.</summary>
    private long HeldOutIndex(long k, long n) => _test.IsEndless ? k : k * _test.Count / n;
}
