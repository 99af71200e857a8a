namespace Adversa.Torch.Nn;

/// <summary>Initial weights.</summary>
public static class Init
{
    /// <summary>PyTorch's default for dense and convolutional layers: U(-1/√fan-in, 1/√fan-in).</summary>
    /// <param name="tensor">Overwritten.</param>
    /// <param name="fanIn">Inputs of one unit; 1 or more.</param>
    /// <param name="generator">Where the numbers come from.</param>
    /// <returns>The same tensor.</returns>
    public static Tensor PyTorchDefault(Tensor tensor, int fanIn, Generator generator) => Uniform(tensor, 1 / Math.Sqrt(fanIn), generator);

    /// <summary>Normal numbers.</summary>
    /// <param name="tensor">Overwritten.</param>
    /// <param name="mean">Their mean.</param>
    /// <param name="std">Their standard deviation; 0 or more.</param>
    /// <param name="generator">Where they come from.</param>
    /// <returns>The same tensor.</returns>
    public static Tensor Normal(Tensor tensor, double mean, double std, Generator generator) =>
        generator.Fill(tensor, t => Ops.NormalInPlace(t, mean, std, generator).Dispose());

    /// <summary>One value everywhere.</summary>
    /// <param name="tensor">Overwritten.</param>
    /// <param name="value">The value.</param>
    /// <returns>The same tensor.</returns>
    public static Tensor Constant(Tensor tensor, double value)
    {
        using var _ = Autograd.NoGrad();
        Ops.FillInPlace(tensor, value).Dispose();
        return tensor;
    }

    /// <summary>The plan of DCGAN: convolutions N(0, 0.02), batch norm N(1, 0.02) with shift 0, biases 0.</summary>
    /// <remarks>Radford, Metz, Chintala, 2015, section 3 (arXiv:1511.06434).</remarks>
    /// <param name="network">Every layer below it is initialised; dense layers keep what they have.</param>
    /// <param name="generator">Where the numbers come from.</param>
    public static void Dcgan(Module network, Generator generator) =>
        Each(network, (layer, name, tensor) =>
        {
            if (layer is WeightedLayer and not Linear) _ = name == "bias" ? Constant(tensor, 0) : Normal(tensor, 0, 0.02, generator);
            else if (layer is BatchNorm) _ = name == "weight" ? Normal(tensor, 1, 0.02, generator) : Constant(tensor, 0);
        });

    /// <summary>Dense layers with variance 2/fan-in and biases 0.</summary>
    /// <remarks>He et al., 2015, "Delving Deep into Rectifiers", eq. 10 (arXiv:1502.01852).</remarks>
    /// <param name="network">Every dense layer below it is initialised.</param>
    /// <param name="generator">Where the numbers come from.</param>
    public static void He(Module network, Generator generator) =>
        Each(network, (layer, name, tensor) =>
        {
            if (layer is Linear) _ = name == "bias" ? Constant(tensor, 0) : Normal(tensor, 0, Math.Sqrt(2.0 / tensor.Size(1)), generator);
        });

    /// <summary>Dense and convolutional layers U(-√(6/(fan-in + fan-out)), √(6/(fan-in + fan-out))) and biases 0.</summary>
    /// <remarks>Glorot, Bengio, 2010, "Understanding the difficulty of training deep feedforward neural networks", eq. 16. The fans of a convolution count its kernel.</remarks>
    /// <param name="network">Every dense and every convolutional layer below it is initialised; transposed convolutions keep what they have.</param>
    /// <param name="generator">Where the numbers come from.</param>
    public static void Glorot(Module network, Generator generator) =>
        Each(network, (layer, name, tensor) =>
        {
            if (layer is not (Linear or Conv2d)) return;
            var kernel = tensor.Dims == 4 ? tensor.Size(2) * tensor.Size(3) : 1;
            if (name == "bias") Constant(tensor, 0);
            else Uniform(tensor, Math.Sqrt(6.0 / (kernel * (tensor.Size(0) + tensor.Size(1)))), generator);
        });

    private static void Each(Module network, Action<Module, string, Tensor> action)
    {
        foreach (var layer in network.Modules())
            foreach (var (name, tensor) in layer.NamedParameters())
                if (!name.Contains('.', StringComparison.Ordinal)) action(layer, name, tensor);
    }

    private static Tensor Uniform(Tensor tensor, double bound, Generator generator) =>
        generator.Fill(tensor, t => Ops.UniformInPlace(t, -bound, bound, generator).Dispose());
}
