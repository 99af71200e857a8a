using Adversa.Models.Games;
using Adversa.Models.Networks;
using Adversa.Models.Losses;
using Adversa.Models.Variants;
using Adversa.Torch;
using Adversa.Torch.Nn;
using Adversa.Torch.Tests;

namespace Adversa.Models.Tests.Variants;

public sealed class CganTests : IDisposable
{
    private static readonly SampleSchema Digits = new(FieldKind.Image, 1, 12, 12, Classes: 3);

    private readonly TensorScope _scope = new();
    private readonly Generator _rng = new(5);

    // The trap: one table for both players lets the discriminator's turn move the generator.
    [Fact]
    public void Each_player_knows_the_classes_by_a_table_of_its_own()
    {
        using var model = TinyModels.Build("cgan", "mlp");
        var tables = model.Players.Select(player => Assert.Single(player.Network.Modules().OfType<Embedding>()).Parameters[0]).ToList();

        Assert.Equal(2, tables.Distinct().Count());
        Assert.NotEqual(tables[0].Doubles(), tables[1].Doubles());
    }

    // Public code draws classes of its own for the fakes, each as likely, whatever the data's: an imbalanced set then never agrees.
    [Fact]
    public void Real_and_generated_samples_have_the_classes_of_the_batch_in_both_turns()
    {
        Listener? g = null;
        var d = new Listener(Dense(2, 1));
        using var gan = new Game(new(new(FieldKind.Points, 2, Classes: 5), _rng, _rng), () => g ??= new(Dense(3, 2)), d, new GanLoss(), Adam, Adam) { Latent = 3, Output = Output.None };
        var labels = new long[] { 4, 4, 4, 1 };
        var context = new TurnContext(Tensor.Ones([4, 2]), Tensor.From(labels, 4), 4, _rng, 0);

        gan.Turns[0].Loss(context);
        gan.Turns[1].Loss(context);

        Assert.Equal([labels, labels], g!.Heard);                                 // a fake batch in each turn
        Assert.Equal([labels, labels, labels], d.Heard);                          // real and fake, then fake
        Assert.True(gan.Turns[1].NeedsData);
    }

    [Theory]
    [InlineData("cgan28")]
    [InlineData("mlp")]
    public void The_class_changes_what_is_drawn_and_what_is_scored(string preset)
    {
        using var model = TinyModels.Build("cgan", preset);
        var d = (ConditionalModule)model.Players[1].Network;
        d.Eval();
        var x = Tensor.Rand(model.Schema.BatchShape(1), _rng);
        double Score(long k) => d.Forward(x, Tensor.From([k], 1)).Item();

        Assert.True(model.Sampler().TakesClass);
        Assert.Distinct(Enumerable.Range(0, 3).Select(k => model.Sampler().Sample(new([7], Class: k)).Doubles()[0]));
        Assert.Distinct(Enumerable.Range(0, 3).Select(k => Score(k)));
    }

    [Fact]
    public void Without_a_wish_the_classes_follow_the_seeds()
    {
        using var model = TinyModels.Build("cgan", "cgan28");
        var values = model.Schema.Values;

        var mixed = model.Sampler().Sample(new([3, 4, 5])).Doubles().Chunk(values).ToList();

        for (var i = 0; i < 3; i++) AssertClose(model.Sampler().Sample(new([3 + i], Class: i)).Doubles(), mixed[i]);
    }

    [Fact]
    public void Given_classes_are_drawn_seed_by_seed()
    {
        using var model = TinyModels.Build("cgan", "cgan28");
        var given = new Batch(new(Field.OfLabel(3)), 2);
        (given.Labels![0], given.Labels[1]) = (2, 1);

        var drawn = model.Sampler().Sample(new([3, 4]) { Given = given }).Doubles().Chunk(model.Schema.Values).ToList();

        AssertClose(model.Sampler().Sample(new([3], Class: 2)).Doubles(), drawn[0]);
        AssertClose(model.Sampler().Sample(new([4], Class: 1)).Doubles(), drawn[1]);
        Assert.Contains("a row for each seed: 3; got 2", Assert.Throws<ArgumentException>(() => model.Sampler().Sample(new([3, 4, 5]) { Given = given })).Message);
    }

    // One plane of ones for the class, in the order of the classes, behind the picture's own channels.
    [Fact]
    public void A_picture_gets_one_plane_for_each_class()
    {
        using var planes = new LabelPlanes(3, new Echo());

        var seen = planes.Forward(Tensor.Full([2, 1, 2, 2], 0.5), Tensor.From([2L, 0L], 2));

        Assert.Equal([2, 4, 2, 2], seen.Shape);
        Assert.Equal([0.5, 0, 0, 1, 0.5, 1, 0, 0], seen.Doubles().Chunk(4).Select(plane => plane.Distinct().Single()));
    }

    [Fact]
    public void The_vector_of_a_class_is_joined_to_the_input()
    {
        using var joined = new LabelEmbedding(2, 1, new Echo(), _rng);
        joined.LoadStateDict(new Dictionary<string, Tensor> { ["label.weight"] = Tensor.From([7f, 9f], 2, 1) });

        Assert.Equal([1, 2, 9, 3, 4, 7], joined.Forward(Tensor.From([1f, 2f, 3f, 4f], 2, 1, 1, 2), Tensor.From([1L, 0L], 2)).Doubles());
    }

    [Fact]
    public void Data_without_classes_is_refused_with_a_system_that_would_do()
    {
        var refusal = CganVariant.Descriptor.Refuses(new(FieldKind.Image, 1, 28, 28));

        Assert.Contains("2 classes or more", refusal!.Value.English, StringComparison.Ordinal);
        Assert.Contains("dcgan", refusal.Value.English, StringComparison.Ordinal);
        Assert.Null(CganVariant.Descriptor.Refuses(Digits));
    }

    [Fact]
    public void A_pack_would_join_classes_and_is_refused()
    {
        var problems = new Techniques(Pack: 2).Validate("cgan", new CganOptions(), Digits, batch: 8);

        Assert.Equal(["techniques.pack"], problems.Select(problem => problem.Path));
    }

    [Fact]
    public void Sides_and_large_dense_pictures_are_refused_where_they_do_not_fit()
    {
        Assert.Equal("options.levels", Assert.Single(new CganOptions().Validate(Digits with { Width = 14 })).Path);
        Assert.Equal("options.body", Assert.Single(new CganOptions(GameBody.Mlp).Validate(Digits with { Width = 65 })).Path);
        Assert.Empty(new CganOptions(GameBody.Mlp).Validate(Digits with { Width = 13 }));
    }

    public void Dispose()
    {
        _rng.Dispose();
        _scope.Dispose();
    }

    private static OptimizerOptions Adam => new(OptimizerKind.Adam, 1e-3, 0.9, 0.999);

    private Mlp Dense(int from, int to) => new([new Linear(from, to, _rng)], to);

    // A product of another number of rows may sum in another order; half a grey level of 255 is the bar.
    private static void AssertClose(double[] expected, double[] actual) => Assert.All(expected.Zip(actual), pair => Assert.Equal(pair.First, pair.Second, 1.0 / 255));

    private sealed class Echo : Module
    {
        public override Tensor Forward(Tensor x) => x;
    }

    /// <summary>Keeps the classes that it was told.</summary>
    private sealed class Listener : ConditionalModule
    {
        private readonly Mlp _body;

        public Listener(Mlp body) => _body = Child("body", body);

        public List<long[]> Heard { get; } = [];

        public override Tensor Forward(Tensor x, Tensor labels)
        {
            Heard.Add(labels.ToArray<long>());
            return _body.Forward(x);
        }
    }
}
