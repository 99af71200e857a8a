using Adversa.Models;
using Adversa.Torch;
using Adversa.Torch.Nn;
using Adversa.Training.Diagnostics;

namespace Adversa.Training.Tests.Diagnostics;

public sealed class UpdateSignalsTests
{
    [Fact]
    public void Scores_of_one_update_give_the_shares_that_one_counts_by_hand()
    {
        using var scope = new TensorScope();
        var (signals, turns) = Watched();
        var losses = new LossTerms { Scores = new(Column(3, 1, 1, -1), Column(-3, -3, 1, 1)), Middle = 0 };      // means 1 and -1: the middle is 0

        signals.See(turns.Discriminator, losses);

        var reading = Read(signals);
        Assert.Equal((0.75 + 0.5) / 2, reading["accuracy"], 12);
        Assert.Equal(2 * 0.75 - 1, reading["r_t"], 12);
        Assert.Equal((1.0, -1.0, 1.0), (reading["score_real"], reading["score_fake"], reading["largest_score"]));
    }

    [Fact]
    public void The_share_of_right_signs_is_counted_from_the_middle_of_the_loss_and_left_out_where_it_has_none()
    {
        using var scope = new TensorScope();
        var (squares, turns) = Watched();
        squares.See(turns.Discriminator, new() { Scores = new(Column(0.6f, 0.4f, 0.3f, 0.2f), Column(0, 0, 0, 0)), Middle = 0.5 });
        Assert.Equal(-0.5, Read(squares)["r_t"], 12);

        var (wasserstein, others) = Watched();
        wasserstein.See(others.Discriminator, new() { Scores = new(Column(5, 5), Column(4, 4)) });
        Assert.DoesNotContain("r_t", Read(wasserstein).Keys);
    }

    [Fact]
    public void Means_follow_slowly_and_a_shift_of_all_scores_changes_no_accuracy()
    {
        using var scope = new TensorScope();
        var (signals, turns) = Watched();

        signals.See(turns.Discriminator, new() { Scores = new(Column(1, 1), Column(-1, -1)) });
        signals.See(turns.Discriminator, new() { Scores = new(Column(7, 7), Column(8, 8)) });                // one in two is read
        signals.See(turns.Discriminator, new() { Scores = new(Column(101, 101), Column(99, 99)) });

        var reading = Read(signals);
        Assert.Equal(1, reading["accuracy"], 12);
        Assert.Equal(0.96 * 1 + 0.04 * 101, reading["score_real"], 9);
    }

    [Fact]
    public void A_gradient_that_shrinks_or_jumps_is_seen_beside_its_own_past()
    {
        using var scope = new TensorScope();
        var (signals, turns) = Watched();
        void Generator(double gradient)
        {
            for (var i = 0; i < 10; i++)                         // one in ten is measured
            {
                foreach (var parameter in turns.Generator.Player.Network.Parameters) parameter.Grad = Tensor.Full(parameter.Shape, gradient);
                signals.See(turns.Generator, []);
            }
        }

        for (var i = 0; i < 20; i++) Generator(1);
        Assert.Equal(1, Read(signals)["gradient_ratio"], 6);
        Assert.Equal(1, Read(signals)["gradient_ratio"], 6);

        Generator(1e6);
        var jumped = Read(signals);
        Assert.InRange(jumped["gradient_jump"], 0.99e6, 1.01e6);
        Assert.Equal(Math.Sqrt(6) * 1e6, jumped["gradient_norm"], 0.01e6);      // 2x2 weights and 2 biases

        for (var i = 0; i < 1500; i++) Generator(0);
        Assert.InRange(Read(signals)["gradient_ratio"], 0, 1e-3);
    }

    [Fact]
    public void A_gradient_that_is_infinite_is_never_hidden()
    {
        using var scope = new TensorScope();
        var (signals, turns) = Watched();
        foreach (var parameter in turns.Generator.Player.Network.Parameters) parameter.Grad = Tensor.Full(parameter.Shape, double.NaN);

        signals.See(turns.Generator, []);

        Assert.DoesNotContain("gradient_norm", Read(signals).Keys);              // which the rule takes as a sign of its own
    }

    private static (UpdateSignals Signals, (Turn Generator, Turn Discriminator) Turns) Watched()
    {
        var generator = new Generator(1);
        var (g, d) = (new Linear(2, 2, generator), new Linear(2, 1, generator));
        OptimizerOptions plan = new(OptimizerKind.Sgd, 1, 0, 0);
        return (new(g), (new(new("g", g, plan), _ => []), new(new("d", d, plan), _ => [])));
    }

    private static Dictionary<string, double> Read(UpdateSignals signals)
    {
        var reading = new Dictionary<string, double>();
        signals.Into(reading);
        return reading;
    }

    private static Tensor Column(params float[] scores) => Tensor.From(scores, scores.Length, 1);
}
