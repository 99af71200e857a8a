using Adversa.Torch;

namespace Adversa.Models;

/// <summary>A discriminator for those who watch a training: its raw scores in evaluation mode, and how steep it may be.</summary>
/// <param name="Score">Samples in the schema's range, <c>[N, ...]</c>, to raw scores, <c>[N, 1]</c>, or <c>[N/m, 1]</c> of packs. It changes nothing in the network; gradients by the samples pass.</param>
/// <param name="Pack">m, the samples that are scored together; 1 as a rule.</param>
/// <param name="Lipschitz">The norm that the gradient of the scores by the samples must not exceed, in theory; null when the theory sets none, or when weights are held down in another way.</param>
public sealed record CriticView(Critic Score, int Pack = 1, double? Lipschitz = null)
{
    /// <summary>Samples come in multiples of this: of a pack, and of a group whose spread the discriminator is told.</summary>
    public int Multiple { get; init; } = 1;

    /// <summary>How real samples look, for pictures of the discriminator's surface: samples in the schema's range, <c>[N, ...]</c>, to values in [0, 1], high for real,
    /// <c>[N, 1]</c>. Null when a score says it of no sample alone.</summary>
    public Func<Tensor, Tensor>? Realness { get; init; }
}
