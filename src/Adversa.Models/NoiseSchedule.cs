using Adversa.Torch;

namespace Adversa.Models;

/// <summary>How much noise a step back adds.</summary>
public enum ReverseVariance
{
    /// <summary>β: right for data that is itself normal. The paper's "fixed large".</summary>
    Large,

    /// <summary>β̃: right for data that is a single point.</summary>
    Small,

    /// <summary>None: the sample is a function of where it starts, and large strides work. DDIM.</summary>
    None,
}

/// <summary>A step back: x_s = <paramref name="Clean"/>·x̂₀ + <paramref name="Noisy"/>·x_t + <paramref name="Deviation"/>·z.</summary>
/// <param name="Clean">Weight of the sample that is thought to be underneath.</param>
/// <param name="Noisy">Weight of the sample as it is.</param>
/// <param name="Deviation">Weight of fresh standard normal noise z; 0 in the last step.</param>
public readonly record struct StepBack(double Clean, double Noisy, double Deviation);

/// <summary>How a sample turns into noise in T steps, and the way back.</summary>
/// <remarks>Ho, Jain, Abbeel, 2020, "Denoising Diffusion Probabilistic Models", section 2 (arXiv:2006.11239). Steps count as in the paper, t = 1 ... T;
/// step 0 is the data, ᾱ₀ = 1. The way back may leave steps out: Song, Meng, Ermon, 2020, "Denoising Diffusion Implicit Models" (arXiv:2010.02502).</remarks>
public sealed class NoiseSchedule
{
    private readonly double[] _alphaBar;

    /// <summary>β grows evenly from its first value to its last.</summary>
    /// <param name="steps">T; 1 or more.</param>
    /// <param name="betaStart">β₁, in (0, 1).</param>
    /// <param name="betaEnd">β_T, in (0, 1).</param>
    public NoiseSchedule(int steps, double betaStart, double betaEnd)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(steps, 1);
        if (betaStart is not (> 0 and < 1) || betaEnd is not (> 0 and < 1)) throw new ArgumentException($"β must lie between 0 and 1; got {betaStart} to {betaEnd}.");
        Steps = steps;
        _alphaBar = new double[steps + 1];
        _alphaBar[0] = 1;
        for (var t = 1; t <= steps; t++)                                          // ᾱ_t = Π (1 - β_s)
            _alphaBar[t] = _alphaBar[t - 1] * (1 - (betaStart + (betaEnd - betaStart) * (t - 1) / Math.Max(1, steps - 1)));
    }

    /// <summary>T.</summary>
    public int Steps { get; }

    /// <summary>ᾱ_t, the share of the data in the variance of x_t.</summary>
    /// <param name="t">From 0, the data, to T.</param>
    public double AlphaBar(int t) => _alphaBar[t];

    // x_t = √ᾱ_t x₀ + √(1 - ᾱ_t) ε   (eq. 4)
    /// <summary>Adds the noise of all steps up to t at once.</summary>
    /// <param name="x0">Samples, <c>[N, ...]</c>.</param>
    /// <param name="noise">ε, standard normal, of the same shape.</param>
    /// <param name="t">The step of each sample, int64 <c>[N]</c>, 1 to T.</param>
    /// <returns>x_t.</returns>
    public Tensor Diffuse(Tensor x0, Tensor noise, Tensor t)
    {
        ArgumentNullException.ThrowIfNull(x0);
        return Of(t, x0.Dims, Math.Sqrt) * x0 + Of(t, x0.Dims, alphaBar => Math.Sqrt(1 - alphaBar)) * noise;
    }

    // x̂₀ = (x_t - √(1 - ᾱ_t) ε) / √ᾱ_t   (eq. 4, solved for x₀)
    /// <summary>The sample under some noise.</summary>
    /// <param name="x">x_t.</param>
    /// <param name="noise">What is thought to be the noise in it.</param>
    /// <param name="t">The step of all of them, 1 to T.</param>
    public Tensor Clean(Tensor x, Tensor noise, int t)
    {
        ArgumentNullException.ThrowIfNull(noise);
        return (x - noise * Math.Sqrt(1 - _alphaBar[t])) / Math.Sqrt(_alphaBar[t]);
    }

    // large, small: the mean of q(x_s | x_t, x̂₀)   (eq. 7; α and β are those of all steps from s to t)
    // none:         √ᾱ_s x̂₀ + √(1 - ᾱ_s) ε, where ε follows from x_t and x̂₀   (Song et al., eq. 12 with σ = 0)
    /// <summary>The step from t back to s.</summary>
    /// <param name="t">From 1 to T.</param>
    /// <param name="s">From 0 to t - 1; the paper goes back one by one.</param>
    /// <param name="variance">How much noise it adds; never any in the step to 0.</param>
    public StepBack Back(int t, int s, ReverseVariance variance)
    {
        var (from, to) = (_alphaBar[t], _alphaBar[s]);
        if (variance == ReverseVariance.None)
        {
            var kept = Math.Sqrt((1 - to) / (1 - from));
            return new(Math.Sqrt(to) - Math.Sqrt(from) * kept, kept, 0);
        }

        var alpha = from / to;                                                     // α_t where s = t - 1
        var beta = 1 - alpha;
        var small = (1 - to) / (1 - from) * beta;                                  // β̃
        return new(
            Clean: Math.Sqrt(to) * beta / (1 - from),
            Noisy: Math.Sqrt(alpha) * (1 - to) / (1 - from),
            Deviation: s == 0 ? 0 : Math.Sqrt(variance == ReverseVariance.Large ? beta : small));
    }

    /// <summary>The way from noise to data in evenly spaced strides.</summary>
    /// <param name="count">How many; 0 takes all T.</param>
    /// <returns>The pairs (t, s): the first t is T, the last s is 0.</returns>
    public IEnumerable<(int T, int S)> WayBack(int count)
    {
        var strides = count > 0 ? Math.Min(count, Steps) : Steps;
        int At(int i) => (int)((long)Steps * (strides - i) / strides);
        return Enumerable.Range(0, strides).Select(i => (At(i), At(i + 1)));
    }

    /// <summary>A function of ᾱ for each sample, <c>[N, 1, ...]</c>.</summary>
    private Tensor Of(Tensor t, int dims, Func<double, double> function)
    {
        var table = Tensor.From(Array.ConvertAll(_alphaBar, alphaBar => (float)function(alphaBar)), _alphaBar.Length);
        return Ops.IndexSelect(table, 0, t).Reshape([t.Size(0), .. Enumerable.Repeat(1L, dims - 1)]);
    }
}
