using Adversa.Metrics.Statistics;

namespace Adversa.Training.Studies;

/// <summary>What one arm of a study gained over another, run by run with the same seeds.</summary>
/// <remarks>All of it speaks of the runs that other seeds would give, not of other data.</remarks>
public sealed class PairedDifference
{
    /// <summary>The chance of a wrong verdict that is accepted.</summary>
    public const double Alpha = 0.05;

    private PairedDifference(double[] differences) => (Differences, Mean, P) = (differences, differences.Average(), PairedTests.SignFlip(differences));

    /// <summary>Fewer pairs decide nothing, however much they agree: of five the smallest p is 2/2⁵.</summary>
    public static int Fewest { get; } = Enumerable.Range(1, 64).First(pairs => Math.Pow(2, 1 - pairs) <= Alpha);

    /// <summary>One of each pair of runs.</summary>
    public IReadOnlyList<double> Differences { get; }

    /// <summary>Their mean.</summary>
    public double Mean { get; }

    /// <summary>How often chance alone gives a mean as far from 0: <see cref="PairedTests.SignFlip"/>, as in a study of systems.</summary>
    public double P { get; }

    /// <summary>Where the mean lies at 95 %: <see cref="Bootstrap.Mean"/>; null below three runs.</summary>
    public Interval? Interval => Bootstrap.Mean(Differences);

    /// <summary>Whether there are enough pairs to decide anything.</summary>
    public bool CanDecide => Differences.Count >= Fewest;

    /// <summary>Compares run by run.</summary>
    /// <param name="with">The arm.</param>
    /// <param name="without">What it is compared with.</param>
    public static PairedDifference Of(IReadOnlyList<double> with, IReadOnlyList<double> without)
    {
        ArgumentNullException.ThrowIfNull(with);
        ArgumentNullException.ThrowIfNull(without);
        if (with.Count != without.Count || with.Count < 2) throw new ArgumentException($"{with.Count} runs against {without.Count}; as many of both, two or more.", nameof(with));
        return new([.. with.Zip(without, (a, b) => a - b)]);
    }

    /// <summary>What a mean and its p say: chance is unlikely, and the mean is further than <see cref="AugmentStudy.Least"/> from 0.</summary>
    /// <param name="mean">The mean difference of macro-F1.</param>
    /// <param name="p">Of the test.</param>
    public static AugmentVerdict VerdictOf(double mean, double p) =>
        p > Alpha || Math.Abs(mean) < AugmentStudy.Least ? AugmentVerdict.NoEffect : mean > 0 ? AugmentVerdict.Use : AugmentVerdict.Harmful;
}
