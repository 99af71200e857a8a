using Adversa.Models.Games;
using Adversa.Models.Networks;
using Adversa.Models.Losses;
using Adversa.Models.Variants;
using Adversa.Torch;
using Adversa.Torch.Nn;
using Adversa.Torch.Tests;

namespace Adversa.Models.Tests.Variants;

public sealed class AcganTests : IDisposable
{
    private readonly TensorScope _scope = new();
    private readonly Generator _rng = new(5);

    // Every sample gets score 1 and class logits 0, 1, 2. So ζ(-1) + ζ(1) for the scores, and -s_y + log(1 + e + e²) for each class loss, whole and not halved.
    // A softmax taken before the cross entropy would give log K and something near it instead.
    [Theory]
    [InlineData(1)]
    [InlineData(0.25)]
    [InlineData(0)]
    public void The_players_losses_are_the_sums_of_the_paper_whole_and_by_hand(double classWeight)
    {
        using var gan = Game(Constant(1, 0, 1, 2), classWeight);
        long[] labels = [2, 2, 0, 1];
        var ofClass = classWeight * (Math.Log(1 + Math.E + Math.E * Math.E) - labels.Average());

        var d = gan.Turns[0].Loss(Context(labels));
        var g = gan.Turns[1].Loss(Context(labels));

        Assert.Equal(["real", "fake", "class_real", "class_fake"], d.Select(pair => pair.Key));
        Assert.Equal(Softplus(-1), d["real"].Item(), 1e-6);                       // float32, as below
        Assert.Equal(Softplus(1), d["fake"].Item(), 1e-6);
        Assert.Equal(ofClass, d["class_real"].Item(), 1e-6);
        Assert.Equal(ofClass, d["class_fake"].Item(), 1e-6);
        Assert.Equal(Softplus(-1) + Softplus(1) + 2 * ofClass, d.Total().Item(), 2e-6);
        Assert.Equal(["fake", "class"], g.Select(pair => pair.Key));
        Assert.Equal(Softplus(-1) + ofClass, g.Total().Item(), 1e-6);
        Assert.Equal(0.5, d.Signals["class_accuracy"](), 1e-6);              // class 2 is named every time, and is right twice
    }

    // The class loss of the real batch is that of the real batch: with real ones named right and fakes wrong, the two terms differ.
    [Fact]
    public void Each_class_loss_reads_the_batch_of_its_name()
    {
        using var d = new Mlp([new Linear(2, 4, _rng)], 4);
        // Real samples are (1, 1), those of a generator of zeros (0, 0): logits (x₁, 0, 0) behind the score.
        d.LoadStateDict(new Dictionary<string, Tensor>
        {
            ["net.0.weight"] = Tensor.From([0f, 0f, 1f, 0f, 0f, 0f, 0f, 0f], 4, 2), ["net.0.bias"] = Tensor.Zeros([4]),
        });
        using var gan = Game(d);
        foreach (var parameter in gan.Players[0].Network.Parameters) Init.Constant(parameter, 0);

        var losses = gan.Turns[0].Loss(Context([0, 0, 0, 0]));

        Assert.Equal(Math.Log(2 + Math.E) - 1, losses["class_real"].Item(), 1e-6);
        Assert.Equal(Math.Log(3), losses["class_fake"].Item(), 1e-6);
    }

    // In its own turn D learns from the classes of fakes too, and the generator gets the gradient of its class through the frozen D.
    [Fact]
    public void The_class_reaches_the_generator_through_the_frozen_discriminator_even_when_its_score_says_nothing()
    {
        using var d = new Mlp([new Linear(2, 4, _rng)], 4);
        var weight = d.Parameters[0];
        using (Autograd.NoGrad()) weight.Narrow(0, 0, 1).CopyInPlace(Tensor.Zeros([1, 2]));      // the score does not see the sample
        using var gan = Game(d);
        gan.Players[1].Network.RequireGrad(false);

        gan.Turns[1].Loss(Context([0, 1, 2, 1])).Total().Backward();

        Assert.All(gan.Players[0].Network.Parameters, p => Assert.Contains(p.Grad!.Doubles(), g => g != 0));
        Assert.All(gan.Players[1].Network.Parameters, p => Assert.Null(p.Grad));
    }

    [Fact]
    public void Probabilities_are_a_softmax_of_the_class_head_and_realness_a_sigmoid_of_the_score()
    {
        using var gan = Game(Constant(1, 0, 1, 2));
        var sum = 1 + Math.E + Math.E * Math.E;

        Assert.Equal([1 / sum, Math.E / sum, Math.E * Math.E / sum], gan.Probabilities(Tensor.Ones([1, 2]))!.Doubles(), (a, b) => Math.Abs(a - b) < 1e-6);
        Assert.Equal(1 / (1 + Math.Exp(-1)), gan.Critic!.Realness!(Tensor.Ones([1, 2])).Item(), 1e-6);
    }

    [Fact]
    public void Whoever_looks_inside_sees_the_hidden_layers_and_last_the_score_alone()
    {
        using var model = TinyModels.Build("acgan", "acgan28");
        var x = Tensor.Rand(model.Schema.BatchShape(5), _rng);
        model.Players[1].Network.Eval();

        var seen = model.Discriminator!.Of(x);

        Assert.Equal(2, seen.Count - 1);                                          // two levels
        Assert.Equal([5, 1], seen[^1].Shape);
        Assert.Equal(model.Players[1].Network.Forward(x).Doubles(), seen[^1].Doubles());
    }

    [Fact]
    public void The_generator_is_told_the_class_and_the_discriminator_is_not()
    {
        using var model = TinyModels.Build("acgan", "acgan28");

        Assert.True(model.Sampler().TakesClass);
        Assert.Distinct(Enumerable.Range(0, 3).Select(k => model.Sampler().Sample(new([7], Class: k)).Doubles()[0]));
        Assert.False(model.Players[1].Network is ConditionalModule);
        Assert.Empty(model.Players[1].Network.Modules().OfType<Embedding>());
    }

    // Techniques that change what D sees, or add to its loss, leave the class terms where they are.
    [Fact]
    public void Techniques_act_on_a_discriminator_with_two_heads()
    {
        var schema = new SampleSchema(FieldKind.Image, 1, 12, 12, Classes: 3);
        var techniques = new Techniques(SpectralNorm: SpectralNormOf.Discriminator, R1: 0.1, R1Every: 1, DiffAugment: DiffAugmentPolicy.All, MinibatchStddev: 2);
        var options = new AcganOptions(Latent: 4, Width: 4, Norm: Norm.None);
        Assert.Empty(techniques.Validate("acgan", options, schema, batch: 4));
        using var model = AcganVariant.Descriptor.Build(options, new(schema, _rng, _rng) { Techniques = techniques });
        using var loop = new TinyLoop(model);

        var losses = model.Turns.Select(turn => loop.Update(turn)).ToList();

        Assert.Equal(["class_accuracy", "class_fake", "class_real", "d_fake", "d_real", "fake", "real"], losses[0].Keys.Order());
        Assert.Equal(["r1"], losses[1].Keys);
        Assert.All(losses.SelectMany(terms => terms.Values), value => Assert.True(double.IsFinite(value)));
    }

    public void Dispose()
    {
        _rng.Dispose();
        _scope.Dispose();
    }

    private static double Softplus(double u) => Math.Log(1 + Math.Exp(u));

    private TurnContext Context(long[] labels) => new(Tensor.Ones([4, 2]), Tensor.From(labels, 4), 4, _rng, 0);

    /// <summary>A body that says the same of every sample.</summary>
    private Mlp Constant(params float[] heads)
    {
        var body = new Mlp([new Linear(2, heads.Length, _rng)], heads.Length);
        body.LoadStateDict(new Dictionary<string, Tensor> { ["net.0.weight"] = Tensor.Zeros([heads.Length, 2]), ["net.0.bias"] = Tensor.From(heads, heads.Length) });
        return body;
    }

    private Game Game(Mlp body, double classWeight = 1)
    {
        var adam = new OptimizerOptions(OptimizerKind.Adam, 1e-3, 0.9, 0.999);
        return new(new(new(FieldKind.Points, 2, Classes: 3), _rng, _rng), () => new LabelEmbedding(3, 2, new Mlp([new Linear(5, 2, _rng)], 2), _rng), new TwoHeads(3, body), new GanLoss(), adam, adam)
        {
            Latent = 3,
            Output = Output.None,
            DiscriminatorTerms = ClassTerms.Discriminator(classWeight),
            GeneratorTerms = ClassTerms.Generator(classWeight),
            Watched = [ClassTerms.Accuracy],
        };
    }
}
