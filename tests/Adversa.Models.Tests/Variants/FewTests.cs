using Adversa.Models.Networks;
using Adversa.Models.Penalties;
using Adversa.Models.Variants;
using Adversa.Torch;
using Adversa.Torch.Nn;
using Adversa.Torch.Tests;

namespace Adversa.Models.Tests.Variants;

public sealed class FewTests : IDisposable
{
    private readonly TensorScope _scope = new();
    private readonly Generator _rng = new(7);

    [Fact]
    public void The_excitation_of_a_constant_map_is_a_closed_form()
    {
        using var skip = new SkipExcitation(2, 1, 6, 6, _rng);
        var (first, second) = (skip.Parameters[0], skip.Parameters[1]);      // [1, 2, 4, 4] and [1, 1, 1, 1]
        using (Autograd.NoGrad())
        {
            first.CopyInPlace(Tensor.From(Enumerable.Repeat(0.25f, 16).Concat(Enumerable.Repeat(-0.125f, 16)).ToArray(), [1, 2, 4, 4]));
            second.CopyInPlace(Tensor.From(new[] { 1.5f }, [1, 1, 1, 1]));
        }

        var map = Ops.Cat([Tensor.Ones([1, 1, 6, 6]), 3 * Tensor.Ones([1, 1, 6, 6])], 1);

        const double u = 16 * (0.25 * 1 - 0.125 * 3);                        // the kernel covers the pooled map: -2
        var swish = u / (1 + Math.Exp(-u));
        Assert.Equal(1 / (1 + Math.Exp(-1.5 * swish)), skip.Forward(map).Item(), 1e-6);
    }

    [Fact]
    public void Decoders_learn_from_real_pictures_alone()
    {
        var (one, other) = (Gradients(generatorGain: 1), Gradients(generatorGain: 40));

        Assert.Equal(one.Decoders, other.Decoders);
        Assert.NotEqual(one.Others, other.Others);
    }

    [Fact]
    public void Decoders_get_less_wrong_with_every_update()
    {
        using var d = new FewDiscriminator(new(FieldKind.Image, 1, 32, 32), 1, 3, _rng);
        using var adam = new OptimizerOptions(OptimizerKind.Adam, 1e-2, 0.5, 0.999).Create(d.NamedParameters());
        var x = Tensor.Rand([4, 1, 32, 32], _rng) * 2 - 1;

        double first = 0, last = 0;
        for (var step = 0; step < 25; step++)
        {
            using var scope = new TensorScope();
            var error = d.Error(d.Answer(x).Sight!, _rng);
            adam.ZeroGrad();
            error.Backward();
            adam.Step();
            (first, last) = (step == 0 ? error.Item() : first, error.Item());
        }

        Assert.InRange(last, 0, 0.9 * first);
    }

    [Fact]
    public void Channels_are_the_papers_from_4_to_256_pixels() =>
        Assert.Equal([1024, 512, 256, 128, 128, 64, 32], Enumerable.Range(0, 7).Select(level => FewLayers.Channels(64, level)));

    [Theory]
    [InlineData(28, 28, 2, "2", "[1, 1, 7, 7]")]
    [InlineData(32, 32, 3, "3", "[1, 1, 8, 8]")]
    [InlineData(48, 64, 4, "4", "[1, 1, 6, 8]")]
    [InlineData(128, 128, 5, "4 5", "[1, 1, 8, 8]")]
    public void Skips_and_the_last_map_follow_the_pictures_size(int height, int width, int levels, string skips, string last)
    {
        var schema = new SampleSchema(FieldKind.Image, 3, height, width);
        using var g = new FewGenerator(schema, 5, 1, levels, new(schema, _rng, _rng));
        using var d = new FewDiscriminator(schema, 1, levels, _rng);

        var x = g.Forward(Tensor.Randn([2, 5], _rng));
        var answer = d.Answer(x);

        Assert.Equal([2, 3, height, width], x.Shape);
        Assert.Equal([2, 1], answer.Score.Shape);
        Assert.Equal(skips.Split(' '), g.StateDict().Keys.Where(key => key.StartsWith("skip", StringComparison.Ordinal)).Select(key => key[4..5]).Distinct());
        Assert.Equal(last, $"[1, 1, {answer.Sight!.Features[^1].Size(2)}, {answer.Sight.Features[^1].Size(3)}]");
        Assert.True(double.IsFinite(d.Error(answer.Sight, _rng).Item()));
    }

    [Fact]
    public void Every_layer_of_the_generator_is_normalised_by_its_largest_singular_value()
    {
        var schema = new SampleSchema(FieldKind.Image, 3, 32, 32);
        using var g = new FewGenerator(schema, 5, 1, 3, new(schema, _rng, _rng));

        Assert.All(g.Modules().OfType<WeightedLayer>(), layer => Assert.Contains("weight_orig", layer.StateDict().Keys));
    }

    [Fact]
    public void Noise_is_new_in_each_pass_of_training_and_one_picture_in_evaluation()
    {
        var schema = new SampleSchema(FieldKind.Image, 1, 4, 4);
        using var layer = new NoiseInjection(4, 4, new(schema, _rng, _rng));
        var x = Tensor.Zeros([2, 3, 4, 4]);
        Assert.All(layer.Forward(x).Doubles(), value => Assert.Equal(0, value));                          // strength 0 at first
        using (Autograd.NoGrad()) Ops.FillInPlace(layer.Parameters[0], 1).Dispose();

        var (a, b) = (layer.Forward(x), layer.Forward(x));
        Assert.NotEqual(a.Doubles(), b.Doubles());
        Assert.Equal(a.Narrow(1, 0, 1).Doubles(), a.Narrow(1, 2, 1).Doubles());                                 // the same to all channels
        Assert.NotEqual(a.Narrow(0, 0, 1).Doubles(), a.Narrow(0, 1, 1).Doubles());                              // each sample's own

        layer.Eval();
        Assert.Equal(layer.Forward(x).Doubles(), layer.Forward(x).Doubles());
        Assert.Equal(layer.Forward(x).Narrow(0, 0, 1).Doubles(), layer.Forward(x).Narrow(0, 1, 1).Doubles());
    }

    [Fact]
    public void Both_penalties_of_a_linear_critic_are_the_square_of_its_weights()
    {
        var w = Tensor.From(new float[] { 3, -4 }, [2, 1]);
        var turn = new CriticTurn(Tensor.Randn([5, 2], _rng), () => Tensor.Randn([5, 2], _rng), x => new(x.Matmul(w))) { Network = x => x.Matmul(w), View = x => x, Noise = _rng };

        Assert.Equal(25, new BothSidesPenalty(1).Of(turn).Item(), 1e-4);                                  // ½·25 on either side
    }

    [Theory]
    [InlineData(32, 32, "few32")]
    [InlineData(28, 28, "few28")]
    [InlineData(56, 56, "few32")]
    [InlineData(64, 48, "few64")]
    [InlineData(128, 96, "few128")]
    [InlineData(256, 256, "few256")]
    public void The_preset_follows_the_pictures(int width, int height, string preset) =>
        Assert.Equal(preset, FewVariant.Descriptor.DefaultPreset(new(FieldKind.Image, 3, height, width)).Name);

    public void Dispose()
    {
        _rng.Dispose();
        _scope.Dispose();
    }

    /// <summary>Gradients of the discriminator in its turn, with a generator whose last layer is louder or not.</summary>
    private static (double[] Decoders, double[] Others) Gradients(double generatorGain)
    {
        var schema = new SampleSchema(FieldKind.Image, 1, 24, 24);
        using var model = FewVariant.Descriptor.Build(new FewOptions(Latent: 4, Width: 1, Levels: 3), new(schema, new Generator(1), new Generator(2)));
        var (g, d) = (model.Players[0].Network, model.Players[1].Network);
        using (Autograd.NoGrad()) Ops.MulInPlace(g.StateDict()["first.1.weight"], generatorGain).Dispose();      // before the first gate
        using var noise = new Generator(3);
        model.Turns[0].Loss(new(Tensor.Randn([4, 1, 24, 24], noise), null, 4, noise, 0)).Total().Backward();

        double[] Of(bool decoders) => [.. d.NamedParameters().Where(pair => decoders == (pair.Name.StartsWith("whole", StringComparison.Ordinal) || pair.Name.StartsWith("quadrant", StringComparison.Ordinal)))
            .SelectMany(pair => pair.Tensor.Grad!.Doubles())];
        return (Of(true), Of(false));
    }
}
