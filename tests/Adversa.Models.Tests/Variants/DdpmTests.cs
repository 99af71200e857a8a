using Adversa.Models.Games;
using Adversa.Models.Networks;
using Adversa.Models.Variants;
using Adversa.Torch;
using Adversa.Torch.Tests;

namespace Adversa.Models.Tests.Variants;

public sealed class DdpmTests
{
    private static readonly SampleSchema Cifar = new(FieldKind.Image, 3, 32, 32);
    private static readonly SampleSchema Plane = new(FieldKind.Points, 2);

    [Fact]
    public void A_hundred_steps_with_the_noise_of_a_thousand_are_refused_with_the_reason()
    {
        var unscaled = new DdpmOptions(Timesteps: 100, BetaScale: 1);

        var problem = Assert.Single(unscaled.Validate(Cifar));

        Assert.Equal("options.betaScale", problem.Path);
        Assert.Equal("options.betaScale is 1; with 100 timesteps, 0.3636 of the data is left in the last one (ᾱ_T), where samples begin with pure noise: at most 0.001 may be. "
            + "Leave betaScale out, which takes 1000 / timesteps.", problem.Text.English);
        Assert.Empty((unscaled with { EndSignal = 1 }).Validate(Cifar));
        Assert.EndsWith("Omita betaScale, lo que toma 1000 / timesteps.", Assert.Single((unscaled with { BetaScale = 0 }).Validate(Cifar)).Text.Spanish, StringComparison.Ordinal);
        Assert.Empty((unscaled with { BetaScale = null }).Validate(Cifar));
    }

    [Fact]
    public void Beta_stays_below_1()
    {
        var problem = Assert.Single(new DdpmOptions(Timesteps: 10).Validate(Cifar));

        Assert.Equal("options.timesteps is 10; β times 100 reaches 2, and it must stay below 1. Take more timesteps or a smaller betaScale.", problem.Text.English);
    }

    [Fact]
    public void Points_and_pictures_have_networks_of_their_own()
    {
        Assert.Equal("options.body is uNet; pictures need uNet, points need mlp. The data is 2 coordinates.", Assert.Single(new DdpmOptions().Validate(Plane)).Text.English);
        Assert.Equal("options.body", Assert.Single(new DdpmOptions(DdpmBody.Mlp).Validate(Cifar)).Path);
    }

    [Fact]
    public void Sides_are_multiples_of_what_the_levels_halve()
    {
        var problem = Assert.Single(new DdpmOptions(Levels: 4).Validate(new(FieldKind.Image, 1, 28, 28)));

        Assert.StartsWith("options.levels is 4; it fits sides that are multiples of 8", problem.Text.English, StringComparison.Ordinal);
    }

    // Preset by preset: what a step adds at least and at most, and what is left of the data.
    [Fact]
    public void Every_preset_begins_with_noise_and_scales_it_by_1000_over_T()
    {
        using var rng = new Generator(1);
        foreach (var preset in DdpmVariant.Descriptor.Presets)
        {
            var options = (DdpmOptions)preset.Options;
            using var model = (DiffusionModel)DdpmVariant.Descriptor.Build(options with { Width = 4 }, new(options.Body == DdpmBody.Mlp ? Plane : Cifar, rng, rng));
            var schedule = model.Schedule;

            Assert.Equal(1e-4 * 1000 / options.Timesteps, 1 - schedule.AlphaBar(1), 1e-12);
            Assert.Equal(0.02 * 1000 / options.Timesteps, 1 - schedule.AlphaBar(options.Timesteps) / schedule.AlphaBar(options.Timesteps - 1), 1e-12);
            Assert.InRange(schedule.AlphaBar(options.Timesteps), 1e-5, 1e-3);
        }
    }

    [Fact]
    public void The_papers_network_drops_a_tenth_in_every_block()
    {
        using var scope = new TensorScope();
        using var model = TinyModels.Build("ddpm", "cifar");

        Assert.Equal(Enumerable.Repeat(0.1, 8 + 2 + 12), model.Sampler().SampledNetwork.DropoutShares());
    }

    [Fact]
    public void Points_pass_layers_that_know_the_step()
    {
        using var scope = new TensorScope();
        using var rng = new Generator(1);
        using var net = new NoiseMlp(coordinates: 2, width: 8, layers: 3, rng);
        var x = Tensor.Randn([1, 2], rng);

        var both = net.Forward(Tensor.Cat([x, x]), Tensor.From([1L, 50L], 2)).Doubles();

        Assert.NotEqual(both[0], both[2], 1e-3);
        Assert.Equal(both[..2].Select(y => Math.Round(y, 5)), net.Forward(x, Tensor.From([1L], 1)).Doubles().Select(y => Math.Round(y, 5)));
        Assert.Equal(3, net.NamedParameters().Count(pair => pair.Name.StartsWith("dense.", StringComparison.Ordinal) && pair.Name.EndsWith("weight", StringComparison.Ordinal)));
    }
}
