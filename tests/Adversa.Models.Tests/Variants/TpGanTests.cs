using Adversa.Models.Networks;
using Adversa.Models.Variants;
using Adversa.Torch;
using Adversa.Torch.Tests;

namespace Adversa.Models.Tests.Variants;

public sealed class TpGanTests : IDisposable
{
    private static readonly Variant TpGan = VariantCatalog.Find("tp-gan")!;
    private static readonly Field Front = new(Field.Image, FieldKind.Image, 3, 32, 32);
    private static readonly SampleSchema Views = new(Front, new Field(Field.Input, FieldKind.Image, 3, 32, 32));
    private readonly Generator _rng = new(1);

    public void Dispose() => _rng.Dispose();

    [Fact]
    public void Each_part_is_held_against_its_own_box_of_the_truth()
    {
        using var scope = new TensorScope();
        var truth = Tensor.Rand([2, 3, 32, 32], _rng);
        var parts = FrontalGenerator.Corners(32, 32).Select(corner => truth.Narrow(2, corner.Row, 8).Narrow(3, corner.Column, 8)).ToList();

        Assert.Equal(0, TpGanVariant.Parts(parts, truth).Item());
        parts[3] = parts[3] + 0.5;
        Assert.Equal(0.125, TpGanVariant.Parts(parts, truth).Item(), 1e-6);
        Assert.NotEqual(0, TpGanVariant.Parts([parts[1], parts[0], parts[2], parts[2]], truth).Item());
    }

    // A local pathway sees the strip at its box's height: what lies in no strip cannot change a part, what lies beside the box can.
    [Fact]
    public void A_part_depends_on_the_strip_of_its_height_alone()
    {
        using var scope = new TensorScope();
        using var g = new FrontalGenerator(3, new(Front), 2, 3, 4, 2, _rng);
        var (x, z) = (Tensor.Rand([1, 3, 32, 32], _rng), Tensor.Zeros([1, 2]));
        var before = g.Make(x, z).Parts.Select(part => part.Doubles()).ToList();

        var above = Changed(0, 0);
        var beside = Changed(FrontalGenerator.Corners(32, 32)[3].Row + 3, 3);

        Assert.All(Enumerable.Range(0, 4), i => Assert.Equal(before[i], above[i]));
        Assert.Equal(before[0], beside[0]);
        Assert.NotEqual(before[3], beside[3]);

        List<double[]> Changed(long row, long column)
        {
            var values = x.ToArray<float>();
            for (var channel = 0; channel < 3; channel++)
                for (var across = 0; across < 6; across++) values[channel * 1024 + row * 32 + column + across] = -1;
            return [.. g.Make(Tensor.From(values, 1, 3, 32, 32), z).Parts.Select(part => part.Doubles())];
        }
    }

    [Fact]
    public void The_boxes_lie_in_the_picture_and_those_of_the_eyes_mirror_each_other()
    {
        foreach (var side in (int[])[32, 48, 64, 128])
        {
            var corners = FrontalGenerator.Corners(side, side);
            Assert.All(corners, corner => Assert.True(corner.Row >= 0 && corner.Column >= 0 && corner.Row + side / 4 <= side && corner.Column + side / 4 <= side));
            Assert.Equal(side - side / 4 - corners[0].Column, corners[1].Column);
        }
    }

    [Fact]
    public void The_terms_are_those_of_the_page()
    {
        using var scope = new TensorScope();
        using var model = Build("""{ "local": 2, "symmetry": 0.5, "variation": 0.25, "adversarial": 0 }""");
        using var noise = new Generator(5);
        var x = Tensor.Rand([2, 3, 32, 32], noise) * 2 - 1;
        var batch = new Batch(Views, 2);
        x.ToArray<float>().CopyTo(batch.Values, 0);
        x.ToArray<float>().CopyTo(batch.Floats(Field.Input), 0);

        using var again = new Generator(7);
        var losses = model.Turns[^1].Loss(new(batch, 2, new Generator(7), 0));
        var made = ((FrontalGenerator)model.Players[0].Network).Make(x, Latents.Draw(2, 4, Prior.Uniform, again));

        Assert.Equal((made.Picture - Ops.Flip(made.Picture, [3])).Abs().Mean().Item() * 0.5, losses["symmetry"].Item(), 1e-6);
        Assert.Equal(2 * TpGanVariant.Parts(made.Parts, x).Item(), losses["local"].Item(), 1e-6);
        var (whole, half, quarter) = (Apart(made.Picture, 1), Apart(made.Half, 2), Apart(made.Quarter, 4));
        Assert.Equal(whole + half + 1.5 * quarter, losses["pixels"].Item(), 1e-5);
        Assert.Equal(["local", "pixels", "symmetry", "variation"], losses.Select(term => term.Key).Order(StringComparer.Ordinal));

        double Apart(Tensor shown, int factor) => (shown - Ops.AvgPool2d(x, [factor, factor], [factor, factor], [0, 0])).Abs().Mean().Item();
    }

    [Fact]
    public void A_network_that_knows_people_adds_what_it_sees_of_the_difference()
    {
        using var scope = new TensorScope();
        using var seen = new Adversa.Torch.Nn.Conv2d(3, 2, 3, _rng, padding: 1);
        var options = TpGan.FromJson(TinyModels.Json("""{ "width": 2, "levels": 3, "code": 4, "latent": 4, "patch": 1, "adversarial": 0, "features": "net", "identity": 0.5 }"""));
        using var model = TpGan.Build(options, new(Views, new Generator(1), new Generator(2)) { Features = name => new(name, seen, seen, seen.Forward) });
        var batch = TinyLoop.Noise(Views, [1, 2]);

        using var again = new Generator(7);
        var losses = model.Turns[^1].Loss(new(batch, 2, new Generator(7), 0));
        var made = ((FrontalGenerator)model.Players[0].Network).Make(batch.TensorOf(Field.Input), Latents.Draw(2, 4, Prior.Uniform, again)).Picture;

        Assert.Equal(0.5 * (seen.Forward(made) - seen.Forward(batch.TensorOf(Field.Image))).Square().Mean().Item(), losses["identity"].Item(), 1e-6);
    }

    [Fact]
    public void Seeds_choose_the_noise()
    {
        using var scope = new TensorScope();
        using var model = Build("{}");
        var translator = (ITranslator)model;
        var given = translator.Give(TinyLoop.Noise(Views, [1, 1]));

        var made = translator.Sample(new([3, 4]) { Given = given }).Doubles();

        Assert.NotEqual(made[..3072], made[3072..]);
        Assert.Equal(made, translator.Sample(new([3, 4]) { Given = given }).Doubles());
    }

    private static Model Build(string json)
    {
        var options = TinyModels.Json(json);
        foreach (var (key, value) in new Dictionary<string, int> { ["width"] = 2, ["levels"] = 3, ["code"] = 4, ["latent"] = 4, ["patch"] = 1 }) options[key] = value;
        return TpGan.Build(TpGan.FromJson(options), new(Views, new Generator(1), new Generator(2)));
    }
}
