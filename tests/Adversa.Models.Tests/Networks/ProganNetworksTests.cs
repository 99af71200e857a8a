using Adversa.Models.Networks;
using Adversa.Models.Penalties;
using Adversa.Torch;
using Adversa.Torch.Nn;
using Adversa.Torch.Tests;

namespace Adversa.Models.Tests.Networks;

public sealed class ProganNetworksTests : IDisposable
{
    private static readonly Growth Plan = new(Root: 7, First: 1, Last: 3, FadeImages: 100, StableImages: 50);      // 14-28-56
    private static readonly int[] Channels = [5, 4, 3, 2];
    private readonly TensorScope _scope = new();
    private readonly Generator _rng = new(1);
    private readonly ProganGenerator _g;
    private readonly ProganDiscriminator _d;

    public ProganNetworksTests()
    {
        _g = new(Plan, latent: 6, Channels, colours: 3, _rng);
        _d = new(Plan, Channels, colours: 3, _rng);
    }

    public void Dispose()
    {
        _g.Dispose();
        _d.Dispose();
        _rng.Dispose();
        _scope.Dispose();
    }

    [Theory]
    [InlineData(49, 50)]
    [InlineData(199, 200)]
    public void A_level_that_has_just_come_changes_nothing(long before, long after)
    {
        var z = Tensor.Randn([4, 6], _rng);
        GrowTo(before);
        var small = _g.Forward(z);
        var score = _d.Forward(small);
        GrowTo(after);
        var large = _g.Forward(z);

        Golden.Close(GrowingNetwork.Enlarge(small).Doubles(), large.Doubles(), 1e-6, "the enlarged picture");
        Golden.Close(score.Doubles(), _d.Forward(large).Doubles(), 1e-6, "its score");
        var real = Tensor.Rand(large.Shape, _rng);
        GrowTo(before);
        var pooled = _d.Forward(GrowingNetwork.Reduce(real)).Doubles();
        GrowTo(after);
        Golden.Close(pooled, _d.Forward(real).Doubles(), 1e-6, "the score of a real picture");
    }

    // Fading only one of the two networks, or adding where a mean is meant, would miss it.
    [Fact]
    public void Half_way_the_generator_gives_the_mean_of_old_and_new()
    {
        var z = Tensor.Randn([4, 6], _rng);
        var (old, halfway, last) = (At(200), At(250), At(300));

        Golden.Close(((old + last) * 0.5).Doubles(), halfway.Doubles(), 1e-6, "the picture half-way");
        Assert.NotEqual(old.Doubles(), last.Doubles());

        Tensor At(long images)
        {
            GrowTo(images);
            return _g.Forward(z);
        }
    }

    // α blends a checkerboard of ±1 with the grey into which it is reduced; the trap is to leave reals sharp while fakes are blended.
    [Fact]
    public void Real_pictures_are_blended_and_reduced_as_the_generators_are()
    {
        var board = Tensor.From([.. Enumerable.Range(0, 56 * 56).Select(i => (i / 56 + i % 56) % 2 * 2f - 1)], 1, 1, 56, 56);

        Assert.Equal(0.25, Largest(225, 56), 1e-6);
        Assert.Equal(1, Largest(300, 56), 1e-6);
        Assert.Equal(0, Largest(200, 56), 1e-6);
        Assert.Equal(0, Largest(150, 28), 1e-6);
        Assert.Equal(0, Largest(0, 14), 1e-6);

        double Largest(long images, int side)
        {
            _d.GrowTo(images);
            var seen = _d.Present(board);
            Assert.Equal([1, 1, side, side], seen.Shape);
            return seen.Doubles().Max();
        }
    }

    // Which weights take part at which time, by hand; below the first level there are no ways to and from colours at all.
    [Theory]
    [InlineData(10, "block7 block14 to_colours14", "from_colours14 block14 block7")]
    [InlineData(70, "block7 block14 to_colours14 block28 to_colours28", "from_colours14 from_colours28 block28 block14 block7")]
    [InlineData(170, "block7 block14 block28 to_colours28", "from_colours28 block28 block14 block7")]
    [InlineData(220, "block7 block14 block28 to_colours28 block56 to_colours56", "from_colours28 from_colours56 block56 block28 block14 block7")]
    [InlineData(300, "block7 block14 block28 block56 to_colours56", "from_colours56 block56 block28 block14 block7")]
    public void Gradients_arrive_at_the_levels_that_take_part_and_nowhere_else(long images, string inG, string inD)
    {
        GrowTo(images);

        _d.Forward(_g.Forward(Tensor.Randn([4, 6], _rng))).Square().Sum().Backward();

        Assert.Equal(inG.Split(' ').Order(), Moved(_g));
        Assert.Equal(inD.Split(' ').Order(), Moved(_d));

        static IEnumerable<string> Moved(Module network) => network.NamedParameters().GroupBy(p => p.Name.Split('.')[0])
            .Where(part => Assert.Single(part.Select(p => p.Tensor.Grad?.Doubles().Any(g => g != 0) == true).Distinct())).Select(part => part.Key).Order();
    }

    [Fact]
    public void Where_a_network_stands_travels_with_its_weights()
    {
        GrowTo(225);
        using var copy = new ProganGenerator(Plan, latent: 6, Channels, colours: 3, _rng);
        var z = Tensor.Randn([2, 6], _rng);

        copy.LoadStateDict(_g.StateDict());

        Assert.Equal((3, 0.25, 25), (copy.Now.Level, copy.Now.Alpha, copy.Now.Images));
        Assert.Equal(_g.Forward(z).Doubles(), copy.Forward(z).Doubles());
    }

    // An independent PyTorch of both networks and all terms of both losses, a quarter faded in.
    [Fact]
    public void Pictures_scores_losses_and_gradients_equal_PyTorch()
    {
        using var golden = new Golden("progan_fade");
        var plan = new Growth(Root: 4, First: 0, Last: 1, FadeImages: 100, StableImages: 10);
        using var g = new ProganGenerator(plan, latent: 5, [3, 2], colours: 2, _rng);
        using var d = new ProganDiscriminator(plan, [3, 2], colours: 2, _rng);
        g.LoadStateDict(golden.Under("weight.g."));
        d.LoadStateDict(golden.Under("weight.d."));

        var real = d.Present(GrowingNetwork.Reduce(golden["data"]));
        var fake = g.Forward(golden["input"]);
        var score = d.Forward(real);
        var between = golden["eps"] * real + (1 - golden["eps"]) * fake.Detach();
        var penalty = (InputGradient.Norms(d.Forward, between) - 1).Square().Mean();
        var dLoss = d.Forward(fake.Detach()).Mean() - score.Mean() + 10 * penalty + 1e-3 * score.Square().Mean();
        dLoss.Backward();
        d.RequireGrad(false);
        var gLoss = -d.Forward(fake).Mean();
        gLoss.Backward();

        golden.Check("real", real);
        golden.Check("output", fake);
        golden.Check("score", score);
        golden.Check("d_loss", dLoss);
        golden.Check("g_loss", gLoss);
        foreach (var (key, p) in g.NamedParameters()) golden.Check("grad.g." + key, p.Grad);
        foreach (var (key, p) in d.NamedParameters()) golden.Check("grad.d." + key, p.Grad);
    }

    [Fact]
    public void A_picture_of_another_side_is_refused_with_the_present_one()
    {
        _d.GrowTo(0);

        var error = Assert.Throws<ShapeException>(() => _d.Forward(Tensor.Zeros([4, 3, 56, 56])));

        Assert.Contains("[N, 3, 14, 14]; got [4, 3, 56, 56]", error.Message, StringComparison.Ordinal);
    }

    private void GrowTo(long images)
    {
        _g.GrowTo(images);
        _d.GrowTo(images);
    }
}
