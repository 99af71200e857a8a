using Adversa.Torch;
using Adversa.Torch.Nn;

namespace Adversa.Models.Networks;

/// <summary>Scores a picture and reads its attributes: strided convolutions, and two heads with a hidden layer each.</summary>
/// <remarks>He et al., 2017, table 1 of the supplement (arXiv:1711.10678).</remarks>
public sealed class AttganCritic : Module, IAnswering, ITapped
{
    private readonly SampleSchema _schema;
    private readonly Sequential _body, _score, _attributes;

    /// <summary>Creates the network with PyTorch's initial weights.</summary>
    /// <param name="schema">The pictures; height and width are multiples of 2^<paramref name="levels"/>.</param>
    /// <param name="code">D, numbers of a code.</param>
    /// <param name="width">Channels after the first layer; doubled at each level.</param>
    /// <param name="levels">How often the side is halved; 1 or more.</param>
    /// <param name="hidden">Units of a head's hidden layer.</param>
    /// <param name="norm">Between the layers; batch norm would void the penalty.</param>
    /// <param name="init">Draws the weights.</param>
    public AttganCritic(SampleSchema schema, int code, int width, int levels, int hidden, Norm norm, Generator init)
    {
        ArgumentNullException.ThrowIfNull(schema);
        _schema = schema;
        _body = Child("conv", new Sequential([.. Enumerable.Range(0, levels).SelectMany(level => (Module[])
        [
            new Conv2d(level == 0 ? schema.Channels : width << (level - 1), width << level, 4, init, stride: 2, padding: 1),
            .. level == 0 ? [] : norm.Layer(width << level),
            new LeakyReLU(0.2),                                                                                            // [N, w·2^l, H/2^(l+1), W/2^(l+1)]
        ])]));
        var seen = (width << (levels - 1)) * (schema.Height >> levels) * (schema.Width >> levels);
        _score = Child("fc_adv", Head(1, bias: false));                                                                    // it would cancel in the loss
        _attributes = Child("fc_cls", Head(code, bias: true));

        Sequential Head(int outputs, bool bias) =>
            new(new Flatten(), new Linear(seen, hidden, init), new LeakyReLU(0.2), new Linear(hidden, outputs, init, bias));
    }

    /// <summary>Both heads.</summary>
    /// <param name="x">Pictures, <c>[N, C, H, W]</c>.</param>
    /// <returns>Scores, <c>[N, 1]</c>, and the logits of a code, <c>[N, D]</c>.</returns>
    public Answer Answer(Tensor x)
    {
        var h = _body.Forward(Checked(x));
        return new(_score.Forward(h), _attributes.Forward(h));
    }

    /// <param name="x">Pictures, <c>[N, C, H, W]</c>.</param>
    /// <returns>Raw scores, <c>[N, 1]</c>, high for real.</returns>
    /// <inheritdoc/>
    public override Tensor Forward(Tensor x) => _score.Forward(_body.Forward(Checked(x)));

    /// <inheritdoc/>
    public IReadOnlyList<Tensor> Tap(Tensor x)
    {
        var seen = _body.Trace(Checked(x), Activation.Is);
        return [.. seen.SkipLast(1), _score.Forward(seen[^1])];
    }

    private Tensor Checked(Tensor x) => x.ExpectShape($"N {_schema.Channels} {_schema.Height} {_schema.Width}", "A picture for the discriminator");
}
