using Adversa.Models.Networks;
using Adversa.Models.Variants;
using Adversa.Torch;
using Adversa.Torch.Tests;

namespace Adversa.Models.Tests.Variants;

public sealed class GpGanTests
{
    private static readonly Variant GpGan = VariantCatalog.Find("gp-gan")!;
    private static readonly SampleSchema Pictures = new(FieldKind.Image, 3, 32, 32);

    // The network sees the paste in the target; outside of the region nothing of the paste may count.
    [Fact]
    public void A_part_of_the_picture_is_given_in_another_light_and_the_rest_of_the_paste_counts_for_nothing()
    {
        using var scope = new TensorScope();
        using var model = Build();
        var translator = (ITranslator)model;
        var real = TinyLoop.Noise(Pictures, [1, 2]);

        var given = translator.Give(real);
        var before = translator.Sample(new([1, 2]) { Given = given }).Doubles();
        for (var i = 0; i < given.Floats(Field.Paste).Length; i++)
            if (given.Bytes(Field.Mask)[i / 3072 * 1024 + i % 1024] == 0) given.Floats(Field.Paste)[i] = 1;
        var after = translator.Sample(new([1, 2]) { Given = given }).Doubles();

        Assert.Equal(real.Values, given.Floats(Field.Input));
        Assert.Equal(2 * 256, given.Bytes(Field.Mask).Count(inside => inside == 1));
        Assert.NotEqual(given.Floats(Field.Input), given.Floats(Field.Paste));
        Assert.Equal(before, after);
    }

    // A scene with its own picture in another light and the mask of an object teaches with those.
    [Fact]
    public void Where_the_data_has_another_light_and_masks_those_are_given()
    {
        using var scope = new TensorScope();
        var schema = new SampleSchema(Pictures.Drawn, new Field(Field.Input, FieldKind.Image, 3, 32, 32), new Field(Field.Mask, FieldKind.Mask, 1, 32, 32));
        using var model = Build(schema);
        var real = new Batch(schema, 1);
        TinyLoop.Noise(schema.Only(Field.Image, Field.Input)!, [3]).Row(0).CopyTo(real.Row(0));
        real.Bytes(Field.Mask).AsSpan(40, 7).Fill(1);

        var given = ((ITranslator)model).Give(real);

        Assert.Equal(real.Floats(Field.Input), given.Floats(Field.Paste));
        Assert.Equal(real.Bytes(Field.Mask), given.Bytes(Field.Mask));
    }

    [Fact]
    public void Pictures_of_any_size_are_blended()
    {
        using var scope = new TensorScope();
        using var model = Build();
        var given = new Batch(new(new Field(Field.Input, FieldKind.Image, 3, 50, 70), new Field(Field.Paste, FieldKind.Image, 3, 50, 70), new Field(Field.Mask, FieldKind.Mask, 1, 50, 70)), 1);

        Assert.Equal([1, 3, 50, 70], ((ITranslator)model).Sample(new([1]) { Given = given }).Shape);
    }

    [Fact]
    public void The_critic_is_clipped_after_each_update_and_the_losses_are_weighed()
    {
        using var scope = new TensorScope();
        using var model = Build();
        using var loop = new TinyLoop(model);

        var said = loop.Update(model.Turns[1]);
        var made = loop.Update(model.Turns[0]);

        Assert.Equal(["wasserstein", "d_real", "d_fake", "w_distance"], said.Keys);
        Assert.Equal(["pixels", "wasserstein"], made.Keys);
        Assert.All(model.Players[1].Network.Parameters.SelectMany(parameter => parameter.Doubles()), value => Assert.InRange(value, -0.0100001, 0.0100001));
        Assert.Equal(5, model.Turns[1].Repeat(0));
    }

    [Fact]
    public void Pictures_smaller_than_the_side_of_the_networks_are_refused() =>
        Assert.Contains("options.side is 64, but the pictures are 32x32x3", Assert.Single(GpGan.FromJson(new() { ["side"] = 64 }).Validate(Pictures)).Text.English, StringComparison.Ordinal);

    private static Model Build(SampleSchema? schema = null) => GpGan.Build(GpGan.FromJson(TinyModels.Json("""{"side": 16, "width": 2, "code": 4}""")), new(schema ?? Pictures, new(1), new(2)));
}
