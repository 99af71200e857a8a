namespace Adversa.Torch.Nn;

/// <summary>A dense layer: y = x Wᵀ + b.</summary>
public sealed class Linear : Module
{
    private readonly Tensor _weight;
    private readonly Tensor? _bias;

    /// <summary>Creates the layer with PyTorch's initialisation, U(-1/√in, 1/√in).</summary>
    /// <param name="inFeatures">Length of an input; 1 or more.</param>
    /// <param name="outFeatures">Length of an output; 1 or more.</param>
    /// <param name="generator">Draws the initial weights.</param>
    /// <param name="bias">Whether b exists.</param>
    public Linear(int inFeatures, int outFeatures, Generator generator, bool bias = true)
    {
        _weight = Parameter("weight", Init.PyTorchDefault(Tensor.Zeros([outFeatures, inFeatures]), inFeatures, generator));
        if (bias) _bias = Parameter("bias", Init.PyTorchDefault(Tensor.Zeros([outFeatures]), inFeatures, generator));
    }

    /// <param name="x"><c>[N, in]</c>.</param>
    /// <returns><c>[N, out]</c>.</returns>
    /// <inheritdoc/>
    public override Tensor Forward(Tensor x) => Ops.Linear(x, _weight, _bias);
}
