namespace Adversa.Torch.Nn;

/// <summary>A dense layer: y = x Wᵀ + b.</summary>
/// <remarks>Begins with PyTorch's initialisation, U(-1/√in, 1/√in).</remarks>
/// <param name="inFeatures">Length of an input; 1 or more.</param>
/// <param name="outFeatures">Length of an output; 1 or more.</param>
/// <param name="generator">Draws the initial weights.</param>
/// <param name="bias">Whether b exists.</param>
public sealed class Linear(int inFeatures, int outFeatures, Generator generator, bool bias = true) : WeightedLayer([outFeatures, inFeatures], bias, generator)
{
    /// <param name="x"><c>[N, in]</c>.</param>
    /// <returns><c>[N, out]</c>.</returns>
    /// <inheritdoc/>
    public override Tensor Forward(Tensor x) => Product(x, static (x, w, b) => Ops.Linear(x, w, b));
}
