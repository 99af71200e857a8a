using Adversa.Models.Games;
using Adversa.Models.Networks;
using Adversa.Models.Losses;
using Adversa.Torch;
using Adversa.Torch.Nn;
using Adversa.Torch.Tests;

namespace Adversa.Models.Tests.Games;

/// <summary>The rules that every two-player game shares: section 1 of the fact sheet.</summary>
public sealed class GameTests : IDisposable
{
    private static readonly OptimizerOptions Adam = new(OptimizerKind.Adam, 1e-3, 0.9, 0.999);

    private readonly TensorScope _scope = new();
    private readonly Generator _rng = new(5);

    [Fact]
    public void Fakes_are_detached_in_the_discriminators_turn_even_when_nobody_froze_the_generator()
    {
        using var gan = Game();
        using var loop = new TinyLoop(gan);

        gan.Turns[0].Loss(loop.Context(gan.Turns[0])).Total().Backward();

        Assert.All(gan.Players[0].Network.Parameters, p => Assert.Null(p.Grad));
        Assert.All(gan.Players[1].Network.Parameters, p => Assert.NotNull(p.Grad));
    }

    [Fact]
    public void A_frozen_discriminator_passes_gradients_to_the_generator_and_gets_none()
    {
        using var gan = Game();
        using var loop = new TinyLoop(gan);
        gan.Players[1].Network.RequireGrad(false);

        gan.Turns[1].Loss(loop.Context(gan.Turns[1])).Total().Backward();

        Assert.All(gan.Players[0].Network.Parameters, p => Assert.Contains(p.Grad!.Doubles(), g => g != 0));
        Assert.All(gan.Players[1].Network.Parameters, p => Assert.Null(p.Grad));
    }

    [Fact]
    public void The_discriminator_moves_first_and_only_its_turn_needs_data()
    {
        using var gan = Game();

        Assert.Equal(["d", "g"], gan.Turns.Select(turn => turn.Player.Name));
        Assert.Equal([true, false], gan.Turns.Select(turn => turn.NeedsData));
        var error = Assert.Throws<InvalidOperationException>(() => gan.Turns[0].Loss(new(null, null, 2, _rng, 0)));
        Assert.Contains("NeedsData = false", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Critic_steps_are_a_function_of_the_round()
    {
        using var one = Game();
        using var many = new Game(Build(Points(2)), () => Dense(3, 2), Dense(2, 1), new GanLoss(), Adam, Adam)
        {
            Latent = 3,
            CriticSteps = round => round < 25 ? 100 : 5,
        };

        Assert.Equal([1, 1], one.Turns.Select(turn => turn.Repeat(7)));
        Assert.Equal([100, 1], many.Turns.Select(turn => turn.Repeat(24)));
        Assert.Equal([5, 1], many.Turns.Select(turn => turn.Repeat(25)));
    }

    [Fact]
    public void Every_turn_draws_latents_of_its_own()
    {
        var d = Dense(2, 1);
        var seen = new Recorder(d);
        using var gan = new Game(Build(Points(2)), () => Dense(3, 2), d, new GanLoss(), Adam, Adam) { Latent = 3, Output = Output.None, Judge = seen.Judge };
        using var loop = new TinyLoop(gan);

        loop.Round();
        loop.Round();

        Assert.Equal(6, seen.Seen.Count);                                         // real and fake, then fake, each scored once
        Assert.Equal(6, seen.Seen.Select(samples => samples[0]).Distinct().Count());
    }

    [Theory]
    [InlineData(Output.Tanh, -1)]
    [InlineData(Output.Sigmoid, 0)]
    [InlineData(Output.ReLU, 0)]
    public void Real_and_fake_pictures_come_in_the_range_of_the_output(Output output, double low)
    {
        var d = new Mlp([new Linear(16, 1, _rng)], 1);
        var seen = new Recorder(d);
        var schema = new SampleSchema(FieldKind.Image, 1, 4, 4);
        using var gan = new Game(Build(schema), () => new Mlp([new Linear(3, 16, _rng), output.Layer()!], 1, 4, 4), d, new GanLoss(), Adam, Adam)
        {
            Latent = 3,
            Output = output,
            Judge = seen.Judge,
        };
        using var loop = new TinyLoop(gan) { BatchSize = 64 };

        loop.Round();

        var (real, fake) = (seen.Seen[0], seen.Seen[1]);
        Assert.All(real, x => Assert.InRange(x, low, 1));
        Assert.All(fake, x => Assert.InRange(x, low, output == Output.ReLU ? double.MaxValue : 1));
        Assert.True(real.Min() < low + 0.1 && real.Max() > 0.9, "the real pictures do not fill the range");
    }

    // With batch norm in D, the score of the real batch is what D alone says of it: the fakes are another batch. Exact: the same sums.
    [Fact]
    public void Real_and_fake_batches_are_normalised_separately()
    {
        using var gan = TinyModels.Build("dcgan", "dcgan28") as Game;
        using var loop = new TinyLoop(gan!);
        var context = loop.Context(gan!.Turns[0]);
        var d = gan.Players[1].Network;

        var losses = gan.Turns[0].Loss(context);

        Assert.Equal((-d.Forward(context.Data)).Softplus().Mean().Item(), losses["real"].Item());
        Assert.Equal(d.Forward(context.Data).Sigmoid().Mean().Item(), losses.Signals["d_real"]());
    }

    [Fact]
    public void Realness_reads_samples_in_the_schemas_range_and_needs_no_gradient()
    {
        var schema = new SampleSchema(FieldKind.Image, 1, 1, 2);
        using var d = new Mlp([new Linear(2, 1, _rng)], 1);
        Init.Constant(d.Parameters[0], 1);
        Init.Constant(d.Parameters[1], 0);
        using var gan = new Game(Build(schema), () => new Mlp([new Linear(3, 2, _rng)], 1, 1, 2), d, new GanLoss(), Adam, Adam) { Latent = 3, Output = Output.Sigmoid };

        var realness = gan.Critic!.Realness!(Tensor.From([-1f, -1f, 1f, 1f], 2, 1, 1, 2));

        Assert.Equal([0.5, 1 / (1 + Math.Exp(-2))], realness.Doubles(), (a, b) => Math.Abs(a - b) < 1e-6);     // [0,1]: sums 0 and 2
        Assert.False(realness.RequiresGrad);
    }

    public void Dispose()
    {
        _rng.Dispose();
        _scope.Dispose();
    }

    private BuildContext Build(SampleSchema schema) => new(schema, _rng, _rng);

    private static SampleSchema Points(int dimensions) => new(FieldKind.Points, dimensions);

    private Mlp Dense(int from, int to) => new([new Linear(from, to, _rng)], to);

    private Game Game() => new(Build(Points(2)), () => Dense(3, 2), Dense(2, 1), new GanLoss(), Adam, Adam) { Latent = 3, Output = Output.None };

    /// <summary>A discriminator that keeps what it is shown.</summary>
    private sealed class Recorder(Adversa.Torch.Nn.Module network)
    {
        public List<double[]> Seen { get; } = [];

        public Answer Judge(Tensor samples, TurnContext? turn)
        {
            Seen.Add(samples.Doubles());
            return new(network.Forward(samples));
        }
    }
}
