using Adversa.Models.Games;
using Adversa.Models.Networks;
using Adversa.Torch;
using Adversa.Torch.Tests;

namespace Adversa.Models.Tests.Games;

public sealed class DiffusionModelTests
{
    private static readonly SampleSchema Line = new(FieldKind.Points, 1);

    private static NoiseSchedule Short => new(200, 5e-4, 0.1);

    // The way of N(2, .5²) back through the steps is linear where the noise is known, so the moments follow step by step in closed form. They come to the
    // data's up to what 200 finite steps cost, 7 % of the variance at most; the samples' own agree with them within five standard errors.
    [Theory]
    [InlineData(ReverseVariance.Large)]
    [InlineData(ReverseVariance.Small)]
    [InlineData(ReverseVariance.None)]
    public void With_the_best_noise_of_normal_data_the_samples_have_its_mean_and_variance(ReverseVariance variance)
    {
        const double mean = 2, spread = 0.25;
        const int count = 4000;
        using var scope = new TensorScope();
        var schedule = Short;
        using var model = Model(schedule, variance, Best);

        var samples = model.Sample(new([.. Enumerable.Range(0, count).Select(i => (long)i)])).Doubles();

        var (m, v) = (0.0, 1.0);
        foreach (var (t, s) in schedule.WayBack(0))
        {
            var (slope, shift) = CleanOf(t);
            var step = schedule.Back(t, s, variance);
            (m, v) = ((step.Clean * slope + step.Noisy) * m + step.Clean * shift, Math.Pow(step.Clean * slope + step.Noisy, 2) * v + step.Deviation * step.Deviation);
        }

        Assert.Equal(mean, m, 0.02);
        Assert.Equal(spread, v, 0.07 * spread);
        Assert.Equal(m, samples.Average(), 5 * Math.Sqrt(v / count));
        Assert.Equal(v, samples.Average(x => Math.Pow(x - m, 2)), 5 * v * Math.Sqrt(2.0 / count));

        // x̂₀ = E[x₀ | x_t], a line
        (double Slope, double Shift) CleanOf(int t)
        {
            var a = schedule.AlphaBar(t);
            var slope = Math.Sqrt(a) * spread / (a * spread + 1 - a);
            return (slope, mean - slope * Math.Sqrt(a) * mean);
        }

        Tensor Best(Tensor x, Tensor t)
        {
            var (slope, shift) = CleanOf((int)t.Doubles()[0]);
            var a = schedule.AlphaBar((int)t.Doubles()[0]);
            return (x - Math.Sqrt(a) * (slope * x + shift)) / Math.Sqrt(1 - a);
        }
    }

    [Fact]
    public void Training_asks_about_every_step_from_1_to_T_equally_and_sampling_from_T_down_to_1()
    {
        using var scope = new TensorScope();
        List<int> asked = [];
        using var model = Model(new NoiseSchedule(4, 0.5, 0.9), ReverseVariance.Large, (x, t) =>
        {
            asked.AddRange(t.Doubles().Select(step => (int)step));
            return x;
        });
        using var loop = new TinyLoop(model) { BatchSize = 4000 };

        model.Turns[0].Loss(loop.Context(model.Turns[0]));
        var counts = asked.GroupBy(step => step).OrderBy(group => group.Key).Select(group => (group.Key, Count: group.Count())).ToList();
        asked.Clear();
        model.Sample(new([1]));

        Assert.Equal([1, 2, 3, 4], counts.Select(count => count.Key));
        Assert.All(counts, count => Assert.InRange(count.Count, 1000 - 150, 1000 + 150));                       // five standard errors are 137
        Assert.Equal([4, 3, 2, 1], asked);
    }

    // Data at 0: x_t = √(1 - ᾱ_t) ε, so a network that divides by that root is perfect, one that says nothing errs by ε² and one that says x_t by
    // (1 - √(1 - ᾱ))² ε².
    [Fact]
    public void The_loss_is_the_mean_square_of_what_is_missing_in_the_noise()
    {
        using var scope = new TensorScope();
        var schedule = new NoiseSchedule(1, 0.36, 0.36);

        Assert.Equal(0, Loss((x, t) => x / 0.6), 1e-6);
        Assert.Equal(1, Loss((x, t) => x * 0), 0.05);                                                           // five standard errors of 20,000 squares
        Assert.Equal(0.16, Loss((x, t) => x), 0.01);

        double Loss(Func<Tensor, Tensor, Tensor> predict)
        {
            using var model = Model(schedule, ReverseVariance.Large, predict);
            using var noise = new Generator(1);
            return model.Turns[0].Loss(new(Tensor.Zeros([20_000, 1]), null, 20_000, noise, 0))["noise"].Item();
        }
    }

    [Fact]
    public void A_preview_takes_its_own_number_of_steps_and_adds_no_noise()
    {
        using var scope = new TensorScope();
        List<int> asked = [];
        using var model = new DiffusionModel(Line, () => new Probe((x, t) =>
        {
            asked.Add((int)t.Doubles()[0]);
            return x;
        }), Short, new(OptimizerKind.Sgd, 1, 0, 0)) { PreviewSteps = 4, SampleSteps = 8 };

        var preview = model.Sample(new([1, 2], Preview: true)).Doubles();
        Assert.Equal([200, 150, 100, 50], asked);
        asked.Clear();
        var sample = model.Sample(new([1, 2])).Doubles();

        Assert.Equal([200, 175, 150, 125, 100, 75, 50, 25], asked);
        Assert.NotEqual(preview, sample);
        var start = Latents.OfSeeds([1, 2], 1, Prior.Normal).Doubles();
        Assert.Equal(preview[0] / start[0], preview[1] / start[1], 1e-5);                                       // the probe is linear: without noise so is the way
    }

    // A network that is far off: x̂₀ is held where the data is, or runs away.
    [Fact]
    public void What_is_thought_to_be_underneath_is_held_in_range()
    {
        using var scope = new TensorScope();

        Assert.All(Drawn(clip: 1), x => Assert.InRange(x, -1, 1));
        Assert.Contains(Drawn(clip: 0), x => Math.Abs(x) > 10);

        static double[] Drawn(double clip)
        {
            using var model = new DiffusionModel(Line, () => new Probe((x, t) => x * -5), Short, new(OptimizerKind.Sgd, 1, 0, 0)) { Clip = clip };
            return model.Sample(new([1, 2, 3])).Doubles();
        }
    }

    [Fact]
    public void Many_steps_leave_no_more_tensors_than_few()
    {
        Assert.Equal(Left(1), Left(200));

        long Left(int steps)
        {
            using var scope = new TensorScope();
            using var model = new DiffusionModel(Line, () => new Probe((x, t) => x * 0.5 + 1), Short, new(OptimizerKind.Sgd, 1, 0, 0)) { SampleSteps = steps };
            var before = Tensor.LiveCount;
            model.Sample(new([1, 2]));
            return Tensor.LiveCount - before;
        }
    }

    private static DiffusionModel Model(NoiseSchedule schedule, ReverseVariance variance, Func<Tensor, Tensor, Tensor> predict) =>
        new(Line, () => new Probe(predict), schedule, new(OptimizerKind.Sgd, 1, 0, 0)) { Variance = variance };

    private sealed class Probe(Func<Tensor, Tensor, Tensor> predict) : NoisePredictor
    {
        public override Tensor Forward(Tensor x, Tensor t) => predict(x, t);
    }
}
