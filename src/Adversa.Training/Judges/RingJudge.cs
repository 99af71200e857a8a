using System.Globalization;
using Adversa.Data;

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
        var good = new int[RingWorld.Modes];
        for (var i = 0; i < count; i++)
        {
            var (index, distance) = RingWorld.Nearest(samples[2 * i], samples[2 * i + 1]);
            if (distance <= GoodRadius) good[index]++;
        }

        var total = good.Sum();
        var modes = good.Count(n => n > 0);
        var rkl = total == 0 ? Math.Log(RingWorld.Modes) : good.Where(n => n > 0).Sum(n => n / (double)total * Math.Log(n * RingWorld.Modes / (double)total));
        var share = total / (double)count;
        return new(count, [("modes", modes), ("high_quality", share), ("rkl", rkl)],
            new(string.Create(CultureInfo.InvariantCulture, $"{modes} of {RingWorld.Modes} points of the ring are drawn; {share:P0} of the samples lie within three standard deviations of one."),
                string.Create(CultureInfo.InvariantCulture, $"Se dibujan {modes} de los {RingWorld.Modes} puntos del anillo; el {share:P0} de las muestras está a menos de tres desviaciones típicas de uno.")),
            new("A good sample is within 3σ of a centre; rKL is against uniform weights, natural logarithm.", "Una muestra es buena a menos de 3σ de un centro; rKL es frente a pesos uniformes, logaritmo natural."));
    }

    /// <inheritdoc/>
    public void Dispose() { }
}
