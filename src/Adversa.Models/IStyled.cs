using Adversa.Torch;

namespace Adversa.Models;

/// <summary>A sampler whose pictures are drawn from styles, one for each layer: they can be mixed, drawn nearer to their mean, and looked for.</summary>
public interface IStyled : ISampler
{
    /// <summary>What a picture is.</summary>
    SampleSchema Schema { get; }

    /// <summary>Resolutions of a picture while it is drawn; the first is the coarsest.</summary>
    int Resolutions { get; }

    /// <summary>L, the styles of a picture.</summary>
    int Styles { get; }

    /// <summary>The styles of some seeds, truncated as the request has it, without gradient.</summary>
    /// <param name="request">Which.</param>
    /// <returns><c>[N, L, W]</c>.</returns>
    Tensor StylesOf(SampleRequest request);

    /// <summary>The first style that a resolution takes: those before it are of coarser ones.</summary>
    /// <param name="resolution">From 0 on.</param>
    int FirstStyleOf(int resolution);

    /// <summary>Pictures of styles, with gradients to them.</summary>
    /// <param name="styles"><c>[N, L, W]</c>.</param>
    /// <param name="request">The network, and the seeds of the layers' noise.</param>
    /// <returns><c>[N, C, H, W]</c>, about [-1, 1] and without a bound.</returns>
    Tensor Draw(Tensor styles, SampleRequest request);
}
