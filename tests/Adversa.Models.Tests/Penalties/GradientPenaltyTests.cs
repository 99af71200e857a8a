using Adversa.Models.Networks;
using Adversa.Models.Penalties;
using Adversa.Torch;
using Adversa.Torch.Nn;
using Adversa.Torch.Tests;

namespace Adversa.Models.Tests.Penalties;

public sealed class GradientPenaltyTests : IDisposable
{
    private readonly TensorScope _scope = new();
    private readonly Generator _rng = new(7);

    // d(x) = w·x has the gradient w everywhere: (‖w‖ - 1)², ½‖w‖², whatever the batch. A norm over the whole batch would grow with it.
    [Theory]
    [InlineData(1)]
    [InlineData(5)]
    [InlineData(32)]
    public void Penalties_of_a_linear_critic_are_the_closed_form_for_any_batch_size(int count)
    {
        var w = Tensor.Randn([12, 1], _rng);
        Tensor Linear(Tensor x) => x.Flatten(1).Matmul(w);
        var (real, fake) = (Tensor.Randn([count, 3, 2, 2], _rng), Tensor.Randn([count, 3, 2, 2], _rng));
        var norm = Math.Sqrt(w.Doubles().Sum(x => x * x));

        Assert.Equal(Math.Pow(norm - 1, 2), GradientPenalty.Between(Linear, real, fake, _rng).Item(), 1e-4);
        Assert.Equal(norm * norm / 2, R1Penalty.At(Linear, real).Item(), 1e-4);
        Assert.Equal(Math.Pow(norm - 1, 2), DraganPenalty.Around(Linear, real, _rng).Item(), 1e-4);
    }

    [Fact]
    public void The_points_lie_between_a_real_sample_and_its_own_fake_at_a_place_of_each_samples_own()
    {
        Tensor? seen = null;
        var real = Tensor.Zeros([64, 1, 2, 3]);
        var fake = Tensor.Ones([64, 1, 2, 3]);
        GradientPenalty.Between(x => { seen = x; return x.Flatten(1).Sum([1], keepDim: true); }, real, fake, _rng);

        var rows = seen!.Flatten(1).Doubles().Chunk(6).ToList();
        Assert.All(rows, row => Assert.Single(row.Distinct()));                    // one ε for all pixels of a sample
        Assert.Equal(64, rows.Select(row => row[0]).Distinct().Count());           // another for every sample
        Assert.All(rows, row => Assert.InRange(row[0], 0, 1));
    }

    [Fact]
    public void A_samples_norm_does_not_depend_on_its_batch_mates()
    {
        using var net = new Mlp([new Linear(4, 8, _rng), new Tanh(), new Linear(8, 1, _rng)], 1);
        var x = Tensor.Randn([6, 4], _rng);

        var together = InputGradient.Norms(net.Forward, x).Doubles();
        var alone = Enumerable.Range(0, 6).Select(i => InputGradient.Norms(net.Forward, x.Narrow(0, i, 1)).Item());

        Assert.Equal(alone, together, (a, b) => Math.Abs(a - b) < 1e-6);
    }

    [Fact]
    public void At_a_flat_critic_the_gradient_stays_finite()
    {
        using var net = new Linear(4, 1, _rng);
        Init.Constant(net.Parameters[0], 0);

        GradientPenalty.Between(net.Forward, Tensor.Randn([3, 4], _rng), Tensor.Randn([3, 4], _rng), _rng).Backward();

        Assert.All(net.Parameters[0].Grad!.Doubles(), g => Assert.True(double.IsFinite(g)));
    }

    // Finite differences in float64 of the penalty's gradient by every weight. A penalty whose gradients do not reach the weights (createGraph left out) has none.
    [Fact]
    public void The_weights_gradient_of_the_penalty_equals_finite_differences()
    {
        var (w1, w2) = (Double(3, 5), Double(5, 1));
        Tensor Critic(Tensor x) => Ops.Tanh(x.Matmul(w1)).Matmul(w2);
        var at = Double(4, 3);
        double Penalty() => (InputGradient.Norms(Critic, at) - 1).Square().Mean().Item();
        foreach (var w in new[] { w1, w2 }) w.RequiresGrad = true;
        (InputGradient.Norms(Critic, at) - 1).Square().Mean().Backward();

        foreach (var w in new[] { w1, w2 })
        {
            var gradient = w.Grad!.Doubles();
            Assert.All(gradient, g => Assert.NotEqual(0, g));
            var flat = w.Detach().Flatten();
            for (var i = 0; i < gradient.Length; i++)
            {
                const double h = 1e-6;
                var slot = flat.Narrow(0, i, 1);
                Ops.AddInPlace(slot, h, 1);
                var up = Penalty();
                Ops.AddInPlace(slot, -2 * h, 1);
                var down = Penalty();
                Ops.AddInPlace(slot, h, 1);
                Assert.Equal((up - down) / (2 * h), gradient[i], 1e-6);
            }
        }
    }

    public void Dispose()
    {
        _rng.Dispose();
        _scope.Dispose();
    }

    private Tensor Double(long rows, long columns) => Tensor.Randn([rows, columns], _rng).To(DType.Float64);
}
