using Adversa.Models.Games;
using Adversa.Models.Networks;
using Adversa.Models.Variants;
using Adversa.Torch;
using Adversa.Torch.Nn;
using Adversa.Torch.Optim;
using Adversa.Torch.Tests;

namespace Adversa.Models.Tests.Variants;

public sealed class AutoencoderTests
{
    private static readonly double[] Variances = [4, 2.5, 1.5, 0.5, 0.3, 0.2];

    // Six coordinates with known principal components: the best that a linear code of three numbers can do is to lose the three smallest variances.
    // The data's covariance is exact, so the only error is the short training.
    [Fact]
    public void A_linear_autoencoder_reaches_the_error_of_principal_components()
    {
        const int code = 3;
        using var scope = new TensorScope();
        using var model = Linear(code);
        using var adam = model.Players[0].Optimizer.Create(model.Players[0].Network.NamedParameters());
        using var unused = new Generator(1);
        var x = PlantedCovariance.Data(Variances, shift: 0.7);
        var turn = model.Turns[0];

        for (var step = 0; step < 1500; step++)
        {
            using var inner = new TensorScope();
            if (step == 1000) adam.LearningRate /= 10;
            adam.ZeroGrad();
            turn.Loss(new(x, null, (int)x.Size(0), unused, step)).Total().Backward();
            adam.Step();
        }

        var error = (model.Reconstruct(x) - x).Square().Mean().Item();
        var best = Variances.Skip(code).Sum() / Variances.Length;
        Assert.InRange(error, best * (1 - 1e-4), best * 1.01);            // nothing linear can be better; float32
    }

    // A mean over the batch and all numbers, of pictures in the schema's own range: |g - x| of 0.5 everywhere.
    [Theory]
    [InlineData(ReconstructionLoss.Mse, "mse", 0.25)]
    [InlineData(ReconstructionLoss.L1, "l1", 0.5)]
    public void The_loss_is_a_mean_over_samples_and_their_numbers(ReconstructionLoss loss, string term, double expected)
    {
        using var scope = new TensorScope();
        using var unused = new Generator(1);
        using var model = new Autoencoder(new(FieldKind.Image, 3, 4, 4), new EncoderDecoder(new Flatten(), new Shifted(0.5)), loss, noise: 0, new(OptimizerKind.Adam, 1e-3, 0.9, 0.999));

        foreach (var count in new[] { 1, 5 })
        {
            var x = Tensor.Rand([count, 3, 4, 4], unused) - 0.75;
            Assert.Equal(expected, model.Turns[0].Loss(new(x, null, count, unused, 0))[term].Item(), 1e-6);        // float32
        }
    }

    // An identity that denoises makes exactly the noise's variance of mistakes: its target is the clean sample. 60,000 numbers: the standard error is .0015.
    [Fact]
    public void A_denoising_autoencoder_sees_noise_and_is_measured_by_the_clean_sample()
    {
        using var scope = new TensorScope();
        using var noise = new Generator(1);
        using var model = new Autoencoder(new(FieldKind.Image, 3, 10, 10), new EncoderDecoder(new Flatten(), new Shifted(0)), ReconstructionLoss.Mse, noise: 0.5, new(OptimizerKind.Adam, 1e-3, 0.9, 0.999));
        var x = Tensor.Rand([200, 3, 10, 10], noise);

        Assert.Equal(0.25, model.Turns[0].Loss(new(x, null, 200, noise, 0)).Total().Item(), 0.006);
        Assert.Equal(x.Doubles(), model.Reconstruct(x).Doubles());            // noise is for training alone
    }

    [Fact]
    public void Every_turn_draws_noise_of_its_own()
    {
        using var scope = new TensorScope();
        using var model = TinyModels.Build("autoencoder", "denoising");
        using var loop = new TinyLoop(model);
        var context = loop.Context(model.Turns[0]);

        Assert.NotEqual(model.Turns[0].Loss(context).Total().Item(), model.Turns[0].Loss(context).Total().Item());
    }

    [Theory]
    [InlineData("conv28", 64)]
    [InlineData("small28", 32)]
    [InlineData("mlp", 32)]
    [InlineData("plane", 2)]
    public void A_code_is_as_long_as_the_preset_says_and_depends_on_its_sample_alone(string preset, int length)
    {
        using var scope = new TensorScope();
        using var rng = new Generator(1);
        var variant = VariantCatalog.Find("autoencoder")!;
        var options = (AutoencoderOptions)variant.Presets.Single(p => p.Name == preset).Options with { Width = 4 };
        using var model = (Autoencoder)variant.Build(options, new(new(FieldKind.Image, 1, 12, 12), rng, rng));
        var x = Tensor.Rand([3, 1, 12, 12], rng) * 2 - 1;

        var codes = model.Encode(x);

        Assert.Equal([3, length], codes.Shape);
        Assert.Equal(codes.Narrow(0, 1, 1).Doubles(), model.Encode(x.Narrow(0, 1, 1)).Doubles(), (a, b) => Math.Abs(a - b) < 1e-5);
        Assert.Equal(x.Shape, model.Reconstruct(x).Shape);
        Assert.All(model.Players, player => Assert.True(player.Network.IsTraining));
    }

    [Fact]
    public void The_convolutions_have_the_plan_of_the_fact_sheet()
    {
        using var rng = new Generator(1);
        using var model = VariantCatalog.Find("autoencoder")!.Build(new AutoencoderOptions(), new(new(FieldKind.Image, 1, 28, 28), rng, rng));

        var shapes = model.Players[0].Network.StateDict().Where(pair => pair.Value.Shape.Length > 1).Select(pair => $"{pair.Key} {string.Join('x', pair.Value.Shape)}");

        Assert.Equal(["encoder.net.0.weight 64x1x4x4", "encoder.net.2.weight 128x64x4x4", "encoder.net.6.weight 64x6272",
            "decoder.net.0.weight 6272x64", "decoder.net.4.weight 128x64x4x4", "decoder.net.7.weight 64x1x4x4"], shapes);
    }

    [Fact]
    public void An_autoencoder_draws_nothing_because_the_law_of_its_codes_is_unknown()
    {
        using var model = TinyModels.Build("autoencoder", "conv28");

        Assert.IsNotType<ISampler>(model, exactMatch: false);
        Assert.IsType<IReconstructor>(model, exactMatch: false);
    }

    [Fact]
    public void A_code_as_long_as_the_sample_needs_noise()
    {
        var plane = new SampleSchema(FieldKind.Points, 2);
        var wide = new AutoencoderOptions(CoderBody.Linear, Code: 2);

        Assert.Contains("no bottleneck", Assert.Single(wide.Validate(plane)).Text.English, StringComparison.Ordinal);
        Assert.Empty((wide with { Noise = 0.1 }).Validate(plane));
        Assert.Empty((wide with { Code = 1 }).Validate(plane));
    }

    [Theory]
    [InlineData(30)]
    [InlineData(4)]
    [InlineData(132)]
    public void Sides_that_do_not_halve_twice_are_refused_with_the_way_out(int side)
    {
        var problem = Assert.Single(new AutoencoderOptions(Code: 8).Validate(new(FieldKind.Image, 1, side, side)));

        Assert.Equal("options.body", problem.Path);
        Assert.Contains("body=mlp", problem.Text.English, StringComparison.Ordinal);
        Assert.Contains("body=mlp", problem.Text.Spanish, StringComparison.Ordinal);
    }

    private static Autoencoder Linear(int code)
    {
        using var init = new Generator(3);
        return (Autoencoder)VariantCatalog.Find("autoencoder")!.Build(new AutoencoderOptions(CoderBody.Linear, code, LearningRate: 0.01), new(new(FieldKind.Points, Variances.Length), init, init));
    }

    /// <summary>Gives back what it gets and a number more, as a picture where the codes are flattened ones.</summary>
    private sealed class Shifted(double by) : Module
    {
        public override Tensor Forward(Tensor x)
        {
            var side = (long)Math.Sqrt(x.Size(1) / 3.0);
            return (x + by).Reshape(x.Size(0), 3, side, side);
        }
    }
}
