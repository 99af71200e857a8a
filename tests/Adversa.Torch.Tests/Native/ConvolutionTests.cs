using Adversa.Torch.Nn;

namespace Adversa.Torch.Tests.Native;

// Some versions of oneDNN compute wrong convolutions on some processors (native/torch/onednn.cpp). These shapes erred there, with values that
// are known: a gradient of ones through a kernel of ones counts how many outputs each pixel takes part in.
public sealed class ConvolutionTests
{
    public static TheoryData<int, int, int, int, int, int, int> Shapes => new()
    {
        { 8, 64, 3, 14, 4, 1, 2 }, { 16, 128, 8, 7, 5, 1, 1 }, { 8, 8, 1, 14, 4, 1, 0 }, { 8, 1, 1, 14, 5, 2, 2 }, { 8, 32, 1, 16, 3, 1, 1 }, { 2, 3, 5, 8, 3, 1, 0 },
        { 16, 32, 5, 28, 5, 1, 0 }, { 2, 1, 3, 7, 4, 2, 2 }, { 8, 3, 8, 8, 5, 2, 2 }, { 8, 1, 3, 14, 3, 2, 2 },
    };

    [Theory]
    [MemberData(nameof(Shapes))]
    public void The_gradient_by_the_input_counts_the_outputs_of_each_pixel(int batch, int channels, int outputs, int side, int kernel, int stride, int padding)
    {
        using var scope = new TensorScope();
        var x = Tensor.Zeros([batch, channels, side, side]);
        x.RequiresGrad = true;

        Ops.Conv2d(x, Tensor.Ones([outputs, channels, kernel, kernel]), null, [stride, stride], [padding, padding], [1, 1], 1).Sum().Backward();

        var many = Enumerable.Range(0, side).Select(at => Outputs(at, side, kernel, stride, padding)).ToArray();
        var gradient = x.Grad!.ToArray<float>();
        for (var i = 0; i < gradient.Length; i++) Assert.Equal(outputs * many[i / side % side] * many[i % side], gradient[i]);
    }

    [Theory]
    [MemberData(nameof(Shapes))]
    public void A_transposed_convolution_is_that_gradient(int batch, int outputs, int channels, int side, int kernel, int stride, int padding)
    {
        using var scope = new TensorScope();
        using var init = new Generator(1);
        using var layer = new ConvTranspose2d(channels, outputs, kernel, init, stride, padding, bias: false);
        Init.Constant(layer.Parameters[0], 1);

        var y = layer.Forward(Tensor.Ones([batch, channels, side, side]));
        var plain = Ops.ConvTranspose2d(Tensor.Ones([batch, channels, side, side]), layer.Parameters[0], null, [stride, stride], [padding, padding], [0, 0], 1, [1, 1]);

        var length = (int)y.Size(3);
        var many = Enumerable.Range(0, length).Select(at => Outputs(at, (side - 1) * stride - 2 * padding + kernel, kernel, stride, padding)).ToArray();
        foreach (var values in new[] { y.ToArray<float>(), plain.ToArray<float>() })
            for (var i = 0; i < values.Length; i++) Assert.Equal(channels * many[i / length % length] * many[i % length], values[i]);
    }

    /// <summary>The windows of a kernel that cover a place, in one direction.</summary>
    private static int Outputs(int at, int side, int kernel, int stride, int padding) =>
        Enumerable.Range(0, (side + 2 * padding - kernel) / stride + 1).Count(output => output * stride - padding <= at && at < output * stride - padding + kernel);
}
