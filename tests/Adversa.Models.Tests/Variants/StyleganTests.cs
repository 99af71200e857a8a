using Adversa.Models.Games;
using Adversa.Models.Networks;
using Adversa.Models.Penalties;
using Adversa.Models.Variants;
using Adversa.Torch;
using Adversa.Torch.Nn;
using Adversa.Torch.Tests;

namespace Adversa.Models.Tests.Variants;

/// <summary>The T1 facts of the fact sheet on StyleGAN2.</summary>
public sealed class StyleganTests : IDisposable
{
    private readonly TensorScope _scope = new();
    private readonly Generator _rng = new(3);

    // Weights of its own for each sample: w'_oik = w_oik·s_i, over √(Σ_ik w'² + ε), one convolution a sample.
    [Theory]
    [InlineData(3, true)]
    [InlineData(3, false)]
    [InlineData(1, false)]
    public void Scaling_the_activations_equals_weights_of_its_own_for_each_sample(int kernel, bool demodulate)
    {
        using var conv = new ModulatedConv2d(5, 7, kernel, 4, _rng, demodulate: demodulate);
        var (x, style) = (Tensor.Randn([3, 5, 6, 4], _rng), Tensor.Randn([3, 4], _rng));
        var (s, weight) = (conv.Scales(style), conv.Parameters[^1] / Math.Sqrt(5 * kernel * kernel));

        var actual = conv.Forward(x, style).Doubles();
        var expected = Enumerable.Range(0, 3).SelectMany(n =>
        {
            var own = weight * s.Narrow(0, n, 1).Reshape(1, 5, 1, 1);
            if (demodulate) own /= (own.Square().Sum([1, 2, 3], keepDim: true) + 1e-8).Sqrt();
            return Ops.Conv2d(x.Narrow(0, n, 1), own, null, [1, 1], [kernel / 2, kernel / 2], [1, 1]).Doubles();
        });

        Assert.All(actual.Zip(expected), pair => Assert.Equal(pair.Second, pair.First, 1e-5));
    }

    // 16 channels of a 32x32 inside: 14,400 numbers, many of the same pixels; four percent are some four standard errors.
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Demodulated_outputs_of_unit_inputs_have_unit_variance_whatever_the_style(bool up)
    {
        using var conv = new ModulatedConv2d(64, 16, 3, 8, _rng, up);

        var y = conv.Forward(Tensor.Randn([4, 64, 32, 32], _rng), 3 * Tensor.Randn([4, 8], _rng));

        var inside = y.Narrow(2, 2, y.Size(2) - 4).Narrow(3, 2, y.Size(3) - 4);
        if (up) Assert.Equal([4, 16, 64, 64], y.Shape);
        else Assert.Equal(1, inside.Square().Mean().Item(), 0.04);
    }

    // A constant stays what it is away from the border: the weights that meet at one output pixel of a transposed convolution and a smooth kernel add up to the plain one's.
    [Fact]
    public void Doubling_gives_a_constant_map_the_same_value_as_a_plain_convolution()
    {
        using var up = new ModulatedConv2d(3, 2, 3, 4, _rng, up: true);
        using var plain = new ModulatedConv2d(3, 2, 3, 4, _rng);
        foreach (var (to, from) in plain.Parameters.Zip(up.Parameters)) using (Autograd.NoGrad()) to.CopyInPlace(from);
        var (style, ones) = (Tensor.Randn([1, 4], _rng), Tensor.Ones([1, 3, 8, 8]));

        var (large, small) = (up.Forward(ones, style), plain.Forward(ones, style));

        for (var channel = 0; channel < 2; channel++) Assert.Equal(At(small, channel, 4), At(large, channel, 8), 1e-5);

        static double At(Tensor x, int channel, int pixel) => x.Narrow(1, channel, 1).Narrow(2, pixel, 1).Narrow(3, pixel, 1).Item();
    }

    // The reference gives each sample weights of its own and puts zeros between pixels: see tests/golden/make_styles.py.
    [Fact]
    public void Styles_pictures_path_lengths_and_the_gradient_of_their_penalty_equal_PyTorchs()
    {
        using var golden = new Golden("style_generator");
        using var g = new StyleGenerator(new(FieldKind.Image, 3, 8, 12), 5, 2, [6, 4, 3], 0, _rng, _rng);
        g.LoadStateDict(golden.Under("weight."));

        var w = g.Map(golden["input"]);
        var styles = g.ForEachLayer(w).Clone().Detach();
        styles.RequiresGrad = true;
        var pictures = g.Draw(styles, null);
        var lengths = PathLengthPenalty.Lengths(pictures, styles, golden["direction"]);
        (lengths - 1).Square().Mean().Backward();

        golden.Check("style", w);
        golden.Check("output", pictures);
        golden.Check("lengths", lengths);
        golden.Check("grad.basis", g.Parameters[0].Grad);
    }

    [Fact]
    public void A_latent_is_taken_by_its_direction_alone()
    {
        using var g = Network();
        var z = Tensor.Randn([2, 6], _rng);

        Assert.All(g.Map(z).Doubles().Zip(g.Map(5 * z).Doubles()), pair => Assert.Equal(pair.First, pair.Second, 1e-5));
        Assert.NotEqual(g.Map(z).Doubles(), g.Map(-z).Doubles());
    }

    // w̄ ← w̄ + .005 (mean of w - w̄), twice on the same latents from 0: (1 - .995²)·mean.
    [Fact]
    public void The_average_style_follows_the_styles_of_training_by_five_thousandths()
    {
        using var g = Network();
        var z = Tensor.Randn([8, 6], _rng);
        var mean = g.Map(z).Mean([0]).Doubles();

        g.Forward(z);
        g.Forward(z);
        Assert.All(g.AverageStyle.Doubles().Zip(mean), pair => Assert.Equal((1 - 0.995 * 0.995) * pair.Second, pair.First, 1e-5));

        g.Eval();
        var before = g.AverageStyle.Doubles();
        g.Forward(z);
        Assert.Equal(before, g.AverageStyle.Doubles());
    }

    // y^T J along every style coordinate by central differences of the picture.
    [Fact]
    public void Path_lengths_are_what_finite_differences_say()
    {
        using var g = Network();
        var styles = g.ForEachLayer(g.Map(Tensor.Randn([1, 6], _rng))).Clone().Detach();
        styles.RequiresGrad = true;
        var y = Tensor.Randn([1, 3, 16, 8], _rng);

        var length = PathLengthPenalty.Lengths(g.Draw(styles, null), styles, y).Item();

        const float h = 1e-2f;
        var at = styles.ToArray<float>();
        var squares = Enumerable.Range(0, at.Length).Sum(i => Math.Pow((Along(i, h) - Along(i, -h)) / (2 * h), 2));
        Assert.Equal(Math.Sqrt(squares / g.Styles), length, 0.01 * length);

        double Along(int i, float step)
        {
            var moved = (float[])at.Clone();
            moved[i] += step;
            using var _ = Autograd.NoGrad();
            return (g.Draw(Tensor.From(moved, 1, g.Styles, 6), null) * y).Sum().Item();
        }
    }

    [Fact]
    public void The_mean_path_length_takes_in_a_hundredth_and_its_penalty_moves_the_generator()
    {
        using var g = Network();

        var penalty = PathLengthPenalty.Of(g, Tensor.Randn([4, 6], _rng), _rng);
        penalty.Backward();

        var mean = g.PathLength.Item();
        Assert.True(mean > 0);
        Assert.True(penalty.Item() > Math.Pow(98 * mean, 2));                     // lengths of about 100 a, and (99 a)² of their mean
        Assert.All(g.NamedParameters().Where(p => p.Name.EndsWith("weight", StringComparison.Ordinal)), p => Assert.Contains(p.Tensor.Grad!.Doubles(), x => x != 0));
    }

    [Fact]
    public void Penalties_are_lazy_and_rates_and_betas_are_corrected_for_them()
    {
        using var model = TinyModels.Build("stylegan2-small", "small64");
        var (g, d) = (model.Players[0], model.Players[1]);

        Assert.Equal([(d, 1, 1), (d, 16, 16), (g, 1, 1), (g, 4, 4)], model.Turns.Select(turn => (turn.Player, turn.Every, (int)turn.Gain)));
        Assert.Equal((2.5e-3 * 4 / 5, 0, Math.Pow(0.99, 4 / 5.0)), (g.Optimizer.LearningRate, g.Optimizer.Beta1, g.Optimizer.Beta2));
        Assert.Equal((2.5e-3 * 16 / 17, 0, Math.Pow(0.99, 16 / 17.0)), (d.Optimizer.LearningRate, d.Optimizer.Beta1, d.Optimizer.Beta2));
        Assert.False(model.Turns[3].NeedsData);
        using var plain = TinyModels.Build("stylegan2-small", "small");
        Assert.Equal(["d", "d", "g"], plain.Turns.Select(turn => turn.Player.Name));
        Assert.Equal(2.5e-3, plain.Players[0].Optimizer.LearningRate);
    }

    // ½γ‖w‖² of a linear critic, and a batch of 4 shares γ.
    [Fact]
    public void R1_that_the_batch_shares_is_divided_by_it()
    {
        var w = Tensor.From([2f, 1f], 2, 1);
        var turn = new CriticTurn(Tensor.Randn([4, 2], _rng), () => Tensor.Randn([4, 2], _rng), x => new(x.Matmul(w))) { Network = x => x.Matmul(w), View = x => x, Noise = _rng };

        Assert.Equal(2.5 / 4, new R1Penalty(1) { IsSharedByBatch = true }.Of(turn).Item(), 1e-5);
        Assert.Equal(2.5, new R1Penalty(1).Of(turn).Item(), 1e-5);
    }

    [Theory]
    [InlineData(28, 28, 2)]
    [InlineData(32, 32, 3)]
    [InlineData(64, 48, 3)]
    [InlineData(64, 64, 4)]
    [InlineData(96, 64, 4)]
    public void Pictures_of_any_shape_begin_as_small_as_both_sides_allow(int height, int width, int levels)
    {
        var (options, schema) = (new StyleganOptions(), new SampleSchema(FieldKind.Image, 3, height, width));

        Assert.Empty(options.Validate(schema));
        Assert.Equal(levels, options.LevelsFor(schema));
        using var g = new StyleGenerator(schema, 6, 2, [.. options.Widths(schema).Select(_ => 4)], 0, _rng, _rng);
        using var d = new StyleDiscriminator(schema, [.. options.Widths(schema).Select(_ => 4)], _rng, 4);
        Assert.Equal([4, 1], d.Forward(g.Forward(Tensor.Randn([4, 6], _rng))).Shape);
        Assert.Contains(options.Validate(schema with { Height = 25 }), problem => problem.Path == "options.levels");
    }

    [Fact]
    public void Channels_are_4096_over_the_side_and_256_at_most_where_the_sheet_says_so()
    {
        var wide = (StyleganOptions)StyleganVariant.Descriptor.Presets[2].Options;

        Assert.Equal([256, 256, 256, 128, 64], wide.Widths(new(FieldKind.Image, 3, 64, 64)));
    }

    // Noise strengths begin at 0: drawn with a strength, pictures of one seed are equal still, those of two seeds and one style are not.
    [Fact]
    public void The_noise_of_a_sample_is_its_seeds()
    {
        using var model = (StyleGame)TinyModels.Build("stylegan2-small", "small");
        foreach (var (name, p) in model.Players[0].Network.NamedParameters())
            if (name.EndsWith("noise_strength", StringComparison.Ordinal)) Init.Constant(p, 1);
        var styles = model.StylesOf(new([1]));

        Assert.Equal(model.Draw(styles, new([1])).Doubles(), model.Draw(styles, new([1])).Doubles());
        Assert.NotEqual(model.Draw(styles, new([1])).Doubles(), model.Draw(styles, new([2])).Doubles());
    }

    [Fact]
    public void Truncation_moves_a_style_along_the_line_to_the_mean_of_all()
    {
        using var model = (StyleGame)TinyModels.Build("stylegan2-small", "small");
        using var loop = new TinyLoop(model);
        loop.Round();
        var mean = ((StyleGenerator)model.SampledNetwork).AverageStyle.Doubles();

        var (full, half, none) = (Of(1), Of(0.5), Of(0));

        Assert.All(Enumerable.Range(0, mean.Length), i => Assert.Equal((full[i] + mean[i]) / 2, half[i], 1e-6));
        Assert.All(Enumerable.Range(0, mean.Length), i => Assert.Equal(mean[i], none[i], 1e-6));

        double[] Of(double truncation) => model.StylesOf(new([1]) { Truncation = truncation }).Doubles();
    }

    // Always mixed: the first layer is never of the second latent, the last is always; in between it changes once.
    [Fact]
    public void Mixed_styles_change_once_from_coarse_to_fine()
    {
        using var g = Network(mixing: 1);

        var styles = g.TrainingStyles(Tensor.Randn([200, 6], _rng));

        var firsts = Enumerable.Range(0, 200).Select(n =>
        {
            var rows = styles.Narrow(0, n, 1).Doubles().Chunk(6).ToList();
            Assert.NotEqual(rows[0], rows[^1]);
            var from = rows.FindIndex(row => !row.SequenceEqual(rows[0]));
            Assert.All(rows.Skip(from), row => Assert.Equal(rows[^1], row));
            return from;
        }).ToList();
        Assert.Equal(Enumerable.Range(1, g.Styles - 1), firsts.Distinct().Order());
    }

    // Seed 1000 is none of those that the search begins with.
    [Fact]
    public void A_picture_that_the_model_drew_is_found_again()
    {
        using var model = (StyleGame)TinyModels.Build("stylegan2-small", "small");
        var (picture, request) = (model.Sample(new([1000])), new SampleRequest([0]));
        model.SampledNetwork.RequireGrad(true);

        var styles = StyleProjection.Find(model, picture, request);

        var found = StyleProjection.RootMeanSquare(Ops.Clamp(model.Draw(styles, request), -1, 1), picture);
        var ofSeeds = Enumerable.Range(0, 256).Min(seed => StyleProjection.RootMeanSquare(model.Sample(new([seed])), picture));
        Assert.True(found < 0.3 * ofSeeds, $"{found} beside {ofSeeds}");
        Assert.All(model.SampledNetwork.Parameters, p => Assert.Null(p.Grad));
    }

    [Fact]
    public void Who_says_that_its_models_have_styles_builds_such()
    {
        foreach (var variant in VariantCatalog.BuiltIn)
        {
            using var model = TinyModels.Build(variant.Id, variant.Presets[0].Name);
            Assert.Equal(model is IStyled, variant.HasStyles);
        }
    }

    public void Dispose()
    {
        _rng.Dispose();
        _scope.Dispose();
    }

    private StyleGenerator Network(double mixing = 0) => new(new(FieldKind.Image, 3, 16, 8), 6, 2, [8, 6], mixing, _rng, _rng);
}
