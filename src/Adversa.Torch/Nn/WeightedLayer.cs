namespace Adversa.Torch.Nn;

/// <summary>A dense or convolutional layer: a weight, perhaps a bias. <see cref="SpectralNorm"/> can divide the weight by its largest singular value.</summary>
public abstract class WeightedLayer : Module
{
    private readonly Tensor _weight;
    private readonly Tensor? _bias;
    private readonly int _outputDim;
    private Tensor? _u;
    private Tensor? _v;

    /// <summary>Creates the layer with PyTorch's initialisation, U(-1/√fan-in, 1/√fan-in), fan-in being all lengths but the first.</summary>
    private protected WeightedLayer(long[] shape, bool bias, Generator generator, int outputDim = 0)
    {
        var fanIn = shape.Skip(1).Aggregate(1L, (a, b) => a * b);
        _outputDim = outputDim;
        _weight = Parameter("weight", Init.PyTorchDefault(Tensor.Zeros(shape), (int)fanIn, generator));
        if (bias) _bias = Parameter("bias", Init.PyTorchDefault(Tensor.Zeros([shape[outputDim]]), (int)fanIn, generator));
    }

    private protected Tensor? Bias => _bias;

    private protected long InChannels => _weight.Size(1 - _outputDim);

    /// <summary>The weight of one forward pass. Under spectral norm each call in training is one power iteration: call it once a pass.</summary>
    private protected Tensor NextWeight() => _u is null || _v is null ? _weight : _weight / SpectralNorm.Sigma(Matrix(), _u, _v, iterate: IsTraining);

    /// <summary>The layer's product of one forward pass, in the <see cref="Precision"/> that holds.</summary>
    private protected Tensor Product(Tensor x, Func<Tensor, Tensor, Tensor?, Tensor> product) => PrecisionScope.Product(x, NextWeight(), _bias, product);

    internal void AddSpectralNorm(Generator generator)
    {
        if (_u is not null) throw new InvalidOperationException($"{GetType().Name} has a spectral norm already; apply it once.");
        using var scope = new TensorScope();
        var matrix = Matrix();
        Rename("weight", "weight_orig");
        _u = Buffer("weight_u", SpectralNorm.UnitVector(matrix.Size(0), generator));
        _v = Buffer("weight_v", SpectralNorm.UnitVector(matrix.Size(1), generator));
    }

    /// <summary>The weight as a matrix <c>[out, in·k...]</c>.</summary>
    private Tensor Matrix() => (_outputDim == 0 ? _weight : Ops.Transpose(_weight, 0, _outputDim)).Flatten(1);
}
