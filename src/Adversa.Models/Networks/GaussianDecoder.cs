using Adversa.Torch;
using Adversa.Torch.Nn;

namespace Adversa.Models.Networks;

/// <summary>A decoder whose samples are normal around what it gives, all numbers with one deviation, which is learned with the rest.</summary>
/// <remarks>With a linear mean this is the model of probabilistic PCA: Tipping, Bishop, 1999, "Probabilistic Principal Component Analysis", eq. 2.</remarks>
public sealed class GaussianDecoder : Module
{
    private readonly Module _mean;
    private readonly Tensor _raw;

    /// <summary>Creates the decoder with deviation 1.</summary>
    /// <param name="mean">From latents to the means of samples.</param>
    public GaussianDecoder(Module mean)
    {
        _mean = Child("mean", mean);
        _raw = Parameter("deviation", Tensor.Full([1], Networks.Deviation.RawOfOne));
    }

    /// <summary>s, <c>[1]</c>.</summary>
    public Tensor Deviation => Networks.Deviation.Of(_raw);

    /// <param name="x">Latents, <c>[N, Z]</c>.</param>
    /// <returns>Means, <c>[N, ...]</c>.</returns>
    /// <inheritdoc/>
    public override Tensor Forward(Tensor x) => _mean.Forward(x);
}
