using Adversa.Models.Views;
using Adversa.Torch;
using Adversa.Torch.Tests;

namespace Adversa.Models.Tests.Views;

public sealed class DiffAugmentTests : IDisposable
{
    private readonly TensorScope _scope = new();
    private readonly Generator _rng = new(5);

    [Theory]
    [InlineData(DiffAugmentPolicy.Color)]
    [InlineData(DiffAugmentPolicy.Translation)]
    [InlineData(DiffAugmentPolicy.Cutout)]
    [InlineData(DiffAugmentPolicy.All)]
    public void Gradients_arrive_at_every_sample_and_the_shape_stays(DiffAugmentPolicy policy)
    {
        var x = Tensor.Randn([8, 3, 16, 12], _rng).Leaf();

        var y = DiffAugment.Apply(x, policy, _rng);
        y.Square().Sum().Backward();

        Assert.Equal(x.Shape, y.Shape);
        Assert.All(x.Grad!.Flatten(1).Doubles().Chunk(3 * 192), row => Assert.Contains(row, g => g != 0));
    }

    [Fact]
    public void None_is_the_same_tensor_and_draws_nothing()
    {
        var x = Tensor.Randn([2, 1, 8, 8], _rng);
        var state = _rng.State;

        Assert.Same(x, DiffAugment.Apply(x, DiffAugmentPolicy.None, _rng));
        Assert.Equal(state, _rng.State);
    }

    // Every picture moves by whole pixels of its own, at most an eighth of the side, and 0 comes in.
    [Fact]
    public void Translation_moves_a_picture_by_whole_pixels_of_at_most_an_eighth()
    {
        const int side = 16, most = 2;
        var values = new float[64 * side * side];
        for (var i = 0; i < 64; i++) values[i * side * side + 8 * side + 8] = 1 + i;
        var y = DiffAugment.Apply(Tensor.From(values, 64, 1, side, side), DiffAugmentPolicy.Translation, _rng).ToArray<float>();

        var moves = new HashSet<(int, int)>();
        for (var i = 0; i < 64; i++)
        {
            var at = Array.IndexOf(y, 1f + i, i * side * side, side * side);
            Assert.True(at >= 0, $"picture {i} lost its pixel");
            var (row, column) = ((at - i * side * side) / side - 8, (at - i * side * side) % side - 8);
            Assert.InRange(row, -most, most);
            Assert.InRange(column, -most, most);
            moves.Add((row, column));
        }

        Assert.True(moves.Count > 8, "all pictures moved alike");
        Assert.Equal(64, y.Count(v => v != 0));
    }

    [Fact]
    public void Cutout_blanks_at_most_half_of_each_side()
    {
        var y = DiffAugment.Apply(Tensor.Ones([64, 1, 16, 16]), DiffAugmentPolicy.Cutout, _rng).Flatten(1).Doubles().Chunk(256).ToList();

        Assert.All(y, picture => Assert.All(picture, v => Assert.True(v is 0 or 1)));
        Assert.All(y, picture => Assert.InRange(picture.Count(v => v == 0), 16, 64));        // half of the square may lie outside on both axes
        Assert.Contains(y, picture => picture.Count(v => v == 0) == 64);
    }

    public void Dispose()
    {
        _rng.Dispose();
        _scope.Dispose();
    }
}
