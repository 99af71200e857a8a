using Adversa.Models.Losses;
using Adversa.Torch;
using Adversa.Torch.Tests;

namespace Adversa.Models.Tests.Losses;

/// <summary>Closed forms of the losses beside the first GAN's.</summary>
public sealed class LossesTests
{
    public static TheoryData<string, double, double, double, double> Values => new()
    {
        // objective, d(x), d(x̃), D's loss, G's loss
        { "wgan", 2, 1, -1, -1 },
        { "lsgan", 0.5, 0.25, 0.5 * 0.25 + 0.5 * 0.0625, 0.5 * 0.5625 },
        { "pearson", 0.5, 0.25, 0.5 * 0.25 + 0.5 * 1.5625, 0.5 * 0.0625 },
        { "hinge", 0.25, -0.5, 0.75 + 0.5, 0.5 },
        { "hinge", 3, -3, 0, 3 },
    };

    [Theory]
    [MemberData(nameof(Values))]
    public void Losses_are_the_closed_forms(string name, double real, double fake, double discriminator, double generator)
    {
        using var scope = new TensorScope();
        IAdversarialLoss objective = name switch { "wgan" => new WassersteinLoss(), "lsgan" => new LeastSquaresLoss(), "pearson" => new LeastSquaresLoss(-1, 1, 0), _ => new HingeLoss() };

        Assert.Equal(discriminator, objective.Discriminator(new(Tensor.Full([4, 1], real), Tensor.Full([6, 1], fake))).Total().Item(), 1e-6);
        Assert.Equal(generator, objective.Generator(new(null, Tensor.Full([6, 1], fake))).Total().Item(), 1e-6);
    }

    // The fact sheet: c = 1 at d = -10 pulls with -11, where the saturated cross entropy has nothing. A sigmoid left before the square would give about 0.
    [Fact]
    public void Least_squares_pull_hard_at_a_sure_discriminator()
    {
        using var scope = new TensorScope();
        var d = Tensor.Full([1, 1], -10.0).Leaf();

        new LeastSquaresLoss().Generator(new(null, d)).Total().Backward();

        Assert.Equal(-11, d.Grad!.Item(), 1e-5);
    }

    // Pointwise: the minimiser of p·½(d - b)² + q·½(d - a)² is (b·p + a·q)/(p + q); found by gradient descent on a table of scores.
    [Fact]
    public void The_best_least_squares_critic_is_the_weighted_mean_of_its_targets()
    {
        using var scope = new TensorScope();
        var (p, q) = (Tensor.From([0.7f, 0.2f, 0.05f, 0.05f], 4, 1), Tensor.From([0.1f, 0.2f, 0.3f, 0.4f], 4, 1));
        var scores = Tensor.Zeros([4, 1]).Leaf();
        var (a, b) = (-1.0, 1.0);
        for (var step = 0; step < 400; step++)
        {
            scores.Grad = null;
            var losses = new LeastSquaresLoss(a, b, 0);
            // Weighted means over the table stand for means over samples: the factor 4 undoes the mean.
            (4 * Weighted(losses)).Backward();
            using var _ = Autograd.NoGrad();
            Ops.AddInPlace(scores, scores.Grad!, -0.5);
        }

        var expected = p.Doubles().Zip(q.Doubles(), (x, y) => (b * x + a * y) / (x + y));
        Assert.Equal(expected, scores.Doubles(), (x, y) => Math.Abs(x - y) < 0.02);

        Tensor Weighted(LeastSquaresLoss objective)
        {
            var total = Tensor.Scalar(0);
            for (var i = 0; i < 4; i++)
            {
                var score = scores.Narrow(0, i, 1);
                var losses = objective.Discriminator(new(score, score));
                total = total + losses["real"] * p.Narrow(0, i, 1).Item() / 4 + losses["fake"] * q.Narrow(0, i, 1).Item() / 4;
            }

            return total;
        }
    }
}
