using Adversa.Torch.Nn;

namespace Adversa.Models.Networks;

/// <summary>The layers whose outputs are hidden activations: see <see cref="ITapped.Tap"/>.</summary>
internal static class Activation
{
    /// <summary>Whether a layer's output counts as one.</summary>
    /// <param name="layer">A layer of a <see cref="Sequential"/>.</param>
    internal static bool Is(Module layer) => layer is LeakyReLU or ReLU or Maxout;
}
