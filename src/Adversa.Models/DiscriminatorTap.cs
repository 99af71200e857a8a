using Adversa.Torch;
using Adversa.Torch.Nn;

namespace Adversa.Models;

/// <summary>A model's discriminator as others build on it.</summary>
/// <param name="network">The discriminator; it is an <see cref="ITapped"/>.</param>
/// <param name="encode">From samples in the schema's range to what the network takes.</param>
public sealed class DiscriminatorTap(Module network, Func<Tensor, Tensor> encode)
{
    private readonly ITapped _tapped = network as ITapped ?? throw new ArgumentException($"{network.GetType().Name} lets nobody look inside.", nameof(network));

    /// <summary>The discriminator.</summary>
    public Module Network { get; } = network;

    /// <summary>The hidden activations for some samples, and last the raw scores; in the mode that the network is in.</summary>
    /// <param name="samples">Samples, <c>[N, ...]</c>, pictures in [-1, 1].</param>
    /// <returns>See <see cref="ITapped.Tap"/>.</returns>
    public IReadOnlyList<Tensor> Of(Tensor samples) => _tapped.Tap(encode(samples));
}
