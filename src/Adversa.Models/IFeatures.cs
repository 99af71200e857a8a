using Adversa.Torch;

namespace Adversa.Models;

/// <summary>A classifying network whose last layer is linear, and what that layer sees.</summary>
public interface IFeatures
{
    /// <summary>What the last layer sees.</summary>
    /// <param name="x">Samples, <c>[N, ...]</c>, pictures in [-1, 1].</param>
    /// <returns><c>[N, F]</c>.</returns>
    Tensor Features(Tensor x);
}
