using Adversa.Torch;

namespace Adversa.Models;

/// <summary>Scores samples, high for real; closes over labels, augmentation and packing, so that an objective need not know of them.</summary>
/// <param name="samples">Samples, <c>[N, ...]</c>.</param>
/// <returns>Raw scores without sigmoid, <c>[N, 1]</c>.</returns>
public delegate Tensor Critic(Tensor samples);
