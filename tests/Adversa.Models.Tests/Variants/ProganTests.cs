using Adversa.Models.Networks;
using Adversa.Models.Variants;
using Adversa.Torch;
using Adversa.Torch.Nn;
using Adversa.Torch.Tests;

namespace Adversa.Models.Tests.Variants;

public sealed class ProganTests : IDisposable
{
    private static readonly Variant Progan = VariantCatalog.Find("progan")!;
    private readonly Generator _rng = new(1);

    public void Dispose() => _rng.Dispose();

    [Theory]
    [InlineData(56, 20, "7, 14, 28, 56. Choose one of them, or 0 for 7.")]
    [InlineData(56, 112, "7, 14, 28, 56")]
    [InlineData(64, 7, "4, 8, 16, 32, 64. Choose one of them, or 0 for 4.")]
    [InlineData(48, 8, "6, 12, 24, 48")]
    public void A_first_side_that_does_not_double_up_to_the_data_is_told_with_those_that_do(int side, int first, string expected)
    {
        var problem = Assert.Single(Progan.FromJson(new() { ["firstSide"] = first }).Validate(new(FieldKind.Image, 1, side, side)));

        Assert.Equal("options.firstSide", problem.Path);
        Assert.Contains($"options.firstSide is {first}; the sides that reach {side} by doubling are {expected}", problem.Text.English, StringComparison.Ordinal);
        Assert.Contains($"llegan a {side} duplicándose", problem.Text.Spanish, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(56, 28)]
    [InlineData(50, 50)]
    [InlineData(27, 27)]
    public void Data_that_no_small_square_doubles_into_is_refused_with_the_way_out(int height, int columns)
    {
        var problem = Assert.Single(Progan.FromJson([]).Validate(new(FieldKind.Image, 1, height, columns)));

        Assert.Contains($"4, 5, 6 or 7 pixels a side until they are as large as the data, which is {height}x{columns}x1", problem.Text.English, StringComparison.Ordinal);
        Assert.Contains("--size N", problem.Text.Spanish, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0, 56, "7 14 28 56")]
    [InlineData(28, 56, "28 56")]
    [InlineData(56, 56, "56")]
    [InlineData(0, 64, "4 8 16 32 64")]
    [InlineData(0, 40, "5 10 20 40")]
    public void The_sides_go_from_the_first_to_the_datas(int first, int side, string expected)
    {
        var growth = new ProganOptions(FirstSide: first == 0 ? null : first).Growth(new(FieldKind.Image, 1, side, side));

        Assert.Equal(expected, string.Join(' ', Enumerable.Range(growth.First, growth.Last - growth.First + 1).Select(growth.Side)));
    }

    // Table 2 of the paper ends with 16 channels at 1024 pixels, and has twice as many at half the side, at most 512.
    [Fact]
    public void Channels_double_downwards_up_to_the_cap()
    {
        Assert.Equal([512, 512, 512, 512, 256, 128, 64, 32, 16], Of(new(Width: 16, MostChannels: 512), 1024));
        Assert.Equal([16, 16, 16, 16], Of(new(Width: 16, MostChannels: 16), 56));
        Assert.Equal([512, 512, 512, 512, 256], Of((ProganOptions)Preset("karras64").Options, 64));

        static IEnumerable<int> Of(ProganOptions options, int side) => options.Channels(options.Growth(new(FieldKind.Image, 3, side, side)));
    }

    [Theory]
    [InlineData("small", 64)]
    [InlineData("unown", 56)]
    [InlineData("karras64", 64)]
    public void A_presets_steps_see_all_levels_through(string preset, int side)
    {
        var p = Preset(preset);

        Assert.InRange(p.Steps * p.Batch, ((ProganOptions)p.Options).Growth(new(FieldKind.Image, 1, side, side)).Total, long.MaxValue);
    }

    // Section A.1 of the paper.
    [Fact]
    public void Both_players_move_by_Adam_at_1e_3_without_a_mean()
    {
        using var model = TinyModels.Build("progan", "karras64");

        Assert.All(model.Players, player => Assert.Equal(new OptimizerOptions(OptimizerKind.Adam, 1e-3, 0, 0.99), player.Optimizer));
    }

    // Scaling at initialisation instead of at run time is the trap: the stored weights have deviation 1, whatever the fan-in. 5 standard errors of 1/√(2n).
    [Fact]
    public void Weights_begin_with_deviation_one_and_biases_at_zero()
    {
        using var scope = new TensorScope();
        using var model = Build(56, """{"latent": 32}""");
        foreach (var (name, p) in model.Players.SelectMany(player => player.Network.NamedParameters()).Where(p => p.Tensor.Elements >= 1000 || p.Name.EndsWith("bias", StringComparison.Ordinal)))
            if (name.EndsWith("bias", StringComparison.Ordinal)) Assert.All(p.Doubles(), b => Assert.Equal(0, b));
            else Assert.Equal(1, Math.Sqrt(p.Square().Mean().Item()), 5 / Math.Sqrt(2.0 * p.Elements));
    }

    [Fact]
    public void Pixel_norm_is_in_the_generator_alone_and_the_spread_of_the_batch_in_the_discriminator_before_its_last_convolutions()
    {
        using var model = Build(56, "{}");
        var (g, d) = (model.Players[0].Network.Modules().ToList(), model.Players[1].Network.Modules().ToList());

        Assert.Equal(2 * 4, g.OfType<PixelNorm>().Count());                        // after both layers of each of four levels; the one on z has no key and is no child
        Assert.Empty(d.OfType<PixelNorm>());
        Assert.Single(d.OfType<MinibatchStddev>());
        Assert.Empty(g.OfType<MinibatchStddev>());
        Assert.Equal("Sequential MinibatchStddev EqualizedConv2d LeakyReLU EqualizedConv2d LeakyReLU Flatten EqualizedLinear",
            string.Join(' ', d.SkipWhile(m => m is not MinibatchStddev).Take(7).Prepend(d[d.FindIndex(m => m is MinibatchStddev) - 1]).Select(m => m.GetType().Name)));
    }

    [Fact]
    public void A_round_says_side_and_alpha_and_both_turns_stand_at_its_images()
    {
        using var model = Build(56, """{"firstSide": 28, "stableImages": 8, "fadeImages": 16, "width": 2}""");
        using var loop = new TinyLoop(model);                                      // batches of four

        Assert.Equal([(28, 1), (56, 0), (56, 0.25), (56, 0.5), (56, 0.75), (56, 1), (56, 1)], Enumerable.Range(0, 7).Select(round =>
        {
            var said = loop.Update(model.Turns[0], round);
            loop.Update(model.Turns[1], round);
            Assert.All(model.Players, player => Assert.Equal(4 * (round + 1), player.Network.StateDict()["images"].Item()));
            return (said["side"], said["alpha"]);
        }));
    }

    // An update that gathers several batches shows them all.
    [Fact]
    public void Every_real_batch_counts_and_the_generators_turn_shows_none()
    {
        using var scope = new TensorScope();
        using var model = Build(56, """{"width": 2}""");
        using var loop = new TinyLoop(model);

        for (var part = 0; part < 3; part++) model.Turns[0].Loss(loop.Context(model.Turns[0]));
        model.Turns[1].Loss(loop.Context(model.Turns[1]));

        Assert.All(model.Players, player => Assert.Equal(12, ((GrowingNetwork)player.Network).Images));
    }

    [Fact]
    public void Before_the_last_level_a_sample_is_made_of_squares()
    {
        using var scope = new TensorScope();
        using var model = Build(56, """{"firstSide": 14, "width": 2}""");

        var picture = model.Sampler().Sample(new([3]));

        Assert.Equal([1, 1, 56, 56], picture.Shape);
        var squares = GrowingNetwork.Reduce(picture, 4);
        Golden.Close(picture.Doubles(), GrowingNetwork.Enlarge(squares, 4).Doubles(), 1e-6, "the picture of squares");
        Assert.True(squares.Doubles().Distinct().Count() > 50);
    }

    [Fact]
    public void The_rate_rises_whenever_a_level_is_new_and_is_reduced_after_the_first()
    {
        using var model = Build(56, """{"firstSide": 28, "stableImages": 40, "fadeImages": 40, "rampImages": 16, "laterRate": 0.5, "width": 2}""");
        var images = new[] { 4, 8, 16, 36, 44, 52, 56, 60, 200 };

        Assert.Equal([0.25, 0.5, 1, 1, 0.125, 0.375, 0.5, 0.5, 0.5], images.Select(n =>
        {
            foreach (var player in model.Players) ((GrowingNetwork)player.Network).GrowTo(n);
            return model.LearningRateFactor;
        }));
    }

    private static Preset Preset(string name) => Progan.Presets.Single(p => p.Name == name);

    private Model Build(int side, string json) => Progan.Build(Progan.FromJson(TinyModels.Json(json)), new(new(FieldKind.Image, 1, side, side), _rng, _rng));
}
