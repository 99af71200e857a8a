using Adversa.Torch;
using Adversa.Torch.Nn;

namespace Adversa.Models.Networks;

/// <summary>An inverted bottleneck that is added to its input: to twice the channels, a grouped 3x3, and back. No norm.</summary>
/// <remarks>Huang et al., 2024, section 3 (arXiv:2501.05441). The last convolution begins at 0, so the block begins as nothing.</remarks>
internal sealed class R3ganBlock : Residual
{
    /// <param name="channels">C.</param>
    /// <param name="cardinality">Groups of the 3x3; it divides 2C.</param>
    /// <param name="blocks">Blocks of the whole network: each begins the quieter, the more there are.</param>
    /// <param name="init">Draws the weights.</param>
    internal R3ganBlock(int channels, int cardinality, int blocks, Generator init) : base("net", Layers(channels, cardinality, blocks, init))
    {
    }

    private static Module[] Layers(int channels, int cardinality, int blocks, Generator init)
    {
        var gain = Math.Sqrt(2 / (1 + 0.2 * 0.2)) * Math.Pow(blocks, -0.25);      // of a leaky ReLU of slope 0.2
        return
        [                                                                         // [N, C, h, w]
            R3ganLayers.Conv(channels, 2 * channels, 1, gain, init),              // [N, 2C, h, w]
            new Bias(2 * channels), new LeakyReLU(0.2),
            R3ganLayers.Conv(2 * channels, 2 * channels, 3, gain, init, cardinality),
            new Bias(2 * channels), new LeakyReLU(0.2),
            R3ganLayers.Conv(2 * channels, channels, 1, 0, init),                 // [N, C, h, w]
        ];
    }
}

/// <summary>A number added to each channel; 0 at first.</summary>
internal sealed class Bias : Module
{
    private readonly Tensor _bias;

    internal Bias(int channels) => _bias = Parameter("bias", Tensor.Zeros([channels]));

    /// <inheritdoc/>
    public override Tensor Forward(Tensor x) => x + _bias.Reshape(1, -1, 1, 1);
}

/// <summary>The layers between blocks.</summary>
internal static class R3ganLayers
{
    /// <summary>A convolution without bias whose weights are N(0, gain/√fan-in), and which keeps the side.</summary>
    internal static Conv2d Conv(int from, int to, int kernel, double gain, Generator init, int groups = 1)
    {
        var conv = new Conv2d(from, to, kernel, init, padding: kernel / 2, bias: false, groups: groups);
        Init.Normal(conv.Parameters[0], 0, gain / Math.Sqrt(from / groups * kernel * kernel), init);
        return conv;
    }

    /// <summary>A dense layer without bias whose weights are N(0, 1/√fan-in).</summary>
    internal static Linear Dense(int from, int to, Generator init)
    {
        var dense = new Linear(from, to, init, bias: false);
        Init.Normal(dense.Parameters[0], 0, 1 / Math.Sqrt(from), init);
        return dense;
    }

    /// <summary>Channels from one width to another; nothing where they are the same.</summary>
    internal static Module[] Rewidth(int from, int to, Generator init) => from == to ? [] : [Conv(from, to, 1, 1, init)];
}
