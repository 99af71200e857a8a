using Adversa.Models.Networks;
using Adversa.Models.Variants;
using Adversa.Torch;
using Adversa.Torch.Tests;

namespace Adversa.Models.Tests.Variants;

public sealed class SrganTests : IDisposable
{
    private static readonly Variant Srgan = VariantCatalog.Find("srgan")!;
    private static readonly SampleSchema Pictures = new(FieldKind.Image, 3, 32, 32);
    private readonly Generator _rng = new(1);

    public void Dispose() => _rng.Dispose();

    [Fact]
    public void The_generator_and_its_gradients_equal_PyTorch()
    {
        using var scope = new TensorScope();
        using var golden = new Golden("srgan_generator");
        using var g = new SrganGenerator(3, 4, 2, 4, _rng);
        g.LoadStateDict(golden.Under("weight."));

        var large = g.Forward(golden["input"]);
        large.Square().Mean().Backward();

        golden.Check("output", large);
        foreach (var (key, p) in g.NamedParameters()) golden.Check("grad." + key, p.Grad);
    }

    [Fact]
    public void The_discriminator_and_its_gradients_equal_PyTorch()
    {
        using var scope = new TensorScope();
        using var golden = new Golden("srgan_discriminator");
        using var d = new SrganDiscriminator(Pictures, 2, 6, _rng);
        d.LoadStateDict(golden.Under("weight."));

        var score = d.Forward(golden["input"]);
        score.Sum().Backward();

        golden.Check("output", score);
        foreach (var (key, p) in d.NamedParameters()) golden.Check("grad." + key, p.Grad);
    }

    // A square of pixels comes from the channels of one place, row by row: channel 2·i + j of a group lands in row i, column j.
    [Fact]
    public void A_pixel_shuffle_lays_the_channels_of_a_place_row_by_row()
    {
        using var scope = new TensorScope();
        using var shuffle = new Adversa.Torch.Nn.PixelShuffle(2);

        var y = shuffle.Forward(Tensor.From([0f, 1, 2, 3, 10, 11, 12, 13], 1, 8, 1, 1));

        Assert.Equal([0, 1, 2, 3, 10, 11, 12, 13], y.Doubles());
        Assert.Equal([1, 2, 2, 2], y.Shape);
    }

    [Fact]
    public void The_second_stage_compares_what_the_named_network_sees_and_the_first_compares_pixels()
    {
        using var scope = new TensorScope();
        using var seen = new Adversa.Torch.Nn.Conv2d(3, 2, 3, _rng, padding: 1);
        List<string> asked = [];
        BuildContext Context(bool trains) => new(Pictures, new Generator(3), new Generator(4)) { Features = trains ? Open : null };
        FeatureNetwork Open(string name)
        {
            asked.Add(name);
            return new(name, seen, seen, seen.Forward);
        }

        var options = Srgan.FromJson(TinyModels.Json("""{ "width": 2, "blocks": 1, "criticWidth": 1, "hidden": 2, "pixelSteps": 0, "features": "net", "contentWeight": 0.5 }"""));
        Srgan.Build(options, Context(trains: false)).Dispose();                                      // who only enlarges needs no such network
        Assert.Empty(asked);
        var model = Srgan.Build(options, Context(trains: true));
        var batch = TinyLoop.Noise(Pictures, [1, 2]);
        var real = batch.TensorOf(Field.Image);
        foreach (var player in model.Players) player.Network.Eval();

        var losses = model.Turns[0].Loss(new(batch, 2, new Generator(5), 0));
        losses["features"].Backward();

        var made = model.Players[0].Network.Forward(Ops.Clamp(Resampling.Bicubic(real, 8, 8), -1, 1));
        Assert.Equal(0.5 * (seen.Forward(made) - seen.Forward(real)).Square().Mean().Item(), losses["features"].Item(), 1e-6);
        Assert.DoesNotContain("pixels", losses.Select(term => term.Key));
        Assert.Contains(model.Players[0].Network.Parameters, p => p.Grad is { } grad && grad.Abs().Sum().Item() > 0);
        Assert.All(seen.Parameters, p => Assert.False(p.RequiresGrad));
        Assert.Equal(["net"], asked);
        model.Dispose();                                                                             // and the network with it
        Assert.Throws<ObjectDisposedException>(() => seen.Forward(real));
    }

    [Fact]
    public void The_first_stage_minimises_squared_errors_alone_and_the_discriminator_waits()
    {
        using var model = Build("""{"width": 2, "blocks": 1, "criticWidth": 1, "hidden": 2, "pixelSteps": 2, "contentWeight": 3}""");
        using var loop = new TinyLoop(model);
        var (g, d) = (model.Turns[0], model.Turns[1]);

        var first = loop.Update(g);
        Assert.False(d.When());
        loop.Update(g);
        Assert.True(d.When());
        var second = loop.Update(g);

        Assert.Equal(["pixels", "stage"], first.Keys);
        Assert.Equal(["pixels", "fake", "stage"], second.Keys);
        Assert.Equal((1, 2), (first["stage"], second["stage"]));
    }

    // The weights of the second stage, from the same networks on the same pictures.
    [Fact]
    public void The_second_stage_weighs_content_and_adversary()
    {
        var (a, b) = (Losses(1, 1), Losses(3, 0.5));

        Assert.Equal(3 * a["pixels"], b["pixels"], 1e-5);
        Assert.Equal(0.5 * a["fake"], b["fake"], 1e-5);

        static Dictionary<string, double> Losses(double content, double adversarial)
        {
            using var model = Build($$"""{"width": 2, "blocks": 1, "criticWidth": 1, "hidden": 2, "pixelSteps": 0, "contentWeight": {{content}}, "adversarialWeight": {{adversarial}}}""");
            using var loop = new TinyLoop(model);
            return loop.Update(model.Turns[0]);
        }
    }

    [Fact]
    public void The_rate_falls_to_a_tenth_within_each_stage()
    {
        using var model = Build("""{"width": 2, "blocks": 1, "criticWidth": 1, "hidden": 2, "pixelSteps": 3, "fallSteps": 2}""");
        using var loop = new TinyLoop(model);
        var rates = new List<double>();

        for (var i = 0; i < 6; i++)
        {
            rates.Add(model.LearningRateFactor);
            loop.Update(model.Turns[0]);
        }

        Assert.Equal([1, 1, 0.1, 1, 1, 0.1], rates);
    }

    [Fact]
    public void What_is_given_is_the_picture_shrunk_and_small_pictures_of_any_size_are_enlarged()
    {
        using var scope = new TensorScope();
        using var model = Build("""{"width": 2, "blocks": 1, "criticWidth": 1, "hidden": 2}""");
        var translator = (ITranslator)model;
        var real = TinyLoop.Noise(Pictures, [1, 2]);

        var given = translator.Give(real);
        var wide = new Batch(new SampleSchema(new Field(Field.Input, FieldKind.Image, 3, 5, 7)), 1);

        Assert.Equal(Ops.Clamp(Resampling.Bicubic(real.TensorOf(Field.Image), 8, 8), -1, 1).Doubles(), given.TensorOf(Field.Input).Doubles());
        Assert.Equal([1, 3, 20, 28], translator.Sample(new([1]) { Given = wide }).Shape);
    }

    [Fact]
    public void Random_parts_are_learned_from_where_a_crop_is_asked_for()
    {
        using var model = Build("""{"width": 2, "blocks": 1, "criticWidth": 1, "hidden": 2, "pixelSteps": 0, "crop": 16}""");
        using var loop = new TinyLoop(model);

        Assert.All(model.Turns.SelectMany(turn => loop.Update(turn)), pair => Assert.True(double.IsFinite(pair.Value)));
        Assert.Contains("multiples of 16", Assert.Single(Srgan.FromJson(new() { ["crop"] = 24 }).Validate(Pictures)).Text.English, StringComparison.Ordinal);
        Assert.Contains("múltiplos de 16", Assert.Single(Srgan.FromJson(new() { ["crop"] = 48 }).Validate(Pictures)).Text.Spanish, StringComparison.Ordinal);
    }

    private static Model Build(string options) => Srgan.Build(Srgan.FromJson(TinyModels.Json(options)), new(Pictures, new(1), new(2)));

    // The gradient of large pixels tells which small ones they look at: as far as is said, and no further.
    [Theory]
    [InlineData(1, 2)]
    [InlineData(2, 4)]
    [InlineData(1, 8)]
    public void A_large_pixel_looks_as_far_as_is_said(int blocks, int scale)
    {
        const int side = 41, middle = side / 2;
        using var scope = new TensorScope();
        var network = new SrganGenerator(1, 3, blocks, scale, new Generator(1));
        network.Eval();
        var x = Tensor.Randn([1, 1, side, side], new Generator(2)).Leaf();
        var large = network.Forward(x).Narrow(2, middle * scale, scale).Narrow(3, middle * scale, scale);

        var slope = Autograd.Grad([large.Square().Sum()], [x])[0].ToArray<float>();

        var seen = Enumerable.Range(0, side * side).Where(i => slope[i] != 0).Select(i => Math.Max(Math.Abs(i / side - middle), Math.Abs(i % side - middle)));
        Assert.Equal(SrganGenerator.Reach(blocks, scale), seen.Max());
        network.Dispose();
    }
}
