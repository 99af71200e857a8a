using Adversa.Models.Objectives;
using Adversa.Torch;

namespace Adversa.Models.Tests.Objectives;

public sealed class ProganObjectiveTests
{
    // d(x) = 2 x₁ + 2 x₂ + x₃ has gradient norm 3 everywhere; real (1, 1, 1) scores 5, fake 0 scores 0.
    [Theory]
    [InlineData(1, 10 * (3 - 1) * (3 - 1))]
    [InlineData(3, 0)]
    [InlineData(6, 10.0 / 36 * (3 - 6) * (3 - 6))]
    public void Every_term_of_a_linear_critic_is_the_closed_form(double target, double penalty)
    {
        using var scope = new TensorScope();
        using var noise = new Generator(1);
        var objective = new ProganObjective(penaltyWeight: 10, target, driftWeight: 1e-3, noise);
        var w = Tensor.From([2f, 2f, 1f], 3, 1);
        Tensor Linear(Tensor x) => x.Matmul(w);

        var losses = objective.Discriminator(Linear, Tensor.Ones([4, 3]), Tensor.Zeros([4, 3]));

        Assert.Equal(0 - 5, losses["wasserstein"].Item(), 1e-5);
        Assert.Equal(penalty, losses["penalty"].Item(), 1e-4);
        Assert.Equal(1e-3 * 25, losses["drift"].Item(), 1e-6);
        Assert.Equal(-5, objective.Generator(Linear, Tensor.Ones([4, 3])).Total().Item(), 1e-5);
    }
}
