using Adversa.Torch;

namespace Adversa.Models;

/// <summary>A discriminator whose hidden activations can be looked at, so that others may build on what it has learned.</summary>
public interface ITapped
{
    /// <summary>The forward pass, looked at on the way.</summary>
    /// <param name="x">What the network takes.</param>
    /// <returns>The activations of the hidden layers in order, <c>[N, c, h, w]</c> or <c>[N, n]</c>, and last the raw scores, <c>[N, 1]</c>.</returns>
    IReadOnlyList<Tensor> Tap(Tensor x);
}
