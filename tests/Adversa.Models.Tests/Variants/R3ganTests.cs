using Adversa.Models.Games;
using Adversa.Models.Losses;
using Adversa.Models.Networks;
using Adversa.Models.Penalties;
using Adversa.Models.Variants;
using Adversa.Torch;
using Adversa.Torch.Nn;
using Adversa.Torch.Tests;

namespace Adversa.Models.Tests.Variants;

/// <summary>The T1 facts of the fact sheet on R3GAN.</summary>
public sealed class R3ganTests : IDisposable
{
    private readonly TensorScope _scope = new();
    private readonly Generator _rng = new(3);

    [Fact]
    public void Equal_scores_cost_log_2_on_both_sides_whatever_they_are()
    {
        var (loss, s) = (new RelativisticLoss(), new Scores(Tensor.Full([4, 1], 7.0), Tensor.Full([4, 1], 7.0)));

        Assert.Equal(Math.Log(2), loss.Discriminator(s).Total().Item(), 1e-6);
        Assert.Equal(Math.Log(2), loss.Generator(s).Total().Item(), 1e-6);
    }

    // ζ(-(d(x) - d(x̃))) of each pair, by hand: differences 1 and -2.
    [Fact]
    public void The_i_th_real_sample_is_paired_with_the_i_th_fake()
    {
        var s = new Scores(Tensor.From([3f, 0f], 2, 1), Tensor.From([2f, 2f], 2, 1));

        Assert.Equal((Softplus(-1) + Softplus(2)) / 2, new RelativisticLoss().Discriminator(s).Total().Item(), 1e-6);
        Assert.Equal((Softplus(1) + Softplus(-2)) / 2, new RelativisticLoss().Generator(s).Total().Item(), 1e-6);
    }

    // The gradient of ζ(d(x) - d(x̃)) by d(x̃) is -σ(d(x) - d(x̃)): another real score is another gradient.
    [Fact]
    public void The_generators_gradient_sees_the_real_samples()
    {
        double Gradient(double real)
        {
            var fake = Tensor.Zeros([1, 1]).Leaf();
            new RelativisticLoss().Generator(new(Tensor.Full([1, 1], real), fake)).Total().Backward();
            return fake.Grad!.Item();
        }

        Assert.Equal(-0.5, Gradient(0), 1e-6);
        Assert.Equal(-1 / (1 + Math.Exp(-3)), Gradient(3), 1e-6);
    }

    [Theory]
    [InlineData(Side.Real)]
    [InlineData(Side.Fake)]
    public void R1_and_R2_of_a_linear_critic_are_half_its_squared_norm_and_use_the_scores_of_the_loss(Side side)
    {
        var w = Tensor.From([2f, 2f, 1f], 3, 1);
        var asked = 0;
        var turn = new CriticTurn(Tensor.Randn([4, 3], _rng).Leaf(), () => Tensor.Randn([4, 3], _rng).Leaf(), x => { asked++; return new(x.Matmul(w)); })
        {
            Network = x => x.Matmul(w), View = x => x, Noise = _rng,
        };
        new RelativisticLoss().Discriminator(turn.Scores);

        Assert.Equal(9 / 2.0, new ScoreGradientPenalty(side, 1).Of(turn).Item(), 1e-5);
        Assert.Equal(2, asked);
    }

    // The augmentation 3x comes between: the gradient by the sample itself is 3w, by the augmented one w.
    [Fact]
    public void The_penalty_is_by_the_sample_before_its_augmentation_and_the_techniques_R1_by_the_one_after_it()
    {
        var w = Tensor.From([1f, 1f], 2, 1);
        var turn = new CriticTurn(Tensor.Randn([4, 2], _rng).Leaf(), () => Tensor.Randn([4, 2], _rng).Leaf(), x => new((3 * x).Matmul(w)))
        {
            Network = x => x.Matmul(w), View = x => 3 * x, Noise = _rng,
        };

        Assert.Equal(9 * 2 / 2.0, new ScoreGradientPenalty(Side.Real, 1).Of(turn).Item(), 1e-4);
        Assert.Equal(2 / 2.0, new R1Penalty(1).Of(turn).Item(), 1e-4);
    }

    [Fact]
    public void Each_turn_draws_a_batch_of_its_own_and_only_the_discriminators_counts()
    {
        using var model = TinyModels.Build("r3gan", "small");

        Assert.Equal([("d", true, true), ("g", true, false)], model.Turns.Select(turn => (turn.Player.Name, turn.NeedsData, turn.ShowsData)));
    }

    [Fact]
    public void The_penalties_reach_every_weight_of_the_discriminator_and_none_of_the_generator()
    {
        using var model = TinyModels.Build("r3gan", "small");
        using var loop = new TinyLoop(model);
        loop.Update(model.Turns[0]);                      // the blocks' last convolutions begin at 0: what lies before them has a gradient only then
        foreach (var player in model.Players) player.Network.ZeroGrad();

        var losses = model.Turns[0].Loss(loop.Context(model.Turns[0]));
        (losses["r1"] + losses["r2"]).Backward();

        Assert.Equal(["pairs", "r1", "r2"], losses.Select(pair => pair.Key));
        Assert.All(model.Players[0].Network.Parameters, p => Assert.Null(p.Grad));
        Assert.All(model.Players[1].Network.NamedParameters().Where(p => p.Name.EndsWith("weight", StringComparison.Ordinal)), p => Assert.Contains(p.Tensor.Grad!.Doubles(), g => g != 0));
    }

    [Fact]
    public void A_block_begins_as_nothing()
    {
        using var block = new R3ganBlock(8, 4, 3, _rng);
        var x = Tensor.Randn([2, 8, 5, 5], _rng);

        Assert.Equal(x.Doubles(), block.Forward(x).Doubles());
    }

    // √(2/1.04)·3^(-1/4)/√fan-in: 1/√8 for the first, and 1/√(16/4·9) for the grouped one. 4,096 and 18,432 draws: one percent and a half.
    [Fact]
    public void The_weights_begin_as_the_paper_has_them()
    {
        using var block = new R3ganBlock(64, 8, 3, _rng);
        var gain = Math.Sqrt(2 / 1.04) * Math.Pow(3, -0.25);
        double Deviation(Tensor t) => Math.Sqrt(t.Doubles().Average(x => x * x));

        var weights = block.Parameters.Where(p => p.Dims == 4).ToList();

        Assert.Equal(gain / Math.Sqrt(64), Deviation(weights[0]), 0.03 * gain / Math.Sqrt(64));
        Assert.Equal(gain / Math.Sqrt(128 / 8 * 9), Deviation(weights[1]), 0.03 * gain / Math.Sqrt(128 / 8 * 9));
        Assert.All(weights[2].Doubles(), x => Assert.Equal(0, x));
    }

    // Away from the border a constant stays what it is; at the border zeros come in.
    [Theory]
    [InlineData(true, 16)]
    [InlineData(false, 4)]
    public void Resampling_keeps_a_constant_and_doubles_or_halves_the_side(bool up, int side)
    {
        using var resample = new SmoothResample(up);

        var y = resample.Forward(Tensor.Full([1, 2, 8, 8], 3.0));

        Assert.Equal([1, 2, side, side], y.Shape);
        Assert.Equal(3, y.Narrow(2, side / 2, 1).Narrow(3, side / 2, 1).Narrow(1, 0, 1).Item(), 1e-5);
    }

    [Fact]
    public void Every_number_goes_from_first_to_final_along_a_cosine()
    {
        using var model = TinyModels.Build("r3gan", "small");
        double At(string dial, long images) => model.Annealings.Single(annealing => annealing.Dials.Contains(dial)).At(images);

        Assert.Equal([1, 0.55, 0.1, 0.1], new long[] { 0, 25_000, 50_000, 80_000 }.Select(images => At("r2", images)), (a, b) => Math.Abs(a - b) < 1e-9);
        Assert.Equal(5e-5 / 2e-4, At(Dial.LearningRate, 50_000), 1e-9);
        Assert.Equal(0.99 / 0.9, At(Dial.Beta2, 50_000), 1e-9);
        Assert.Equal([0, 1], new long[] { 0, 50_000 }.Select(images => At(Dial.EmaHalfLife, images)));
        Assert.Equal([0, 0.55], new long[] { 0, 50_000 }.Select(images => At(Dial.Augment, images)), (a, b) => Math.Abs(a - b) < 1e-9);
    }

    [Fact]
    public void Pictures_of_28_pixels_begin_and_end_at_7()
    {
        var schema = new SampleSchema(FieldKind.Image, 1, 28, 28);
        using var g = new R3ganGenerator(schema, 5, [8, 8, 8], 4, 1, _rng);
        using var d = new R3ganDiscriminator(schema, [8, 8, 8], 4, 1, _rng);

        Assert.Equal([8, 7, 7], g.Parameters[0].Shape);
        Assert.Equal([2, 1, 28, 28], g.Forward(Tensor.Randn([2, 5], _rng)).Shape);
        Assert.Equal([8, 1, 7, 7], d.Parameters[^2].Shape);
        Assert.Equal([2, 1], d.Forward(Tensor.Randn([2, 1, 28, 28], _rng)).Shape);
    }

    public void Dispose()
    {
        _rng.Dispose();
        _scope.Dispose();
    }

    private static double Softplus(double u) => Math.Log(1 + Math.Exp(u));
}
