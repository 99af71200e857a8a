using Adversa.Torch;
using Adversa.Torch.Nn;

namespace Adversa.Models.Networks;

/// <summary>Says who is seen in a picture and in which turn; nobody, when it was made.</summary>
/// <remarks>Tran, Yin, Liu, 2017, section 3.2 (CVPR 2017): the last layer has N + 1 numbers for N persons and one more for all that was made, and P for the poses. The probability of being real is
/// what the softmax of the N + 1 leaves to the persons; as a score it is log Σ exp(lᵢ) - l₊₁, so that its cross entropy and that of the person among the N add up to the paper's.</remarks>
public sealed class ViewDiscriminator : Module, IAnswering
{
    private readonly SampleSchema _schema;
    private readonly int _people, _poses;
    private readonly Sequential _body;
    private readonly Linear _last;

    /// <summary>Creates the network with PyTorch's initial weights.</summary>
    /// <param name="schema">The pictures; sides are multiples of 2^<paramref name="levels"/>.</param>
    /// <param name="people">N, how many persons there are.</param>
    /// <param name="poses">P.</param>
    /// <param name="width">w: see <see cref="ViewLayers"/>.</param>
    /// <param name="levels">How often the side is halved.</param>
    /// <param name="init">Draws the weights.</param>
    public ViewDiscriminator(SampleSchema schema, int people, int poses, int width, int levels, Generator init)
    {
        ArgumentNullException.ThrowIfNull(schema);
        (_schema, _people, _poses) = (schema, people, poses);
        _body = Child("body", ViewLayers.Down(schema.Channels, width, levels, init));
        _last = Child("last", new Linear(ViewLayers.Channels(width, levels), people + 1 + poses, init));
    }

    /// <summary>All that it says.</summary>
    /// <param name="x">Pictures, <c>[N, C, H, W]</c>.</param>
    /// <returns>Raw scores, <c>[N, 1]</c>, high for real; and logits of the persons and then of the poses, <c>[N, persons + P]</c>.</returns>
    public Answer Answer(Tensor x)
    {
        var said = _last.Forward(_body.Forward(x.ExpectShape($"N {_schema.Channels} {_schema.Height} {_schema.Width}", "A picture for the discriminator")).Mean([2, 3]));
        var people = said.Narrow(1, 0, _people);
        return new(Ops.Logsumexp(people, [1], true) - said.Narrow(1, _people, 1), Tensor.Cat([people, said.Narrow(1, _people + 1, _poses)], 1));
    }

    /// <param name="x">Pictures, <c>[N, C, H, W]</c>.</param>
    /// <returns>Raw scores, <c>[N, 1]</c>, high for real.</returns>
    /// <inheritdoc/>
    public override Tensor Forward(Tensor x) => Answer(x).Score;
}
