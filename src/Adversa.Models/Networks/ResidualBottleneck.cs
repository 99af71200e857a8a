using Adversa.Torch;
using Adversa.Torch.Nn;

namespace Adversa.Models.Networks;

/// <summary>x + f(x), where f squeezes the channels, looks around, and widens them again; batch norm between.</summary>
public sealed class ResidualBottleneck : Residual
{
    /// <summary>Creates the block.</summary>
    /// <param name="channels">Of its input and output.</param>
    /// <param name="middle">Between.</param>
    /// <param name="activation">Between the layers; it holds no weights, so one serves twice.</param>
    /// <param name="init">Draws the weights.</param>
    public ResidualBottleneck(int channels, int middle, Module activation, Generator init) : base("net",
        new Conv2d(channels, middle, 1, init, bias: false), new BatchNorm2d(middle), activation,
        new Conv2d(middle, middle, 3, init, padding: 1, bias: false), new BatchNorm2d(middle), activation,
        new Conv2d(middle, channels, 3, init, padding: 1, bias: false), new BatchNorm2d(channels))
    {
    }
}
