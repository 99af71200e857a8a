using Adversa.Torch;
using Adversa.Torch.Nn;
using Adversa.Torch.Tests;

namespace Adversa.Models.Tests;

/// <summary>What holds for every preset of every system.</summary>
public sealed class ConformanceTests(ITestOutputHelper output)
{
    /// <summary>Systems, and presets of them, that say of no sample alone how real it is, and why.</summary>
    private static readonly Dictionary<string, string> WithoutRealness = new()
    {
        ["gan pacgan2"] = "packs are judged together",
        ["r3gan cifar10"] = "its critic is told the class",
        ["cgan"] = "its critic is told the class",
        ["gan-int-cls"] = "its critic is told the sentence",
        ["progan"] = "samples of a group are judged together",
        ["stylegan2-small"] = "samples of a group are judged together",
        ["began"] = "its critic answers with an error of reconstruction",
        ["pix2pix"] = "its critic sees what a sample was made of",
        ["tp-gan"] = "it is a translation as pix2pix is: samples alone are not judged",
        ["dr-gan"] = "it is a translation too, and its critic says of persons who they are",
        ["cyclegan"] = "it has a critic for each way",
        ["autoencoder"] = "it has no critic",
        ["vae"] = "it has no critic",
        ["ddpm"] = "it has no critic",
        ["cnn-classifier"] = "it has no critic",
        ["d-classifier"] = "it has no critic",
    };

    private const int Updates = 4;      // where branches begin at zero, gradients reach what lies before them after the second or third update only

    [Theory]
    [MemberData(nameof(TinyModels.All), MemberType = typeof(TinyModels))]
    public void Updates_move_every_parameter_of_the_mover_and_no_other(string id, string preset)
    {
        using var model = TinyModels.Build(id, preset);
        using var loop = new TinyLoop(model);

        foreach (var turns in model.Turns.GroupBy(turn => turn.Player))          // a penalty's own turn need not reach everything, such as the last bias
        {
            var before = model.Players.ToDictionary(player => player, Parameters);
            foreach (var turn in turns)
                for (var i = 0; i < Updates; i++) loop.Update(turn);
            foreach (var player in model.Players)
                foreach (var (name, values) in Parameters(player))
                    Assert.True(values.SequenceEqual(before[player][name]) != (player == turns.Key),
                        $"the turns of {turns.Key.Name} {(player == turns.Key ? "left" : "moved")} {player.Name}.{name}");
        }
    }

    [Theory]
    [MemberData(nameof(TinyModels.All), MemberType = typeof(TinyModels))]
    public void Losses_are_finite_and_gradients_arrive_at_every_parameter_of_the_mover_alone(string id, string preset)
    {
        using var scope = new TensorScope();
        using var model = TinyModels.Build(id, preset);
        using var loop = new TinyLoop(model);

        foreach (var turns in model.Turns.GroupBy(turn => turn.Player))
        {
            var reached = new HashSet<string>();            // in any of the updates: in a clipped critic all samples may soon be active alike, and biases then cancel
            foreach (var turn in turns.SelectMany(turn => Enumerable.Repeat(turn, Updates)))
            {
                Assert.All(loop.Update(turn), pair => Assert.True(double.IsFinite(pair.Value), $"{pair.Key} is {pair.Value}"));
                foreach (var (name, parameter) in turn.Player.Network.NamedParameters())
                    if (parameter.Grad?.Doubles() is { } gradient && gradient.All(double.IsFinite) && gradient.Any(g => g != 0)) reached.Add(name);
            }

            Assert.All(turns.Key.Network.NamedParameters(), pair => Assert.True(reached.Contains(pair.Name), $"no gradient at {turns.Key.Name}.{pair.Name}"));
            Assert.All(model.Players.Where(p => p != turns.Key).SelectMany(p => p.Network.Parameters), p => Assert.Null(p.Grad));
        }
    }

    [Theory]
    [MemberData(nameof(TinyModels.Samplers), MemberType = typeof(TinyModels))]
    public void Samples_have_the_shape_of_the_schema_and_pictures_its_range(string id, string preset)
    {
        using var scope = new TensorScope();
        using var model = TinyModels.Build(id, preset);

        var samples = model.Sampler().Sample(new([1, 2, 3]));

        Assert.Equal(model.Schema.BatchShape(3), samples.Shape);
        Assert.False(samples.RequiresGrad);
        Assert.All(samples.Doubles(), x => Assert.True(double.IsFinite(x) && (model.Schema.Kind == FieldKind.Points || x is >= -1 and <= 1), $"{x}"));
    }

    // A product of another number of rows may sum in another order; 1/255 of the range 2 would be one grey level, and half of it is the bar.
    [Theory]
    [MemberData(nameof(TinyModels.Samplers), MemberType = typeof(TinyModels))]
    public void The_sample_of_a_seed_does_not_depend_on_its_batch_mates(string id, string preset)
    {
        using var scope = new TensorScope();
        using var model = TinyModels.Build(id, preset);
        using var loop = new TinyLoop(model);
        for (var round = 0; round < 3; round++) loop.Round(round);              // so that running statistics are no longer 0 and 1

        var alone = model.Sampler().Sample(new([42])).Doubles();
        var together = model.Sampler().Sample(new([7, 42, -1, 8, 42])).Doubles().Chunk(model.Schema.Values).ToList();

        var difference = new[] { together[1], together[4] }.Max(mate => mate.Zip(alone, (a, b) => Math.Abs(a - b)).Max());
        output.WriteLine($"{id} {preset}: {(difference == 0 ? "equal in every bit" : $"differs by {difference:e1}")}");
        Assert.True(difference <= 1.0 / 255, $"differs by {difference}");
        Assert.NotEqual(together[0], together[1]);
    }

    [Theory]
    [MemberData(nameof(TinyModels.Samplers), MemberType = typeof(TinyModels))]
    public void Drawing_samples_leaves_mode_weights_and_statistics_as_they_were(string id, string preset)
    {
        using var scope = new TensorScope();
        using var model = TinyModels.Build(id, preset);
        var network = model.Sampler().SampledNetwork;
        var before = network.Values();

        model.Sampler().Sample(new([1, 2]));
        Assert.All(network.Modules(), module => Assert.True(module.IsTraining));
        network.Eval();
        model.Sampler().Sample(new([1, 2]));
        Assert.All(network.Modules(), module => Assert.False(module.IsTraining));

        Assert.Equal(before, network.Values());
    }

    [Theory]
    [MemberData(nameof(TinyModels.Samplers), MemberType = typeof(TinyModels))]
    public void Sampling_that_fails_leaves_the_mode_as_it_was(string id, string preset)
    {
        using var scope = new TensorScope();
        using var model = TinyModels.Build(id, preset);
        using var broken = new BrokenNetwork();

        Assert.Throws<NotSupportedException>(() => model.Sampler().Sample(new([1], broken)));

        Assert.True(broken.IsTraining);
        var grad = model.Players[0].Network.Parameters[0] * 2;
        Assert.True(grad.RequiresGrad);                                         // recording is on again
    }

    [Theory]
    [MemberData(nameof(TinyModels.All), MemberType = typeof(TinyModels))]
    public void Realness_is_a_probability_for_each_sample_and_leaves_the_mode(string id, string preset)
    {
        using var scope = new TensorScope();
        using var model = TinyModels.Build(id, preset);
        using var noise = new Generator(3);

        var realness = model.Critic?.Realness?.Invoke(Tensor.Rand(model.Schema.BatchShape(5), noise) * 2 - 1);

        var why = WithoutRealness.GetValueOrDefault(id) ?? WithoutRealness.GetValueOrDefault($"{id} {preset}");
        Assert.True(realness is null == why is not null, $"{id} {preset} {(realness is null ? "judges no sample alone: say why in WithoutRealness" : $"judges samples, and WithoutRealness says: {why}")}");
        if (realness is not null) Assert.Equal([5, 1], realness.Shape);
        Assert.All(realness?.Doubles() ?? [], p => Assert.InRange(p, 0, 1));
        Assert.All(model.Players, player => Assert.True(player.Network.IsTraining));
    }

    [Theory]
    [MemberData(nameof(TinyModels.Samplers), MemberType = typeof(TinyModels))]
    public void A_second_network_with_the_same_weights_draws_the_same_samples(string id, string preset)
    {
        using var scope = new TensorScope();
        using var model = TinyModels.Build(id, preset);
        using var other = TinyModels.Build(id, preset, seed: 99);
        using var loop = new TinyLoop(model);
        loop.Round();
        using var average = model.Sampler().NewSampledNetwork();
        var expected = model.Sampler().Sample(new([1, 2])).Doubles();
        Assert.NotEqual(expected, other.Sampler().Sample(new([1, 2])).Doubles());

        average.LoadStateDict(model.Sampler().SampledNetwork.StateDict());
        foreach (var (mine, theirs) in other.Players.Zip(model.Players)) mine.Network.LoadStateDict(theirs.Network.StateDict());

        Assert.Equal(expected, model.Sampler().Sample(new([1, 2], average)).Doubles(), Nearly);
        Assert.Equal(expected, other.Sampler().Sample(new([1, 2])).Doubles(), Nearly);

        // where a tensor lies in memory decides in which order libtorch 2.6 sums: the last bit of 1e-4 was seen to differ
        static bool Nearly(double a, double b) => Math.Abs(a - b) <= 1e-7;
    }

    [Theory]
    [MemberData(nameof(TinyModels.All), MemberType = typeof(TinyModels))]
    public void The_same_seeds_give_the_same_weights_after_a_round(string id, string preset)
    {
        Assert.Equal(Trained(), Trained());

        List<Dictionary<string, double[]>> Trained()
        {
            using var model = TinyModels.Build(id, preset);
            using var loop = new TinyLoop(model);
            loop.Round();
            return [.. model.Players.Select(player => player.Network.Values())];
        }
    }

    [Theory]
    [MemberData(nameof(TinyModels.All), MemberType = typeof(TinyModels))]
    public void Five_rounds_leak_no_tensor_and_a_disposed_model_leaves_none(string id, string preset)
    {
        var atFirst = Say.SettledLiveCount();
        using (var model = TinyModels.Build(id, preset))
        using (var loop = new TinyLoop(model))
        {
            loop.Round();
            var before = Tensor.LiveCount;
            for (var round = 1; round <= 5; round++) loop.Round(round);
            if (model is ISampler)
                using (new TensorScope()) model.Sampler().Sample(new([1, 2]));

            Assert.Equal(before, Tensor.LiveCount);
        }

        Assert.Equal(atFirst, Tensor.LiveCount);
    }

    [Theory]
    [MemberData(nameof(TinyModels.All), MemberType = typeof(TinyModels))]
    public void Players_have_names_of_their_own_and_every_turn_belongs_to_one(string id, string preset)
    {
        using var model = TinyModels.Build(id, preset);

        Assert.Equal(model.Players.Count, model.Players.Select(player => player.Name).Distinct().Count());
        Assert.All(model.Players, player => Assert.Matches("^[a-z_]+$", player.Name));
        Assert.All(model.Turns, turn => Assert.Contains(turn.Player, model.Players));
        Assert.All(model.Turns, turn => Assert.True(turn.Every >= 1 && turn.Repeat(0) >= 1));
    }

    // Batch norm's epsilon and momentum are easily swapped. Keras' tutorial has 1e-3 of its own.
    // A variance of s² with s = 2e-3 is of epsilon's size, so the output s / √(s² + ε) tells ε; float32 of it is good to 1e-3.
    [Theory]
    [MemberData(nameof(TinyModels.All), MemberType = typeof(TinyModels))]
    public void Batch_norm_has_epsilon_1e_5_and_momentum_a_tenth(string id, string preset)
    {
        using var scope = new TensorScope();
        using var model = TinyModels.Build(id, preset);
        var epsilon = preset == "atienza28" ? 1e-3 : 1e-5;
        const double s = 2e-3;

        foreach (var norm in model.Players.SelectMany(p => p.Network.Modules()).OfType<BatchNorm>())
        {
            var state = norm.StateDict();
            var features = (int)state["weight"].Size(0);
            var plusMinus = Tensor.From([.. Enumerable.Range(0, 2 * features).Select(i => (float)(i < features ? s : -s))], 2, features);

            var y = norm.Forward(norm is BatchNorm2d ? plusMinus.Reshape(2, -1, 1, 1) : plusMinus).Doubles()[0];

            var (scale, shift) = (state["weight"].Doubles()[0], state["bias"].Doubles()[0]);
            Assert.Equal(s / Math.Sqrt(s * s + epsilon), (y - shift) / scale, 1e-3);
            Assert.Equal(0.9 + 0.1 * 2 * s * s, state["running_var"].Doubles()[0], 1e-6);       // unbiased variance of two values
        }
    }

    // PyTorch's default slope is .01; every paper here has .2.
    [Theory]
    [MemberData(nameof(TinyModels.All), MemberType = typeof(TinyModels))]
    public void Leaky_ReLUs_have_the_papers_slope(string id, string preset)
    {
        using var scope = new TensorScope();
        using var model = TinyModels.Build(id, preset);

        foreach (var leaky in model.Players.SelectMany(p => p.Network.Modules()).OfType<LeakyReLU>())
            Assert.Equal(id == "stargan" ? -0.01 : -0.2, leaky.Forward(Tensor.Full([1], -1.0)).Item(), 1e-7);     // float32 of it
    }

    private static Dictionary<string, double[]> Parameters(Player player) =>
        player.Network.NamedParameters().ToDictionary(pair => pair.Name, pair => pair.Tensor.Doubles());

    private sealed class BrokenNetwork : Module
    {
        public override Tensor Forward(Tensor x) => throw new NotSupportedException("broken");
    }
}
