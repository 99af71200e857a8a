using System.Globalization;
using Adversa.Data;
using Adversa.Metrics;

namespace Adversa.Training.Judges;

/// <summary>Judges points against the ring's eight centres, whose truth is known exactly.</summary>
/// <remarks>Lin et al., 2017, "PacGAN", section 4.1 (arXiv:1712.04086): a sample is good within 3σ of a centre; a centre with a good sample is a mode;
/// rKL is KL(p̂ ‖ uniform) over the good samples, natural logarithm.</remarks>
public sealed class RingJudge : IJudge
{
    private const double GoodRadius = 3 * RingWorld.Sigma;

    /// <inheritdoc/>
    public JudgeReport Judge(float[] samples)
    {
        ArgumentNullException.ThrowIfNull(samples);
        if (samples.Length == 0 || samples.Length % 2 != 0) throw new ArgumentException($"Expected the coordinates of one or more points; got {samples.Length} numbers.", nameof(samples));
        var count = samples.Length / 2;
        var modes = ModeCount.Of(RingWorld.Modes, Enumerable.Range(0, count).Select(i => RingWorld.Nearest(samples[2 * i], samples[2 * i + 1]))
            .Select(nearest => nearest.Distance <= GoodRadius ? nearest.Index : -1));
        return new(count, [("modes", modes.Drawn), ("high_quality", modes.HighQuality), ("rkl", modes.ReverseKl)],
            new(string.Create(CultureInfo.InvariantCulture, $"{modes.Drawn} of {RingWorld.Modes} points of the ring are drawn; {modes.HighQuality:P0} of the samples lie within three standard deviations of one."),
                string.Create(CultureInfo.InvariantCulture, $"Se dibujan {modes.Drawn} de los {RingWorld.Modes} puntos del anillo; el {modes.HighQuality:P0} de las muestras está a menos de tres desviaciones típicas de uno.")),
            new("A good sample is within 3σ of a centre; rKL is against uniform weights, natural logarithm.", "Una muestra es buena a menos de 3σ de un centro; rKL es frente a pesos uniformes, logaritmo natural."));
    }

    /// <inheritdoc/>
    public void Dispose() { }
}
