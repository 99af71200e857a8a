using Adversa.Models.Networks;
using Adversa.Models.Variants;
using Adversa.Torch;
using Adversa.Torch.Nn;
using Adversa.Torch.Optim;
using Adversa.Torch.Tests;

namespace Adversa.Models.Tests.Networks;

/// <summary>The preset <c>atienza28</c>: a Keras tutorial's networks.</summary>
public sealed class AtienzaTests
{
    private static readonly SampleSchema Digits = new(FieldKind.Image, 1, 28, 28);

    // Counted by hand from the plan: G dense 100-12544, batch norm, convolutions 256-128-64-32-1 of 5x5 with batch norm;
    // D convolutions 1-64-128-256-512 of 5x5 and a dense layer from 512 maps of 4x4.
    [Fact]
    public void The_plan_has_the_tutorials_parameters()
    {
        using var scope = new TensorScope();
        using var rng = new Generator(1);
        var dcgan = VariantCatalog.Find("dcgan")!;
        using var model = dcgan.Build(dcgan.Presets.Single(p => p.Name == "atienza28").Options, new(Digits, rng, rng));

        Assert.Equal([2_368_705, 4_311_553], model.Players.Select(player => player.Network.Parameters.Sum(p => p.Elements)));
    }

    [Theory]
    [InlineData(28, 28)]
    [InlineData(12, 20)]
    public void Shapes_from_latent_to_picture_to_score(int height, int columns)
    {
        using var scope = new TensorScope();
        using var rng = new Generator(1);
        var schema = Digits with { Height = height, Width = columns };
        using var g = new AtienzaGenerator(schema, 5, 8, Output.Sigmoid, new(schema, rng, rng));
        using var d = new AtienzaDiscriminator(schema, 8, new(schema, rng, rng));

        var pictures = g.Forward(Tensor.Randn([2, 5], rng));

        Assert.Equal([2, 1, height, columns], pictures.Shape);
        Assert.All(pictures.Doubles(), x => Assert.InRange(x, 0, 1));
        Assert.Equal([2, 1], d.Forward(pictures).Shape);
    }

    [Fact]
    public void The_generators_turn_leaves_the_discriminators_weights_alone()
    {
        using var model = TinyModels.Build("dcgan", "atienza28");
        using var loop = new TinyLoop(model);
        var before = model.Players[1].Network.Values();

        loop.Update(model.Turns[1]);

        Assert.Equal(before, model.Players[1].Network.Values());
    }

    [Fact]
    public void Dropout_is_off_when_sampling_and_on_in_training()
    {
        using var scope = new TensorScope();
        using var model = TinyModels.Build("dcgan", "atienza28");
        var network = model.Sampler().SampledNetwork;
        var z = Latents.OfSeeds([1, 2], 4, Prior.Uniform);

        Assert.NotEqual(network.Forward(z).Doubles(), network.Forward(z).Doubles());
        Assert.Equal(model.Sampler().Sample(new([1, 2])).Doubles(), model.Sampler().Sample(new([1, 2])).Doubles());
        double[] Realness() => model.Critic!.Realness!(model.Sampler().Sample(new([1, 2]))).Doubles();
        Assert.Equal(Realness(), Realness());
    }

    [Fact]
    public void Dropout_takes_four_tenths()
    {
        using var scope = new TensorScope();
        using var model = TinyModels.Build("dcgan", "atienza28");

        Assert.Equal([0.4], model.Players[0].Network.DropoutShares());
        Assert.Equal([0.4, 0.4, 0.4, 0.4], model.Players[1].Network.DropoutShares());
    }

    [Fact]
    public void Layers_stand_in_the_tutorials_order()
    {
        using var scope = new TensorScope();
        using var rng = new Generator(1);
        using var g = new AtienzaGenerator(Digits, 4, 8, Output.Sigmoid, new(Digits, rng, rng));
        using var d = new AtienzaDiscriminator(Digits, 8, new(Digits, rng, rng));

        Assert.Equal("Linear BatchNorm1d ReLU Unflatten Dropout Upsample Conv2d BatchNorm2d ReLU Upsample Conv2d BatchNorm2d ReLU Conv2d BatchNorm2d ReLU Conv2d Sigmoid", Layers(g));
        Assert.Equal("Conv2d LeakyReLU Dropout Conv2d LeakyReLU Dropout Conv2d LeakyReLU Dropout Conv2d LeakyReLU Dropout Flatten Linear", Layers(d));

        static string Layers(Module network) => string.Join(' ', network.Modules().Skip(2).Select(layer => layer.GetType().Name));
    }

    // Keras' old RMSprop: v ← .9 v + .1 g²;  p ← p - lr / (1 + decay·t) · g / (√v + 1e-7),  t = 0, 1, ...  with decay = 3e-4·lr (2e-4 goes with 6e-8).
    // At lr = 1 and 2 the decay is large enough to see: 60 steps shrink the rate by 2 and 4 %. float32 sums of 60 terms near 120: 60 roundings of 4e-6.
    [Theory]
    [InlineData(1.0)]
    [InlineData(2.0)]
    public void RMSprop_decays_as_Keras_does(double rate)
    {
        using var scope = new TensorScope();
        var p = Tensor.Scalar(0).Leaf();
        using var rmsProp = new OptimizerOptions(OptimizerKind.KerasRmsProp, LearningRate: rate, Beta1: 0.5, Beta2: 0.9).Create([("p", p)]);
        double expected = 0, square = 0, without = 0;

        for (var t = 0; t < 60; t++)
        {
            var g = 1 + 0.5 * Math.Sin(t);
            rmsProp.ZeroGrad();
            (p * g).Backward();
            rmsProp.Step();
            square = 0.9 * square + 0.1 * g * g;
            expected -= rate / (1 + 3e-4 * rate * t) * g / (Math.Sqrt(square) + 1e-7);
            without -= rate * g / (Math.Sqrt(square) + 1e-7);
        }

        Assert.Equal(expected, p.Item(), 2.4e-4);
        Assert.True(Math.Abs(expected - without) > 0.1, "the decay is too small to be tested");
    }

    [Fact]
    public void A_width_that_is_no_multiple_of_8_is_a_problem()
    {
        var dcgan = VariantCatalog.Find("dcgan")!;

        var problem = Assert.Single(dcgan.FromJson(TinyModels.Json("""{"body": "atienza", "width": 20}""")).Validate(Digits));

        Assert.Equal(("options.width", "options.width is 20; the body \"atienza\" needs a multiple of 8."), (problem.Path, problem.Text.English));
    }
}
