using Adversa.Torch;
using Adversa.Torch.Tests;

namespace Adversa.Models.Tests;

public sealed class NoiseScheduleTests
{
    private static readonly NoiseSchedule Paper = new(1000, 1e-4, 0.02);

    // numpy.prod(1 - numpy.linspace(1e-4, .02, T) * scale), numpy 1.24.2, float64.
    [Theory]
    [InlineData(1000, 1, 4.035829765375676e-05)]
    [InlineData(200, 5, 3.0318371672319085e-05)]
    [InlineData(100, 10, 2.039008975564078e-05)]
    [InlineData(100, 1, 0.3635632480554922)]
    public void What_is_left_of_the_data_after_all_steps(int steps, double scale, double alphaBar)
    {
        var schedule = new NoiseSchedule(steps, 1e-4 * scale, 0.02 * scale);

        Assert.Equal(alphaBar, schedule.AlphaBar(steps), 1e-12);
        Assert.Equal(1 - 1e-4 * scale, schedule.AlphaBar(1), 1e-12);
        Assert.Equal(1, schedule.AlphaBar(0));
    }

    // A constant sample without noise is the mean, noise of 1 on nothing the deviation. Each sample has its own step; float32: 1e-6.
    [Fact]
    public void The_moments_of_a_sample_with_noise_are_exact_at_its_own_step()
    {
        using var scope = new TensorScope();
        int[] steps = [1, 500, 1000];
        var t = Tensor.From(Array.ConvertAll(steps, step => (long)step), 3);
        var (zeros, ones) = (Tensor.Zeros([3, 2, 1, 1]), Tensor.Ones([3, 2, 1, 1]));

        var mean = Paper.Diffuse(ones * 3, zeros, t).Doubles();
        var deviation = Paper.Diffuse(zeros, ones, t).Doubles();

        for (var i = 0; i < 6; i++)
        {
            Assert.Equal(3 * Math.Sqrt(Paper.AlphaBar(steps[i / 2])), mean[i], 1e-6);
            Assert.Equal(Math.Sqrt(1 - Paper.AlphaBar(steps[i / 2])), deviation[i], 1e-6);
        }
    }

    // β = .1, .2: α₂ = .8, ᾱ₁ = .9, ᾱ₂ = .72. Eq. 7: √.9·.2/.28, √.8·.1/.28, β̃₂ = .1/.28·.2.
    [Theory]
    [InlineData(ReverseVariance.Large, 0.2)]
    [InlineData(ReverseVariance.Small, 0.071428571428571)]
    public void The_step_from_2_to_1_is_the_one_computed_by_hand(ReverseVariance variance, double expected)
    {
        var step = new NoiseSchedule(2, 0.1, 0.2).Back(2, 1, variance);

        Assert.Equal(0.677630927178938, step.Clean, 1e-12);
        Assert.Equal(0.319438282499970, step.Noisy, 1e-12);
        Assert.Equal(expected, step.Deviation * step.Deviation, 1e-12);
    }

    // √.9 - √.72·√(.1/.28) and √(.1/.28).
    [Fact]
    public void Without_noise_the_step_from_2_to_1_is_that_of_DDIM()
    {
        var step = new NoiseSchedule(2, 0.1, 0.2).Back(2, 1, ReverseVariance.None);

        Assert.Equal(0.441590745213404, step.Clean, 1e-12);
        Assert.Equal(0.597614304667197, step.Noisy, 1e-12);
        Assert.Equal(0, step.Deviation);
    }

    [Theory]
    [InlineData(ReverseVariance.Large)]
    [InlineData(ReverseVariance.Small)]
    [InlineData(ReverseVariance.None)]
    public void The_last_step_gives_the_clean_sample_and_adds_no_noise(ReverseVariance variance)
    {
        foreach (var t in new[] { 1, 10, 1000 })
        {
            var step = Paper.Back(t, 0, variance);

            Assert.Equal(1, step.Clean, 1e-12);
            Assert.Equal(0, step.Noisy, 1e-12);
            Assert.Equal(0, step.Deviation);
        }
    }

    // Of one point, whose noise is known exactly, the steps of q(x_s | x_t, x₀) lead from the law of x_t to the law of x_s, whatever the stride:
    // mean √ᾱ_s x₀, variance 1 - ᾱ_s. Large variance overshoots it, as it must.
    [Theory]
    [InlineData(1000, 999)]
    [InlineData(1000, 700)]
    [InlineData(30, 3)]
    [InlineData(2, 1)]
    public void A_step_back_is_consistent_with_the_way_there(int t, int s)
    {
        const double x0 = 3;
        foreach (var variance in Enum.GetValues<ReverseVariance>())
        {
            var step = Paper.Back(t, s, variance);
            var mean = step.Clean * x0 + step.Noisy * Math.Sqrt(Paper.AlphaBar(t)) * x0;
            var spread = step.Noisy * step.Noisy * (1 - Paper.AlphaBar(t)) + step.Deviation * step.Deviation;

            Assert.Equal(Math.Sqrt(Paper.AlphaBar(s)) * x0, mean, 1e-9);
            if (variance == ReverseVariance.Large) Assert.True(spread > 1 - Paper.AlphaBar(s));
            else Assert.Equal(1 - Paper.AlphaBar(s), spread, 1e-9);
        }
    }

    [Fact]
    public void The_clean_sample_is_what_the_noise_was_added_to()
    {
        using var scope = new TensorScope();
        using var rng = new Generator(1);
        var (x0, noise) = (Tensor.Randn([4, 2], rng), Tensor.Randn([4, 2], rng));

        var back = Paper.Clean(Paper.Diffuse(x0, noise, Tensor.Full([4], 300, DType.Int64)), noise, 300);

        Assert.All(x0.Doubles().Zip(back.Doubles()), pair => Assert.Equal(pair.First, pair.Second, 1e-5));       // float32, divided by √ᾱ₃₀₀ = .63
    }

    [Theory]
    [InlineData(0, 10)]
    [InlineData(10, 10)]
    [InlineData(99, 10)]
    [InlineData(4, 4)]
    [InlineData(1, 1)]
    public void The_way_back_begins_at_T_and_ends_at_the_data(int count, int strides)
    {
        var way = new NoiseSchedule(10, 0.1, 0.2).WayBack(count).ToList();

        Assert.Equal(strides, way.Count);
        Assert.Equal((10, 0), (way[0].T, way[^1].S));
        Assert.All(way, pair => Assert.True(pair.T > pair.S));
        Assert.All(way.Zip(way.Skip(1)), pair => Assert.Equal(pair.First.S, pair.Second.T));
    }
}
