using Adversa.Torch;
using Adversa.Torch.Nn;
using BenchmarkDotNet.Attributes;

namespace Adversa.Bench;

/// <summary>What one call through the door costs, and the layers that training spends its time in.</summary>
public class OperatorBenchmarks
{
    private Generator _generator = null!;
    private Tensor _small = null!;
    private Tensor _feature = null!;
    private ConvTranspose2d _up = null!;
    private BatchNorm2d _norm = null!;

    /// <summary>Prepares the tensors.</summary>
    [GlobalSetup]
    public void SetUp()
    {
        _generator = new Generator(1);
        _small = Tensor.Randn([10], _generator);
        _feature = Tensor.Randn([128, 128, 7, 7], _generator);
        _up = new ConvTranspose2d(128, 64, 4, _generator, stride: 2, padding: 1, bias: false);
        _norm = new BatchNorm2d(128);
    }

    /// <summary>Adds ten floats: the price of a call.</summary>
    [Benchmark]
    public void AddTenFloats()
    {
        using var scope = new TensorScope();
        _ = _small + _small;
    }

    /// <summary>DCGAN's transposed convolution, forward and backward.</summary>
    [Benchmark]
    public void TransposedConvolution()
    {
        using var scope = new TensorScope();
        _up.Forward(_feature).Sum().Backward();
    }

    /// <summary>Batch norm in training, forward.</summary>
    [Benchmark]
    public void BatchNorm()
    {
        using var scope = new TensorScope();
        _norm.Forward(_feature);
    }
}
