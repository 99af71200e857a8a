using Adversa.Models.Variants;
using Adversa.Torch;
using Adversa.Torch.Optim;
using Adversa.Torch.Tests;

namespace Adversa.Models.Tests;

public sealed class OptimizerOptionsTests
{
    // First steps by hand for a gradient of 2 and a rate of 0.1: Adam moves by the rate, SGD by rate times gradient,
    // AdamW by 0.01·rate·p more, RMSprop by rate·g/√((1-β₂)g²). Epsilons change the eighth digit; float32: 1e-6.
    [Theory]
    [InlineData(OptimizerKind.Adam, typeof(Adam), 0.1)]
    [InlineData(OptimizerKind.AdamW, typeof(AdamW), 0.101)]
    [InlineData(OptimizerKind.Sgd, typeof(Sgd), 0.2)]
    [InlineData(OptimizerKind.RmsProp, typeof(RmsProp), 0.2)]
    [InlineData(OptimizerKind.KerasRmsProp, typeof(RmsProp), 0.2)]
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

    // With β₂ = 0 a step is rate·g/(g + ε); at g = 1e-6 the epsilons 1e-8 and 1e-7 show, at a rate of 1000 Keras' decay of 0.3 does.
    [Theory]
    [InlineData(OptimizerKind.RmsProp, 2000 / 1.01)]
    [InlineData(OptimizerKind.KerasRmsProp, 1000 / 1.1 + 1000 / 1.1 / 1.3)]
    public void RMSprop_is_PyTorchs_unless_it_is_Keras(OptimizerKind kind, double moved)
    {
        using var scope = new TensorScope();
        var p = Tensor.Scalar(0).Leaf();
        using var rmsProp = new OptimizerOptions(kind, LearningRate: 1000, Beta1: 0, Beta2: 0).Create([("p", p)]);

        for (var step = 0; step < 2; step++)
        {
            rmsProp.ZeroGrad();
            (p * 1e-6).Backward();
            rmsProp.Step();
        }

        Assert.Equal(-moved, p.Item(), moved * 1e-6);
    }

    [Theory]
    [InlineData("adam", OptimizerKind.Adam)]
    [InlineData("adamW", OptimizerKind.AdamW)]
    [InlineData("rmsProp", OptimizerKind.RmsProp)]
    [InlineData("kerasRmsProp", OptimizerKind.KerasRmsProp)]
    [InlineData("sgd", OptimizerKind.Sgd)]
    public void A_recipe_spells_the_kinds_in_camel_case(string name, OptimizerKind kind)
    {
        var options = VariantCatalog.Find("dcgan")!.FromJson(TinyModels.Json($$"""{"optimizer": "{{name}}"}"""));

        Assert.Equal(kind, Assert.IsType<DcganOptions>(options).Optimizer);
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
