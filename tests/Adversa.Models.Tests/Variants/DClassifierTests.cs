using Adversa.Models.Networks;
using Adversa.Models.Variants;
using Adversa.Torch;
using Adversa.Torch.Nn;
using Adversa.Torch.Tests;

namespace Adversa.Models.Tests.Variants;

public sealed class DClassifierTests
{
    private static readonly SampleSchema Schema = new(FieldKind.Image, 1, 28, 28, Classes: 3);

    // Width 2 on 28x28: 2 channels of 14x14 and 4 of 7x7, each 16 numbers.
    [Fact]
    public void Features_are_the_largest_values_of_a_four_by_four_grid_of_every_hidden_layer()
    {
        using var scope = new TensorScope();
        using var source = Gan();
        using var rng = new Generator(4);
        var x = Tensor.Rand([2, 1, 28, 28], rng) * 2 - 1;
        using var network = new TapClassifier(Schema, source.Discriminator!, TapMode.Probe, rng);
        var hidden = source.Discriminator!.Of(x);

        var features = network.Features(x).Doubles().Chunk(6 * 16).ToList();

        Assert.Equal([2, 2, 14, 14], hidden[0].Shape);
        Assert.Equal([2, 4, 7, 7], hidden[1].Shape);
        Assert.Equal(3, hidden.Count);                                     // and the scores
        Assert.Equal(Pooled(hidden[0], channel: 1, side: 14), features[1].Skip(16).Take(16));
        Assert.Equal(Pooled(hidden[1], channel: 3, side: 7), features[1].Skip(5 * 16));

        static IEnumerable<double> Pooled(Tensor activation, int channel, int side)
        {
            var values = activation.Doubles().Chunk(side * side).ToList()[(int)activation.Size(1) + channel];      // of the second sample
            for (var row = 0; row < 4; row++)
                for (var column = 0; column < 4; column++)
                    yield return (from y in Window(row, side) from x in Window(column, side) select values[y * side + x]).Max();
        }

        static IEnumerable<int> Window(int cell, int side) => Enumerable.Range(cell * side / 4, ((cell + 1) * side + 3) / 4 - cell * side / 4);
    }

    // The trap: batch norm in training mode would mix the batch into every feature, and move the discriminator's statistics.
    [Fact]
    public void A_probe_leaves_every_tensor_of_the_discriminator_alone_and_sees_each_sample_by_itself()
    {
        using var scope = new TensorScope();
        using var model = Model("probe");
        using var loop = new TinyLoop(model);
        var network = (TapClassifier)model.Players[0].Network;
        var before = network.Values();
        using var rng = new Generator(5);
        var x = Tensor.Rand([4, 1, 28, 28], rng) * 2 - 1;

        loop.Round();
        network.Train();

        var moved = network.Values().Where(pair => !pair.Value.SequenceEqual(before[pair.Key])).Select(pair => pair.Key);
        Assert.Equal(["head.bias", "head.weight"], moved.Order());
        Assert.Contains("body.net.3.running_var", before.Keys);
        var together = network.Features(x).Doubles().Chunk(6 * 16).First();
        Assert.All(together.Zip(network.Features(x.Narrow(0, 0, 1)).Doubles()), pair => Assert.Equal(pair.First, pair.Second, 1e-5));       // another order of float32 sums
    }

    [Fact]
    public void Fine_tuning_moves_the_discriminator_and_its_statistics_too()
    {
        using var scope = new TensorScope();
        using var model = Model("fine-tune");
        using var loop = new TinyLoop(model);
        var before = model.Players[0].Network.Values();

        loop.Round();

        Assert.All(model.Players[0].Network.Values(), pair => Assert.NotEqual(before[pair.Key], pair.Value));
    }

    [Fact]
    public void The_penalty_is_half_of_lambda_times_the_squared_norm_of_the_linear_layers_weights()
    {
        using var scope = new TensorScope();
        using var model = Model("probe", new() { ["l2"] = 0.5 });
        using var loop = new TinyLoop(model);
        var weight = ((TapClassifier)model.Players[0].Network).HeadWeight.Doubles();

        var losses = model.Turns[0].Loss(loop.Context(model.Turns[0]));

        Assert.Equal(0.25 * weight.Sum(w => w * w), losses["penalty"].Item(), 1e-5);
        using var plain = Model("probe", new() { ["l2"] = 0 });
        using var other = new TinyLoop(plain);
        Assert.DoesNotContain("penalty", plain.Turns[0].Loss(other.Context(plain.Turns[0])).Select(pair => pair.Key));
    }

    // A sigmoid preset's discriminator sees pictures in [0, 1]; the classifier must hand them over so.
    [Fact]
    public void Strangeness_is_minus_the_score_on_what_the_discriminator_was_trained_to_see()
    {
        using var scope = new TensorScope();
        using var source = Gan(output: "sigmoid");
        using var rng = new Generator(6);
        using var model = (Classifier)DClassifier().Build(Options("probe"), new(Schema, rng, rng) { Source = source });
        var x = Tensor.Rand([3, 1, 28, 28], rng) * 2 - 1;
        var network = source.Players.Single(p => p.Name == "d").Network;

        Assert.Equal(network.Forward(x * 0.5 + 0.5).Doubles().Select(s => -s), model.Strangeness!(x).Doubles());
        Assert.False(network.IsTraining);
        using var tuned = Model("fine-tune");
        Assert.Null(tuned.Strangeness);
    }

    [Fact]
    public void A_perceptrons_discriminator_can_be_built_on_too()
    {
        using var scope = new TensorScope();
        using var rng = new Generator(7);
        var gan = VariantCatalog.Find("gan")!;
        using var source = gan.Build(gan.FromJson(new() { ["hidden"] = 6 }), new(Schema, rng, rng));
        using var network = new TapClassifier(Schema, source.Discriminator!, TapMode.Probe, rng);

        Assert.Equal([2, 6], network.Features(Tensor.Zeros([2, 1, 28, 28])).Shape);
        Assert.Equal([2, 3], network.Forward(Tensor.Zeros([2, 1, 28, 28])).Shape);
    }

    // Its first level joins the spread of the batch, and it may still stand at a smaller side when the checkpoint is loaded.
    [Fact]
    public void A_grown_discriminator_is_seen_at_its_last_side_wherever_it_stands_and_without_batch_mates()
    {
        using var scope = new TensorScope();
        using var rng = new Generator(9);
        var progan = VariantCatalog.Find("progan")!;
        using var source = progan.Build(progan.FromJson(new() { ["width"] = 2, ["mostChannels"] = 4, ["latent"] = 3 }), new(Schema, rng, rng));
        using var network = new TapClassifier(Schema, source.Discriminator!, TapMode.Probe, rng);
        var d = (ProganDiscriminator)source.Discriminator!.Network;
        var x = Tensor.Rand([4, 1, 28, 28], rng) * 2 - 1;
        var young = network.Features(x).Doubles();

        d.GrowTo(d.Growth.Total);

        Assert.Equal(young, network.Features(x).Doubles());
        Assert.Equal(d.Forward(x).Doubles(), network.Score(x).Doubles());
        Assert.All(young.Zip(network.Features(x.Narrow(0, 0, 1)).Doubles()), pair => Assert.Equal(pair.First, pair.Second, 1e-5));       // another order of float32 sums
    }

    [Fact]
    public void What_it_cannot_be_built_on_is_said_with_the_way_out()
    {
        using var source = Gan();
        using var rng = new Generator(8);
        var judge = VariantCatalog.Find("cnn-classifier")!;
        using var classifier = judge.Build(judge.FromJson([]), new(Schema, rng, rng));
        var buildsOn = DClassifier().BuildsOn!;

        Assert.True(DClassifier().NeedsSource);
        Assert.False(judge.NeedsSource);
        Assert.Null(buildsOn(source, Schema));
        Assert.Null(buildsOn(source, Schema with { Classes = 7 }));
        Assert.Contains("no discriminator", buildsOn(classifier, Schema)!.Value.English, StringComparison.Ordinal);
        Assert.Contains("28x28x1; the data is 32x32x1", buildsOn(source, Schema with { Height = 32, Width = 32 })!.Value.English, StringComparison.Ordinal);
        Assert.Contains("--size", buildsOn(source, Schema with { Height = 32, Width = 32 })!.Value.Spanish, StringComparison.Ordinal);
    }

    private static Variant DClassifier() => VariantCatalog.Find("d-classifier")!;

    private static IVariantOptions Options(string preset, System.Text.Json.Nodes.JsonObject? over = null)
    {
        var json = DClassifier().ToJson(DClassifier().Presets.Single(p => p.Name == preset).Options);
        foreach (var (name, value) in over ?? []) json[name] = value!.DeepClone();
        return DClassifier().FromJson(json);
    }

    private static Model Gan(string output = "tanh")
    {
        using var rng = new Generator(1);
        var dcgan = VariantCatalog.Find("dcgan")!;
        return dcgan.Build(dcgan.FromJson(new() { ["width"] = 2, ["latent"] = 3, ["output"] = output }), new(Schema, rng, rng));
    }

    private static Classifier Model(string preset, System.Text.Json.Nodes.JsonObject? over = null)
    {
        using var rng = new Generator(2);
        return (Classifier)DClassifier().Build(Options(preset, over), new(Schema, rng, rng) { Source = Gan() });
    }
}
