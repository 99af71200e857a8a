using Adversa.Torch;
using Adversa.Torch.Nn;

namespace Adversa.Models.Networks;

/// <summary>A discriminator with two heads on one body: how real a sample is, and which class it shows.</summary>
/// <remarks>Odena, Olah, Shlens, 2016, section 3 (arXiv:1610.09585). The heads are the columns of the body's last layer.</remarks>
public sealed class TwoHeads : Module, ITapped, IAnswering
{
    private readonly int _classes;
    private readonly Module _body;

    /// <summary>Creates the network.</summary>
    /// <param name="classes">K; 2 or more.</param>
    /// <param name="body">Samples to 1 + K numbers; an <see cref="ITapped"/> where others look inside.</param>
    public TwoHeads(int classes, Module body)
    {
        _classes = classes;
        _body = Child("body", body);
    }

    /// <summary>Both heads.</summary>
    /// <param name="x">Samples, <c>[N, ...]</c>.</param>
    /// <returns>Raw scores, <c>[N, 1]</c>, high for real; and a logit for each class, <c>[N, K]</c>: the softmax is part of the loss.</returns>
    public Answer Answer(Tensor x)
    {
        var heads = _body.Forward(x);                                             // [N, 1 + K]
        return new(heads.Narrow(1, 0, 1), heads.Narrow(1, 1, _classes));
    }

    /// <param name="x">Samples, <c>[N, ...]</c>.</param>
    /// <returns>Raw scores, <c>[N, 1]</c>, high for real.</returns>
    /// <inheritdoc/>
    public override Tensor Forward(Tensor x) => Answer(x).Score;

    /// <inheritdoc/>
    public IReadOnlyList<Tensor> Tap(Tensor x)
    {
        var seen = ((ITapped)_body).Tap(x);
        return [.. seen.SkipLast(1), seen[^1].Narrow(1, 0, 1)];
    }
}
