using Adversa.Models.Games;
using Adversa.Models.Networks;
using Adversa.Models.Variants;
using Adversa.Torch;
using Adversa.Torch.Tests;

namespace Adversa.Models.Tests.Variants;

public sealed class DrGanTests : IDisposable
{
    private static readonly Variant DrGan = VariantCatalog.Find("dr-gan")!;
    private static readonly SampleAttribute Yaw = new("yaw") { Least = -90, Most = 90 };
    private static readonly Field Front = new(Field.Image, FieldKind.Image, 3, 16, 16);
    private static readonly SampleSchema People = new(Front, new Field(Field.Input, FieldKind.Image, 3, 16, 48), Field.OfLabel(4), Field.OfAttributes([Yaw]));
    private readonly Generator _rng = new(1);

    public void Dispose() => _rng.Dispose();

    // Tran, Yin, Liu, 2017, eq. 2 and 3: one softmax of N + 1, of which the last is "made".
    [Fact]
    public void Score_and_person_together_are_the_papers_cross_entropy_of_persons_and_one_more()
    {
        using var scope = new TensorScope();
        using var d = new ViewDiscriminator(new(Front), 4, 3, 2, 1, _rng);
        var x = Tensor.Rand([3, 3, 16, 16], _rng) * 2 - 1;
        var answer = d.Answer(x);
        var people = answer.Classes!.Narrow(1, 0, 4);
        var made = Ops.Logsumexp(people, [1], true) - answer.Score;                      // the logit that is not told
        var all = Ops.LogSoftmax(Tensor.Cat([people, made], 1), 1).Doubles();
        var who = Tensor.From(new long[] { 2, 0, 3 }, 3);

        double[] papers = [-all[2], -all[5], -all[13]];
        var real = (-answer.Score).Softplus().Mean() + Ops.CrossEntropyLoss(people, who);
        Assert.Equal(papers.Average(), real.Item(), 1e-5);
        Assert.Equal(new[] { -all[4], -all[9], -all[14] }.Average(), answer.Score.Softplus().Mean().Item(), 1e-5);
        Assert.Equal([3, 7], answer.Classes!.Shape);
    }

    [Fact]
    public void A_turn_lies_on_its_pose_or_between_two()
    {
        using var scope = new TensorScope();
        var pose = new PoseCode(Yaw, 13);

        var code = pose.Of(Tensor.From([-90f, 0, 40, 120], 4, 1)).Doubles();

        Assert.Equal([1, 0], code[..2]);
        Assert.Equal(1, code[13 + 6]);
        Assert.Equal([1.0 / 3, 2.0 / 3], code[(26 + 8)..(26 + 10)].Select(x => Math.Round(x, 5)), (a, b) => Math.Abs(a - b) < 1e-4);        // 30 and 45
        Assert.Equal(1, code[39 + 12]);
        Assert.Equal(4, code.Sum(), 1e-5);
        Assert.Equal(pose.Of(40.0).Select(x => Math.Round(x, 5)), code[26..39].Select(x => Math.Round(x, 5)));
        Assert.Equal(0, pose.Turn(6));
        var logits = Tensor.From([0f, 1, 2], 1, 3);
        Assert.Equal(Ops.CrossEntropyLoss(logits, Tensor.From(new long[] { 1 }, 1)).Item(), PoseCode.Loss(logits, Tensor.From([0f, 1, 0], 1, 3)).Item(), 1e-6);
    }

    // f = Σ ωᵢ fᵢ / Σ ωᵢ, whatever the order; one view is its own code.
    [Fact]
    public void Views_count_as_far_as_they_are_trusted()
    {
        using var scope = new TensorScope();
        using var g = Network();
        g.Eval();
        var (a, b) = (Tensor.Rand([2, 3, 16, 16], _rng), Tensor.Rand([2, 3, 16, 16], _rng) * 2 - 1);
        var (codes, trust) = g.Views(Tensor.Cat([a, b], 3));
        var (f, w) = (codes.Doubles(), trust.Doubles());
        var size = f.Length / 4;

        var fused = g.Identity(Tensor.Cat([a, b], 3)).Doubles();

        for (var i = 0; i < 2; i++)
            for (var j = 0; j < size; j++)
                Assert.Equal((w[2 * i] * f[2 * i * size + j] + w[2 * i + 1] * f[(2 * i + 1) * size + j]) / (w[2 * i] + w[2 * i + 1]), fused[i * size + j], 1e-5);
        Near(fused, g.Identity(Tensor.Cat([b, a], 3)).Doubles());
        Near(f[..size], g.Identity(a).Doubles()[..size]);
        Near(f[size..(2 * size)], g.Identity(b).Doubles()[..size]);
        Assert.All(w, one => Assert.InRange(one, 0, 1));
        Assert.Throws<ShapeException>(() => g.Identity(Tensor.Rand([1, 3, 16, 20], _rng)));
    }

    // The trap: the pose that the generator pays for is the one it was asked for, not the one of the picture beside it.
    [Fact]
    public void The_generator_pays_for_the_asked_turn_and_the_discriminator_for_the_seen_one()
    {
        using var scope = new TensorScope();
        using var model = Build("""{ "views": 1 }""");
        var game = (ViewGame)model;
        var batch = TinyLoop.Noise(People, [1, 2]);
        (batch.Row(0).Floats(Field.Known)[0], batch.Row(1).Floats(Field.Known)[0]) = (-90, 30);
        (batch.Row(0).Label, batch.Row(1).Label) = (3, 1);
        foreach (var player in model.Players) player.Network.Eval();

        var losses = game.GeneratorLoss(new(batch, 2, new Generator(7), 0));
        var seen = game.DiscriminatorLoss(new(batch, 2, new Generator(7), 0));

        using var again = new Generator(7);
        Tensor.Rand([1], again);                                                         // how many views
        var pose = new PoseCode(Yaw, 13);
        var asked = pose.Of(Tensor.From([30f, -90], 2, 1));
        var made = ((ViewGenerator)game.SampledNetwork).Make(batch.TensorOf(Field.Input).Narrow(3, 0, 16), asked, Latents.Draw(2, 4, Prior.Uniform, again));
        var d = (ViewDiscriminator)model.Players[1].Network;
        var who = Tensor.From(new long[] { 3, 1 }, 2);
        Assert.Equal(PoseCode.Loss(d.Answer(made).Classes!.Narrow(1, 4, 13), asked).Item(), losses["pose"].Item(), 1e-5);
        Assert.Equal(Ops.CrossEntropyLoss(d.Answer(made).Classes!.Narrow(1, 0, 4), who).Item(), losses["identity"].Item(), 1e-5);
        Assert.Equal(PoseCode.Loss(d.Answer(batch.TensorOf(Field.Image)).Classes!.Narrow(1, 4, 13), pose.Of(Tensor.From([-90f, 30], 2, 1))).Item(), seen["pose"].Item(), 1e-5);
    }

    [Fact]
    public void One_view_is_given_in_half_of_the_turns_and_each_other_number_as_often()
    {
        var counts = Enumerable.Range(0, 1000).Select(i => ViewGame.Views(i / 1000.0, 6)).CountBy(views => views).ToDictionary();

        Assert.Equal(500, counts[1]);
        Assert.All(Enumerable.Range(2, 5), views => Assert.InRange(counts[views], 99, 101));
        Assert.Equal(1, ViewGame.Views(0.99, 1));
    }

    [Fact]
    public void A_discriminator_that_is_right_rests_for_three_of_four_rounds()
    {
        var course = new RestingDiscriminator(0.9, 4);
        Assert.Equal("1111", Rounds(course, 0.2f));
        Assert.Equal("1000100010", Rounds(course, 5, 10));
        Assert.Equal("1111", Rounds(new RestingDiscriminator(0.9, 1), 5));

        static string Rounds(RestingDiscriminator course, float real, int rounds = 4) => string.Concat(Enumerable.Range(0, rounds).Select(_ =>
        {
            using var scope = new TensorScope();
            var moves = course.DiscriminatorMoves;
            if (moves)
            {
                course.DiscriminatorSaw(new(Tensor.From([real, real], 2, 1), Tensor.From([real < 1 ? 1f : -1, -1], 2, 1)), new());
                course.DiscriminatorMoved();
            }

            course.GeneratorMoved();
            return moves ? '1' : '0';
        }));
    }

    [Fact]
    public void It_is_given_other_views_and_asked_for_the_turn_of_the_picture_or_for_the_front_of_the_picture_itself()
    {
        using var scope = new TensorScope();
        using var model = Build("{}");
        var real = TinyLoop.Noise(People, [1, 2]);
        var game = (ViewGame)model;
        var given = game.Give(real);
        Assert.Equal(real.Floats(Field.Input), given.Floats(Field.Input));
        Assert.Equal(real.Floats(Field.Known), given.Floats(Field.Known));
        Assert.True(game.HasTruth);
        Assert.Equal([0, 0], game.Unasked(real.TensorOf(Field.Image)).Doubles());

        var alone = new SampleSchema(Front, Field.OfLabel(4), Field.OfAttributes([Yaw]));
        using var single = Build("{}", alone);
        real = TinyLoop.Noise(alone, [1, 2]);
        given = ((ViewGame)single).Give(real);
        Assert.Equal(real.Values, given.Floats(Field.Input));
        Assert.Equal([0f, 0], given.Floats(Field.Known));
        Assert.False(((ViewGame)single).HasTruth);
    }

    [Fact]
    public void An_attribute_that_does_not_turn_is_refused()
    {
        var problems = DrGan.FromJson(TinyModels.Json("""{ "attribute": "pitch" }""")).Validate(People).ToList();

        Assert.Contains(problems, one => one.Path == "options.attribute" && one.Text.ToString().Contains("yaw", StringComparison.Ordinal));
    }

    private ViewGenerator Network() => new(new(Front), new PoseCode(Yaw, 13), 0, 2, 1, 4, _rng);

    private static void Near(double[] expected, double[] actual) => Assert.All(expected.Zip(actual), pair => Assert.Equal(pair.First, pair.Second, 1e-5));

    private static Model Build(string json, SampleSchema? schema = null)
    {
        var options = TinyModels.Json(json);
        foreach (var (key, value) in new Dictionary<string, int> { ["width"] = 2, ["levels"] = 1, ["latent"] = 4 }) options[key] = value;
        return DrGan.Build(DrGan.FromJson(options), new(schema ?? People, new Generator(1), new Generator(2)));
    }
}
