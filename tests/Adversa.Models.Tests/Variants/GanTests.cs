using Adversa.Models.Losses;
using Adversa.Models.Variants;
using Adversa.Torch;
using Adversa.Torch.Nn;
using Adversa.Torch.Tests;

namespace Adversa.Models.Tests.Variants;

public sealed class GanTests
{
    // Ten times the reference's own rounding, as in every golden test.
    [Fact]
    public void The_seed_body_has_PyTorchs_keys_losses_and_gradients()
    {
        using var scope = new TensorScope();
        using var golden = new Golden("mlp_gan_seed");
        using var rng = new Generator(1);
        var gan = VariantCatalog.Find("gan")!;
        using var model = gan.Build(gan.FromJson(TinyModels.Json("""{"latent": 6, "hidden": 16}""")), new(new(FieldKind.Image, 1, 4, 6), rng, rng));
        var (g, d) = (model.Players[0].Network, model.Players[1].Network);
        g.LoadStateDict(golden.Under("weight.g."));
        d.LoadStateDict(golden.Under("weight.d."));
        var objective = new GanLoss();

        var fake = g.Forward(golden["input"]);
        var dLoss = objective.Discriminator(new(d.Forward(golden["input2"]), d.Forward(fake.Detach()))).Total();
        dLoss.Backward();
        d.RequireGrad(false);
        var gLoss = objective.Generator(new(null, d.Forward(fake))).Total();
        gLoss.Backward();

        golden.Check("output", fake.Flatten(1));
        golden.Check("d_loss", dLoss);
        golden.Check("g_loss", gLoss);
        foreach (var (key, p) in g.NamedParameters()) golden.Check("grad.g." + key, p.Grad);
        foreach (var (key, p) in d.NamedParameters()) golden.Check("grad.d." + key, p.Grad);
    }

    [Theory]
    [InlineData("seed", 1, 28, "100-128-784", "784-128-1")]
    [InlineData("wide", 1, 28, "100-128-256-512-1024-784", "784-512-256-1")]
    [InlineData("points", 2, 0, "2-128-128-2", "2-128-128-1")]
    [InlineData("pacgan", 2, 0, "2-400-400-400-400-2", "2-1000-200-1000-200-1000-200-1")]      // maxout: five pieces of 200
    public void Presets_have_the_layers_of_the_fact_sheet(string preset, int channels, int side, string generator, string discriminator)
    {
        using var scope = new TensorScope();
        using var model = Build(preset, channels, side);

        Assert.Equal([generator, discriminator], model.Players.Select(player => Plan(player.Network)));

        static string Plan(Adversa.Torch.Nn.Module network)
        {
            var plan = new List<long>();
            foreach (var shape in network.Parameters.Where(p => p.Dims == 2).Select(p => p.Shape))
                plan.AddRange(plan.Count > 0 && plan[^1] == shape[1] ? [shape[0]] : [shape[1], shape[0]]);
            return string.Join('-', plan);
        }
    }

    [Theory]
    [InlineData("seed", 1, 28, "Linear ReLU Linear Sigmoid", "Linear ReLU Linear")]
    [InlineData("wide", 1, 28, "Linear LeakyReLU Linear BatchNorm1d LeakyReLU Linear BatchNorm1d LeakyReLU Linear BatchNorm1d LeakyReLU Linear Tanh", "Linear LeakyReLU Linear LeakyReLU Linear")]
    [InlineData("points", 2, 0, "Linear BatchNorm1d ReLU Linear BatchNorm1d ReLU Linear", "Linear LeakyReLU Linear LeakyReLU Linear")]
    [InlineData("pacgan", 2, 0, "Linear BatchNorm1d ReLU Linear BatchNorm1d ReLU Linear BatchNorm1d ReLU Linear BatchNorm1d ReLU Linear", "Maxout Maxout Maxout Linear")]
    public void Presets_have_activations_and_norms_in_order(string preset, int channels, int side, string generator, string discriminator)
    {
        using var scope = new TensorScope();
        using var model = Build(preset, channels, side);

        Assert.Equal([generator, discriminator], model.Players.Select(player => Layers(player.Network)));

        static string Layers(Adversa.Torch.Nn.Module network)
        {
            var all = network.Modules().Skip(2).ToList();
            return string.Join(' ', all.Where(m => !all.OfType<Adversa.Models.Networks.Maxout>().Any(maxout => maxout.Modules().Skip(1).Contains(m))).Select(m => m.GetType().Name));
        }
    }

    // Variance 2/fan-in of 100·128 weights: the standard error of a deviation is σ/√(2n); five of them are allowed.
    [Fact]
    public void The_seed_body_begins_with_variance_2_over_fan_in_and_no_bias()
    {
        using var scope = new TensorScope();
        using var model = Build("seed", 1, 28);
        var g = model.Players[0].Network.StateDict();

        Assert.Equal(Math.Sqrt(2.0 / 100), Math.Sqrt(g["net.0.weight"].Square().Mean().Item()), 5 * Math.Sqrt(2.0 / 100) / Math.Sqrt(2 * 12_800));
        Assert.All(model.Players.SelectMany(p => p.Network.NamedParameters()).Where(p => p.Name.EndsWith("bias", StringComparison.Ordinal)), p => Assert.All(p.Tensor.Doubles(), b => Assert.Equal(0, b)));
    }

    // PacGAN's code begins with N(0, .02) and every bias at zero; PyTorch's default bias of the first layer, up to .7, would drown weights of .02.
    [Fact]
    public void The_pacgan_body_begins_with_deviation_002_and_no_bias()
    {
        using var scope = new TensorScope();
        using var model = Build("pacgan", 2, 0);
        var parameters = model.Players.SelectMany(p => p.Network.NamedParameters()).ToList();
        var weights = parameters.Where(p => p.Tensor.Dims == 2).SelectMany(p => p.Tensor.Doubles()).ToList();

        Assert.Equal(0.02, Math.Sqrt(weights.Average(w => w * w)), 1e-4);       // 900,000 weights: five standard errors are 7.5e-5
        Assert.All(parameters.Where(p => p.Name.EndsWith("bias", StringComparison.Ordinal)), p => Assert.All(p.Tensor.Doubles(), b => Assert.Equal(0, b)));
    }

    [Fact]
    public void The_discriminators_rate_is_the_generators_unless_it_is_given()
    {
        Assert.Equal([1e-3, 1e-3], Rates("{}"));
        Assert.Equal([1e-3, 4e-3], Rates("""{"discriminatorLearningRate": 0.004}"""));

        static IEnumerable<double> Rates(string json)
        {
            using var rng = new Generator(1);
            var gan = VariantCatalog.Find("gan")!;
            using var model = gan.Build(gan.FromJson(TinyModels.Json(json)), new(new(FieldKind.Image, 1, 2, 2), rng, rng));
            return [.. model.Players.Select(player => player.Optimizer.LearningRate)];
        }
    }

    // One-sided smoothing reaches the objective: at d = 0 both losses are log 2 whatever the target, so the gradient tells: ∂/∂d of the real term is ½ - a.
    [Fact]
    public void The_real_target_reaches_the_objective()
    {
        using var scope = new TensorScope();
        var gan = VariantCatalog.Find("gan")!;
        using var rng = new Generator(1);
        using var model = gan.Build(gan.FromJson(TinyModels.Json("""{"realTarget": 0.8, "hidden": 4, "latent": 2}""")), new(new(FieldKind.Image, 1, 2, 2), rng, rng));
        using var loop = new TinyLoop(model);
        var d = model.Players[1].Network;
        foreach (var p in d.Parameters) Torch.Nn.Init.Constant(p, 0);

        var losses = model.Turns[0].Loss(loop.Context(model.Turns[0]));
        losses["real"].Backward();

        Assert.Equal(0.5 - 0.8, d.StateDict()["net.2.bias"].Grad!.Item(), 1e-6);     // float32
    }

    private static Model Build(string preset, int channels, int side)
    {
        var gan = VariantCatalog.Find("gan")!;
        using var rng = new Generator(1);
        var schema = side == 0 ? new SampleSchema(FieldKind.Points, channels) : new(FieldKind.Image, channels, side, side);
        return gan.Build(gan.Presets.Single(p => p.Name == preset).Options, new(schema, rng, rng));
    }
}
