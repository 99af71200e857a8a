using Adversa.Data;
using Adversa.Metrics;
using Adversa.Metrics.Evaluation;
using Adversa.Torch;

namespace Adversa.Training.Judges;

// How far samples are from held-out reals in the judge's own features.
public sealed partial class ClassJudge
{
    private (int Wanted, int Width, float[] First, float[] Second)? _real;

    /// <summary><c>fd_j</c>: the Fréchet distance between held-out reals and as many samples; <c>real_fd_j</c>: the same between two halves of held-out reals,
    /// below which nothing can be told apart. It depends on the judge and on the count, and is never FID.</summary>
    /// <returns>Nothing when a feature is not finite, or when there are fewer than two reals for each side.</returns>
    private IEnumerable<Measured> Distances(float[] samples)
    {
        var wanted = (int)Math.Min(samples.Length / _schema.Values, _test.IsEndless ? int.MaxValue : _test.Count / 2);
        if (wanted < 2) return [];
        if (_real?.Wanted != wanted) _real = Real(wanted);
        var count = _real.Value.First.Length / _real.Value.Width;
        if (count < 2) return [];
        using var scope = new TensorScope();
        var drawn = Matrix(Features(samples[..(count * _schema.Values)]), count);
        if (Tensor.FirstNonFinite([drawn]) >= 0) return [];
        var (first, second) = (Matrix(_real.Value.First, count), Matrix(_real.Value.Second, count));
        return [new("fd_j", FrechetDistance.Between(first, drawn).Value), new("real_fd_j", FrechetDistance.Between(first, second).Value)];
    }

    private static Tensor Matrix(float[] features, int count) => Tensor.From(features, count, features.Length / count);

    /// <summary>The judge's last hidden layer, <c>[N, hidden]</c> row by row.</summary>
    internal float[] Features(float[] samples) => InChunks(samples, _classifier.Features);

    /// <summary>Features of two halves of held-out reals that share none.</summary>
    private (int Wanted, int Width, float[] First, float[] Second) Real(int wanted)
    {
        var (first, second) = SpreadSamples.Halves(_test, wanted);
        var features = Features(first.Values);
        return (wanted, features.Length / first.Count, features, Features(second.Values));
    }
}
