using Adversa.Models.Losses;
using Adversa.Models.Variants;
using Adversa.Torch;
using Adversa.Torch.Nn;
using Adversa.Torch.Optim;
using Adversa.Torch.Tests;

namespace Adversa.Models.Tests.Losses;

public sealed class GanLossTests
{
    // Section 3.1 of the fact sheet: at d = -10 the minimax generator learns 22,000 times slower. Four digits are given there.
    [Theory]
    [InlineData(GeneratorLoss.Minimax, -4.54e-5, 1e-8)]
    [InlineData(GeneratorLoss.NonSaturating, -0.99995, 1e-5)]
    public void The_generators_gradient_at_a_sure_discriminator(GeneratorLoss loss, double expected, double tolerance)
    {
        using var scope = new TensorScope();
        var d = Tensor.Full([1, 1], -10.0).Leaf();

        new GanLoss(loss).Generator(new(null, d)).Total().Backward();

        Assert.Equal(expected, d.Grad!.Item(), tolerance);
    }

    // Ten times the reference's own rounding, as in every golden test.
    [Fact]
    public void Losses_and_gradients_equal_PyTorch()
    {
        using var scope = new TensorScope();
        using var golden = new Golden("gan_losses");

        CheckDiscriminator("d_loss", new GanLoss());
        CheckDiscriminator("d_loss_smooth", new GanLoss(realTarget: golden.Number("smoothing")));
        CheckGenerator("g_minimax", new GanLoss(GeneratorLoss.Minimax));
        CheckGenerator("g_nonsaturating", new GanLoss(GeneratorLoss.NonSaturating));

        void CheckDiscriminator(string key, GanLoss objective)
        {
            var (real, fake) = (golden["real"].Leaf(), golden["fake"].Leaf());
            var loss = objective.Discriminator(new(real, fake)).Total();
            loss.Backward();
            golden.Check(key, loss);
            golden.Check($"grad.{key}.real", real.Grad);
            golden.Check($"grad.{key}.fake", fake.Grad);
        }

        void CheckGenerator(string key, GanLoss objective)
        {
            var fake = golden["fake"].Leaf();
            var loss = objective.Generator(new(null, fake)).Total();
            loss.Backward();
            golden.Check(key, loss);
            golden.Check($"grad.{key}.fake", fake.Grad);
        }
    }

    // float32 of a value near 1: 1e-6.
    [Fact]
    public void A_discriminator_that_cannot_tell_pays_two_log_2()
    {
        using var scope = new TensorScope();
        var undecided = Tensor.Zeros([8, 1]);

        Assert.Equal(2 * Math.Log(2), new GanLoss().Discriminator(new(undecided, undecided)).Total().Item(), 1e-6);
    }

    [Fact]
    public void The_minimax_value_holds_no_real_term()
    {
        using var scope = new TensorScope();

        Assert.Equal(-Math.Log(2), new GanLoss(GeneratorLoss.Minimax).Generator(new(null, Tensor.Zeros([8, 1]))).Total().Item(), 1e-6);
    }

    [Theory]
    [InlineData(-1000.0)]
    [InlineData(1000.0)]
    public void Losses_and_gradients_stay_finite_when_the_discriminator_is_certain(double score)
    {
        using var scope = new TensorScope();
        foreach (var loss in Enum.GetValues<GeneratorLoss>())
        {
            var objective = new GanLoss(loss, realTarget: 0.9);
            var (real, fake, again) = (Tensor.Full([4, 1], score).Leaf(), Tensor.Full([4, 1], score).Leaf(), Tensor.Full([4, 1], score).Leaf());

            var total = objective.Discriminator(new(real, fake)).Total() + objective.Generator(new(null, again)).Total();
            total.Backward();

            Assert.Equal(-1, Tensor.FirstNonFinite([total, real.Grad!, fake.Grad!, again.Grad!]));
        }
    }

    // The best discriminator for the densities p and q is a·p / (p + q): p = N(0, 1), q = N(1.5, 0.7). Samples are the quantiles of the two laws,
    // so the only errors are the quantiles' spacing and the short training of a small net: the fact sheet asks for a mean error of .02.
    [Theory]
    [InlineData(1.0)]
    [InlineData(0.9)]
    public void A_trained_discriminator_tells_the_ratio_of_two_known_densities(double realTarget)
    {
        using var scope = new TensorScope();
        var gan = VariantCatalog.Find("gan")!;
        var options = gan.FromJson(TinyModels.Json("""{"body": "points", "output": "none", "hidden": 24, "learningRate": 0.01, "beta1": 0.9}"""));
        using var init = new Generator(4);
        using var model = gan.Build(options, new(new(FieldKind.Points, 1), init, init));
        var d = model.Players[1].Network;
        using var adam = model.Players[1].Optimizer.Create(d.NamedParameters());
        var (real, fake) = (Quantiles(0, 1), Quantiles(1.5, 0.7));
        var objective = new GanLoss(realTarget: realTarget);

        for (var step = 0; step < 500; step++)
        {
            using var inner = new TensorScope();
            if (step == 350) adam.LearningRate = 1e-3;
            d.ZeroGrad();
            objective.Discriminator(new(d.Forward(real), d.Forward(fake))).Total().Backward();
            adam.Step();
        }

        var x = Tensor.Cat([real, fake]);
        var errors = x.Doubles().Zip(model.Critic!.Realness!(x).Doubles(),
            (at, score) => Math.Abs(score - realTarget * Density(at, 0, 1) / (Density(at, 0, 1) + Density(at, 1.5, 0.7))));
        Assert.True(errors.Average() <= 0.02, $"mean error {errors.Average():f4}");
    }

    private static double Density(double x, double mean, double deviation) => Math.Exp(-0.5 * Math.Pow((x - mean) / deviation, 2)) / deviation;

    /// <summary>512 quantiles of a normal law, by bisection of its distribution function summed on a grid.</summary>
    private static Tensor Quantiles(double mean, double deviation)
    {
        const int count = 512, steps = 20_000;
        var values = new float[count];
        double total = 0;
        for (int i = 0, next = 0; i < steps && next < count; i++)
        {
            var u = -5 + 10.0 * (i + 0.5) / steps;
            total += Density(u, 0, 1) / Math.Sqrt(2 * Math.PI) * 10 / steps;
            while (next < count && total >= (next + 0.5) / count) values[next++] = (float)(mean + deviation * u);
        }

        return Tensor.From(values, count, 1);
    }
}
