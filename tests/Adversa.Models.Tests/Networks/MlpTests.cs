using Adversa.Models.Networks;
using Adversa.Torch;
using Adversa.Torch.Nn;
using Adversa.Torch.Tests;

namespace Adversa.Models.Tests.Networks;

public sealed class MlpTests
{
    [Fact]
    public void Samples_are_flattened_and_given_their_shape()
    {
        using var scope = new TensorScope();
        using var rng = new Generator(1);
        using var net = new Mlp([new Linear(6, 12, rng)], 3, 2, 2);

        Assert.Equal([4, 3, 2, 2], net.Forward(Tensor.Zeros([4, 1, 2, 3])).Shape);
    }

    // Two pieces of one unit: max(x, -x) is |x|.
    [Fact]
    public void Maxout_of_two_opposite_pieces_is_the_absolute_value()
    {
        using var scope = new TensorScope();
        using var rng = new Generator(1);
        using var net = new Maxout(1, 1, pieces: 2, rng);
        net.LoadStateDict(new Dictionary<string, Tensor> { ["pieces.weight"] = Tensor.From([1f, -1f], 2, 1), ["pieces.bias"] = Tensor.Zeros([2]) });

        Assert.Equal([3, 0.5, 0], net.Forward(Tensor.From([-3f, 0.5f, 0f], 3, 1)).Doubles());
    }

    // Unit j is the largest of pieces 5j to 5j + 4, and not of every second one.
    [Fact]
    public void Pieces_of_one_unit_stand_side_by_side()
    {
        using var scope = new TensorScope();
        using var rng = new Generator(1);
        using var net = new Maxout(1, 2, pieces: 3, rng);
        net.LoadStateDict(new Dictionary<string, Tensor> { ["pieces.weight"] = Tensor.Zeros([6, 1]), ["pieces.bias"] = Tensor.From([1f, 2f, 3f, 6f, 5f, 4f], 6) });

        Assert.Equal([3, 6], net.Forward(Tensor.Zeros([1, 1])).Doubles());
    }
}
