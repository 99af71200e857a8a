using Adversa.Models.Networks;
using Adversa.Torch;
using Adversa.Torch.Tests;

namespace Adversa.Models.Tests.Networks;

public sealed class LeNetTests
{
    // The side is halved twice: down with pooling, up with strides. The forward pass fails unless the dense layer was counted right.
    [Theory]
    [InlineData(Shrink.MaxPool, 28, 7)]
    [InlineData(Shrink.AveragePool, 28, 7)]
    [InlineData(Shrink.Stride, 28, 7)]
    [InlineData(Shrink.MaxPool, 30, 7)]
    [InlineData(Shrink.AveragePool, 13, 3)]
    [InlineData(Shrink.Stride, 30, 8)]
    [InlineData(Shrink.Stride, 13, 4)]
    [InlineData(Shrink.MaxPool, 9, 2)]
    public void Each_way_of_shrinking_gives_the_dense_layer_its_inputs(Shrink shrink, int side, int quarter)
    {
        using var scope = new TensorScope();
        using var rng = new Generator(1);
        var schema = new SampleSchema(FieldKind.Image, 3, side, 28, Classes: 5);
        foreach (var kernelSize in new[] { 3, 5 })
        {
            using var net = new LeNet(schema, width: 4, hidden: 6, kernelSize, shrink, dropout: 0, new(schema, rng, rng));
            var x = Tensor.Randn([2, 3, side, 28], rng);

            Assert.Equal(8 * quarter * 7, net.NamedParameters().Single(p => p.Name == "body.8.weight" || (shrink == Shrink.Stride && p.Name == "body.6.weight")).Tensor.Size(1));
            Assert.Equal([2, 6], net.Features(x).Shape);
            Assert.Equal([2, 5], net.Forward(x).Shape);
        }
    }

    [Fact]
    public void A_picture_of_another_size_is_refused_with_both_shapes()
    {
        using var scope = new TensorScope();
        using var rng = new Generator(1);
        var schema = new SampleSchema(FieldKind.Image, 1, 28, 28, Classes: 10);
        using var net = new LeNet(schema, 4, 6, 5, Shrink.MaxPool, 0, new(schema, rng, rng));

        var error = Assert.Throws<ShapeException>(() => net.Forward(Tensor.Zeros([2, 3, 32, 32])));

        Assert.Equal("A picture for the classifier must have shape [N, 1, 28, 28]; got [2, 3, 32, 32].", error.Message);
    }
}
