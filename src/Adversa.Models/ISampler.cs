using Adversa.Torch;
using Adversa.Torch.Nn;

namespace Adversa.Models;

/// <summary>A model that draws samples.</summary>
public interface ISampler
{
    /// <summary>The network that <see cref="Sample"/> draws from, and that an average can be kept of.</summary>
    Module SampledNetwork { get; }

    /// <summary>A second network of the plan of <see cref="SampledNetwork"/>, to hold its average.</summary>
    Module NewSampledNetwork();

    /// <summary>Whether a class can be asked for; a model that knows none ignores the wish.</summary>
    bool TakesClass => false;

    /// <summary>Draws samples. Sample i depends on its own seed and on what is given to it alone, not on its batch mates.</summary>
    /// <param name="request">Which.</param>
    /// <returns>Pictures <c>[N, C, H, W]</c> in [-1, 1], or points <c>[N, D]</c>.</returns>
    Tensor Sample(SampleRequest request);
}
