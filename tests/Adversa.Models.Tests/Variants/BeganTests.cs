using Adversa.Models.Networks;
using Adversa.Models.Variants;
using Adversa.Torch;
using Adversa.Torch.Tests;

namespace Adversa.Models.Tests.Variants;

public sealed class BeganTests : IDisposable
{
    private static readonly Variant Began = VariantCatalog.Find("began")!;
    private readonly Generator _rng = new(1);

    public void Dispose() => _rng.Dispose();

    // An independent PyTorch of both networks, both losses and the controller.
    [Fact]
    public void Pictures_losses_gradients_and_k_equal_PyTorch()
    {
        using var scope = new TensorScope();
        using var golden = new Golden("began_step");
        var schema = new SampleSchema(FieldKind.Image, 1, 4, 4);
        using var g = new BeganDecoder(schema, code: 3, width: 2, levels: 1, _rng);
        using var d = new BeganDiscriminator(schema, code: 3, width: 2, levels: 1, _rng);
        g.LoadStateDict(golden.Under("weight.g."));
        d.LoadStateDict(golden.Under("weight.d."));
        Tensor Error(Tensor v) => (v - d.Forward(v)).Abs().Mean();

        var fake = g.Forward(golden["input"]);
        var onReal = Error(golden["input2"]);
        var dLoss = onReal - golden.Number("k") * Error(fake.Detach());
        dLoss.Backward();
        d.RequireGrad(false);
        var gLoss = Error(fake);
        gLoss.Backward();

        golden.Check("output", fake);
        golden.Check("rebuilt", d.Forward(golden["input2"]));
        golden.Check("d_loss", dLoss);
        golden.Check("g_loss", gLoss);
        foreach (var (key, p) in g.NamedParameters()) golden.Check("grad.g." + key, p.Grad);
        foreach (var (key, p) in d.NamedParameters()) golden.Check("grad.d." + key, p.Grad);
    }

    // Every number of a round by hand: what the discriminator minimises, and k from those very losses.
    [Fact]
    public void A_round_moves_k_by_its_own_losses_and_the_discriminator_counts_fakes_by_it()
    {
        using var model = Build("""{"width": 2, "latent": 3, "levels": 1, "gain": 0.5, "gamma": 1}""");
        using var loop = new TinyLoop(model);
        double k = 0;

        for (var round = 0; round < 4; round++)
        {
            var d = loop.Update(model.Turns[0], round);
            var g = loop.Update(model.Turns[1], round);

            Assert.Equal(k, g["k"], 1e-6);
            Assert.Equal(k > 0, d["fake"] < 0);
            Assert.Equal(g["fake"] / d["real"], g["ratio"], 1e-5);
            Assert.Equal(d["real"] + Math.Abs(d["real"] - g["fake"]), g["measure"], 1e-5);
            k = Math.Clamp(k + 0.5 * (d["real"] - g["fake"]), 0, 1);
        }

        Assert.True(k > 0);
    }

    // With accumulate an update gathers several batches before it ends: the controller is shown their means, and begins anew with the next update.
    [Fact]
    public void The_controller_is_shown_the_mean_of_the_batches_of_an_update()
    {
        using var scope = new TensorScope();
        using var model = Build("""{"width": 2, "latent": 3, "levels": 1, "gamma": 1, "gain": 0.5}""");
        using var loop = new TinyLoop(model);
        for (var round = 0; round < 2; round++)
        {
            var real = Parts(model.Turns[0], "real", 3);
            var fake = Parts(model.Turns[1], "fake", 3);
            var k = Number("k");
            Assert.Equal(real.Average(), Number("on_real"), 1e-6);
            Assert.Equal(fake.Average(), Number("on_fake"), 1e-6);
            model.Turns[1].After!();
            Assert.Equal(Math.Clamp(k + 0.5 * (real.Average() - fake.Average()), 0, 1), Number("k"), 1e-6);
        }

        List<double> Parts(Turn turn, string term, int parts)
        {
            var values = Enumerable.Range(0, parts).Select(_ => turn.Loss(loop.Context(turn))[term].Item()).ToList();
            if (turn == model.Turns[0]) turn.After!();
            return values;
        }

        double Number(string name)
        {
            var state = new Kept();
            model.VisitState(state);
            return state.Numbers[name];
        }
    }

    // The mean over batch and pixels: a picture twice as large has the same loss, where a sum would have four times as much.
    [Fact]
    public void The_loss_is_a_mean_so_that_it_does_not_grow_with_the_picture()
    {
        using var scope = new TensorScope();
        Assert.InRange(Loss(48) / Loss(24), 0.5, 2);

        double Loss(int side)
        {
            using var model = Build("""{"width": 2, "latent": 3}""", side);
            using var loop = new TinyLoop(model);
            return loop.Update(model.Turns[0])["real"];
        }
    }

    [Fact]
    public void A_stalled_measure_halves_both_rates()
    {
        using var model = Build("""{"width": 2, "latent": 3, "levels": 1, "patience": 2, "learningRate": 1e-9}""");
        using var loop = new TinyLoop(model);

        var factors = Enumerable.Range(0, 6).Select(round =>
        {
            loop.Round(round);
            return model.LearningRateFactor;
        }).ToList();

        Assert.Equal([1, 1, 0.5, 0.5, 0.25, 0.25], factors);                          // a rate of 1e-9 changes nothing; the data's noise averages out
    }

    [Fact]
    public void The_discriminator_gives_pictures_and_not_scores()
    {
        using var scope = new TensorScope();
        using var model = Build("""{"width": 2, "latent": 3}""", 24);

        var rebuilt = model.Players[1].Network.Forward(Tensor.Rand([3, 1, 24, 24], _rng));

        Assert.Equal([3, 1, 24, 24], rebuilt.Shape);
        Assert.Null(model.Critic!.Realness);
    }

    // Figure 1 of the paper: n, 2n, 3n down the encoder, n everywhere in the decoder; 64 numbers between them.
    [Fact]
    public void The_plan_has_the_papers_channels()
    {
        using var scope = new TensorScope();
        using var model = Began.Build(Began.Presets.Single(p => p.Name == "berthelot64").Options, new(new(FieldKind.Image, 3, 64, 64), _rng, _rng));
        var (g, d) = (model.Players[0].Network, model.Players[1].Network);

        Assert.Equal("64 64 64 64 64 64 64 64 3", Channels("net."));
        Assert.Equal("64 64 128 128 192 192 256 256 256", Channels("encoder."));
        Assert.Equal(g.NamedParameters().Select(p => "decoder." + p.Name), d.NamedParameters().Select(p => p.Name).Where(name => name.StartsWith("decoder.", StringComparison.Ordinal)));
        Assert.Equal([64, 256 * 8 * 8], d.NamedParameters().Last(p => p.Name.StartsWith("encoder.", StringComparison.Ordinal) && p.Tensor.Dims == 2).Tensor.Shape);

        string Channels(string part) => string.Join(' ', g.NamedParameters().Concat(d.NamedParameters())
            .Where(p => p.Name.StartsWith(part, StringComparison.Ordinal) && p.Tensor.Dims == 4).Select(p => p.Tensor.Size(0)));
    }

    // PyTorch's: uniform within ±1/√(fan-in); the largest of many comes close to the bound and none passes it. Larger ones (Glorot's ±√(6/(fan-in + fan-out))) make
    // fakes as hard to rebuild as real pictures from the start, and the controller never begins.
    [Fact]
    public void Weights_begin_small_so_that_fakes_are_easy_at_first()
    {
        using var scope = new TensorScope();
        using var model = Build("""{"width": 16, "latent": 64, "levels": 1}""");
        var d = model.Players[1].Network.StateDict();

        AssertBound(d["encoder.2.weight"], 9 * 16);
        AssertBound(d["encoder.4.weight"], 9 * 16);                                   // the convolution with stride
        AssertBound(d["decoder.net.0.weight"], 64);

        static void AssertBound(Tensor weight, double fanIn)
        {
            var bound = 1 / Math.Sqrt(fanIn);
            Assert.InRange(weight.Doubles().Max(Math.Abs), 0.98 * bound, bound + 1e-6);
        }
    }

    [Theory]
    [InlineData(30)]
    [InlineData(8)]
    [InlineData(128)]
    public void Sides_that_do_not_fit_the_levels_are_told_with_those_that_do(int side)
    {
        var problem = Assert.Single(Began.FromJson([]).Validate(new(FieldKind.Image, 1, side, side)));

        Assert.Contains("2 levels fit sides that are multiples of 4 from 12 to 64", problem.Text.English, StringComparison.Ordinal);
        Assert.Contains("--size N", problem.Text.Spanish, StringComparison.Ordinal);
    }

    private Model Build(string json, int side = 12) => Began.Build(Began.FromJson(TinyModels.Json(json)), new(new(FieldKind.Image, 1, side, side), _rng, _rng));

    /// <summary>The numbers that a model keeps.</summary>
    private sealed class Kept : ITensorStateVisitor
    {
        public Dictionary<string, double> Numbers { get; } = [];

        public void Visit(string name, ref double value) => Numbers[name] = value;

        public void Visit(string name, ref long value) => Numbers[name] = value;

        public void Visit(string name, ref byte[] value) { }

        public void Visit(string name, Tensor tensor) { }
    }
}
