using Adversa.Torch;
using Adversa.Torch.Optim;
using Adversa.Torch.Tests;

namespace Adversa.Models.Tests;

public sealed class OptimizerOptionsTests
{
    // First steps by hand for a gradient of 2 and a rate of 0.1: Adam moves by the rate, SGD by rate times gradient,
    // RMSprop by rate·g/√((1-β₂)g²). Epsilons change the eighth digit; float32: 1e-6.
    [Theory]
    [InlineData(OptimizerKind.Adam, typeof(Adam), 0.1)]
    [InlineData(OptimizerKind.Sgd, typeof(Sgd), 0.2)]
    [InlineData(OptimizerKind.RmsProp, typeof(RmsProp), 0.2)]
    public void Each_kind_makes_its_optimizer_and_first_step(OptimizerKind kind, Type type, double step)
    {
        using var scope = new TensorScope();
        var p = Tensor.Scalar(1).Leaf();
        using var optimizer = new OptimizerOptions(kind, LearningRate: 0.1, Beta1: 0.5, Beta2: 0.75).Create([("p", p)]);

        (p * 2).Backward();
        optimizer.Step();

        Assert.IsType(type, optimizer);
        Assert.Equal(1 - step, p.Item(), 1e-6);
    }

    // μ = 0.5: the second step of SGD is rate·(g + μ·g).
    [Fact]
    public void Beta1_is_the_momentum_of_SGD()
    {
        using var scope = new TensorScope();
        var p = Tensor.Scalar(0).Leaf();
        using var sgd = new OptimizerOptions(OptimizerKind.Sgd, LearningRate: 1, Beta1: 0.5, Beta2: 0).Create([("p", p)]);

        for (var step = 0; step < 2; step++)
        {
            sgd.ZeroGrad();
            (p * 1).Backward();
            sgd.Step();
        }

        Assert.Equal(-2.5, p.Item(), 1e-6);
    }
}
