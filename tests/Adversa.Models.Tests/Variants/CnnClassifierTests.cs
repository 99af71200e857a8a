using Adversa.Models.Networks;
using Adversa.Models.Variants;
using Adversa.Torch;
using Adversa.Torch.Nn;
using Adversa.Torch.Tests;

namespace Adversa.Models.Tests.Variants;

public sealed class CnnClassifierTests
{
    // float32 of a sum of three: 1e-6.
    [Fact]
    public void Probabilities_add_up_to_1_and_do_not_depend_on_batch_mates()
    {
        using var scope = new TensorScope();
        using var model = (Classifier)TinyModels.Build("cnn-classifier", "pacgan-judge");
        using var rng = new Generator(1);
        var x = Tensor.Rand([4, 1, 12, 12], rng) * 2 - 1;

        var rows = model.Probabilities(x).Doubles().Chunk(3).ToList();

        Assert.All(rows, row => Assert.Equal(1, row.Sum(), 1e-6));
        Assert.All(rows[0].Zip(model.Probabilities(x.Narrow(0, 0, 1)).Doubles()), pair => Assert.Equal(pair.First, pair.Second, 1e-6));
    }

    // A judge that is asked in the midst of its training would otherwise go on without dropout.
    [Fact]
    public void Asking_for_probabilities_leaves_the_mode_as_it_was()
    {
        using var scope = new TensorScope();
        using var model = (Classifier)TinyModels.Build("cnn-classifier", "pacgan-judge");
        var network = model.Players[0].Network;
        var x = Tensor.Zeros([2, 1, 12, 12]);

        model.Probabilities(x);
        Assert.All(network.Modules(), module => Assert.True(module.IsTraining));

        network.Eval();
        model.Probabilities(x);
        Assert.All(network.Modules(), module => Assert.False(module.IsTraining));
    }

    [Fact]
    public void PacGans_judge_drops_a_quarter_before_the_dense_layer_and_half_before_the_head()
    {
        using var scope = new TensorScope();
        using var model = TinyModels.Build("cnn-classifier", "pacgan-judge");

        Assert.Equal([0.25, 0.5], model.Players[0].Network.DropoutShares());
    }

    [Fact]
    public void With_equal_logits_the_loss_is_log_K()
    {
        using var scope = new TensorScope();
        using var model = TinyModels.Build("cnn-classifier", "lenet");
        using var loop = new TinyLoop(model);
        foreach (var (name, p) in model.Players[0].Network.NamedParameters())
            if (name.StartsWith("head", StringComparison.Ordinal)) Init.Constant(p, 0);

        var losses = model.Turns[0].Loss(loop.Context(model.Turns[0]));

        Assert.Equal(Math.Log(3), losses["cross_entropy"].Item(), 1e-6);        // float32
    }

    // A head that always names class 1: of the labels 0 1 2 0 one is 1.
    [Fact]
    public void Accuracy_is_the_share_of_classes_named_right()
    {
        using var scope = new TensorScope();
        using var model = TinyModels.Build("cnn-classifier", "lenet");
        using var loop = new TinyLoop(model);
        var head = model.Players[0].Network.StateDict();
        Init.Constant(head["head.weight"], 0);
        using (Autograd.NoGrad()) head["head.bias"].CopyInPlace(Tensor.From([0f, 1f, 0f], 3));

        var losses = model.Turns[0].Loss(loop.Context(model.Turns[0]));

        Assert.Equal(0.25, losses.Signals["accuracy"]());
    }

    [Fact]
    public void A_classifier_draws_nothing()
    {
        using var model = TinyModels.Build("cnn-classifier", "lenet");

        Assert.IsNotType<ISampler>(model, exactMatch: false);
    }

    [Theory]
    [InlineData("maxPool", Shrink.MaxPool)]
    [InlineData("averagePool", Shrink.AveragePool)]
    [InlineData("stride", Shrink.Stride)]
    public void A_recipe_names_the_way_of_shrinking(string name, Shrink shrink)
    {
        var options = (Adversa.Models.Variants.CnnClassifierOptions)VariantCatalog.Find("cnn-classifier")!.FromJson(new() { ["shrink"] = name });

        Assert.Equal(shrink, options.Shrink);
    }
}
