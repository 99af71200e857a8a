using Adversa.Models.Games;
using Adversa.Models.Networks;
using Adversa.Models.Variants;
using Adversa.Torch;
using Adversa.Torch.Nn;
using Adversa.Torch.Tests;

namespace Adversa.Models.Tests.Games;

public sealed class EditorTests : IDisposable
{
    private static readonly SampleSchema Faces = new(FieldKind.Image, 1, 2, 2) { Attributes = [new("hair", 3), new("glasses", 2)] };

    private readonly TensorScope _scope = new();
    private readonly Generator _rng = new(5);

    // The trap of drawing each bit by itself: two hair colours, or none.
    [Fact]
    public void Every_picture_is_asked_for_the_attributes_of_the_next_one_so_that_no_face_is_impossible()
    {
        using var game = Game();

        game.Generate!(Context(game, [0, 0, 1, 1, 2, 0]));

        Assert.Equal([0, 1, 0, 1, 0, 0, 1, 0, 1, 0, 0, 0], ((Adding)game.SampledNetwork).Told);
    }

    // Scores are 0 and the head's logits 0 everywhere: the way back leads over the edited pictures in stargan, and from the pictures in attgan.
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void The_players_losses_are_those_of_the_paper_by_hand(bool overTheEdited)
    {
        using var game = Game(overTheEdited);
        var read = (Math.Log(3) + Math.Log(2)) / 2;

        var d = game.Turns[0].Loss(Context(game, [0, 0, 1, 1, 2, 0]));
        var g = game.Turns[1].Loss(Context(game, [0, 0, 1, 1, 2, 0]));

        Assert.Equal(["wasserstein", "penalty", "attributes"], d.Select(pair => pair.Key));
        Assert.Equal(10, d["penalty"].Item(), 1e-4);                              // a flat critic has gradient 0
        Assert.Equal(2 * read, d["attributes"].Item(), 1e-6);
        Assert.Equal(["wasserstein", "attributes", "back"], g.Select(pair => pair.Key));
        Assert.Equal(3 * read, g["attributes"].Item(), 1e-6);
        // The stub adds 1 for each number of a code that is 1. Wanted: 2, 1, 1 of them; own: 1, 2, 1.
        Assert.Equal(7 * (overTheEdited ? (3 + 3 + 2) / 3.0 : (1 + 2 + 1) / 3.0), g["back"].Item(), 1e-5);
    }

    [Fact]
    public void A_sample_is_the_given_picture_with_the_given_attributes()
    {
        using var game = Game();
        var given = new Batch(new(game.Given), 1);
        given.Floats(Field.Input)[0] = 0.5f;
        given.Floats(Field.Known)[1] = 1;

        Assert.Equal([2.5, 2, 2, 2], game.Sample(new([1]) { Given = given }).Doubles());
        Assert.Throws<ArgumentException>(() => game.Sample(new([1, 2]) { Given = given }));
    }

    [Theory]
    [InlineData("stargan", "avatars")]
    [InlineData("attgan", "avatars")]
    public void The_critic_reads_pictures_and_the_generator_heeds_the_attributes(string id, string preset)
    {
        using var model = TinyModels.Build(id, preset);
        var editor = (IEditor)model;
        var given = editor.Examples!([3]);
        var before = editor.Sample(new([3]) { Given = given }).Doubles();
        var read = editor.Unasked(given.TensorOf(Field.Input));
        Assert.Equal([1, editor.Edited.Count], read.Shape);

        given.Floats(Field.Known)[4] = 80 - given.Floats(Field.Known)[4];         // the age

        Assert.NotEqual(before, editor.Sample(new([3]) { Given = given }).Doubles());
    }

    // Choi et al., table 4 and 5, five attributes at 128 x 128: counted by hand from the tables.
    [Fact]
    public void StarGANs_networks_have_the_papers_size()
    {
        var schema = new SampleSchema(FieldKind.Image, 3, 128, 128);
        using var g = new StarganGenerator(schema, code: 5, width: 64, blocks: 6, _rng);
        using var d = new StarganCritic(schema, code: 5, width: 64, levels: 6, _rng);

        Assert.Equal(8_430_528, Count(g));
        Assert.Equal(44_762_048, Count(d));
    }

    // A norm over the batch, or over pictures of very unequal patches, would void the penalty or hide what a patch scores.
    [Fact]
    public void StarGANs_critic_has_no_norm()
    {
        using var model = TinyModels.Build("stargan", "avatars");

        Assert.DoesNotContain(model.Players[1].Network.Modules(), module => module is BatchNorm or InstanceNorm2d or GroupNorm or LayerNorm);
    }

    private static long Count(Module network) => network.Parameters.Sum(parameter => parameter.Shape.Aggregate(1L, (a, b) => a * b));

    private Editor Game(bool overTheEdited = true)
    {
        var code = new AttributeCode(Faces);
        return new(new(Faces, _rng, _rng), code, () => new Adding(), new Flat(code.Size), (g, x, edited, own) => g.Forward(overTheEdited ? edited : x, own), new(2, 3, 7, 10),
            new(OptimizerKind.Adam, 1e-3, 0.5, 0.9), new(OptimizerKind.Adam, 1e-3, 0.5, 0.9));
    }

    private TurnContext Context(Editor game, float[] attributes)
    {
        var batch = new Batch(game.Schema, attributes.Length / 2);
        attributes.CopyTo(batch.Floats(Field.Known), 0);
        return new(batch, batch.Count, _rng, 0);
    }

    public void Dispose()
    {
        _rng.Dispose();
        _scope.Dispose();
    }

    /// <summary>Adds to every pixel how many numbers of the code are 1.</summary>
    private sealed class Adding : EditingModule
    {
        private readonly Tensor _unused;

        public Adding() => _unused = Parameter("unused", Tensor.Zeros([1]));

        public double[] Told { get; private set; } = [];

        public override Tensor Forward(Tensor x, Tensor code)
        {
            Told = code.Doubles();
            return x + code.Sum([1], keepDim: true).Reshape(-1, 1, 1, 1) + 0 * _unused;
        }
    }

    private sealed class Flat(int code) : Module, IAnswering
    {
        public Answer Answer(Tensor x) => new(Forward(x), Tensor.Zeros([x.Size(0), code]));

        public override Tensor Forward(Tensor x) => 0 * x.Flatten(1).Sum([1], keepDim: true);
    }
}
