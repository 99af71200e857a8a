using Adversa.Models.Networks;
using Adversa.Models.Losses;
using Adversa.Torch;
using Adversa.Torch.Optim;
using Adversa.Torch.Tests;

namespace Adversa.Models.Tests.Variants;

public sealed class WganTests
{
    [Fact]
    public void The_critic_moves_100_times_in_the_first_25_rounds_and_every_500th_else_five_times()
    {
        using var model = TinyModels.Build("wgan", "wgan28");
        var repeat = model.Turns[0].Repeat;

        Assert.Equal([100, 100, 5, 5, 100, 5], new long[] { 0, 24, 25, 499, 500, 501 }.Select(repeat));
        Assert.Equal(1, model.Turns[1].Repeat(0));
    }

    [Fact]
    public void After_each_of_its_updates_every_number_of_the_critic_is_within_the_clip_and_the_generators_are_not_touched()
    {
        using var model = TinyModels.Build("wgan", "wgan28");
        using var loop = new TinyLoop(model);
        var generator = model.Players[0].Network.Parameters.Select(p => p.Doubles()).ToList();

        loop.Update(model.Turns[0]);

        Assert.All(model.Players[1].Network.Values(), pair => Assert.All(pair.Value, w => Assert.InRange(w, -0.010001, 0.010001)));
        Assert.Equal(generator, model.Players[0].Network.Parameters.Select(p => p.Doubles()));
    }

    [Fact]
    public void RMSprop_moves_both_players_with_PyTorchs_defaults_and_no_momentum()
    {
        using var model = TinyModels.Build("wgan", "wgan28");

        Assert.All(model.Players, player => Assert.Equal((OptimizerKind.RmsProp, 5e-5, 0.99), (player.Optimizer.Kind, player.Optimizer.LearningRate, player.Optimizer.Beta2)));
    }

    // Example 1 of the paper: real on the segment x = 0, fakes on x = θ. W1 = |θ|, while the Jensen-Shannon divergence is log 2 for every θ > 0, so a
    // cross-entropy critic that has won has no slope left. The clipped critic's value grows in proportion to θ, and its slope at θ = 4 is there.
    [Fact]
    public void The_clipped_critic_measures_the_distance_of_two_segments_where_cross_entropy_has_no_slope()
    {
        var thetas = new[] { 0.5, 1, 2, 4 };
        var measured = thetas.Select(theta => Critic(theta, clipped: true)).ToList();

        Assert.True(R2(thetas, [.. measured.Select(m => m.Value)]) >= 0.98);
        Assert.True(measured[^1].Slope > 0.05);
        Assert.True(Critic(4, clipped: false).Slope < 1e-3);
    }

    private static (double Value, double Slope) Critic(double theta, bool clipped)
    {
        using var scope = new TensorScope();
        using var rng = new Generator(2);
        using var net = new Adversa.Models.Networks.Mlp([new Adversa.Torch.Nn.Linear(2, 32, rng), new Adversa.Torch.Nn.ReLU(), new Adversa.Torch.Nn.Linear(32, 1, rng)], 1);
        using var optimizer = new Adam(net.NamedParameters(), 0.01, 0.5, 0.9);
        var y = Tensor.Rand([64, 1], rng);
        var real = Tensor.Cat([Tensor.Zeros([64, 1]), y], 1);
        var fake = Tensor.Cat([Tensor.Full([64, 1], theta), y], 1);
        IAdversarialLoss objective = clipped ? new WassersteinLoss() : new GanLoss(GeneratorLoss.Minimax);
        for (var step = 0; step < 300; step++)
        {
            using var inner = new TensorScope();
            optimizer.ZeroGrad();
            objective.Discriminator(new(net.Forward(real), net.Forward(fake))).Total().Backward();
            optimizer.Step();
            using var _ = Autograd.NoGrad();
            if (clipped) foreach (var weight in net.Parameters) Ops.ClampInPlace(weight, -0.5, 0.5).Dispose();
        }

        var x = fake.Detach().Leaf();
        objective.Generator(new(null, net.Forward(x))).Total().Backward();
        var slope = Math.Abs(x.Grad!.Narrow(1, 0, 1).Sum().Item());
        return (net.Forward(real).Mean().Item() - net.Forward(fake).Mean().Item(), slope);
    }

    private static double R2(double[] x, double[] y)
    {
        var (mx, my) = (x.Average(), y.Average());
        var covariance = x.Zip(y, (a, b) => (a - mx) * (b - my)).Sum();
        return covariance * covariance / (x.Sum(a => (a - mx) * (a - mx)) * y.Sum(b => (b - my) * (b - my)));
    }
}
