using Adversa.Torch;
using Adversa.Torch.Nn;

namespace Adversa.Models.Networks;

/// <summary>Scores patches of a picture and reads its attributes: strided convolutions without any norm, and two heads.</summary>
/// <remarks>Choi et al., 2017, table 5 (arXiv:1711.09020). The score of a sample is the mean over its patches.</remarks>
public sealed class StarganCritic : Module, IAnswering, ITapped
{
    private readonly SampleSchema _schema;
    private readonly Sequential _main;
    private readonly Conv2d _score, _attributes;

    /// <summary>Creates the network with PyTorch's initial weights.</summary>
    /// <param name="schema">The pictures; height and width are multiples of 2^<paramref name="levels"/>.</param>
    /// <param name="code">D, numbers of a code.</param>
    /// <param name="width">Channels after the first layer; doubled at each level.</param>
    /// <param name="levels">How often the side is halved; 1 or more.</param>
    /// <param name="init">Draws the weights.</param>
    public StarganCritic(SampleSchema schema, int code, int width, int levels, Generator init)
    {
        ArgumentNullException.ThrowIfNull(schema);
        _schema = schema;
        _main = Child("main", new Sequential([.. Enumerable.Range(0, levels).SelectMany(level => new Module[]
        {
            new Conv2d(level == 0 ? schema.Channels : width << (level - 1), width << level, 4, init, stride: 2, padding: 1),
            new LeakyReLU(0.01),                                                                                           // [N, w·2^l, H/2^(l+1), W/2^(l+1)]
        })]));
        var channels = width << (levels - 1);
        _score = Child("conv1", new Conv2d(channels, 1, 3, init, padding: 1, bias: false));
        _attributes = Child("conv2", new Conv2d(channels, code, schema.Height >> levels, init, bias: false, kernelWidth: schema.Width >> levels));
    }

    /// <summary>Both heads.</summary>
    /// <param name="x">Pictures, <c>[N, C, H, W]</c>.</param>
    /// <returns>Scores, <c>[N, 1]</c>, and the logits of a code, <c>[N, D]</c>.</returns>
    public Answer Answer(Tensor x)
    {
        var h = _main.Forward(Checked(x));
        return new(Score(h), _attributes.Forward(h).Flatten(1));
    }

    /// <param name="x">Pictures, <c>[N, C, H, W]</c>.</param>
    /// <returns>Raw scores, <c>[N, 1]</c>, high for real.</returns>
    /// <inheritdoc/>
    public override Tensor Forward(Tensor x) => Score(_main.Forward(Checked(x)));

    /// <inheritdoc/>
    public IReadOnlyList<Tensor> Tap(Tensor x)
    {
        var seen = _main.Trace(Checked(x), Activation.Is);
        return [.. seen.SkipLast(1), Score(seen[^1])];
    }

    private Tensor Score(Tensor h) => _score.Forward(h).Mean([2, 3]);                                                      // [N, 1]

    private Tensor Checked(Tensor x) => x.ExpectShape($"N {_schema.Channels} {_schema.Height} {_schema.Width}", "A picture for the discriminator");
}
