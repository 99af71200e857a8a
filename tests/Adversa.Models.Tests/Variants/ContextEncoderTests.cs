using Adversa.Models.Networks;
using Adversa.Models.Variants;
using Adversa.Torch;
using Adversa.Torch.Tests;

namespace Adversa.Models.Tests.Variants;

public sealed class ContextEncoderTests : IDisposable
{
    private static readonly Variant Encoder = VariantCatalog.Find("context-encoder")!;
    private static readonly SampleSchema Pictures = new(FieldKind.Image, 3, 16, 16);
    private readonly Generator _rng = new(1);

    public void Dispose() => _rng.Dispose();

    [Fact]
    public void The_network_and_its_gradients_equal_PyTorch()
    {
        using var scope = new TensorScope();
        using var golden = new Golden("context_network");
        using var g = new ContextNetwork(new(FieldKind.Image, 3, 32, 32), new(FieldKind.Image, 3, 16, 16), 2, 3, 2, 5, _rng);
        g.LoadStateDict(golden.Under("weight."));

        var made = g.Forward(golden["input"]);
        made.Square().Mean().Backward();

        golden.Check("output", made);
        foreach (var (key, p) in g.NamedParameters()) golden.Check("grad." + key, p.Grad);
    }

    // Of 16x16 the middle 8x8 is made, and one pixel along its border is known: 36 pixels of weight 1 and 28 of weight 10.
    [Fact]
    public void The_squared_error_counts_the_hole_once_its_overlap_tenfold_and_the_rest_not_at_all()
    {
        using var scope = new TensorScope();
        using var model = Build("""{"overlap": 1, "adversarialWeight": 0.25}""");
        using var noise = new Generator(5);
        var x = Tensor.Rand([4, 3, 16, 16], noise) * 2 - 1;

        var loss = model.Turns[0].Loss(new(x, null, 4, noise, 0))["pixels"].Item();

        var weights = ((Inpainting)model).Weights().Doubles();
        Assert.Equal((36, 28), (weights.Count(w => w == 1), weights.Count(w => w == 10)));
        var given = ((ITranslator)model).Give(BatchOf(x));
        var made = model.Players[0].Network.Forward(given.TensorOf(Field.Input));
        var errors = (made - x.Narrow(2, 4, 8).Narrow(3, 4, 8)).Square().Doubles();
        Assert.Equal(0.75 * errors.Select((e, i) => e * weights[i % 64]).Average(), loss, 1e-5);
    }

    [Fact]
    public void A_hole_is_filled_with_the_mean_of_what_is_known_so_that_nothing_of_it_is_given()
    {
        using var scope = new TensorScope();
        using var model = Build("""{"overlap": 1}""");
        var real = TinyLoop.Noise(Pictures, [1]);
        var mask = ((ITranslator)model).Give(real).Bytes(Field.Mask);
        var before = ((ITranslator)model).Give(real).Floats(Field.Input);

        for (var i = 0; i < real.Values.Length; i++)
            if (mask[i % 256] == 1) real.Values[i] = 0.9f;
        var after = ((ITranslator)model).Give(real).Floats(Field.Input);

        Assert.Equal(36, mask.Count(inside => inside == 1));
        Assert.Equal(before, after);
        for (var channel = 0; channel < 3; channel++)
        {
            var values = before.AsSpan(channel * 256, 256).ToArray();
            var known = values.Where((_, i) => mask[i] == 0).Average(value => (double)value);
            Assert.All(values.Where((_, i) => mask[i] == 1), value => Assert.Equal(known, value, 1e-6));
        }
    }

    [Theory]
    [InlineData("centre", 4, 4)]
    [InlineData("block", 1, 9)]
    public void What_is_known_stays_as_it_was_to_the_bit_and_only_the_hole_is_made(string hole, int row, int column)
    {
        using var scope = new TensorScope();
        using var model = Build($$"""{"overlap": 1, "hole": "{{hole}}"}""");
        var given = Given(row + 1, column + 1, 5, 6);

        var filled = ((ITranslator)model).Sample(new([1]) { Given = given }).ToArray<float>();

        for (var i = 0; i < filled.Length; i++) Assert.Equal(given.Bytes(Field.Mask)[i % 256] == 0, filled[i] == given.Floats(Field.Input)[i]);
    }

    [Fact]
    public void A_hole_outside_of_the_middle_is_refused_where_only_the_middle_was_learned()
    {
        using var scope = new TensorScope();
        using var model = Build("""{"overlap": 1}""");

        var error = Assert.Throws<AdversaException>(() => ((ITranslator)model).Sample(new([1]) { Given = Given(3, 5, 4, 4) }));
        Assert.Throws<AdversaException>(() => ((ITranslator)model).Sample(new([1]) { Given = Given(4, 4, 8, 8) }));        // the overlap was always known in training

        Assert.Equal((2029, ExitCode.Usage), (error.Code, error.Exit));
        Assert.Contains("outside the middle 6x6 pixels", error.Text.English, StringComparison.Ordinal);
        Assert.Contains("--set hole=block", error.Text.Spanish, StringComparison.Ordinal);
    }

    [Fact]
    public void Blocks_lie_in_many_places_and_the_place_of_an_example_follows_from_its_pixels()
    {
        using var scope = new TensorScope();
        using var model = Build("""{"overlap": 1, "hole": "block"}""");
        var together = ((ITranslator)model).Give(TinyLoop.Noise(Pictures, [1, 2, 3, 4, 5, 6])).Bytes(Field.Mask).Chunk(256).ToList();

        Assert.True(together.Select(mask => Array.IndexOf(mask, (byte)1)).Distinct().Count() > 3);
        Assert.Equal(together[3], ((ITranslator)model).Give(TinyLoop.Noise(Pictures, [4])).Bytes(Field.Mask));
        using var loop = new TinyLoop(model);
        Assert.All(model.Turns.SelectMany(turn => loop.Update(turn)), pair => Assert.True(double.IsFinite(pair.Value)));
    }

    [Fact]
    public void An_overlap_that_leaves_no_hole_and_a_batch_of_one_are_refused()
    {
        Assert.Contains("no hole is left", Assert.Single(Encoder.FromJson(new() { ["overlap"] = 4, ["levels"] = 2 }).Validate(Pictures)).Text.English, StringComparison.Ordinal);
        Assert.Contains("un lote de 2", Assert.Single(Encoder.FromJson([]).ValidateBatch(1)).Text.Spanish, StringComparison.Ordinal);
    }

    private static Batch Given(int row, int column, int height, int width)
    {
        var real = TinyLoop.Noise(Pictures, [7]);
        var given = new Batch(new(new Field(Field.Input, FieldKind.Image, 3, 16, 16), new Field(Field.Mask, FieldKind.Mask, 1, 16, 16)), 1);
        real.Values.CopyTo(given.Floats(Field.Input), 0);
        for (var i = row; i < row + height; i++) given.Bytes(Field.Mask).AsSpan(i * 16 + column, width).Fill(1);
        return given;
    }

    private static Batch BatchOf(Tensor x)
    {
        var batch = new Batch(Pictures, (int)x.Size(0));
        x.ToArray<float>().CopyTo(batch.Values, 0);
        return batch;
    }

    private static Model Build(string options)
    {
        var json = TinyModels.Json(options);
        (json["width"], json["levels"], json["code"]) = (2, 2, 4);
        return Encoder.Build(Encoder.FromJson(json), new(Pictures, new(1), new(2)));
    }
}
