using Adversa.Models.Views;
using Adversa.Torch;
using Adversa.Torch.Tests;

namespace Adversa.Models.Tests.Views;

public sealed class AdaTests : IDisposable
{
    private readonly TensorScope _scope = new();
    private readonly Generator _rng = new(3);

    // Section 4 of the fact sheet: every four batches p moves by 4·batch/500,000, up while r_t is above the target.
    [Fact]
    public void Scripted_scores_move_p_by_the_stated_step_and_never_out_of_0_to_1()
    {
        var ada = new Ada(target: 0.6, images: 500_000);
        for (var i = 0; i < 3; i++) ada.Observe(Tensor.Full([64, 1], 2), 64);
        Assert.Equal(0, ada.Probability);
        ada.Observe(Tensor.Full([64, 1], 2), 64);
        Assert.Equal(4 * 64 / 500_000.0, ada.Probability, 1e-12);
        for (var i = 0; i < 8; i++) ada.Observe(Tensor.Full([64, 1], -2), 64);
        Assert.Equal(0, ada.Probability);

        var quick = new Ada(0.6, 1000);
        for (var i = 0; i < 40; i++) quick.Observe(Tensor.Full([64, 1], 2), 64);
        Assert.Equal(1, quick.Probability);
    }

    [Fact]
    public void Only_the_share_of_right_signs_counts()
    {
        var ada = new Ada(0.6, 500_000);
        var scores = Tensor.From([100f, 100f, 100f, -0.01f], 4, 1);                // E sign = 0.5 < 0.6, though the mean is large
        for (var i = 0; i < 4; i++) ada.Observe(Tensor.Full([4, 1], 1), 4);
        var before = ada.Probability;
        for (var i = 0; i < 4; i++) ada.Observe(scores, 4);

        Assert.True(ada.Probability < before);
    }

    [Fact]
    public void Nothing_is_drawn_or_changed_while_p_is_0()
    {
        var x = Tensor.Randn([2, 3, 8, 8], _rng);
        var state = _rng.State;

        Assert.Same(x, new Ada(0.6, 1000).Augment(x, _rng));
        Assert.Equal(state, _rng.State);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public void At_p_1_pictures_differ_are_finite_and_gradients_arrive(int channels)
    {
        var ada = Certain();
        var x = (Tensor.Rand([16, channels, 12, 16], _rng) * 2 - 1).Leaf();

        var y = ada.Augment(x, _rng);
        y.Square().Sum().Backward();

        Assert.Equal(x.Shape, y.Shape);
        Assert.Equal(-1, Tensor.FirstNonFinite([y, x.Grad!]));
        var changed = y.Flatten(1).Doubles().Chunk(channels * 192).Zip(x.Flatten(1).Doubles().Chunk(channels * 192)).Count(pair => !pair.First.SequenceEqual(pair.Second));
        Assert.Equal(16, changed);
        Assert.All(x.Grad!.Flatten(1).Doubles().Chunk(channels * 192), row => Assert.Contains(row, g => g != 0));
    }

    // numpy and torch, written down from the paper's appendix B: each operation alone, then all of them; colour and grey, square, wide and tall.
    [Theory]
    [InlineData("ada_colour_square")]
    [InlineData("ada_colour_wide")]
    [InlineData("ada_grey_tall")]
    public void Maps_of_plane_and_colours_and_the_pictures_equal_the_reference(string name)
    {
        using var golden = new Golden(name);
        var (pictures, uniform, normal, p) = (golden["pictures"], golden["uniform"].ToArray<float>(), golden["normal"].ToArray<float>(), golden.Number("p"));
        var (count, height, width) = ((int)pictures.Size(0), (int)pictures.Size(2), (int)pictures.Size(3));
        var (theta, colour) = (new float[6 * count], new float[12 * count]);
        for (var i = 0; i < count; i++)
        {
            var draw = new AdaDraw(uniform.AsSpan(i * AdaDraw.Uniforms, AdaDraw.Uniforms), normal.AsSpan(i * AdaDraw.Normals, AdaDraw.Normals), p);
            draw.Geometry(width, height, theta.AsSpan(6 * i, 6));
            draw.Colour(colour.AsSpan(12 * i, 12));
        }

        golden.Check("theta", Tensor.From(theta, count, 2, 3));
        golden.Check("colour", Tensor.From(colour, count, 3, 4));
        golden.Check("output", Ada.Apply(pictures, uniform, normal, p), 1e-5);             // float32 coordinates of pixels, and two more sums
    }

    // A map of the plane that turns and mirrors keeps a constant picture; the colours move all pixels alike.
    [Fact]
    public void A_constant_picture_stays_constant()
    {
        var y = Certain().Augment(Tensor.Full([8, 3, 10, 10], 0.25), _rng);

        Assert.All(y.Reshape(24, 100).Doubles().Chunk(100), plane => Assert.True(plane.Max() - plane.Min() < 1e-5));
    }

    // Without luck of the draw: rotations and scalings about the middle leave the pixel there, and hue, saturation and luma flip leave grey on the grey axis.
    [Fact]
    public void Colour_maps_take_grey_to_grey()
    {
        Span<float> map = stackalloc float[12];
        for (var i = 0; i < 50; i++)
        {
            var draw = new AdaDraw(Tensor.Rand([AdaDraw.Uniforms], _rng).ToArray<float>(), Tensor.Randn([AdaDraw.Normals], _rng).ToArray<float>(), 1);
            draw.Colour(map);
            var rows = new double[3];
            for (var row = 0; row < 3; row++) rows[row] = map[4 * row] + map[4 * row + 1] + map[4 * row + 2];
            Assert.True(rows.Max() - rows.Min() < 1e-5, "a grey value got a colour");
            Assert.Equal(map[3], map[7], 1e-6);
            Assert.Equal(map[3], map[11], 1e-6);
        }
    }

    public void Dispose()
    {
        _rng.Dispose();
        _scope.Dispose();
    }

    private static Ada Certain()
    {
        var ada = new Ada(0.1, 1000);
        for (var i = 0; i < 4; i++) ada.Observe(Tensor.Full([1, 1], 1), 1000);
        Assert.Equal(1, ada.Probability);
        return ada;
    }
}
