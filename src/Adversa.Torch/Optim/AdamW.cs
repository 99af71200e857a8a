namespace Adversa.Torch.Optim;

/// <summary>Adam whose weight decay shrinks the parameters directly instead of passing through the moments.</summary>
/// <remarks>Loshchilov, Hutter, 2017, "Decoupled Weight Decay Regularization", algorithm 2 (arXiv:1711.05101); as in PyTorch the decay is multiplied by the rate:
/// p ← (1 - lr·λ)·p, then <see cref="Adam"/>'s step.</remarks>
/// <param name="parameters">What it moves, with names.</param>
/// <param name="learningRate">α; more than 0.</param>
/// <param name="beta1">Decay of the mean, in [0, 1).</param>
/// <param name="beta2">Decay of the uncentred variance, in [0, 1).</param>
/// <param name="eps">Added to the root; 0 or more.</param>
/// <param name="weightDecay">λ; 0 or more.</param>
public sealed class AdamW(IEnumerable<(string Name, Tensor Tensor)> parameters, double learningRate = 1e-3, double beta1 = 0.9, double beta2 = 0.999,
    double eps = 1e-8, double weightDecay = 0.01) : Adam(parameters, learningRate, beta1, beta2, eps, weightDecay, decoupled: true);
