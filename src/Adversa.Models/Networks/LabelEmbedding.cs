using Adversa.Torch;
using Adversa.Torch.Nn;

namespace Adversa.Models.Networks;

/// <summary>Tells a network the class by a learned vector that is joined to its input. Each network has a table of its own: what helps one player to draw a
/// class is not what helps the other to recognise it.</summary>
public sealed class LabelEmbedding : ConditionalModule
{
    private readonly Embedding _table;
    private readonly Module _body;

    /// <summary>Creates the network with N(0, 1) vectors.</summary>
    /// <param name="classes">K; 2 or more.</param>
    /// <param name="size">E, the length of a class's vector; 1 or more.</param>
    /// <param name="body">Takes the input and the vector, <c>[N, D + E]</c>.</param>
    /// <param name="init">Draws the vectors.</param>
    public LabelEmbedding(int classes, int size, Module body, Generator init)
    {
        _table = Child("label", new Embedding(classes, size, init));
        _body = Child("body", body);
    }

    /// <param name="x"><c>[N, ...]</c>; flattened to <c>[N, D]</c>.</param>
    /// <param name="labels">The classes, int64 <c>[N]</c>.</param>
    /// <returns>What the body gives.</returns>
    /// <inheritdoc/>
    public override Tensor Forward(Tensor x, Tensor labels) => _body.Forward(Tensor.Cat([x.Flatten(1), _table.Forward(labels)], 1));
}
