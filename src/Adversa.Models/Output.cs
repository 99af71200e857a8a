using Adversa.Torch;
using Adversa.Torch.Nn;

namespace Adversa.Models;

/// <summary>A generator's last activation; it fixes the range in which the two networks see pictures.</summary>
public enum Output
{
    /// <summary>tanh: pictures in [-1, 1].</summary>
    Tanh,

    /// <summary>Sigmoid: pictures in [0, 1].</summary>
    Sigmoid,

    /// <summary>ReLU: pictures in [0, ∞). No gradient where it is negative, so pixels can die black.</summary>
    ReLU,

    /// <summary>None: points.</summary>
    None,
}

/// <summary>Between the data's range and the networks'.</summary>
public static class Outputs
{
    /// <summary>The activation as a layer; null for none.</summary>
    public static Module? Layer(this Output output) => output switch
    {
        Output.Tanh => new Tanh(),
        Output.Sigmoid => new Sigmoid(),
        Output.ReLU => new ReLU(),
        _ => null,
    };

    /// <summary>The activation as the end of a column of layers; empty for none.</summary>
    public static Module[] Layers(this Output output) => output.Layer() is { } layer ? [layer] : [];

    /// <summary>From [-1, 1] to the networks' range.</summary>
    public static Tensor Encode(this Output output, Tensor samples) => output is Output.Sigmoid or Output.ReLU ? samples * 0.5 + 0.5 : samples;

    /// <summary>From the networks' range to [-1, 1].</summary>
    public static Tensor Decode(this Output output, Tensor samples) => output switch
    {
        Output.Sigmoid => samples * 2 - 1,
        Output.ReLU => Ops.Clamp(samples, 0, 1) * 2 - 1,
        _ => samples,
    };
}
