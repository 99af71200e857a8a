using Adversa.Torch;

namespace Adversa.Models.Networks;

/// <summary>A network from pictures to pictures that needs noise.</summary>
public interface IDrawing
{
    /// <summary>Makes pictures with given noise.</summary>
    /// <param name="x">Pictures in [-1, 1], <c>[N, in, H, W]</c>.</param>
    /// <param name="uniform">Draws numbers in [0, 1) of a shape.</param>
    /// <returns>Pictures in [-1, 1], <c>[N, out, H, W]</c>.</returns>
    Tensor Draw(Tensor x, Func<long[], Tensor> uniform);
}
