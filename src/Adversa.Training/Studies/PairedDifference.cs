namespace Adversa.Training.Studies;

/// <summary>What one arm of a study gained over another, run by run with the same seeds.</summary>
/// <param name="Mean">The mean of the differences.</param>
/// <param name="Low">The lower end of the interval.</param>
/// <param name="High">The upper end.</param>
/// <param name="Runs">Pairs.</param>
public sealed record PairedDifference(double Mean, double Low, double High, int Runs)
{
    private const int Resamples = 10_000, Stream = 0xB007;

    /// <summary>The mean of paired differences with its 95 % percentile bootstrap interval over the runs.</summary>
    /// <remarks>Efron, 1979, "Bootstrap Methods: Another Look at the Jackknife". The interval speaks of the runs that another seed would give, not of other data.</remarks>
    /// <param name="with">The arm.</param>
    /// <param name="without">What it is compared with, run by run.</param>
    /// <param name="seed">Decides the resamples.</param>
    public static PairedDifference Of(IReadOnlyList<double> with, IReadOnlyList<double> without, long seed = 0)
    {
        ArgumentNullException.ThrowIfNull(with);
        ArgumentNullException.ThrowIfNull(without);
        if (with.Count != without.Count || with.Count < 2) throw new ArgumentException($"{with.Count} runs against {without.Count}; as many of both, two or more.", nameof(with));
        var differences = with.Zip(without, (a, b) => a - b).ToArray();
        var rng = new Rng(seed, Stream);
        var means = new double[Resamples];
        for (var i = 0; i < Resamples; i++)
            for (var draw = 0; draw < differences.Length; draw++) means[i] += differences[rng.NextInt(differences.Length)] / differences.Length;
        Array.Sort(means);
        return new(differences.Average(), means[Resamples / 40], means[^(Resamples / 40 + 1)], differences.Length);
    }
}
