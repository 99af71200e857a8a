using Adversa.Models.Losses;
using Adversa.Models.Penalties;
using Adversa.Torch;

namespace Adversa.Models.Tests.Penalties;

public sealed class ProganPenaltiesTests
{
    // d(x) = 2 x₁ + 2 x₂ + x₃ has gradient norm 3 everywhere; real (1, 1, 1) scores 5, fake 0 scores 0.
    [Theory]
    [InlineData(1, 10 * (3 - 1) * (3 - 1))]
    [InlineData(3, 0)]
    [InlineData(6, 10.0 / 36 * (3 - 6) * (3 - 6))]
    public void Every_term_of_a_linear_critic_is_the_closed_form(double target, double expected)
    {
        using var scope = new TensorScope();
        using var noise = new Generator(1);
        var w = Tensor.From([2f, 2f, 1f], 3, 1);
        Tensor Linear(Tensor x) => x.Matmul(w);
        var turn = new CriticTurn(Tensor.Ones([4, 3]), () => Tensor.Zeros([4, 3]), x => new(Linear(x))) { Network = Linear, View = x => x, Noise = noise };
        var (penalty, drift) = (new GradientPenalty(10, target), new DriftPenalty());

        Assert.Equal(0 - 5, new WassersteinLoss().Discriminator(turn.Scores)["wasserstein"].Item(), 1e-5);
        Assert.Equal(expected, penalty.Weight * penalty.Of(turn).Item(), 1e-4);
        Assert.Equal(1e-3 * 25, drift.Weight * drift.Of(turn).Item(), 1e-6);
    }
}
