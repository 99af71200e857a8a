using Adversa.Torch;

namespace Adversa.Models.Losses;

/// <summary>The law of a sample when its latent is known.</summary>
public enum Likelihood
{
    /// <summary>Each number is the chance of a white pixel: for pictures that are nearly black and white, seen in [0, 1].</summary>
    Bernoulli,

    /// <summary>Each number is normal around the decoder's, all with one deviation, which is learned.</summary>
    Gaussian,
}

/// <summary>The evidence lower bound of a variational autoencoder, negated: what a sample costs to describe, and what its latent costs to send.</summary>
/// <remarks>Kingma, Welling, 2013, "Auto-Encoding Variational Bayes", eq. 10 with appendices B and C (arXiv:1312.6114). β: Higgins et al., 2017, "beta-VAE", eq. 4.
/// Both terms are sums over the numbers of a sample and over its latents, then means over the batch: a mean over pixels beside a whole KL would let the
/// latent go unused.</remarks>
/// <param name="beta">β, the weight of the KL; 1 is the bound itself.</param>
public sealed class EvidenceBound(double beta = 1)
{
    private const double ActiveFrom = 0.01;      // nats

    // ½ (μ² + σ² - log σ² - 1)
    /// <summary>The divergence of N(μ, σ²) from N(0, 1), for each latent alone.</summary>
    /// <param name="mean">μ, <c>[N, Z]</c>.</param>
    /// <param name="deviation">σ above 0, <c>[N, Z]</c>.</param>
    /// <returns>Nats, <c>[N, Z]</c>.</returns>
    public static Tensor Divergence(Tensor mean, Tensor deviation)
    {
        ArgumentNullException.ThrowIfNull(mean);
        ArgumentNullException.ThrowIfNull(deviation);
        return 0.5 * (mean.Square() + deviation.Square() - 2 * deviation.Log() - 1);
    }

    // -Σ log p, with log p = x log s(l) + (1-x) log(1 - s(l)) = x l - ζ(l)
    /// <summary>What samples cost under independent Bernoulli laws.</summary>
    /// <param name="logits">l, <c>[N, ...]</c>.</param>
    /// <param name="x">Samples in [0, 1], <c>[N, ...]</c>.</param>
    /// <returns>Nats, <c>[N]</c>: summed over all channels and pixels.</returns>
    public static Tensor Bernoulli(Tensor logits, Tensor x)
    {
        ArgumentNullException.ThrowIfNull(logits);
        return (logits.Softplus() - x * logits).Flatten(1).Sum([1]);
    }

    // -Σ log p, with log p = -½ ((x-m)/s)² - log s - ½ log 2π
    /// <summary>What samples cost under normal laws.</summary>
    /// <param name="mean">m, <c>[N, ...]</c>.</param>
    /// <param name="deviation">s above 0, one for all: <c>[1]</c>.</param>
    /// <param name="x">Samples, <c>[N, ...]</c>.</param>
    /// <returns>Nats, <c>[N]</c>: summed over all numbers of a sample.</returns>
    public static Tensor Gaussian(Tensor mean, Tensor deviation, Tensor x)
    {
        ArgumentNullException.ThrowIfNull(mean);
        ArgumentNullException.ThrowIfNull(deviation);
        var squares = 0.5 * ((x - mean) / deviation).Square();
        return (squares + deviation.Log() + 0.5 * Math.Log(2 * Math.PI)).Flatten(1).Sum([1]);
    }

    // E [-Σ log p(x|z)] + β E [KL(q(z|x) ‖ p(z))]
    /// <summary>The loss of a batch.</summary>
    /// <param name="description">What each sample costs when its latent is known, <c>[N]</c>.</param>
    /// <param name="mean">μ of the latents, <c>[N, Z]</c>.</param>
    /// <param name="deviation">σ of the latents, <c>[N, Z]</c>.</param>
    public LossTerms Loss(Tensor description, Tensor mean, Tensor deviation)
    {
        ArgumentNullException.ThrowIfNull(description);
        var divergence = Divergence(mean, deviation);
        var losses = new LossTerms
        {
            ["reconstruction"] = description.Mean(),
            ["kl"] = beta * divergence.Sum([1]).Mean(),
        };
        losses.Signals["active_latents"] = () => Ops.Gt(divergence.Detach().Mean([0]), ActiveFrom).To(DType.Float32).Sum().Item();
        return losses;
    }
}
