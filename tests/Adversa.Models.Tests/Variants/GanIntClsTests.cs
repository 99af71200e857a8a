using Adversa.Models.Games;
using Adversa.Models.Losses;
using Adversa.Models.Networks;
using Adversa.Models.Variants;
using Adversa.Torch;
using Adversa.Torch.Tests;

namespace Adversa.Models.Tests.Variants;

public sealed class GanIntClsTests
{
    private static readonly Field Caption = Field.OfTokens(Field.Caption, 4, ["", "?", "red", "blue", "house", "tree"]);
    private static readonly SampleSchema Schema = new(new Field(Field.Image, FieldKind.Image, 3, 32, 32), Caption);

    // At scores of 0 each ζ is log 2: real 1, fake 1 - w, wrong w; the best d where p = q solves σ(-d) = (1 - w)·σ(d), e^-d = 1 - w.
    [Theory]
    [InlineData(0.5)]
    [InlineData(0)]
    public void Wrong_sentences_and_fakes_share_the_weight_of_one(double w)
    {
        using var scope = new TensorScope();
        var (loss, zero) = (new MatchingAwareLoss(w), Tensor.Zeros([3, 1]));

        var terms = loss.Discriminator(new(zero, zero));

        Assert.Equal(Math.Log(2), terms["real"].Item(), 1e-6);
        Assert.Equal(Math.Log(2), terms["fake"].Item() + loss.Wrong(zero).Item(), 1e-6);
        var d = loss.Middle!.Value;
        Assert.Equal(1 / (1 + Math.Exp(d)), (1 - w) / (1 + Math.Exp(-d)), 1e-9);
    }

    [Fact]
    public void A_code_is_of_the_words_up_to_the_last_one_and_has_mean_square_1()
    {
        using var scope = new TensorScope();
        using var init = new Generator(1);
        using var matcher = new TextMatcher(Schema, 6, 4, 8, 4, 3, init);

        var codes = matcher.Forward(Tensor.From([2L, 4, 0, 0, 2, 4, 0, 0, 4, 2, 0, 0], 3, 4));
        var longer = matcher.Forward(Tensor.From([2L, 4, 0, 0, 0, 0], 1, 6));

        Golden.Close([1, 1, 1], codes.Square().Mean([1]).Doubles(), 1e-5, "mean square");
        var rows = codes.Doubles().Chunk(8).ToList();
        Assert.Equal(rows[0], rows[1]);
        Assert.NotEqual(rows[0], rows[2]);                                       // the order of words counts
        Golden.Close(rows[0], longer.Doubles(), 1e-6, "room behind the last word");
    }

    [Fact]
    public void The_players_teach_the_encoder_nothing_and_it_stops_after_its_rounds()
    {
        using var model = Build("""{ "encoderSteps": 2 }""");
        using var loop = new TinyLoop(model);
        var encoder = model.Players[2].Network;

        foreach (var turn in model.Turns.Skip(1)) loop.Update(turn);
        Assert.All(encoder.Parameters, weight => Assert.Null(weight.Grad));
        for (var round = 0; round < 2; round++)
        {
            Assert.True(model.Turns[0].When());
            loop.Update(model.Turns[0]);
            Assert.Contains(encoder.Parameters, weight => weight.Grad is not null);
        }

        Assert.False(model.Turns[0].When());
    }

    [Fact]
    public void Without_CLS_and_INT_neither_is_paid()
    {
        using var both = Build("{}");
        using var none = Build("""{ "wrongWeight": 0, "interpolated": 0 }""");

        Assert.Equal(["wrong"], ((TextToImage)both).DiscriminatorTerms.Select(term => term.Name));
        Assert.Equal(["interpolated"], ((TextToImage)both).GeneratorTerms.Select(term => term.Name));
        Assert.Empty(((TextToImage)none).DiscriminatorTerms.Concat(((TextToImage)none).GeneratorTerms));
    }

    [Fact]
    public void Another_sentence_gives_another_picture_of_the_same_seed()
    {
        using var scope = new TensorScope();
        using var model = Build("{}");
        var pictures = ((ISampler)model).Sample(new([5, 5, 5]) { Given = Said([2, 4], [3, 4], [2, 4]) }).Doubles().Chunk(Schema.Values).ToList();

        Assert.Equal(pictures[0], pictures[2]);
        Assert.NotEqual(pictures[0], pictures[1]);
    }

    private static Batch Said(params int[][] sentences)
    {
        var batch = new Batch(new(Caption), sentences.Length);
        for (var i = 0; i < sentences.Length; i++) sentences[i].CopyTo(batch.Row(i).Ints(Field.Caption));
        return batch;
    }

    private static Model Build(string options)
    {
        var variant = GanIntClsVariant.Descriptor;
        var json = variant.ToJson(variant.Presets[0].Options);
        foreach (var (key, width) in new[] { ("width", 4), ("discriminatorWidth", 4), ("latent", 3), ("wordSize", 4), ("codeSize", 6), ("described", 4) }) json[key] = width;
        foreach (var (key, value) in TinyModels.Json(options)) json[key] = value!.DeepClone();
        return variant.Build(variant.FromJson(json), new(Schema, new Generator(1), new Generator(2)));
    }
}
