using Adversa.Torch;
using Adversa.Torch.Nn;

namespace Adversa.Models.Networks;

/// <summary>Tells a discriminator the class at its end: the score is how far its vector points along the class's.</summary>
/// <remarks>Miyato, Koyama, 2018, "cGANs with Projection Discriminator" (arXiv:1802.05637), without the term that knows no class.</remarks>
public sealed class ClassProjection : ConditionalModule
{
    private readonly Embedding _table;
    private readonly Module _body;

    /// <summary>Creates the network; the vectors are N(0, 1/√E)/√K.</summary>
    /// <param name="classes">K; 2 or more.</param>
    /// <param name="size">E, the length of a vector.</param>
    /// <param name="body">Samples to vectors, <c>[N, E]</c>.</param>
    /// <param name="init">Draws the vectors.</param>
    public ClassProjection(int classes, int size, Module body, Generator init)
    {
        _table = Child("label", new Embedding(classes, size, init));
        Init.Normal(_table.Parameters[0], 0, 1 / Math.Sqrt((double)size * classes), init);
        _body = Child("body", body);
    }

    /// <param name="x">Samples, <c>[N, ...]</c>.</param>
    /// <param name="labels">The classes, int64 <c>[N]</c>.</param>
    /// <returns>Raw scores, <c>[N, 1]</c>.</returns>
    /// <inheritdoc/>
    public override Tensor Forward(Tensor x, Tensor labels) => (_body.Forward(x) * _table.Forward(labels)).Sum([1], keepDim: true);
}
