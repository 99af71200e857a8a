using Adversa.Torch.Nn;

namespace Adversa.Models;

/// <summary>The norm between the layers of a network.</summary>
public enum Norm
{
    /// <summary>Over the batch. Mixes samples, so it voids a penalty on the gradient of each.</summary>
    Batch,

    /// <summary>Over all channels of a sample.</summary>
    Layer,

    /// <summary>Over each channel of a sample.</summary>
    Instance,

    /// <summary>None.</summary>
    None,
}

/// <summary>Norms as layers.</summary>
internal static class Norms
{
    /// <summary>The layer for <c>[N, C, H, W]</c>; none for <see cref="Norm.None"/>.</summary>
    internal static IEnumerable<Module> Layer(this Norm norm, int channels) => norm switch
    {
        Norm.Batch => [new BatchNorm2d(channels)],
        Norm.Layer => [new GroupNorm(1, channels)],
        Norm.Instance => [new GroupNorm(channels, channels)],
        _ => [],
    };
}
